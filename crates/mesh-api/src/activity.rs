//! What happened to one thing, and what may be done with it.

use axum::{Json, extract::State};
use mesh_model::{AuditItem, ExplainedDecision, PolicyRule, ProblemCode, ThingKind};
use mesh_platform::Platform;
use serde::Deserialize;
use utoipa::IntoParams;

use crate::{
    Problem,
    extract::{Asked, Caller},
    page::{List, Paging},
};

/// The activity of which thing, and which page of it.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query)]
pub(crate) struct ActivityQuery {
    /// A domain, a data product or a person.
    kind: ThingKind,
    /// The thing's id; a domain's or data product's readable id will do.
    id: String,
    /// The `nextPageToken` of the page before.
    page_token: Option<String>,
    /// How many entries, 1 to 500.
    #[param(minimum = 1, maximum = 500, default = 100)]
    page_size: Option<i64>,
}

/// What happened to one thing, newest first: for whoever may see it. What stood before and after is told to those who
/// may change it or read the audit.
#[utoipa::path(get, path = "/activity", operation_id = "list_activity", tag = "audit", params(ActivityQuery), responses(
    (status = 200, body = List<AuditItem>),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn list_activity(
    State(platform): State<Platform>,
    Caller(by): Caller,
    Asked(asked): Asked<ActivityQuery>,
) -> Result<Json<List<AuditItem>>, Problem> {
    let paging = Paging {
        page_token: asked.page_token,
        page_size: asked.page_size,
    };
    let items = platform
        .audit()
        .activity(&by, asked.kind, &asked.id, paging.after()?, paging.limit())
        .await?;
    Ok(Json(paging.page(items, |item| item.sequence)))
}

/// Every policy that decides in this workspace, as it is written in Cedar.
#[utoipa::path(get, path = "/policies", operation_id = "list_policies", tag = "policies", responses(
    (status = 200, body = List<PolicyRule>),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn list_policies(
    State(platform): State<Platform>,
    Caller(by): Caller,
) -> Result<Json<List<PolicyRule>>, Problem> {
    Ok(Json(List {
        items: platform.decisions().rules(&by).await?,
        next_page_token: None,
    }))
}

/// Decisions about which thing.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query)]
pub(crate) struct DecisionQuery {
    /// The workspace, a domain, a data product or a person.
    kind: ThingKind,
    /// The thing's id; a domain's or data product's readable id will do. The workspace needs none.
    id: Option<String>,
}

/// What the caller may do with a thing, under which policies, and who may do what they may not.
#[utoipa::path(get, path = "/decisions", operation_id = "list_decisions", tag = "policies", params(DecisionQuery),
    responses(
    (status = 200, body = List<ExplainedDecision>),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn list_decisions(
    State(platform): State<Platform>,
    Caller(by): Caller,
    Asked(asked): Asked<DecisionQuery>,
) -> Result<Json<List<ExplainedDecision>>, Problem> {
    let id = match (asked.kind, asked.id) {
        (ThingKind::Workspace, _) => String::new(),
        (_, Some(id)) => id,
        (_, None) => {
            return Err(Problem::of(ProblemCode::Malformed).saying("id is missing"));
        }
    };
    let items = platform.decisions().explain(&by, asked.kind, &id).await?;
    Ok(Json(List {
        items,
        next_page_token: None,
    }))
}
