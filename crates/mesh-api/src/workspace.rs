//! The workspace.

use axum::{Json, extract::State};
use mesh_model::Workspace;
use mesh_platform::Platform;
use serde_json::{Value, json};

use crate::Problem;

/// What everybody may know of the workspace before they sign in.
#[utoipa::path(get, path = "/workspace", operation_id = "get_workspace", tag = "workspace", security(()), responses(
    (status = 200, body = Workspace),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn get_workspace(
    State(platform): State<Platform>,
) -> Result<Json<Workspace>, Problem> {
    Ok(Json(platform.describe().await?))
}

pub(crate) async fn get_health() -> Json<Value> {
    Json(json!({ "status": "ok" }))
}
