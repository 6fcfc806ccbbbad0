//! Personal access tokens.

use axum::{
    Json,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use mesh_model::{AccessToken, AccessTokenCreated, AccessTokenId, AccessTokenInput};
use mesh_platform::Platform;

use crate::{
    Problem,
    extract::{Body, Caller, Id},
    page::List,
};

/// One's own tokens, newest first.
#[utoipa::path(get, path = "/access-tokens", operation_id = "list_access_tokens", tag = "access-tokens", responses(
    (status = 200, body = List<AccessToken>),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn list_access_tokens(
    State(platform): State<Platform>,
    Caller(by): Caller,
) -> Result<Json<List<AccessToken>>, Problem> {
    Ok(Json(List {
        items: platform.access_tokens().list(&by).await?,
        next_page_token: None,
    }))
}

/// Makes a token and tells its secret this once.
#[utoipa::path(post, path = "/access-tokens", operation_id = "create_access_token", tag = "access-tokens",
    request_body = AccessTokenInput, responses(
    (status = 201, body = AccessTokenCreated),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn create_access_token(
    State(platform): State<Platform>,
    Caller(by): Caller,
    Body(input): Body<AccessTokenInput>,
) -> Result<Response, Problem> {
    let created = platform.access_tokens().create(&by, input).await?;
    Ok((StatusCode::CREATED, Json(created)).into_response())
}

/// Revokes one's own token.
#[utoipa::path(delete, path = "/access-tokens/{id}", operation_id = "delete_access_token", tag = "access-tokens",
    params(("id" = AccessTokenId, Path, description = "The token's id.")), responses(
    (status = 204),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn delete_access_token(
    State(platform): State<Platform>,
    Caller(by): Caller,
    Id(id): Id<AccessTokenId>,
) -> Result<StatusCode, Problem> {
    platform.access_tokens().delete(&by, id).await?;
    Ok(StatusCode::NO_CONTENT)
}
