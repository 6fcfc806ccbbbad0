//! Publications.

use axum::{
    Json,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use mesh_model::{
    DataProductId, Publication, PublicationId, PublicationInput, PublicationPlan, PublicationState,
};
use mesh_platform::{Keyed, Platform};
use serde::Deserialize;
use utoipa::IntoParams;

use crate::{
    Problem,
    domains::DryRun,
    extract::{Asked, Body, Caller, Id, IdempotencyKey, Ids},
    page::{List, Paging, tagged},
};

/// Which publications to list.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query)]
pub(crate) struct PublicationFilter {
    /// Of this product only.
    data_product_id: Option<DataProductId>,
    /// In this state only.
    state: Option<PublicationState>,
    /// The `nextPageToken` of the page before.
    page_token: Option<String>,
    /// How many things, 1 to 500.
    #[param(minimum = 1, maximum = 500, default = 100)]
    page_size: Option<i64>,
}

/// Publications, newest first.
#[utoipa::path(get, path = "/publications", operation_id = "list_publications", tag = "publications",
    params(PublicationFilter), responses(
    (status = 200, body = List<Publication>),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn list_publications(
    State(platform): State<Platform>,
    Caller(by): Caller,
    Asked(filter): Asked<PublicationFilter>,
) -> Result<Json<List<Publication>>, Problem> {
    let paging = Paging {
        page_token: filter.page_token,
        page_size: filter.page_size,
    };
    let publications = platform
        .publications()
        .list(
            &by,
            filter.data_product_id,
            filter.state,
            paging.after()?,
            paging.limit(),
        )
        .await?;
    Ok(Json(
        paging.page(publications, |publication| publication.id),
    ))
}

/// Publishes a file as a new product or as a new version of one; or, with dryRun, says what would be done.
#[utoipa::path(post, path = "/publications", operation_id = "create_publication", tag = "publications",
    request_body = PublicationInput,
    params(DryRun, ("Idempotency-Key" = Option<String>, Header, description = "Repeats are harmless.")), responses(
    (status = 200, body = PublicationPlan, description = "With dryRun: what would be done."),
    (status = 202, body = Publication),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn create_publication(
    State(platform): State<Platform>,
    Caller(by): Caller,
    Asked(asked): Asked<DryRun>,
    IdempotencyKey(key): IdempotencyKey,
    Body(input): Body<PublicationInput>,
) -> Result<Response, Problem> {
    if asked.dry_run {
        return Ok(Json(platform.publications().plan(&by, input).await?).into_response());
    }
    let publication = platform
        .publications()
        .start(&by, Keyed { input, key })
        .await?;
    Ok(tagged(
        StatusCode::ACCEPTED,
        publication.revision,
        publication,
    ))
}

/// Makes a version that holds what an earlier one held; or, with dryRun, says what would be done. Nothing is lost: the
/// version that is the current one now can be put back the same way.
#[utoipa::path(post, path = "/data-products/{id}/versions/{number}/put-back", operation_id = "put_back_version",
    tag = "publications",
    params(
        ("id" = DataProductId, Path, description = "The product's id."),
        ("number" = i64, Path, description = "The earlier version's number."),
        DryRun,
        ("Idempotency-Key" = Option<String>, Header, description = "Repeats are harmless."),
    ), responses(
    (status = 200, body = PublicationPlan, description = "With dryRun: what would be done."),
    (status = 202, body = Publication),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn put_back_version(
    State(platform): State<Platform>,
    Caller(by): Caller,
    Ids(id, number): Ids<DataProductId, i64>,
    Asked(asked): Asked<DryRun>,
    IdempotencyKey(key): IdempotencyKey,
) -> Result<Response, Problem> {
    let publications = platform.publications();
    if asked.dry_run {
        return Ok(Json(publications.plan_put_back(&by, id, number).await?).into_response());
    }
    let input = (id, number);
    let publication = publications.put_back(&by, Keyed { input, key }).await?;
    Ok(tagged(
        StatusCode::ACCEPTED,
        publication.revision,
        publication,
    ))
}

/// One publication, with its progress.
#[utoipa::path(get, path = "/publications/{id}", operation_id = "get_publication", tag = "publications",
    params(("id" = PublicationId, Path, description = "The publication's id.")), responses(
    (status = 200, body = Publication),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn get_publication(
    State(platform): State<Platform>,
    Caller(by): Caller,
    Id(id): Id<PublicationId>,
) -> Result<Response, Problem> {
    let publication = platform.publications().get(&by, id).await?;
    Ok(tagged(StatusCode::OK, publication.revision, publication))
}

/// How a publication is taken up again.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query)]
pub(crate) struct Resuming {
    /// Whether rules that rows break only warn from now on, so that they don't keep this version from being published.
    #[param(default = false)]
    rules_warn: Option<bool>,
}

/// Takes a failed publication up again, where it failed.
#[utoipa::path(post, path = "/publications/{id}/resume", operation_id = "resume_publication", tag = "publications",
    params(("id" = PublicationId, Path, description = "The publication's id."), Resuming), responses(
    (status = 202, body = Publication),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn resume_publication(
    State(platform): State<Platform>,
    Caller(by): Caller,
    Id(id): Id<PublicationId>,
    Asked(asked): Asked<Resuming>,
) -> Result<Response, Problem> {
    let rules_warn = asked.rules_warn.unwrap_or(false);
    let publication = platform.publications().resume(&by, id, rules_warn).await?;
    Ok(tagged(
        StatusCode::ACCEPTED,
        publication.revision,
        publication,
    ))
}

/// Undoes a publication that runs or has failed. A product that was never published goes with it.
#[utoipa::path(post, path = "/publications/{id}/cancel", operation_id = "cancel_publication", tag = "publications",
    params(("id" = PublicationId, Path, description = "The publication's id.")), responses(
    (status = 200, body = Publication),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn cancel_publication(
    State(platform): State<Platform>,
    Caller(by): Caller,
    Id(id): Id<PublicationId>,
) -> Result<Response, Problem> {
    let publication = platform.publications().cancel(&by, id).await?;
    Ok(tagged(StatusCode::OK, publication.revision, publication))
}
