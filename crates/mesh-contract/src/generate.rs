//! The documents that a data product of this mesh has, made from what is known of it: the same text every time.

use chrono::SecondsFormat;
use mesh_model::{Classification, Column, ColumnType, DataProduct, Lifecycle, QualityRule};

use crate::{Document, Fields, Node, SemanticVersion, node::fields, rules};

/// The version of the data contract standard that contracts are written in.
pub const ODCS_VERSION: &str = "v3.1.0";

/// The version of the data product standard that product documents are written in.
pub const ODPS_VERSION: &str = "v1.0.0";

/// The contract's id: that of the product with the name of its port.
#[must_use]
pub fn contract_id(product: &DataProduct) -> String {
    format!("{}-{}", product.id, product.output_port.name)
}

/// The contract of a product's output port, of one of its versions with these columns and rules. Nothing is promised
/// that nobody said: no service level, and of keys and rules only those that its owner agreed to.
#[must_use]
pub fn contract(
    product: &DataProduct,
    columns: &[Column],
    promised: &[QualityRule],
    number: i64,
    version: SemanticVersion,
) -> Document {
    let mut keys = 0;
    let mut properties: Vec<Node> = Vec::with_capacity(columns.len());
    for column in columns {
        keys += i64::from(column.marks.key);
        let position = column.marks.key.then_some(keys);
        properties.push(property(
            column,
            position,
            rules::of_column(promised, &column.name),
        ));
    }
    let mut table = Fields::default();
    table.set("name", table_name(&product.slug).into());
    table.set("physicalType", "table".into());
    table.set("businessName", product.name.as_str().into());
    table.set("properties", properties.into());
    let of_table = rules::of_table(promised);
    if !of_table.is_empty() {
        table.set("quality", of_table.into());
    }
    Document::new(fields! {
        "apiVersion": ODCS_VERSION,
        "kind": "DataContract",
        "id": contract_id(product),
        "name": product.name.as_str(),
        "version": version.to_string(),
        "status": status(product.lifecycle),
        "domain": product.domain.slug.as_str(),
        "description": fields! { "purpose": product.purpose.as_str() },
        "servers": vec![fields! {
            "server": "workspace",
            "type": "custom",
            "description": "A Delta Lake table in the workspace's storage. Whoever may read its rows is told where it lies.",
            "format": "delta",
        }],
        "schema": vec![Node::Fields(table)],
        "team": team(product),
        "customProperties": vec![
            classified(product),
            fields! { "property": "productVersion", "value": number },
        ],
        "contractCreatedTs": product.created_at.to_rfc3339_opts(SecondsFormat::Secs, true),
    })
}

/// The product's own document: what it is for, who stands for it, what it offers under which contract.
#[must_use]
pub fn product_document(product: &DataProduct, version: SemanticVersion) -> Document {
    Document::new(fields! {
        "apiVersion": ODPS_VERSION,
        "kind": "DataProduct",
        "id": product.id.to_string(),
        "name": product.name.as_str(),
        "version": version.to_string(),
        "status": status(product.lifecycle),
        "domain": product.domain.slug.as_str(),
        "description": fields! { "purpose": product.purpose.as_str() },
        "customProperties": vec![classified(product)],
        "outputPorts": vec![fields! {
            "name": product.output_port.name.as_str(),
            "description": "The product's rows, as a Delta Lake table.",
            "type": "tables",
            "version": version.to_string(),
            "contractId": contract_id(product),
        }],
        "team": team(product),
        "productCreatedTs": product.created_at.to_rfc3339_opts(SecondsFormat::Secs, true),
    })
}

fn team(product: &DataProduct) -> Node {
    let owner = fields! {
        "username": product.owner.id.to_string(),
        "name": product.owner.name.as_str(),
        "role": "owner",
    };
    fields! { "members": vec![owner] }
}

fn classified(product: &DataProduct) -> Node {
    fields! { "property": "classification", "value": classification(product.classification) }
}

fn classification(of: Classification) -> &'static str {
    match of {
        Classification::Public => "public",
        Classification::Internal => "internal",
        Classification::Confidential => "confidential",
        Classification::Restricted => "restricted",
    }
}

fn status(lifecycle: Lifecycle) -> &'static str {
    match lifecycle {
        Lifecycle::Draft => "draft",
        Lifecycle::Active => "active",
    }
}

/// The readable id as a name that references may use: letters, digits and underscores.
pub(crate) fn table_name(slug: &str) -> String {
    let mut name: String = slug
        .chars()
        .map(|sign| {
            if sign.is_ascii_alphanumeric() {
                sign
            } else {
                '_'
            }
        })
        .collect();
    if !name.starts_with(|first: char| first.is_ascii_alphabetic()) {
        name.insert(0, '_');
    }
    name
}

fn property(column: &Column, key_position: Option<i64>, quality: Vec<Node>) -> Node {
    let mut said = Fields::default();
    said.set("name", column.name.as_str().into());
    said.set("businessName", column.business_name.as_str().into());
    said.set("logicalType", logical_type(column.column_type).into());
    if column.column_type == ColumnType::Binary {
        // The standard has no type for bytes.
        said.set("logicalTypeOptions", fields! { "format": "binary" });
    }
    said.set("physicalType", column.physical_type.as_str().into());
    if !column.description.is_empty() {
        said.set("description", column.description.as_str().into());
    }
    let marks = &column.marks;
    if let Some(position) = key_position {
        said.set("primaryKey", Node::Bool(true));
        said.set("primaryKeyPosition", position.into());
    }
    if marks.required {
        said.set("required", Node::Bool(true));
    }
    if let Some(named) = marks.classification {
        said.set("classification", classification(named).into());
    }
    if !quality.is_empty() {
        said.set("quality", quality.into());
    }
    let own = own_marks(column);
    if !own.is_empty() {
        said.set("customProperties", own.into());
    }
    Node::Fields(said)
}

/// What the standard has no field for.
fn own_marks(column: &Column) -> Vec<Node> {
    let marks = &column.marks;
    let mut own = Vec::new();
    if let Some(meaning) = &marks.meaning {
        own.push(fields! { "property": "meaning", "value": spelled(*meaning) });
    }
    if marks.personal {
        own.push(fields! { "property": "personalData", "value": Node::Bool(true) });
    }
    if let Some(mask) = &marks.mask {
        own.push(fields! { "property": "mask", "value": spelled(*mask) });
    }
    own
}

/// A code as the API spells it.
fn spelled(code: impl serde::Serialize) -> Node {
    serde_json::to_value(code).map_or(Node::Null, Node::from)
}

pub(crate) fn logical_type(of: ColumnType) -> &'static str {
    match of {
        ColumnType::Boolean => "boolean",
        ColumnType::Integer => "integer",
        ColumnType::Decimal | ColumnType::Number => "number",
        ColumnType::String | ColumnType::Binary => "string",
        ColumnType::Date => "date",
        ColumnType::Timestamp => "timestamp",
    }
}
