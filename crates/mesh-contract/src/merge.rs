//! A contract that came from elsewhere, beside a product's own columns: what it says of them, and both in one document.

use mesh_model::{
    Column, ColumnType, ContractProposal, DataProduct, PURPOSE_MAX, QualityRule, fold,
};

use crate::{
    Document, Fields, Node, Property, SchemaObject, SemanticVersion, contract,
    generate::logical_type,
};

/// Names of columns that are told as missing.
const UNMATCHED_MAX: usize = 200;

/// What a contract says of the product's columns, and the names of its columns that the product doesn't have. Columns
/// are the same when their names in the table are, or else their names for people (marks, case and spaces ignored).
#[must_use]
pub fn proposals(imported: &Document, columns: &[Column]) -> (Vec<ContractProposal>, Vec<String>) {
    let objects = imported.schema();
    let Some(at) = nearest(&objects, columns) else {
        return (Vec::new(), Vec::new());
    };
    let properties = objects[at].properties();
    let found = columns.iter().filter_map(|column| {
        let property = properties.iter().find(|property| is(property, column))?;
        Some(ContractProposal {
            name: column.name.clone(),
            business_name: column.business_name.clone(),
            description: cut(property.text("description").unwrap_or_default().trim()),
            now: column.description.clone(),
            other_type: other_type(property, column),
        })
    });
    let missing = properties
        .iter()
        .filter(|property| !columns.iter().any(|column| is(property, column)))
        .map(|property| property.label().to_owned());
    (found.collect(), missing.take(UNMATCHED_MAX).collect())
}

/// The contract of a product that took over another: whatever that one held stays, in its order, with the product's own
/// identity, words and columns in the places that are theirs. Tables and columns that the product doesn't have are left
/// out, for they would promise what isn't there.
#[must_use]
pub fn merged(
    imported: &Document,
    product: &DataProduct,
    columns: &[Column],
    rules: &[QualityRule],
    number: i64,
    version: SemanticVersion,
) -> Document {
    let own = contract(product, columns, rules, number, version);
    let mut document = imported.clone();
    let at = nearest(&imported.schema(), columns);
    let (Some(fields), Some(ours)) = (
        document.value_mut().as_fields_mut(),
        own.value().as_fields(),
    ) else {
        return own;
    };
    for field in ["id", "name", "version", "status", "domain"] {
        set(fields, field, ours.get(field));
    }
    let purpose = ours.get("description").and_then(|ours| ours.get("purpose"));
    match fields.get_mut("description").and_then(Node::as_fields_mut) {
        Some(description) => set(description, "purpose", purpose),
        None => set(fields, "description", ours.get("description")),
    }
    // The servers of elsewhere aren't where this product's rows lie.
    set(fields, "servers", ours.get("servers"));
    let our_table = ours
        .get("schema")
        .and_then(|schema| schema.items().first()?.as_fields());
    let tables = fields.get("schema").map_or(&[][..], Node::items);
    let their_table = at.and_then(|at| tables.iter().filter_map(Node::as_fields).nth(at));
    let table = match (their_table, our_table) {
        (Some(theirs), Some(ours)) => Node::Fields(table(theirs, ours, columns)),
        (None, Some(ours)) => Node::Fields(ours.clone()),
        (_, None) => Node::Null,
    };
    fields.set("schema", Node::List(vec![table]));
    for field in ["team", "contractCreatedTs"] {
        if fields.get(field).is_none() {
            set(fields, field, ours.get(field));
        }
    }
    custom(fields, ours);
    document
}

/// Their table with our columns: each with what they said of it, and with our name, type and words.
fn table(theirs: &Fields, ours: &Fields, columns: &[Column]) -> Fields {
    let mut table = theirs.clone();
    for field in ["name", "physicalType", "businessName"] {
        set(&mut table, field, ours.get(field));
    }
    table.remove("physicalName");
    let our_properties = ours.get("properties").map_or(&[][..], Node::items);
    let their_properties = theirs.get("properties").map_or(&[][..], Node::items);
    let properties = columns.iter().zip(our_properties).map(|(column, ours)| {
        let mut known = their_properties.iter().filter_map(Node::as_fields);
        let their = known.find(|fields| is(&Property::of(fields), column));
        let mut property = their.cloned().unwrap_or_default();
        property.remove("physicalName");
        for (field, value) in ours.as_fields().into_iter().flat_map(Fields::iter) {
            property.set(field, value.clone());
        }
        if column.description.is_empty() {
            property.remove("description");
        }
        Node::Fields(property)
    });
    table.set("properties", properties.collect::<Vec<Node>>().into());
    table
}

/// Our own marks beside theirs.
fn custom(fields: &mut Fields, ours: &Fields) {
    let mut marks = fields
        .get("customProperties")
        .map_or(&[][..], Node::items)
        .to_vec();
    for our in ours.get("customProperties").map_or(&[][..], Node::items) {
        let same = |their: &&mut Node| their.get("property") == our.get("property");
        match marks.iter_mut().find(same) {
            Some(their) => their.clone_from(our),
            None => marks.push(our.clone()),
        }
    }
    fields.set("customProperties", marks.into());
}

fn set(fields: &mut Fields, field: &str, value: Option<&Node>) {
    if let Some(value) = value {
        fields.set(field, value.clone());
    }
}

/// The table that the columns are most likely those of.
fn nearest(objects: &[SchemaObject<'_>], columns: &[Column]) -> Option<usize> {
    let shared = |object: &SchemaObject<'_>| {
        let properties = object.properties();
        columns
            .iter()
            .filter(|column| properties.iter().any(|property| is(property, column)))
            .count()
    };
    let best = objects
        .iter()
        .enumerate()
        .map(|(at, object)| (shared(object), at));
    // Of equals the first.
    let best = best.max_by_key(|(shared, at)| (*shared, std::cmp::Reverse(*at)))?;
    (best.0 > 0).then_some(best.1)
}

fn is(property: &Property<'_>, column: &Column) -> bool {
    let names = [property.physical_name(), property.name()];
    names
        .iter()
        .any(|name| name.eq_ignore_ascii_case(&column.name))
        || fold(property.label()) == fold(&column.business_name)
}

fn other_type(property: &Property<'_>, column: &Column) -> Option<ColumnType> {
    let said = property.text("logicalType")?;
    if said == logical_type(column.column_type) {
        return None;
    }
    Some(match said {
        "boolean" => ColumnType::Boolean,
        "integer" => ColumnType::Integer,
        "number" => ColumnType::Number,
        "date" => ColumnType::Date,
        "timestamp" => ColumnType::Timestamp,
        "string" => ColumnType::String,
        _ => return None,
    })
}

fn cut(text: &str) -> String {
    text.chars().take(PURPOSE_MAX).collect()
}
