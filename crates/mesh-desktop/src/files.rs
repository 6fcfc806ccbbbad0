//! Files that the machine hands over by a dialog or a drop. They are opened
//! here, once, and received as uploads: the web view gets an id, never a path,
//! and a path that changes its target afterwards changes nothing.

use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::path::Path;

use bytes::{Bytes, BytesMut};
use http::{Method, Request, header};
use mesh_model::{ProblemCode, Upload, UploadId, UploadInput};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::backend::Backend;
use crate::error::{DesktopError, HostProblem};

/// Bytes given to the platform at a time.
const PART: usize = 4 << 20;

/// A file that is open and may be received.
#[derive(Debug)]
pub struct HandedFile {
    name: String,
    size: u64,
    file: File,
}

/// A file that the platform holds as an upload.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ReceivedFile {
    /// The upload's id.
    pub upload_id: UploadId,
    /// The file's name, without its folder.
    pub file_name: String,
}

/// Why a file was not taken in.
#[derive(Debug, thiserror::Error)]
pub enum FileRefusal {
    /// Nothing has that name any more.
    #[error("{file_name:?} is gone")]
    Vanished {
        /// The file's name.
        file_name: String,
    },
    /// It is a folder, a link, a device or a pipe.
    #[error("{file_name:?} is no regular file but a {kind}")]
    NotRegular {
        /// The file's name.
        file_name: String,
        /// `folder`, `link` or `device`.
        kind: &'static str,
    },
    /// The operating system refuses to read it.
    #[error("{file_name:?} cannot be read")]
    Unreadable {
        /// The file's name.
        file_name: String,
        /// What it said.
        source: io::Error,
    },
    /// It became shorter while it was read.
    #[error("{file_name:?} became shorter while it was read")]
    Shortened {
        /// The file's name.
        file_name: String,
    },
    /// The platform refuses it.
    #[error("the platform refuses the file: {:?}", .0.code)]
    Refused(HostProblem),
}

impl FileRefusal {
    /// What the web view is told.
    #[must_use]
    pub fn problem(&self) -> HostProblem {
        match self {
            Self::Vanished { file_name } => named(ProblemCode::FileVanished, file_name),
            Self::NotRegular { file_name, kind } => {
                named(ProblemCode::FileKindUnknown, file_name).with("found", *kind)
            }
            Self::Unreadable { file_name, source } => {
                let reason = match source.kind() {
                    ErrorKind::PermissionDenied => "permission",
                    _ => "disk",
                };
                named(ProblemCode::FileUnreadable, file_name).with("reason", reason)
            }
            Self::Shortened { file_name } => named(ProblemCode::FileTruncated, file_name),
            Self::Refused(problem) => problem.clone(),
        }
    }
}

fn named(code: ProblemCode, file_name: &str) -> HostProblem {
    HostProblem::new(code).with("fileName", file_name)
}

/// Opens a file for reading: a regular one, reached without a link at the last
/// step.
///
/// # Errors
/// `Vanished`, `NotRegular` or `Unreadable`.
pub fn open(path: &Path) -> Result<HandedFile, FileRefusal> {
    let name = path.file_name().map_or_else(
        || path.display().to_string(),
        |name| name.to_string_lossy().into_owned(),
    );
    let is_link = path
        .symlink_metadata()
        .is_ok_and(|found| found.is_symlink());
    if is_link {
        return Err(FileRefusal::NotRegular {
            file_name: name,
            kind: "link",
        });
    }
    let opened = open_without_links(path).and_then(|file| Ok((file.metadata()?, file)));
    match opened {
        Ok((found, file)) if found.is_file() => Ok(HandedFile {
            name,
            size: found.len(),
            file,
        }),
        Ok((found, _)) => Err(FileRefusal::NotRegular {
            file_name: name,
            kind: if found.is_dir() { "folder" } else { "device" },
        }),
        Err(error) if error.kind() == ErrorKind::NotFound => {
            Err(FileRefusal::Vanished { file_name: name })
        }
        Err(source) => Err(FileRefusal::Unreadable {
            file_name: name,
            source,
        }),
    }
}

#[cfg(unix)]
fn open_without_links(path: &Path) -> io::Result<File> {
    use rustix::fs::{Mode, OFlags};
    // NONBLOCK: opening a pipe that nobody writes to would wait forever.
    let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
    Ok(File::from(rustix::fs::open(path, flags, Mode::empty())?))
}

#[cfg(not(unix))]
fn open_without_links(path: &Path) -> io::Result<File> {
    File::open(path)
}

impl HandedFile {
    /// The file's name, without its folder.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }
}

/// Gives a file to the platform as an upload. What arrived of it is deleted
/// again if it cannot be read to its end.
///
/// # Errors
/// `Refused` with the platform's own problem, `Unreadable`, or `Shortened` if
/// the file has fewer bytes than when it was opened. Bytes that were added
/// meanwhile are left out.
pub async fn receive(backend: &Backend, handed: HandedFile) -> Result<ReceivedFile, DesktopError> {
    let HandedFile { name, size, file } = handed;
    let announced = UploadInput {
        file_name: name.clone(),
        size_bytes: i64::try_from(size).unwrap_or(i64::MAX),
    };
    let body = serde_json::to_vec(&announced).expect("a name and a number are always JSON");
    let upload: Upload = call(
        backend,
        Method::POST,
        "/api/v1/uploads",
        "application/json",
        body.into(),
    )
    .await?;
    match send_parts(backend, &upload, &name, size, file).await {
        Ok(()) => Ok(ReceivedFile {
            upload_id: upload.id,
            file_name: name,
        }),
        Err(error) => {
            let path = format!("/api/v1/uploads/{}", upload.id);
            let deletion = request(Method::DELETE, &path, "application/json", Bytes::new());
            backend.handle(deletion).await;
            Err(error)
        }
    }
}

async fn send_parts(
    backend: &Backend,
    upload: &Upload,
    name: &str,
    size: u64,
    file: File,
) -> Result<(), DesktopError> {
    let mut file = file;
    let mut offset = 0_u64;
    while offset < size {
        let wanted = PART.min(usize::try_from(size - offset).unwrap_or(PART));
        let read = tokio::task::spawn_blocking(move || {
            let part = read_part(&mut file, wanted);
            (file, part)
        });
        let (returned, part) = read.await.expect("reading a file does not panic");
        file = returned;
        let part = part.map_err(|source| FileRefusal::Unreadable {
            file_name: name.to_owned(),
            source,
        })?;
        if part.len() < wanted {
            return Err(FileRefusal::Shortened {
                file_name: name.to_owned(),
            }
            .into());
        }
        let path = format!("/api/v1/uploads/{}/content?offset={offset}", upload.id);
        offset += part.len() as u64;
        let _: Upload = call(
            backend,
            Method::PUT,
            &path,
            "application/octet-stream",
            part,
        )
        .await?;
    }
    Ok(())
}

fn read_part(file: &mut File, wanted: usize) -> io::Result<Bytes> {
    let mut part = BytesMut::zeroed(wanted);
    let mut filled = 0;
    while filled < wanted {
        match file.read(&mut part[filled..]) {
            Ok(0) => break,
            Ok(count) => filled += count,
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    part.truncate(filled);
    Ok(part.freeze())
}

async fn call<T: DeserializeOwned>(
    backend: &Backend,
    method: Method,
    path: &str,
    content_type: &'static str,
    body: Bytes,
) -> Result<T, DesktopError> {
    let response = backend
        .answer(request(method, path, content_type, body))
        .await?;
    if response.status().is_success() {
        serde_json::from_slice(response.body())
            .map_err(|error| DesktopError::AnswerBroken(axum::Error::new(error)))
    } else {
        let problem = serde_json::from_slice(response.body())
            .unwrap_or_else(|_| HostProblem::new(ProblemCode::Internal));
        Err(FileRefusal::Refused(problem).into())
    }
}

fn request(method: Method, path: &str, content_type: &'static str, body: Bytes) -> Request<Bytes> {
    Request::builder()
        .method(method)
        .uri(path)
        .header(header::CONTENT_TYPE, content_type)
        .body(body)
        .expect("paths made of ids and numbers are valid")
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Mutex};

    use axum::extract::{Query, State};
    use axum::http::StatusCode;
    use axum::routing::{post, put};
    use axum::{Json, Router};
    use serde_json::json;

    use super::*;
    use crate::backend::Embedded;

    const ID: &str = "0198f0c0-0000-7000-8000-000000000001";

    #[derive(Clone, Default)]
    struct Arrived(Arc<Mutex<(Vec<u8>, usize, bool)>>);

    #[derive(serde::Deserialize)]
    struct At {
        offset: usize,
    }

    fn upload(received: usize) -> serde_json::Value {
        json!({
            "id": ID, "fileName": "f.csv", "sizeBytes": 1, "receivedBytes": received,
            "complete": false, "createdAt": "2026-01-01T00:00:00Z",
        })
    }

    /// Keeps parts in order, as the API documents, and refuses the `refuse`-th.
    fn backend(arrived: Arrived, refuse: usize) -> Backend {
        let part = move |State(Arrived(state)): State<Arrived>, at: Query<At>, part: Bytes| async move {
            let mut state = state.lock().unwrap();
            assert_eq!(at.offset, state.0.len());
            state.1 += 1;
            if state.1 == refuse {
                let problem =
                    json!({ "code": "storage_full", "status": 507, "params": {"needed": 7} });
                return (StatusCode::INSUFFICIENT_STORAGE, Json(problem));
            }
            state.0.extend_from_slice(&part);
            (StatusCode::OK, Json(upload(state.0.len())))
        };
        let delete = |State(Arrived(state)): State<Arrived>| async move {
            state.lock().unwrap().2 = true;
            StatusCode::NO_CONTENT
        };
        let router = Router::new()
            .route(
                "/api/v1/uploads",
                post(|| async { (StatusCode::CREATED, Json(upload(0))) }),
            )
            .route("/api/v1/uploads/{id}/content", put(part))
            .route("/api/v1/uploads/{id}", axum::routing::delete(delete))
            .layer(axum::extract::DefaultBodyLimit::max(8 << 20))
            .with_state(arrived);
        let owner = mesh_platform::Principal {
            id: mesh_model::PersonId::new(),
            name: "Owner".to_owned(),
            role: None,
        };
        Backend::Embedded(Embedded::new(router, owner))
    }

    fn file_of(content: &[u8]) -> (tempfile::TempDir, std::path::PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("Orders März.csv");
        std::fs::write(&path, content).unwrap();
        (folder, path)
    }

    fn code(error: &DesktopError) -> (ProblemCode, Option<String>) {
        let problem = error.problem();
        let found = problem.params.get("found");
        let found = found.and_then(|value| serde_json::to_value(value).ok());
        let found = found.and_then(|value| value.as_str().map(str::to_owned));
        (problem.code, found)
    }

    fn refused(path: &Path) -> (ProblemCode, Option<String>) {
        code(&open(path).expect_err("refused").into())
    }

    #[tokio::test]
    async fn a_file_of_several_parts_arrives_whole_under_its_name() {
        let content: Vec<u8> = (0..PART * 2 + 17).map(|at| (at % 251) as u8).collect();
        let (_folder, path) = file_of(&content);
        let arrived = Arrived::default();
        let received = receive(&backend(arrived.clone(), 0), open(&path).unwrap())
            .await
            .unwrap();
        assert_eq!(received.upload_id.to_string(), ID);
        assert_eq!(received.file_name, "Orders März.csv");
        let state = arrived.0.lock().unwrap();
        assert!(state.0 == content);
        assert_eq!((state.1, state.2), (3, false));
    }

    #[tokio::test]
    async fn what_the_platform_refuses_is_told_in_its_words_and_cleaned_up() {
        let (_folder, path) = file_of(&vec![7; PART + 1]);
        let arrived = Arrived::default();
        let error = receive(&backend(arrived.clone(), 2), open(&path).unwrap())
            .await
            .unwrap_err();
        assert_eq!(error.problem().code, ProblemCode::StorageFull);
        assert!(error.problem().params.contains_key("needed"));
        assert!(arrived.0.lock().unwrap().2);
    }

    #[tokio::test]
    async fn a_file_that_shrinks_while_it_is_read_is_not_kept() {
        let (_folder, path) = file_of(b"a,b\n1,2\n");
        let handed = open(&path).unwrap();
        File::options()
            .write(true)
            .open(&path)
            .unwrap()
            .set_len(3)
            .unwrap();
        let arrived = Arrived::default();
        let error = receive(&backend(arrived.clone(), 0), handed)
            .await
            .unwrap_err();
        assert_eq!(code(&error).0, ProblemCode::FileTruncated);
        assert!(arrived.0.lock().unwrap().2);
    }

    #[tokio::test]
    async fn a_file_that_is_replaced_after_opening_is_still_the_old_one() {
        let (_folder, path) = file_of(b"mine");
        let handed = open(&path).unwrap();
        std::fs::remove_file(&path).unwrap();
        std::fs::write(&path, "else").unwrap();
        let arrived = Arrived::default();
        receive(&backend(arrived.clone(), 0), handed).await.unwrap();
        assert_eq!(arrived.0.lock().unwrap().0, b"mine");
    }

    #[cfg(unix)]
    #[test]
    fn only_regular_files_are_opened() {
        let (folder, path) = file_of(b"x");
        let missing = folder.path().join("missing.csv");
        assert_eq!(refused(&missing), (ProblemCode::FileVanished, None));
        let a = |kind: &str| (ProblemCode::FileKindUnknown, Some(kind.to_owned()));
        assert_eq!(refused(folder.path()), a("folder"));
        let link = folder.path().join("link.csv");
        std::os::unix::fs::symlink(&path, &link).unwrap();
        assert_eq!(refused(&link), a("link"));
        let pipe = folder.path().join("pipe.csv");
        rustix::fs::mknodat(
            rustix::fs::CWD,
            &pipe,
            rustix::fs::FileType::Fifo,
            rustix::fs::Mode::RUSR,
            0,
        )
        .unwrap();
        assert_eq!(refused(&pipe), a("device"));
        assert_eq!(refused(Path::new("/dev/null")), a("device"));
    }
}
