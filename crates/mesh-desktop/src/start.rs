//! Opening the workspace of a data folder for the person at this computer.

use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use mesh_model::{Persona, WorkspaceEdit, WorkspaceKind};
use mesh_platform::{
    DataFolderError, EngineConfig, OpenError, Platform, PlatformConfig, Principal, Refusal,
    StoreError, WorkerMissing,
};

use crate::backend::{Backend, Embedded};
use crate::local_person;

/// A window that closes may take this long to end what runs.
const LETTING_GO: Duration = Duration::from_secs(6);

/// An open workspace.
#[derive(Clone)]
pub struct Opened {
    /// Whom the window talks to.
    pub backend: Backend,
    platform: Platform,
}

/// Why the workspace did not open. Nothing was changed in it.
#[derive(Debug, thiserror::Error)]
pub enum StartFailure {
    /// The data folder cannot be made or entered.
    #[error("the data folder {} cannot be used", path.display())]
    FolderUnusable {
        /// The folder that was asked for; empty for the default one.
        path: PathBuf,
        /// What the operating system said.
        source: io::Error,
    },
    /// Another program has the workspace open.
    #[error("the data folder {} is in use", path.display())]
    InUse {
        /// The folder.
        path: PathBuf,
    },
    /// The workspace was last opened by a newer Selvedge.
    #[error("the database has schema {found}, this program knows up to {known}")]
    NewerDatabase {
        /// The folder.
        path: PathBuf,
        /// The schema version that was found.
        found: i64,
        /// The newest schema version that this program knows.
        known: i64,
    },
    /// The database is damaged.
    #[error("the database in {} is damaged: {detail}", path.display())]
    DamagedDatabase {
        /// The folder.
        path: PathBuf,
        /// What SQLite said.
        detail: String,
    },
    /// No room is left on the disk.
    #[error("the disk of {} is full", path.display())]
    StorageFull {
        /// The folder.
        path: PathBuf,
    },
    /// A part of the program is missing.
    #[error(transparent)]
    WorkerMissing(#[from] WorkerMissing),
    /// Anything else.
    #[error("the workspace in {} did not open", path.display())]
    Failed {
        /// The folder.
        path: PathBuf,
        /// What happened.
        source: OpenError,
    },
}

/// Opens the workspace in this process; a new folder becomes a new one, as a
/// sample if that is asked for.
///
/// # Errors
/// Why it did not open.
pub async fn open(folder: &Path, sample: bool) -> Result<Opened, StartFailure> {
    let path = || folder.to_owned();
    let held = hold(folder).await?;
    let config = PlatformConfig {
        folder: held,
        database_url: None,
        engine: EngineConfig::located()?,
        kind: WorkspaceKind::Local,
        demo: sample,
        local_person: Some(local_person::name()),
    };
    let platform = Platform::open(config)
        .await
        .map_err(|e| of_opening(path(), e))?;
    let principal = whom(&platform, sample).await;
    let principal = match principal {
        Ok(principal) => principal,
        Err(refusal) => {
            platform.close().await;
            return Err(of_opening(path(), refusal.into()));
        }
    };
    let router = mesh_api::router(platform.clone());
    Ok(Opened {
        backend: Backend::Embedded(Embedded::new(router, principal)),
        platform,
    })
}

/// For whom the window asks: the person at this computer, or in the sample
/// company somebody who owns something there.
async fn whom(platform: &Platform, sample: bool) -> Result<Principal, Refusal> {
    if !sample {
        return platform.local_principal().await;
    }
    let signed_in = platform
        .sign_in()
        .as_persona(Persona::DataOwner, None)
        .await?;
    Ok(Principal::from(&signed_in.session.person))
}

/// Takes the folder, waiting for a window that was just closed to let go of it.
async fn hold(folder: &Path) -> Result<mesh_platform::DataFolder, StartFailure> {
    let patience = tokio::time::Instant::now() + LETTING_GO;
    loop {
        match mesh_platform::DataFolder::open(folder) {
            Err(DataFolderError::InUse(_)) if tokio::time::Instant::now() < patience => {
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
            held => return held.map_err(of_folder),
        }
    }
}

impl Opened {
    /// Gives a workspace that was just made its name.
    ///
    /// # Errors
    /// That the name doesn't hold, or that the database failed.
    pub async fn rename(&self, name: String) -> Result<(), Refusal> {
        let by = self.platform.local_principal().await?;
        self.platform.rename(&by, WorkspaceEdit { name }).await?;
        Ok(())
    }

    /// Ends what runs and closes the database; what was cut off is taken up at
    /// the next start.
    pub async fn close(&self) {
        self.platform.close().await;
    }
}

fn of_folder(error: DataFolderError) -> StartFailure {
    match error {
        DataFolderError::InUse(path) => StartFailure::InUse { path },
        DataFolderError::Unusable { path, source } => of_io(path, source),
    }
}

fn of_io(path: PathBuf, source: io::Error) -> StartFailure {
    match source.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
            StartFailure::StorageFull { path }
        }
        _ => StartFailure::FolderUnusable { path, source },
    }
}

fn of_opening(path: PathBuf, error: OpenError) -> StartFailure {
    match error {
        OpenError::Store(StoreError::NewerSchema { found, known }) => {
            StartFailure::NewerDatabase { path, found, known }
        }
        OpenError::Store(StoreError::Corrupted(detail) | StoreError::Unreadable(detail)) => {
            StartFailure::DamagedDatabase { path, detail }
        }
        OpenError::Store(StoreError::Full(_)) => StartFailure::StorageFull { path },
        OpenError::Filling(refusal) if matches!(*refusal, Refusal::StorageFull) => {
            StartFailure::StorageFull { path }
        }
        source => StartFailure::Failed { path, source },
    }
}
