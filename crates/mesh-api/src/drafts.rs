//! Drafts of wizards.

use axum::{Json, extract::State, http::StatusCode, response::Response};
use mesh_model::{Draft, DraftEdit, DraftId, DraftInput};
use mesh_platform::{Keyed, Platform};

use crate::{
    Problem,
    extract::{Body, Caller, Id, IdempotencyKey, IfMatch},
    page::{List, tagged},
};

/// One's own drafts, the last one touched first.
#[utoipa::path(get, path = "/drafts", operation_id = "list_drafts", tag = "drafts", responses(
    (status = 200, body = List<Draft>),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn list_drafts(
    State(platform): State<Platform>,
    Caller(by): Caller,
) -> Result<Json<List<Draft>>, Problem> {
    Ok(Json(List {
        items: platform.drafts().list(&by).await?,
        next_page_token: None,
    }))
}

/// Begins a draft.
#[utoipa::path(post, path = "/drafts", operation_id = "create_draft", tag = "drafts", request_body = DraftInput,
    params(("Idempotency-Key" = Option<String>, Header, description = "Repeats are harmless.")), responses(
    (status = 201, body = Draft),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn create_draft(
    State(platform): State<Platform>,
    Caller(by): Caller,
    IdempotencyKey(key): IdempotencyKey,
    Body(input): Body<DraftInput>,
) -> Result<Response, Problem> {
    let draft = platform.drafts().create(&by, Keyed { input, key }).await?;
    Ok(tagged(StatusCode::CREATED, draft.revision, draft))
}

/// One's own draft.
#[utoipa::path(get, path = "/drafts/{id}", operation_id = "get_draft", tag = "drafts",
    params(("id" = DraftId, Path, description = "The draft's id.")), responses(
    (status = 200, body = Draft),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn get_draft(
    State(platform): State<Platform>,
    Caller(by): Caller,
    Id(id): Id<DraftId>,
) -> Result<Response, Problem> {
    let draft = platform.drafts().get(&by, id).await?;
    Ok(tagged(StatusCode::OK, draft.revision, draft))
}

/// Saves a draft.
#[utoipa::path(put, path = "/drafts/{id}", operation_id = "update_draft", tag = "drafts", request_body = DraftEdit,
    params(
        ("id" = DraftId, Path, description = "The draft's id."),
        ("If-Match" = String, Header, description = "The ETag that was read."),
    ), responses(
    (status = 200, body = Draft),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn update_draft(
    State(platform): State<Platform>,
    Caller(by): Caller,
    Id(id): Id<DraftId>,
    IfMatch(revision): IfMatch,
    Body(edit): Body<DraftEdit>,
) -> Result<Response, Problem> {
    let draft = platform.drafts().update(&by, id, revision, edit).await?;
    Ok(tagged(StatusCode::OK, draft.revision, draft))
}

/// Deletes a draft.
#[utoipa::path(delete, path = "/drafts/{id}", operation_id = "delete_draft", tag = "drafts",
    params(("id" = DraftId, Path, description = "The draft's id.")), responses(
    (status = 204),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn delete_draft(
    State(platform): State<Platform>,
    Caller(by): Caller,
    Id(id): Id<DraftId>,
) -> Result<StatusCode, Problem> {
    platform.drafts().delete(&by, id).await?;
    Ok(StatusCode::NO_CONTENT)
}
