//! Saving a backup where the person chose.

use std::path::Path;

use bytes::Bytes;
use http::{Request, StatusCode};
use http_body_util::BodyExt;
use tokio::fs::File;
use tokio::io::AsyncWriteExt;

use crate::backend::Backend;
use crate::error::DesktopError;

/// Writes the backup with this id into a file: under another name first, so that a file that bears the chosen name
/// is whole.
///
/// # Errors
/// `NotHandedOut` if the platform doesn't hand it out, `NotSaved` if the operating system refuses or has no room.
pub async fn save_backup(backend: &Backend, id: &str, to: &Path) -> Result<(), DesktopError> {
    let id: mesh_model::BackupId = id
        .parse()
        .map_err(|_| DesktopError::Malformed("the id is none"))?;
    let request = Request::get(format!("/api/v1/workspace/backups/{id}/content"))
        .body(Bytes::new())
        .map_err(|_| DesktopError::Malformed("the id is none"))?;
    let response = backend.handle(request).await;
    if response.status() != StatusCode::OK {
        return Err(DesktopError::NotHandedOut(response.status()));
    }
    let expected = response
        .headers()
        .get(http::header::CONTENT_LENGTH)
        .and_then(|value| value.to_str().ok()?.parse::<u64>().ok());
    let mut name = to.as_os_str().to_owned();
    name.push(".partial");
    let partial = Path::new(&name);
    let written = write(response.into_body(), partial, expected).await;
    let saved = match written {
        Ok(()) => tokio::fs::rename(partial, to)
            .await
            .map_err(DesktopError::NotSaved),
        Err(error) => Err(error),
    };
    if saved.is_err() {
        let _ = tokio::fs::remove_file(partial).await;
    }
    saved
}

async fn write(
    mut body: axum::body::Body,
    to: &Path,
    expected: Option<u64>,
) -> Result<(), DesktopError> {
    let mut file = File::create(to).await.map_err(DesktopError::NotSaved)?;
    let mut written = 0;
    while let Some(frame) = body.frame().await {
        if let Ok(piece) = frame.map_err(DesktopError::AnswerBroken)?.into_data() {
            written += piece.len() as u64;
            file.write_all(&piece)
                .await
                .map_err(DesktopError::NotSaved)?;
        }
    }
    if expected.is_some_and(|expected| expected != written) {
        return Err(DesktopError::Malformed("the backup broke off"));
    }
    file.sync_all().await.map_err(DesktopError::NotSaved)
}

#[cfg(test)]
mod tests {
    use axum::Router;
    use axum::body::Body;
    use axum::routing::get;
    use mesh_platform::Principal;

    use super::*;
    use crate::backend::Embedded;

    fn backend(body: &'static str, length: &'static str) -> Backend {
        let answer = move || async move { ([("content-length", length)], Body::from(body)) };
        let router = Router::new().route("/api/v1/workspace/backups/{id}/content", get(answer));
        let principal = Principal {
            id: mesh_model::PersonId::new(),
            name: "the owner".to_owned(),
            role: None,
        };
        Backend::Embedded(Embedded::new(router, principal))
    }

    #[tokio::test]
    async fn a_backup_is_saved_whole_or_not_at_all() {
        let folder = tempfile::tempdir().unwrap();
        let to = folder.path().join("mesh.selvedge-backup");
        let id = mesh_model::BackupId::new().to_string();
        std::fs::write(&to, "an older one").unwrap();
        let short = save_backup(&backend("sea", "6"), &id, &to).await;
        assert!(short.is_err());
        assert_eq!(std::fs::read_to_string(&to).unwrap(), "an older one");
        save_backup(&backend("sealed", "6"), &id, &to)
            .await
            .unwrap();
        assert_eq!(std::fs::read_to_string(&to).unwrap(), "sealed");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
        assert!(
            save_backup(&backend("", "0"), "../people", &to)
                .await
                .is_err()
        );
    }
}
