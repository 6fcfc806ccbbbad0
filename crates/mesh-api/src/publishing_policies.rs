//! What is asked of data products before they are published.

use axum::{Json, extract::State};
use mesh_model::{PublishingPolicy, PublishingPolicyCode, PublishingPolicyEdit};
use mesh_platform::Platform;

use crate::{
    Problem,
    extract::{Body, Caller, Id},
    page::List,
};

/// What is asked of data products before they are published, and how strictly.
#[utoipa::path(get, path = "/publishing-policies", operation_id = "list_publishing_policies", tag = "publications",
    responses(
    (status = 200, body = List<PublishingPolicy>),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn list_publishing_policies(
    State(platform): State<Platform>,
    Caller(by): Caller,
) -> Result<Json<List<PublishingPolicy>>, Problem> {
    Ok(Json(List {
        items: platform.publishing_policies().list(&by).await?,
        next_page_token: None,
    }))
}

/// Sets how strictly something is asked. For administrators.
#[utoipa::path(put, path = "/publishing-policies/{code}", operation_id = "update_publishing_policy",
    tag = "publications", request_body = PublishingPolicyEdit,
    params(("code" = PublishingPolicyCode, Path, description = "What is asked.")), responses(
    (status = 200, body = PublishingPolicy),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn update_publishing_policy(
    State(platform): State<Platform>,
    Caller(by): Caller,
    Id(code): Id<PublishingPolicyCode>,
    Body(edit): Body<PublishingPolicyEdit>,
) -> Result<Json<PublishingPolicy>, Problem> {
    let policies = platform.publishing_policies();
    Ok(Json(policies.update(&by, code, edit).await?))
}
