//! Service accounts and their tokens.

use axum::{
    Json,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use mesh_model::{
    AccessToken, AccessTokenCreated, AccessTokenId, AccessTokenInput, ServiceAccount,
    ServiceAccountId, ServiceAccountInput,
};
use mesh_platform::{Keyed, Platform};

use crate::{
    Problem,
    extract::{Asked, Body, Caller, Id, IdempotencyKey, Ids, IfMatch},
    page::{List, Paging, tagged},
};

/// Service accounts that haven't ended, by name.
#[utoipa::path(get, path = "/service-accounts", operation_id = "list_service_accounts", tag = "service-accounts",
    params(Paging), responses(
    (status = 200, body = List<ServiceAccount>),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn list_service_accounts(
    State(platform): State<Platform>,
    Caller(by): Caller,
    Asked(paging): Asked<Paging>,
) -> Result<Json<List<ServiceAccount>>, Problem> {
    let accounts = platform
        .service_accounts()
        .list(&by, paging.after()?, paging.limit())
        .await?;
    Ok(Json(paging.page(accounts, |account| account.id)))
}

/// Creates a service account; whoever creates it answers for it, unless an administrator names somebody else.
#[utoipa::path(post, path = "/service-accounts", operation_id = "create_service_account", tag = "service-accounts",
    request_body = ServiceAccountInput,
    params(("Idempotency-Key" = Option<String>, Header, description = "Repeats are harmless.")), responses(
    (status = 201, body = ServiceAccount),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn create_service_account(
    State(platform): State<Platform>,
    Caller(by): Caller,
    IdempotencyKey(key): IdempotencyKey,
    Body(input): Body<ServiceAccountInput>,
) -> Result<Response, Problem> {
    let account = platform
        .service_accounts()
        .create(&by, Keyed { input, key })
        .await?;
    Ok(tagged(StatusCode::CREATED, account.revision, account))
}

/// One service account, also one that has ended.
#[utoipa::path(get, path = "/service-accounts/{id}", operation_id = "get_service_account", tag = "service-accounts",
    params(("id" = ServiceAccountId, Path, description = "The service account's id.")), responses(
    (status = 200, body = ServiceAccount),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn get_service_account(
    State(platform): State<Platform>,
    Caller(by): Caller,
    Id(id): Id<ServiceAccountId>,
) -> Result<Response, Problem> {
    let account = platform.service_accounts().get(&by, id).await?;
    Ok(tagged(StatusCode::OK, account.revision, account))
}

/// Changes a service account.
#[utoipa::path(put, path = "/service-accounts/{id}", operation_id = "update_service_account",
    tag = "service-accounts", request_body = ServiceAccountInput,
    params(
        ("id" = ServiceAccountId, Path, description = "The service account's id."),
        ("If-Match" = String, Header, description = "The ETag that was read."),
    ), responses(
    (status = 200, body = ServiceAccount),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn update_service_account(
    State(platform): State<Platform>,
    Caller(by): Caller,
    Id(id): Id<ServiceAccountId>,
    IfMatch(revision): IfMatch,
    Body(input): Body<ServiceAccountInput>,
) -> Result<Response, Problem> {
    let account = platform
        .service_accounts()
        .update(&by, id, revision, input)
        .await?;
    Ok(tagged(StatusCode::OK, account.revision, account))
}

/// Ends a service account for good: no token works any more, its role is taken, its history stays.
#[utoipa::path(delete, path = "/service-accounts/{id}", operation_id = "delete_service_account",
    tag = "service-accounts",
    params(("id" = ServiceAccountId, Path, description = "The service account's id.")), responses(
    (status = 204),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn delete_service_account(
    State(platform): State<Platform>,
    Caller(by): Caller,
    Id(id): Id<ServiceAccountId>,
) -> Result<StatusCode, Problem> {
    platform.service_accounts().end(&by, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// A service account's tokens, newest first.
#[utoipa::path(get, path = "/service-accounts/{id}/access-tokens", operation_id = "list_service_account_tokens",
    tag = "service-accounts",
    params(("id" = ServiceAccountId, Path, description = "The service account's id.")), responses(
    (status = 200, body = List<AccessToken>),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn list_service_account_tokens(
    State(platform): State<Platform>,
    Caller(by): Caller,
    Id(id): Id<ServiceAccountId>,
) -> Result<Json<List<AccessToken>>, Problem> {
    Ok(Json(List {
        items: platform.service_accounts().tokens(&by, id).await?,
        next_page_token: None,
    }))
}

/// Makes a token with which a program acts as the service account, and tells its secret this once.
#[utoipa::path(post, path = "/service-accounts/{id}/access-tokens", operation_id = "create_service_account_token",
    tag = "service-accounts", request_body = AccessTokenInput,
    params(("id" = ServiceAccountId, Path, description = "The service account's id.")), responses(
    (status = 201, body = AccessTokenCreated),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn create_service_account_token(
    State(platform): State<Platform>,
    Caller(by): Caller,
    Id(id): Id<ServiceAccountId>,
    Body(input): Body<AccessTokenInput>,
) -> Result<Response, Problem> {
    let created = platform
        .service_accounts()
        .create_token(&by, id, input)
        .await?;
    Ok((StatusCode::CREATED, Json(created)).into_response())
}

/// Revokes a token of a service account.
#[utoipa::path(delete, path = "/service-accounts/{id}/access-tokens/{tokenId}",
    operation_id = "delete_service_account_token", tag = "service-accounts",
    params(
        ("id" = ServiceAccountId, Path, description = "The service account's id."),
        ("tokenId" = AccessTokenId, Path, description = "The token's id."),
    ), responses(
    (status = 204),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn delete_service_account_token(
    State(platform): State<Platform>,
    Caller(by): Caller,
    Ids(id, token): Ids<ServiceAccountId, AccessTokenId>,
) -> Result<StatusCode, Problem> {
    platform
        .service_accounts()
        .delete_token(&by, id, token)
        .await?;
    Ok(StatusCode::NO_CONTENT)
}
