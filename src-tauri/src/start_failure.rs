//! What a person reads when Selvedge cannot start: what happened, what was
//! kept, what to do next.

use std::path::Path;

use mesh_desktop::start::StartFailure;
use tauri::{AppHandle, Manager};
use tauri_plugin_dialog::{DialogExt, MessageDialogKind};

use crate::window;

const TITLE: &str = "Selvedge cannot start";

struct Shown;

/// Shows the failure, and ends the program when it has been read.
pub(crate) fn show(app: &AppHandle, failure: &StartFailure) {
    tracing::error!(
        error = failure as &dyn std::error::Error,
        "the start failed"
    );
    let text = sentences(failure);
    eprintln!("{TITLE}\n{text}");
    app.manage(Shown);
    window::hide(app);
    let handle = app.clone();
    app.dialog()
        .message(text)
        .title(TITLE)
        .kind(MessageDialogKind::Error)
        .show(move |_| handle.exit(1));
}

/// Whether a failure is being shown.
pub(crate) fn is_shown(app: &AppHandle) -> bool {
    app.try_state::<Shown>().is_some()
}

fn sentences(failure: &StartFailure) -> String {
    let [happened, kept, next] = match failure {
        StartFailure::FolderUnusable { path, source } => [
            format!("{} can't be used: {source}.", folder(path)),
            "Nothing was changed.".to_owned(),
            "Check that you may write there, or start Selvedge with another folder: \
             selvedge --data-dir FOLDER."
                .to_owned(),
        ],
        StartFailure::InUse { path } => [
            format!(
                "{} is open in another Selvedge, perhaps a server.",
                folder(path)
            ),
            "Your workspace is safe; only one program may have it open.".to_owned(),
            "Close the other one and start again, or start with another folder: \
             selvedge --data-dir FOLDER."
                .to_owned(),
        ],
        StartFailure::NewerDatabase { path, found, known } => [
            format!(
                "The workspace in {} was last opened by a newer Selvedge (its database has \
                 version {found}, this program knows up to {known}).",
                path.display()
            ),
            "Nothing was changed.".to_owned(),
            "Install the newer Selvedge again, or open another folder: \
             selvedge --data-dir FOLDER."
                .to_owned(),
        ],
        StartFailure::DamagedDatabase { path, detail } => [
            format!(
                "The database of the workspace in {} is damaged ({detail}).",
                path.display()
            ),
            "Selvedge has not touched it. Your published tables lie beside it in the folder \
             \"tables\" and can still be read by other programs."
                .to_owned(),
            "Copy the whole folder to a safe place, then bring back selvedge.db from your last \
             backup, without the files selvedge.db-wal and selvedge.db-shm."
                .to_owned(),
        ],
        StartFailure::StorageFull { path } => [
            format!("The disk of {} is full.", folder(path)),
            "Everything saved so far is kept.".to_owned(),
            "Make some room and start again.".to_owned(),
        ],
        StartFailure::WorkerMissing(missing) => [
            format!("A part of Selvedge is missing: {}.", missing.path.display()),
            "Your workspace was not touched.".to_owned(),
            "Install Selvedge again.".to_owned(),
        ],
        StartFailure::Failed { path, source } => [
            format!(
                "The workspace in {} did not open: {source}.",
                path.display()
            ),
            "Nothing was changed.".to_owned(),
            "Start again. If it stays like this, start it from a terminal with --log info and \
             send what it writes to whoever looks after your computer."
                .to_owned(),
        ],
    };
    [happened, kept, next].join("\n\n")
}

fn folder(path: &Path) -> String {
    if path.as_os_str().is_empty() {
        "The folder for your data".to_owned()
    } else {
        format!("The folder {}", path.display())
    }
}
