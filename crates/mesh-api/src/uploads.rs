//! Files on their way in.

use axum::{
    Json,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use mesh_model::{
    FileSurvey, IntakeChoices, Preview, RuleCheckInput, RuleChecks, Upload, UploadId, UploadInput,
};
use mesh_platform::{Keyed, Platform};
use serde::Deserialize;
use utoipa::IntoParams;

use crate::{
    Problem,
    extract::{Asked, Body, Caller, Content, Id, IdempotencyKey},
};

/// Announces a file; its content follows in parts.
#[utoipa::path(post, path = "/uploads", operation_id = "create_upload", tag = "uploads", request_body = UploadInput,
    params(("Idempotency-Key" = Option<String>, Header, description = "Repeats are harmless.")), responses(
    (status = 201, body = Upload),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn create_upload(
    State(platform): State<Platform>,
    Caller(by): Caller,
    IdempotencyKey(key): IdempotencyKey,
    Body(input): Body<UploadInput>,
) -> Result<Response, Problem> {
    let upload = platform.uploads().create(&by, Keyed { input, key }).await?;
    Ok((StatusCode::CREATED, Json(upload)).into_response())
}

/// Where the part belongs.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query)]
pub(crate) struct PartOffset {
    /// How many bytes come before it: what was received so far.
    #[param(minimum = 0)]
    offset: i64,
}

/// Takes the next part of a file, at most 8 MiB. A wrong offset answers 409 with `params.receivedBytes`.
#[utoipa::path(put, path = "/uploads/{id}/content", operation_id = "append_upload", tag = "uploads",
    params(("id" = UploadId, Path, description = "The upload's id."), PartOffset),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"), responses(
    (status = 200, body = Upload),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn append_upload(
    State(platform): State<Platform>,
    Caller(by): Caller,
    Id(id): Id<UploadId>,
    Asked(asked): Asked<PartOffset>,
    Content(part): Content,
) -> Result<Json<Upload>, Problem> {
    Ok(Json(
        platform
            .uploads()
            .append(&by, id, asked.offset, part)
            .await?,
    ))
}

/// One's own upload.
#[utoipa::path(get, path = "/uploads/{id}", operation_id = "get_upload", tag = "uploads",
    params(("id" = UploadId, Path, description = "The upload's id.")), responses(
    (status = 200, body = Upload),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn get_upload(
    State(platform): State<Platform>,
    Caller(by): Caller,
    Id(id): Id<UploadId>,
) -> Result<Json<Upload>, Problem> {
    Ok(Json(platform.uploads().get(&by, id).await?))
}

/// Forgets a file.
#[utoipa::path(delete, path = "/uploads/{id}", operation_id = "delete_upload", tag = "uploads",
    params(("id" = UploadId, Path, description = "The upload's id.")), responses(
    (status = 204),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn delete_upload(
    State(platform): State<Platform>,
    Caller(by): Caller,
    Id(id): Id<UploadId>,
) -> Result<StatusCode, Problem> {
    platform.uploads().delete(&by, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// How a file would be read: what was recognised, its columns, its first rows.
#[utoipa::path(get, path = "/uploads/{id}/preview", operation_id = "preview_upload", tag = "uploads",
    params(("id" = UploadId, Path, description = "The upload's id.")), responses(
    (status = 200, body = Preview),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn preview_upload(
    State(platform): State<Platform>,
    Caller(by): Caller,
    Id(id): Id<UploadId>,
) -> Result<Json<Preview>, Problem> {
    let choices = IntakeChoices::default();
    Ok(Json(platform.uploads().preview(&by, id, choices).await?))
}

/// How a file would be read with these choices; what isn't chosen is recognised. Nothing is stored.
#[utoipa::path(post, path = "/uploads/{id}/preview", operation_id = "preview_upload_as", tag = "uploads",
    params(("id" = UploadId, Path, description = "The upload's id.")), request_body = IntakeChoices, responses(
    (status = 200, body = Preview),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn preview_upload_as(
    State(platform): State<Platform>,
    Caller(by): Caller,
    Id(id): Id<UploadId>,
    Body(choices): Body<IntakeChoices>,
) -> Result<Json<Preview>, Problem> {
    Ok(Json(platform.uploads().preview(&by, id, choices).await?))
}

/// What a file holds and what that suggests: names, keys, meanings, personal data, masks, rules. Of large files the
/// first rows are read, and it says so. Nothing is stored.
#[utoipa::path(post, path = "/uploads/{id}/survey", operation_id = "survey_upload", tag = "uploads",
    params(("id" = UploadId, Path, description = "The upload's id.")), request_body = IntakeChoices, responses(
    (status = 200, body = FileSurvey),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn survey_upload(
    State(platform): State<Platform>,
    Caller(by): Caller,
    Id(id): Id<UploadId>,
    Body(choices): Body<IntakeChoices>,
) -> Result<Json<FileSurvey>, Problem> {
    Ok(Json(platform.surveys().get(&by, id, choices).await?))
}

/// Whether a file's rows keep rules. Of large files the first rows are read, and it says so. Nothing is stored.
#[utoipa::path(post, path = "/uploads/{id}/rule-checks", operation_id = "check_upload_rules", tag = "uploads",
    params(("id" = UploadId, Path, description = "The upload's id.")), request_body = RuleCheckInput, responses(
    (status = 200, body = RuleChecks),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn check_upload_rules(
    State(platform): State<Platform>,
    Caller(by): Caller,
    Id(id): Id<UploadId>,
    Body(asked): Body<RuleCheckInput>,
) -> Result<Json<RuleChecks>, Problem> {
    Ok(Json(platform.surveys().check(&by, id, asked).await?))
}
