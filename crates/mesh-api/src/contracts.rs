//! Data contracts and product documents.

use axum::{
    Json,
    extract::State,
    http::{HeaderMap, HeaderValue, header},
    response::{IntoResponse, Response},
};
use mesh_model::{ContractChanges, DataProductId};
use mesh_platform::{Document, Platform, to_yaml};
use serde::Deserialize;
use utoipa::IntoParams;

use crate::{
    Problem,
    extract::{Asked, Caller, Id},
};

/// Which contract.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query)]
pub(crate) struct ContractVersion {
    /// That of this version of the product; of the current one if missing.
    version: Option<i64>,
}

/// A product's data contract (Open Data Contract Standard 3.1): its columns with their types and meaning, its owner, its
/// version. As YAML, or as JSON where `Accept` asks for it. Nothing in it says where the table's files lie.
#[utoipa::path(get, path = "/data-products/{id}/contract", operation_id = "get_contract", tag = "contracts",
    params(("id" = DataProductId, Path, description = "The product's id."), ContractVersion), responses(
    (status = 200, content((String = "application/yaml"), (serde_json::Value = "application/json"))),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn get_contract(
    State(platform): State<Platform>,
    Caller(by): Caller,
    Id(id): Id<DataProductId>,
    Asked(asked): Asked<ContractVersion>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let (document, name) = platform.contracts().get(&by, id, asked.version).await?;
    Ok(written(&headers, &document, &name))
}

/// A product's own document (Open Data Product Standard 1.0, by Bitol): what it is for, who stands for it, what it offers
/// under which contract. As YAML, or as JSON where `Accept` asks for it.
#[utoipa::path(get, path = "/data-products/{id}/product-document", operation_id = "get_product_document",
    tag = "contracts", params(("id" = DataProductId, Path, description = "The product's id.")), responses(
    (status = 200, content((String = "application/yaml"), (serde_json::Value = "application/json"))),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn get_product_document(
    State(platform): State<Platform>,
    Caller(by): Caller,
    Id(id): Id<DataProductId>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let (document, name) = platform.contracts().product_document(&by, id).await?;
    Ok(written(&headers, &document, &name))
}

/// Which two contracts.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query)]
pub(crate) struct ContractRange {
    /// From that of this version of the product; from the one before `to` if missing.
    from: Option<i64>,
    /// To that of this version; to the current one if missing.
    to: Option<i64>,
}

/// What changed between the contracts of two versions of a product, each change with what it asks of those who use it.
#[utoipa::path(get, path = "/data-products/{id}/contract/changes", operation_id = "get_contract_changes",
    tag = "contracts", params(("id" = DataProductId, Path, description = "The product's id."), ContractRange), responses(
    (status = 200, body = ContractChanges),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn get_contract_changes(
    State(platform): State<Platform>,
    Caller(by): Caller,
    Id(id): Id<DataProductId>,
    Asked(range): Asked<ContractRange>,
) -> Result<Json<ContractChanges>, Problem> {
    let contracts = platform.contracts();
    Ok(Json(
        contracts.changes(&by, id, range.from, range.to).await?,
    ))
}

/// The document in the form that is asked for.
fn written(headers: &HeaderMap, document: &Document, name: &str) -> Response {
    let mut response = if wants_json(headers) {
        return Json(document.value()).into_response();
    } else {
        to_yaml(document.value()).into_response()
    };
    let headers = response.headers_mut();
    // RFC 9512.
    let kind = HeaderValue::from_static("application/yaml");
    headers.insert(header::CONTENT_TYPE, kind);
    if let Ok(value) = HeaderValue::from_str(&format!("attachment; filename=\"{name}\"")) {
        headers.insert(header::CONTENT_DISPOSITION, value);
    }
    headers.insert(header::VARY, HeaderValue::from_static("Accept"));
    response
}

/// JSON only for those who name it and don't name YAML before it.
fn wants_json(headers: &HeaderMap) -> bool {
    let accepted = headers
        .get(header::ACCEPT)
        .and_then(|value| value.to_str().ok());
    let kinds = accepted.unwrap_or_default().split(',');
    let named = kinds.map(|kind| kind.split(';').next().unwrap_or_default().trim());
    let mut known = named.filter(|kind| {
        [
            "application/json",
            "application/yaml",
            "application/x-yaml",
            "text/yaml",
        ]
        .contains(kind)
    });
    known.next() == Some("application/json")
}
