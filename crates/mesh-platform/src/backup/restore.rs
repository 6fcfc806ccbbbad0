//! From a backup to a workspace: everything is checked in a staging folder, and becomes visible by one rename.

use std::{
    collections::BTreeSet,
    fs::{self, File},
    io::{self, BufReader},
    path::{Path, PathBuf},
    sync::Arc,
};

use age::secrecy::SecretString;
use chrono::{DateTime, Utc};
use mesh_model::AuditAction;
use mesh_store::{SCHEMA_VERSION, Safeguard, Store, StoreConfig, StoreError};
use serde_json::json;
use uuid::Uuid;

use super::{
    About, BackupProgress, DATABASE, TABLES, hexadecimal,
    open::{self, RestoreRefusal, of_folder},
    revocations,
    take_back::take_back,
};
use crate::{DataFolder, DataFolderError, Refusal, clock::now, recording::Recording};

const BUFFER: usize = 256 << 10;

/// Where a backup is restored to.
#[derive(Debug, Clone)]
pub struct RestoreTarget {
    /// The workspace's folder to be.
    pub folder: PathBuf,
    /// Whether a workspace that lies there may be replaced. It must be the same one.
    pub replace: bool,
    /// Other workspaces; where one of them is the same, what was revoked there is revoked here too.
    pub siblings: Vec<PathBuf>,
}

/// A workspace that was restored.
#[derive(Debug, Clone)]
pub struct Restored {
    /// What the backup said of itself.
    pub about: About,
    /// From how many people something was taken again: roles, places in teams, domains.
    pub revoked: usize,
    /// Where the replaced workspace was put aside.
    pub put_aside: Option<PathBuf>,
}

/// Restores a backup.
///
/// # Errors
/// See [`RestoreRefusal`]; then the target is as it was.
pub async fn restore(
    file: File,
    passphrase: SecretString,
    target: RestoreTarget,
    progress: Arc<BackupProgress>,
) -> Result<Restored, RestoreRefusal> {
    let place = Place::take(&target)?;
    let staging = place.beside("restoring");
    let outcome = async {
        make_private(&staging)?;
        let about = {
            let staging = staging.clone();
            let opening = move || {
                let from = BufReader::with_capacity(BUFFER, file);
                open::open(from, passphrase, &staging, &progress)
            };
            tokio::task::spawn_blocking(opening)
                .await
                .map_err(|error| of_folder(io::Error::other(error)))??
        };
        let replaced = place.held.as_ref().map(DataFolder::database);
        let revoked = settle(&staging, &about, replaced, &target.siblings).await?;
        let put_aside = place.fill_with(&staging)?;
        Ok(Restored {
            about,
            revoked,
            put_aside,
        })
    }
    .await;
    if outcome.is_err() {
        let _ = fs::remove_dir_all(&staging);
    }
    outcome
}

/// The target, held so that nobody opens it meanwhile.
struct Place {
    folder: PathBuf,
    held: Option<DataFolder>,
}

impl Place {
    fn take(target: &RestoreTarget) -> Result<Self, RestoreRefusal> {
        let folder = std::path::absolute(&target.folder).map_err(of_folder)?;
        if let Some(parent) = folder.parent() {
            fs::create_dir_all(parent).map_err(of_folder)?;
        }
        if !folder.try_exists().map_err(of_folder)? {
            return Ok(Self { folder, held: None });
        }
        let vacant = is_vacant(&folder).map_err(of_folder)?;
        let replaced = target.replace && folder.join(DATABASE).exists();
        if !vacant && !replaced {
            return Err(RestoreRefusal::FolderTaken(folder));
        }
        let held = DataFolder::open(&folder).map_err(|error| match error {
            DataFolderError::InUse(path) => RestoreRefusal::InUse(path),
            DataFolderError::Unusable { source, .. } => of_folder(source),
        })?;
        Ok(Self {
            folder,
            held: Some(held),
        })
    }

    /// A new name beside the folder, on the same disk.
    fn beside(&self, why: &str) -> PathBuf {
        let name = self
            .folder
            .file_name()
            .unwrap_or_default()
            .to_string_lossy();
        let mark = Uuid::now_v7().simple();
        self.folder.with_file_name(format!(".{name}.{why}-{mark}"))
    }

    fn fill_with(&self, staging: &Path) -> Result<Option<PathBuf>, RestoreRefusal> {
        let aside = match &self.held {
            None => None,
            Some(_) if is_vacant(&self.folder).map_err(of_folder)? => {
                vacate(&self.folder).map_err(of_folder)?;
                None
            }
            Some(_) => {
                let name = self
                    .folder
                    .file_name()
                    .unwrap_or_default()
                    .to_string_lossy();
                let at = now().format("%Y-%m-%d-%H%M%S");
                let aside = self.folder.with_file_name(format!("{name}-replaced-{at}"));
                fs::rename(&self.folder, &aside).map_err(of_folder)?;
                Some(aside)
            }
        };
        if let Err(error) = fs::rename(staging, &self.folder) {
            if let Some(aside) = &aside {
                let _ = fs::rename(aside, &self.folder);
            }
            return Err(of_folder(error));
        }
        if let Some(parent) = self.folder.parent() {
            sync(parent)?;
        }
        Ok(aside)
    }
}

const LOCK: &str = "selvedge.lock";
const EMPTY: [&str; 2] = ["uploads", TABLES];

/// Whether there is nothing but what merely looking at a folder leaves behind. A folder with tables is not vacant,
/// even without a database: that may be a PostgreSQL server's.
fn is_vacant(folder: &Path) -> io::Result<bool> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        let left_behind = name == LOCK
            || EMPTY.iter().any(|known| name == *known)
                && entry.file_type()?.is_dir()
                && fs::read_dir(entry.path())?.next().is_none();
        if !left_behind {
            return Ok(false);
        }
    }
    Ok(true)
}

fn vacate(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            fs::remove_dir(entry.path())?;
        } else {
            fs::remove_file(entry.path())?;
        }
    }
    fs::remove_dir(folder)
}

/// Checks the database, brings it up to date, writes down that it was restored, and takes back what was revoked.
async fn settle(
    staging: &Path,
    about: &About,
    replaced: Option<PathBuf>,
    siblings: &[PathBuf],
) -> Result<usize, RestoreRefusal> {
    let config = StoreConfig::Sqlite(staging.join(DATABASE));
    let store = Store::connect(&config).await?;
    let checked = check(&store, staging, about).await;
    let settled = match checked {
        Ok(()) => adopt(&store, about, replaced, siblings).await,
        Err(refusal) => Err(refusal),
    };
    store.close().await;
    let revoked = settled?;
    sync(&staging.join(DATABASE))?;
    sync_folders(staging)?;
    Ok(revoked)
}

async fn check(store: &Store, staging: &Path, about: &About) -> Result<(), RestoreRefusal> {
    let damaged = |what: &str| RestoreRefusal::Damaged(what.to_owned());
    if store.schema_version().await? > SCHEMA_VERSION {
        return Err(RestoreRefusal::Newer {
            program_version: about.program_version.clone(),
        });
    }
    // What follows reads as this program writes; the backup itself is the copy from before.
    store.migrate(Safeguard::Elsewhere).await?;
    let mut read = store.read().await?;
    let workspace = read.workspace().await?;
    if workspace.is_none_or(|workspace| workspace.id != about.workspace_id) {
        return Err(damaged("its workspace"));
    }
    let held = read.check_chain().await?;
    let end = read.chain_end().await?;
    if held != Ok(about.last_audit_sequence) || hexadecimal(&end.hash) != about.last_audit_hash {
        return Err(damaged("its audit"));
    }
    for version in read.stored_versions().await? {
        let table = staging
            .join(TABLES)
            .join(version.data_product_id.to_string());
        let commit = format!("_delta_log/{:020}.json", version.delta_version);
        let mut ports = fs::read_dir(table).map_err(|_| damaged("a table"))?;
        if !ports.any(|port| port.is_ok_and(|port| port.path().join(&commit).is_file())) {
            return Err(damaged("a version of a table"));
        }
    }
    Ok(())
}

async fn adopt(
    store: &Store,
    about: &About,
    replaced: Option<PathBuf>,
    siblings: &[PathBuf],
) -> Result<usize, RestoreRefusal> {
    let mut revocations = Vec::new();
    if let Some(database) = replaced.filter(|database| database.exists()) {
        match revoked_in(store, about, &database).await {
            Ok(Revoked::Known(revoked)) => revocations.push(revoked),
            Ok(Revoked::Elsewhere(name)) => {
                let name = name.unwrap_or_default();
                return Err(RestoreRefusal::OtherWorkspace { name });
            }
            // Without its audit nobody knows what was revoked since, and a restore must not give that back.
            Err(error) => return Err(RestoreRefusal::ReplacedUnreadable(error)),
        }
    }
    for sibling in siblings {
        match revoked_in(store, about, &sibling.join(DATABASE)).await {
            Ok(Revoked::Known(revoked)) => revocations.push(revoked),
            Ok(Revoked::Elsewhere(_)) => {}
            Err(error) => tracing::warn!(%error, "the workspace's other copy could not be read"),
        }
    }
    let (made, up_to, id) = (
        about.created_at,
        about.last_audit_sequence,
        about.workspace_id,
    );
    let revocations = Arc::new(revocations);
    let outcome: Result<usize, Refusal> = store
        .write(move |tx| {
            let revocations = revocations.clone();
            Box::pin(async move {
                let at = now();
                Recording::of(AuditAction::RestoreWorkspace, id.0)
                    .after(&from(made, up_to))
                    .write(tx, None, at)
                    .await?;
                let mut from = BTreeSet::new();
                for each in revocations.iter() {
                    from.extend(take_back(tx, each, at).await?);
                }
                Ok(from.len())
            })
        })
        .await;
    outcome.map_err(|refusal| match refusal {
        Refusal::Store(error) => error.into(),
        Refusal::StorageFull => RestoreRefusal::StorageFull,
        other => RestoreRefusal::Io(io::Error::other(other.to_string())),
    })
}

fn from(made: DateTime<Utc>, up_to: i64) -> serde_json::Value {
    json!({ "backupMadeAt": made, "lastAuditSequence": up_to })
}

async fn revoked_in(
    restored: &Store,
    about: &About,
    database: &Path,
) -> Result<Revoked, StoreError> {
    let other = Store::look_at(database);
    let found = async {
        let workspace = other.read().await?.workspace().await?;
        match workspace {
            Some(workspace) if workspace.id == about.workspace_id => {
                Ok(Revoked::Known(revocations::since(&other, restored).await?))
            }
            other => Ok(Revoked::Elsewhere(other.map(|workspace| workspace.name))),
        }
    }
    .await;
    other.close().await;
    found
}

/// What another folder tells of revocations.
enum Revoked {
    Known(revocations::Revocations),
    /// It holds another workspace, of this name.
    Elsewhere(Option<String>),
}

fn make_private(folder: &Path) -> Result<(), RestoreRefusal> {
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder).map_err(of_folder)
}

fn sync_folders(folder: &Path) -> Result<(), RestoreRefusal> {
    for entry in fs::read_dir(folder).map_err(of_folder)? {
        let path = entry.map_err(of_folder)?.path();
        if path.is_dir() {
            sync_folders(&path)?;
        }
    }
    sync(folder)
}

fn sync(path: &Path) -> Result<(), RestoreRefusal> {
    File::open(path)
        .and_then(|file| file.sync_all())
        .map_err(of_folder)
}
