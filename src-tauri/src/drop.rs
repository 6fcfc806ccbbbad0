//! Files that are dropped on the window.

use std::path::{Path, PathBuf};

use mesh_desktop::files::{self, ReceivedFile};
use mesh_desktop::{DesktopError, HostProblem};
use serde::Serialize;
use tauri::{AppHandle, DragDropEvent, Emitter, Manager};

use crate::desktop::Desktop;

const OVER: &str = "selvedge://drag";
const RECEIVED: &str = "selvedge://file-dropped";
const REFUSED: &str = "selvedge://file-refused";

#[derive(Clone, Serialize)]
struct Hover {
    over: bool,
}

#[derive(Clone, Serialize)]
#[serde(rename_all = "camelCase")]
struct Refusal {
    file_name: String,
    problem: HostProblem,
}

/// Tells the page of a file over the window, and receives the first of those
/// that are dropped: one wizard takes one file.
pub(crate) fn on_drag(app: &AppHandle, event: &DragDropEvent) {
    match event {
        DragDropEvent::Enter { .. } => tell(app, OVER, Hover { over: true }),
        DragDropEvent::Leave => tell(app, OVER, Hover { over: false }),
        DragDropEvent::Drop { paths, .. } => {
            tell(app, OVER, Hover { over: false });
            if let Some(path) = paths.first() {
                tauri::async_runtime::spawn(take_in(app.clone(), path.clone()));
            }
        }
        _ => {}
    }
}

async fn take_in(app: AppHandle, path: PathBuf) {
    match receive(&app, &path).await {
        Ok(received) => tell(&app, RECEIVED, received),
        Err(error) => {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let refusal = Refusal {
                file_name: name.into_owned(),
                problem: error.problem(),
            };
            tell(&app, REFUSED, refusal);
        }
    }
}

async fn receive(app: &AppHandle, path: &Path) -> Result<ReceivedFile, DesktopError> {
    let handed = files::open(path)?;
    let backend = app.state::<Desktop>().backend().await?;
    files::receive(&backend, handed).await
}

fn tell(app: &AppHandle, event: &str, payload: impl Serialize + Clone) {
    if let Err(error) = app.emit(event, payload) {
        tracing::warn!(%error, event, "the page was not told");
    }
}
