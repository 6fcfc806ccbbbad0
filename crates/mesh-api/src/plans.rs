//! Plans.

use axum::{
    Json,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use mesh_model::{AppliedPlan, Plan, PlanId, PlanRequest};
use mesh_platform::{Keyed, Platform};
use serde::Deserialize;
use utoipa::IntoParams;
use uuid::Uuid;

use crate::{
    Problem,
    domains::DryRun,
    extract::{Asked, Body, Caller, Id, IdempotencyKey},
    page::List,
};

/// Whose plans.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query)]
pub(crate) struct About {
    /// The domain or person that the plans are about.
    pub(crate) subject: Uuid,
}

/// The newest plans about a domain or person, newest first.
#[utoipa::path(get, path = "/plans", operation_id = "list_plans", tag = "plans", params(About), responses(
    (status = 200, body = List<AppliedPlan>),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn list_plans(
    State(platform): State<Platform>,
    Caller(by): Caller,
    Asked(about): Asked<About>,
) -> Result<Json<List<AppliedPlan>>, Problem> {
    let items = platform.plans().list(&by, about.subject).await?;
    Ok(Json(List {
        items,
        next_page_token: None,
    }))
}

/// Says what a plan would do, or applies it as one.
#[utoipa::path(post, path = "/plans", operation_id = "apply_plan", tag = "plans", request_body = PlanRequest,
    params(DryRun, ("Idempotency-Key" = Option<String>, Header, description = "Repeats are harmless.")), responses(
    (status = 200, body = Plan, description = "With dryRun: what it would do."),
    (status = 201, body = AppliedPlan),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn apply_plan(
    State(platform): State<Platform>,
    Caller(by): Caller,
    Asked(asked): Asked<DryRun>,
    IdempotencyKey(key): IdempotencyKey,
    Body(input): Body<PlanRequest>,
) -> Result<Response, Problem> {
    if asked.dry_run {
        return Ok(Json(platform.plans().look(&by, input.plan).await?).into_response());
    }
    let applied = platform.plans().apply(&by, Keyed { input, key }).await?;
    Ok((StatusCode::CREATED, Json(applied)).into_response())
}

/// A plan that was applied.
#[utoipa::path(get, path = "/plans/{id}", operation_id = "get_plan", tag = "plans",
    params(("id" = PlanId, Path, description = "The plan's id.")), responses(
    (status = 200, body = AppliedPlan),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn get_plan(
    State(platform): State<Platform>,
    Caller(by): Caller,
    Id(id): Id<PlanId>,
) -> Result<Json<AppliedPlan>, Problem> {
    Ok(Json(platform.plans().get(&by, id).await?))
}

/// Undoes a plan, as long as nothing that it touched has changed since.
#[utoipa::path(post, path = "/plans/{id}/undo", operation_id = "undo_plan", tag = "plans",
    params(("id" = PlanId, Path, description = "The plan's id.")), responses(
    (status = 200, body = AppliedPlan),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn undo_plan(
    State(platform): State<Platform>,
    Caller(by): Caller,
    Id(id): Id<PlanId>,
) -> Result<Json<AppliedPlan>, Problem> {
    Ok(Json(platform.plans().undo(&by, id).await?))
}
