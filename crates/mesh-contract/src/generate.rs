//! The documents that a data product of this mesh has, made from what is known of it: the same text every time.

use chrono::SecondsFormat;
use mesh_model::{Classification, Column, ColumnType, DataProduct, Lifecycle};

use crate::{Document, Fields, Node, SemanticVersion, node::fields};

/// The version of the data contract standard that contracts are written in.
pub const ODCS_VERSION: &str = "v3.1.0";

/// The version of the data product standard that product documents are written in.
pub const ODPS_VERSION: &str = "v1.0.0";

/// The contract's id: that of the product with the name of its port.
#[must_use]
pub fn contract_id(product: &DataProduct) -> String {
    format!("{}-{}", product.id, product.output_port.name)
}

/// The contract of a product's output port, of one of its versions with these columns. Nothing is promised that
/// nobody said: no service level, no quality rule, no key.
#[must_use]
pub fn contract(
    product: &DataProduct,
    columns: &[Column],
    number: i64,
    version: SemanticVersion,
) -> Document {
    let properties: Vec<Node> = columns.iter().map(property).collect();
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
        "schema": vec![fields! {
            "name": table_name(&product.slug),
            "physicalType": "table",
            "businessName": product.name.as_str(),
            "properties": properties,
        }],
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
    let name = match product.classification {
        Classification::Public => "public",
        Classification::Internal => "internal",
        Classification::Confidential => "confidential",
        Classification::Restricted => "restricted",
    };
    fields! { "property": "classification", "value": name }
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

pub(crate) fn property(column: &Column) -> Node {
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
    Node::Fields(said)
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
