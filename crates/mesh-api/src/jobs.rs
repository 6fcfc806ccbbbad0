//! What the workers do.

use axum::{Json, extract::State, http::StatusCode};
use mesh_model::{Job, JobId, Workers};
use mesh_platform::Platform;

use crate::{
    Problem,
    extract::{Caller, Id},
    page::List,
};

/// One's own jobs, newest first, as far back as this process remembers; whoever looks after the workspace sees
/// everybody's.
#[utoipa::path(get, path = "/jobs", operation_id = "list_jobs", tag = "jobs", responses(
    (status = 200, body = List<Job>),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn list_jobs(
    State(platform): State<Platform>,
    Caller(by): Caller,
) -> Result<Json<List<Job>>, Problem> {
    Ok(Json(List {
        items: platform.jobs().list(&by).await?,
        next_page_token: None,
    }))
}

/// Stops a job that waits or runs. What it was part of fails, and can be taken up again.
#[utoipa::path(post, path = "/jobs/{id}/stop", operation_id = "stop_job", tag = "jobs",
    params(("id" = JobId, Path, description = "The job's id.")), responses(
    (status = 204),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn stop_job(
    State(platform): State<Platform>,
    Caller(by): Caller,
    Id(id): Id<JobId>,
) -> Result<StatusCode, Problem> {
    platform.jobs().stop(&by, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// How the workers stand: how many there may be, and what they are kept from.
#[utoipa::path(get, path = "/workers", operation_id = "get_workers", tag = "jobs", responses(
    (status = 200, body = Workers),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn get_workers(
    State(platform): State<Platform>,
    Caller(by): Caller,
) -> Result<Json<Workers>, Problem> {
    Ok(Json(platform.jobs().workers(&by).await?))
}
