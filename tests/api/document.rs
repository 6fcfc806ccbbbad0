//! The OpenAPI document.

use std::collections::BTreeSet;

use serde_json::Value;

/// The operation ids of the document.
pub(crate) fn operations() -> BTreeSet<String> {
    let document = serde_json::to_value(mesh_api::document()).expect("a document");
    let paths = document["paths"].as_object().expect("paths").clone();
    paths
        .values()
        .flat_map(|path| {
            path.as_object()
                .cloned()
                .unwrap_or_default()
                .into_iter()
                .map(|(_, operation)| operation)
        })
        .filter_map(|operation| operation["operationId"].as_str().map(str::to_owned))
        .collect()
}

#[test]
fn the_committed_document_is_the_one_that_is_served() {
    let committed = include_str!("../../crates/mesh-api/openapi.json");
    let committed: Value = serde_json::from_str(committed).expect("the committed document is JSON");
    let served = serde_json::to_value(mesh_api::document()).expect("a document");
    assert!(
        committed == served,
        "crates/mesh-api/openapi.json is stale: run `npm run generate`"
    );
}

#[test]
fn every_operation_and_field_is_documented() {
    let document = serde_json::to_value(mesh_api::document()).expect("a document");
    assert!(
        document["openapi"]
            .as_str()
            .is_some_and(|version| version.starts_with("3.1"))
    );
    let mut silent = Vec::new();
    for (path, operations) in document["paths"].as_object().expect("paths") {
        for (method, operation) in operations.as_object().expect("operations") {
            if operation["summary"].as_str().is_none_or(str::is_empty) {
                silent.push(format!("{method} {path}"));
            }
        }
    }
    for (name, schema) in document["components"]["schemas"]
        .as_object()
        .expect("schemas")
    {
        let Some(fields) = schema["properties"].as_object() else {
            continue;
        };
        for (field, schema) in fields {
            // What may be null says so beside a reference, which carries the sentence.
            let either = schema["oneOf"].as_array().into_iter().flatten();
            let told = |schema: &Value| {
                schema["description"]
                    .as_str()
                    .is_some_and(|text| !text.is_empty())
            };
            if !told(schema) && !either.clone().any(told) {
                silent.push(format!("{name}.{field}"));
            }
        }
    }
    assert!(silent.is_empty(), "nothing is said of {silent:?}");
}
