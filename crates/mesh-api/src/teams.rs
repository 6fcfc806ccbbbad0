//! Teams.

use axum::{
    Json,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use mesh_model::{Team, TeamCheck, TeamId, TeamInput};
use mesh_platform::{Keyed, Platform};

use crate::{
    Problem,
    domains::DryRun,
    extract::{Asked, Body, Caller, Id, IdempotencyKey, IfMatch},
    page::{List, Paging, tagged},
};

/// Teams, by name.
#[utoipa::path(get, path = "/teams", operation_id = "list_teams", tag = "teams", params(Paging), responses(
    (status = 200, body = List<Team>),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn list_teams(
    State(platform): State<Platform>,
    Caller(by): Caller,
    Asked(paging): Asked<Paging>,
) -> Result<Json<List<Team>>, Problem> {
    let teams = platform
        .teams()
        .list(&by, paging.after()?, paging.limit())
        .await?;
    Ok(Json(paging.page(teams, |team| team.id)))
}

/// Creates a team, or says what would become of it.
#[utoipa::path(post, path = "/teams", operation_id = "create_team", tag = "teams", request_body = TeamInput,
    params(DryRun, ("Idempotency-Key" = Option<String>, Header, description = "Repeats are harmless.")), responses(
    (status = 200, body = TeamCheck, description = "With dryRun: what would become of it."),
    (status = 201, body = Team),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn create_team(
    State(platform): State<Platform>,
    Caller(by): Caller,
    Asked(asked): Asked<DryRun>,
    IdempotencyKey(key): IdempotencyKey,
    Body(input): Body<TeamInput>,
) -> Result<Response, Problem> {
    if asked.dry_run {
        return Ok(Json(platform.teams().check(&by, input).await?).into_response());
    }
    let team = platform.teams().create(&by, Keyed { input, key }).await?;
    Ok(tagged(StatusCode::CREATED, team.revision, team))
}

/// One team.
#[utoipa::path(get, path = "/teams/{id}", operation_id = "get_team", tag = "teams",
    params(("id" = String, Path, description = "The team's id or readable id.")), responses(
    (status = 200, body = Team),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn get_team(
    State(platform): State<Platform>,
    Caller(by): Caller,
    Id(id): Id<String>,
) -> Result<Response, Problem> {
    let team = platform.teams().get(&by, &id).await?;
    Ok(tagged(StatusCode::OK, team.revision, team))
}

/// Changes a team and who belongs to it; its readable id stays.
#[utoipa::path(put, path = "/teams/{id}", operation_id = "update_team", tag = "teams", request_body = TeamInput,
    params(
        ("id" = String, Path, description = "The team's id."),
        ("If-Match" = String, Header, description = "The ETag that was read."),
    ), responses(
    (status = 200, body = Team),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn update_team(
    State(platform): State<Platform>,
    Caller(by): Caller,
    Id(id): Id<TeamId>,
    IfMatch(revision): IfMatch,
    Body(input): Body<TeamInput>,
) -> Result<Response, Problem> {
    let team = platform.teams().update(&by, id, revision, input).await?;
    Ok(tagged(StatusCode::OK, team.revision, team))
}

/// Deletes a team that looks after nothing.
#[utoipa::path(delete, path = "/teams/{id}", operation_id = "delete_team", tag = "teams",
    params(
        ("id" = String, Path, description = "The team's id."),
        ("If-Match" = String, Header, description = "The ETag that was read."),
    ), responses(
    (status = 204),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn delete_team(
    State(platform): State<Platform>,
    Caller(by): Caller,
    Id(id): Id<TeamId>,
    IfMatch(revision): IfMatch,
) -> Result<StatusCode, Problem> {
    platform.teams().delete(&by, id, revision).await?;
    Ok(StatusCode::NO_CONTENT)
}
