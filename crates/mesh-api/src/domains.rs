//! Domains.

use axum::{
    Json,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use mesh_model::{Domain, DomainCheck, DomainEdit, DomainId, DomainInput};
use mesh_platform::{Keyed, Platform};
use serde::Deserialize;
use utoipa::IntoParams;

use crate::{
    Problem,
    extract::{Asked, Body, Caller, Id, IdempotencyKey, IfMatch},
    page::{List, Paging, tagged},
};

/// Whether to do it or only to say what would be done.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query)]
pub(crate) struct DryRun {
    /// With true, nothing is changed.
    #[serde(default)]
    pub(crate) dry_run: bool,
}

/// Domains, by name.
#[utoipa::path(get, path = "/domains", operation_id = "list_domains", tag = "domains", params(Paging), responses(
    (status = 200, body = List<Domain>),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn list_domains(
    State(platform): State<Platform>,
    Caller(by): Caller,
    Asked(paging): Asked<Paging>,
) -> Result<Json<List<Domain>>, Problem> {
    let domains = platform
        .domains()
        .list(&by, paging.after()?, paging.limit())
        .await?;
    Ok(Json(paging.page(domains, |domain| domain.id)))
}

/// Creates a domain, or says what would become of it.
#[utoipa::path(post, path = "/domains", operation_id = "create_domain", tag = "domains", request_body = DomainInput,
    params(DryRun, ("Idempotency-Key" = Option<String>, Header, description = "Repeats are harmless.")), responses(
    (status = 200, body = DomainCheck, description = "With dryRun: what would become of it."),
    (status = 201, body = Domain),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn create_domain(
    State(platform): State<Platform>,
    Caller(by): Caller,
    Asked(asked): Asked<DryRun>,
    IdempotencyKey(key): IdempotencyKey,
    Body(input): Body<DomainInput>,
) -> Result<Response, Problem> {
    if asked.dry_run {
        return Ok(Json(platform.domains().check(&by, input).await?).into_response());
    }
    let domain = platform.domains().create(&by, Keyed { input, key }).await?;
    Ok(tagged(StatusCode::CREATED, domain.revision, domain))
}

/// One domain.
#[utoipa::path(get, path = "/domains/{id}", operation_id = "get_domain", tag = "domains",
    params(("id" = String, Path, description = "The domain's id, or its present or a former readable id.")), responses(
    (status = 200, body = Domain),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn get_domain(
    State(platform): State<Platform>,
    Caller(by): Caller,
    Id(id): Id<String>,
) -> Result<Response, Problem> {
    let domain = platform.domains().get(&by, &id).await?;
    Ok(tagged(StatusCode::OK, domain.revision, domain))
}

/// Changes what of a domain needs no plan. Name, readable id and place are changed by plans.
#[utoipa::path(put, path = "/domains/{id}", operation_id = "update_domain", tag = "domains", request_body = DomainEdit,
    params(
        ("id" = String, Path, description = "The domain's id."),
        ("If-Match" = String, Header, description = "The ETag that was read."),
    ), responses(
    (status = 200, body = Domain),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn update_domain(
    State(platform): State<Platform>,
    Caller(by): Caller,
    Id(id): Id<DomainId>,
    IfMatch(revision): IfMatch,
    Body(edit): Body<DomainEdit>,
) -> Result<Response, Problem> {
    let domain = platform.domains().update(&by, id, revision, edit).await?;
    Ok(tagged(StatusCode::OK, domain.revision, domain))
}
