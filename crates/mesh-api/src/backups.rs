//! Backups of the workspace.

use axum::{
    Json,
    body::Body as Answer,
    extract::State,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use futures::stream;
use mesh_model::{Backup, BackupId, BackupInput};
use mesh_platform::{BackupFile, Platform};
use tokio::io::AsyncReadExt;

use crate::{
    Problem,
    extract::{Body, Caller, Id},
};

const PIECE: usize = 256 * 1024;

/// Begins a backup of the whole workspace, sealed with a passphrase; one at a time, while everybody goes on working.
#[utoipa::path(post, path = "/workspace/backups", operation_id = "create_backup", tag = "workspace",
    request_body = BackupInput, responses(
    (status = 202, body = Backup),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn create_backup(
    State(platform): State<Platform>,
    Caller(by): Caller,
    Body(input): Body<BackupInput>,
) -> Result<Response, Problem> {
    let backup = platform.backups().begin(&by, input).await?;
    Ok((StatusCode::ACCEPTED, Json(backup)).into_response())
}

/// How far one's own backup is.
#[utoipa::path(get, path = "/workspace/backups/{id}", operation_id = "get_backup", tag = "workspace",
    params(("id" = BackupId, Path, description = "The backup's id.")), responses(
    (status = 200, body = Backup),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn get_backup(
    State(platform): State<Platform>,
    Caller(by): Caller,
    Id(id): Id<BackupId>,
) -> Result<Json<Backup>, Problem> {
    Ok(Json(platform.backups().get(&by, id).await?))
}

/// Stops or forgets one's own backup.
#[utoipa::path(delete, path = "/workspace/backups/{id}", operation_id = "delete_backup", tag = "workspace",
    params(("id" = BackupId, Path, description = "The backup's id.")), responses(
    (status = 204),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn delete_backup(
    State(platform): State<Platform>,
    Caller(by): Caller,
    Id(id): Id<BackupId>,
) -> Result<StatusCode, Problem> {
    platform.backups().forget(&by, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The sealed file of one's own backup, once: what was handed out isn't kept.
#[utoipa::path(get, path = "/workspace/backups/{id}/content", operation_id = "save_backup", tag = "workspace",
    params(("id" = BackupId, Path, description = "The backup's id.")), responses(
    (status = 200, body = Vec<u8>, content_type = "application/octet-stream"),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn save_backup(
    State(platform): State<Platform>,
    Caller(by): Caller,
    Id(id): Id<BackupId>,
) -> Result<Response, Problem> {
    let backup = platform.backups().take(&by, id).await?;
    // The name is made of a readable id and a date: ASCII without quotes.
    let disposition = format!("attachment; filename=\"{}\"", backup.name);
    let size = backup.size_bytes;
    let mut response = Answer::from_stream(pieces(backup)).into_response();
    let headers = response.headers_mut();
    headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("application/octet-stream"),
    );
    headers.insert(header::CONTENT_LENGTH, HeaderValue::from(size));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if let Ok(value) = HeaderValue::from_str(&disposition) {
        headers.insert(header::CONTENT_DISPOSITION, value);
    }
    Ok(response)
}

fn pieces(backup: BackupFile) -> impl futures::Stream<Item = std::io::Result<bytes::Bytes>> {
    let (file, gone) = backup.into_parts();
    let file = tokio::fs::File::from_std(file);
    stream::try_unfold((file, gone), async |(mut file, gone)| {
        let mut piece = bytes::BytesMut::with_capacity(PIECE);
        let count = file.read_buf(&mut piece).await?;
        Ok((count > 0).then(|| (piece.freeze(), (file, gone))))
    })
}
