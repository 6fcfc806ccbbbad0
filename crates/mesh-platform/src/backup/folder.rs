//! Backing up a folder that this process has not open, perhaps while a server has.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use age::secrecy::SecretString;
use mesh_model::AuditAction;
use mesh_store::{Store, StoreConfig, StoreError};
use serde_json::json;

use super::{BackupMade, BackupProgress, BackupRefusal, DATABASE, make};
use crate::{Refusal, clock::now, recording::Recording};

/// Why a folder can't be backed up.
#[derive(Debug, thiserror::Error)]
pub enum BackupFolderRefusal {
    /// There is no workspace in it.
    #[error("there is no workspace in {}", .0.display())]
    NoWorkspace(PathBuf),
    /// The backup can't be made.
    #[error(transparent)]
    Backup(#[from] BackupRefusal),
}

/// Backs up the workspace in a folder into a new file, and says so in its audit.
///
/// # Errors
/// See [`BackupFolderRefusal`].
pub async fn back_up_folder(
    folder: &Path,
    to: &Path,
    passphrase: SecretString,
    progress: Arc<BackupProgress>,
) -> Result<BackupMade, BackupFolderRefusal> {
    let database = folder.join(DATABASE);
    if !database.is_file() {
        return Err(BackupFolderRefusal::NoWorkspace(folder.to_owned()));
    }
    let store = Store::connect(&StoreConfig::Sqlite(database))
        .await
        .map_err(BackupRefusal::Store)?;
    let made = async {
        record(&store).await?;
        make(&store, folder, to, passphrase, progress).await
    }
    .await;
    store.close().await;
    Ok(made?)
}

async fn record(store: &Store) -> Result<(), BackupRefusal> {
    let recorded: Result<(), Refusal> = store
        .write(|tx| {
            Box::pin(async move {
                let unreadable = || StoreError::Unreadable("there is no workspace yet".to_owned());
                let id = tx.read().workspace().await?.ok_or_else(unreadable)?.id;
                Recording::of(AuditAction::CreateBackup, id.0)
                    .after(&json!({ "by": "command line" }))
                    .write(tx, None, now())
                    .await
            })
        })
        .await;
    recorded.map_err(|refusal| match refusal {
        Refusal::Store(error) => BackupRefusal::Store(error),
        other => BackupRefusal::Io(std::io::Error::other(other.to_string())),
    })
}
