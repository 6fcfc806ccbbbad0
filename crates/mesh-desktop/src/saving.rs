//! Saving a text or a backup where the person chose: under another name first, so that a file that bears the chosen
//! name is whole.

use std::fs;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use bytes::Bytes;
use http::{Request, StatusCode};
use http_body_util::BodyExt;
use tokio::fs::File;
use tokio::io::AsyncWriteExt;

use crate::backend::Backend;
use crate::error::DesktopError;

/// Writes a text where the person wants it. What is no regular file, such as a link, is written into instead of being
/// replaced.
///
/// # Errors
/// `NotSaved` if the operating system refuses or has no room; then what was there is as it was.
pub fn save_text(path: &Path, text: &str) -> Result<(), DesktopError> {
    let replaced = match path.symlink_metadata() {
        Ok(found) => found.is_file(),
        Err(error) => error.kind() == ErrorKind::NotFound,
    };
    if !replaced {
        return fs::write(path, text).map_err(DesktopError::NotSaved);
    }
    let partial = partial(path);
    let saved = write_text(&partial, text).and_then(|()| fs::rename(&partial, path));
    if saved.is_err() {
        let _ = fs::remove_file(partial);
    }
    saved.map_err(DesktopError::NotSaved)
}

fn write_text(path: &Path, text: &str) -> io::Result<()> {
    let mut file = fs::File::create(path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

/// The name under which a file is written before it bears its own.
fn partial(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".partial");
    name.into()
}

/// Writes the backup with this id into a file.
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
    let partial = partial(to);
    let written = write(response.into_body(), &partial, expected).await;
    let saved = match written {
        Ok(()) => tokio::fs::rename(&partial, to)
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

    /// Why a text isn't saved, as the web view is told.
    fn not_saved(error: &DesktopError) -> String {
        let problem = serde_json::to_value(error).unwrap();
        assert_eq!(problem["code"], "file_not_saved");
        problem["params"]["reason"].as_str().unwrap().to_owned()
    }

    #[test]
    fn a_text_is_saved_whole_in_place_of_what_had_its_name() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("Audit März.csv");
        save_text(&path, "the first").unwrap();
        save_text(&path, "2").unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "2");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_folder_that_is_gone_or_none_is_told_as_that() {
        let folder = tempfile::tempdir().unwrap();
        let gone = folder.path().join("gone").join("report.txt");
        assert_eq!(
            not_saved(&save_text(&gone, "x").unwrap_err()),
            "folder_gone"
        );
        fs::write(folder.path().join("file"), "x").unwrap();
        let inside = folder.path().join("file").join("report.txt");
        assert_eq!(
            not_saved(&save_text(&inside, "x").unwrap_err()),
            "folder_gone"
        );
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_full_disk_and_a_place_where_one_may_not_write_are_told_apart() {
        let full = save_text(Path::new("/dev/full"), "x").unwrap_err();
        assert_eq!(not_saved(&full), "full");
        let closed = save_text(Path::new("/sys/report.txt"), "x").unwrap_err();
        assert_eq!(not_saved(&closed), "permission");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_leads_on_and_what_cannot_be_replaced_is_as_it_was() {
        let folder = tempfile::tempdir().unwrap();
        let (path, link) = (
            folder.path().join("real.txt"),
            folder.path().join("link.txt"),
        );
        fs::write(&path, "before").unwrap();
        std::os::unix::fs::symlink(&path, &link).unwrap();
        save_text(&link, "after").unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "after");
        assert!(link.symlink_metadata().unwrap().is_symlink());
        // A folder has the name under which the text would be written first.
        fs::create_dir(folder.path().join("real.txt.partial")).unwrap();
        assert_eq!(not_saved(&save_text(&path, "lost").unwrap_err()), "other");
        assert_eq!(fs::read_to_string(&path).unwrap(), "after");
    }
}
