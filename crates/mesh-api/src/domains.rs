//! Domains.

use axum::{
    Json,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use mesh_model::{
    Domain, DomainAbility, DomainCheck, DomainEdit, DomainId, DomainInput, DomainOrder,
    DomainOutline, DomainsAsked, DomainsShown, PersonId,
};
use mesh_platform::{Keyed, Platform};
use serde::Deserialize;
use utoipa::IntoParams;

use crate::{
    Problem,
    extract::{Asked, Body, Caller, Id, IdempotencyKey, IfMatch},
    page::{CountedList, List, Paging, tagged},
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

/// Which domains to list.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query)]
pub(crate) struct DomainFilter {
    /// Parts of words, in any order, of name, readable id or purpose, of an owner's name or e-mail address, or of the
    /// name of a domain above; marks and case are ignored.
    #[serde(default)]
    #[param(required = false)]
    query: String,
    /// Whether those in use, those that are closed, or both.
    #[serde(default)]
    #[param(required = false, inline)]
    shown: DomainsShown,
    /// Those directly below this domain only.
    parent_id: Option<DomainId>,
    /// Those of which this person is an owner, not counting roles from above.
    owner_id: Option<PersonId>,
    /// Those with which the asking person may do this.
    #[param(inline)]
    can: Option<DomainAbility>,
    /// In which order.
    #[serde(default)]
    #[param(required = false, inline)]
    order: DomainOrder,
}

/// Domains, by name unless another order is asked for.
#[utoipa::path(get, path = "/domains", operation_id = "list_domains", tag = "domains", params(DomainFilter, Paging),
    responses(
    (status = 200, body = CountedList<Domain>),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn list_domains(
    State(platform): State<Platform>,
    Caller(by): Caller,
    Asked(filter): Asked<DomainFilter>,
    Asked(paging): Asked<Paging>,
) -> Result<Json<CountedList<Domain>>, Problem> {
    let asked = DomainsAsked {
        query: filter.query,
        shown: filter.shown,
        parent: filter.parent_id,
        owner: filter.owner_id,
        order: filter.order,
    };
    let (found, total) = platform
        .domains()
        .list(&by, asked, filter.can, paging.after()?, paging.limit())
        .await?;
    Ok(Json(paging.page(found, |domain| domain.id).counted(total)))
}

/// The tree of all domains, in short.
#[utoipa::path(get, path = "/domain-tree", operation_id = "get_domain_tree", tag = "domains", responses(
    (status = 200, body = List<DomainOutline>),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn get_domain_tree(
    State(platform): State<Platform>,
    Caller(by): Caller,
) -> Result<Json<List<DomainOutline>>, Problem> {
    Ok(Json(List {
        items: platform.domains().outlines(&by).await?,
        next_page_token: None,
    }))
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
