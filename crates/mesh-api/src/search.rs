//! Search.

use axum::{Json, extract::State};
use mesh_model::SearchHit;
use mesh_platform::Platform;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::{
    Problem,
    extract::{Asked, Caller},
};

const LIMIT: usize = 20;

/// What to look for.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query)]
pub(crate) struct SearchText {
    /// Words or beginnings of words; one typo in each is forgiven.
    #[serde(default)]
    q: String,
    /// How many hits, at most 100.
    #[param(minimum = 1, maximum = 100, default = 20)]
    limit: Option<usize>,
}

/// What was found.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SearchAnswer {
    /// The best first.
    items: Vec<SearchHit>,
    /// Whether everything was searched; false for a moment after the start.
    indexed: bool,
}

/// Finds domains and data products: exact names first, then beginnings of words, then one typo.
#[utoipa::path(get, path = "/search", operation_id = "search", tag = "search", params(SearchText), responses(
    (status = 200, body = SearchAnswer),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn search(
    State(platform): State<Platform>,
    Caller(by): Caller,
    Asked(asked): Asked<SearchText>,
) -> Result<Json<SearchAnswer>, Problem> {
    let (items, indexed) = platform
        .search()
        .find(&by, &asked.q, asked.limit.unwrap_or(LIMIT))
        .await?;
    Ok(Json(SearchAnswer { items, indexed }))
}
