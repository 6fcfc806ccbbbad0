//! The workspace.

use axum::{Json, extract::State};
use mesh_model::{Workspace, WorkspaceEdit};
use mesh_platform::Platform;
use serde_json::{Value, json};

use crate::{
    Problem,
    extract::{Body, Caller},
};

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

/// Gives the workspace another name.
#[utoipa::path(put, path = "/workspace", operation_id = "update_workspace", tag = "workspace",
    request_body = WorkspaceEdit, responses(
    (status = 200, body = Workspace),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn update_workspace(
    State(platform): State<Platform>,
    Caller(by): Caller,
    Body(edit): Body<WorkspaceEdit>,
) -> Result<Json<Workspace>, Problem> {
    Ok(Json(platform.rename(&by, edit).await?))
}

pub(crate) async fn get_health() -> Json<Value> {
    Json(json!({ "status": "ok" }))
}
