//! Backing the workspace up while it is in use, for whoever may look after it.

use std::{
    collections::HashMap,
    path::PathBuf,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use age::secrecy::SecretString;
use chrono::{DateTime, TimeDelta, Utc};
use mesh_model::{
    AuditAction, Backup, BackupId, BackupInput, BackupState, FieldCode, Fields, PersonId,
    ProblemCode,
};
use mesh_policy::{Decision, Intent};
use mesh_store::StoreError;
use serde_json::json;

use crate::{
    Platform, Principal, Refusal,
    backup::{
        self, BACKUP_ENDING, BackupMade, BackupProgress, BackupRefusal, PASSPHRASE_MIN, file_name,
        name_of,
    },
    clock::now,
    recording::Recording,
};

const FOLDER: &str = "backups";
const KEPT_MINUTES: i64 = 60;
const SWEEP: Duration = Duration::from_secs(60);

/// Backups of the workspace.
pub struct Backups<'p>(pub(crate) &'p Platform);

/// A backup's file, to be read once.
#[derive(Debug)]
pub struct BackupFile {
    /// How many bytes there are.
    pub size_bytes: u64,
    /// A name for the file.
    pub name: String,
    file: std::fs::File,
    gone: Gone,
}

impl BackupFile {
    /// The sealed bytes, and what removes them when it is dropped.
    #[must_use]
    pub fn into_parts(self) -> (std::fs::File, Gone) {
        (self.file, self.gone)
    }
}

/// Removes a file when it is dropped.
#[derive(Debug)]
pub struct Gone(PathBuf);

impl Drop for Gone {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

/// The backups that this process has made and that nobody has taken yet.
#[derive(Default)]
pub(crate) struct Made(Mutex<HashMap<BackupId, Entry>>);

struct Entry {
    by: PersonId,
    created_at: DateTime<Utc>,
    progress: Arc<BackupProgress>,
    outcome: Option<Result<(BackupMade, Gone), ProblemCode>>,
}

impl Made {
    fn lock(&self) -> MutexGuard<'_, HashMap<BackupId, Entry>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Stops what runs and lets go of what waits.
    pub(crate) fn end(&self) {
        for (_, entry) in self.lock().drain() {
            entry.progress.stop();
        }
    }
}

impl Backups<'_> {
    /// Begins a backup; one at a time.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`], [`Refusal::Invalid`] for a short passphrase, [`Refusal::Conflict`] while another one
    /// is being made or where PostgreSQL keeps the database, or that the database failed.
    pub async fn begin(&self, by: &Principal, input: BackupInput) -> Result<Backup, Refusal> {
        let decision = self.0.require(by, Intent::ManageWorkspace).await?;
        let mut fields = Fields::default();
        check_passphrase(&mut fields, "/passphrase", &input.passphrase);
        Refusal::unless_all_hold(fields)?;
        if self.0.store.is_shared() {
            return Err(Refusal::Conflict("backup_on_postgres"));
        }
        let id = BackupId::new();
        let progress = Arc::new(BackupProgress::default());
        {
            let mut made = self.0.shared.backups.lock();
            if made.values().any(|entry| entry.outcome.is_none()) {
                return Err(Refusal::Conflict("backup_running"));
            }
            // What somebody made and never fetched gives way.
            made.retain(|_, entry| entry.by != by.id);
            made.insert(
                id,
                Entry {
                    by: by.id,
                    created_at: now(),
                    progress: progress.clone(),
                    outcome: None,
                },
            );
        }
        if let Err(refusal) = record(self.0, by, AuditAction::CreateBackup, id, &decision).await {
            self.0.shared.backups.lock().remove(&id);
            return Err(refusal);
        }
        let platform = self.0.clone();
        let passphrase = SecretString::from(input.passphrase);
        self.0
            .spawn(async move { run(platform, id, passphrase, progress).await })
            .await;
        self.get(by, id).await
    }

    /// One's own backup.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`], [`Refusal::NotFound`], or that the database failed.
    pub async fn get(&self, by: &Principal, id: BackupId) -> Result<Backup, Refusal> {
        self.0.require(by, Intent::ManageWorkspace).await?;
        let name = self.0.describe().await?.name;
        let made = self.0.shared.backups.lock();
        let entry = made
            .get(&id)
            .filter(|entry| entry.by == by.id)
            .ok_or(Refusal::NotFound)?;
        let total = entry.progress.total();
        let mut backup = Backup {
            id,
            state: BackupState::Running,
            file_name: file_name(&name, entry.created_at),
            created_at: entry.created_at,
            done_bytes: entry.progress.done() as i64,
            total_bytes: (total > 0).then_some(total as i64),
            size_bytes: None,
            failure: None,
        };
        match &entry.outcome {
            None => {}
            Some(Ok((made, _))) => {
                backup.state = BackupState::Ready;
                backup.file_name = name_of(&made.about);
                backup.size_bytes = Some(made.size_bytes as i64);
            }
            Some(Err(code)) => {
                backup.state = BackupState::Failed;
                backup.failure = Some(*code);
            }
        }
        Ok(backup)
    }

    /// Hands one's own backup out, once.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`], [`Refusal::NotFound`] also when it was handed out before, [`Refusal::Conflict`] while
    /// it is being made, or that the folder failed.
    pub async fn take(&self, by: &Principal, id: BackupId) -> Result<BackupFile, Refusal> {
        let decision = self.0.require(by, Intent::ManageWorkspace).await?;
        let (made, gone) = {
            let mut all = self.0.shared.backups.lock();
            let entry = all
                .get(&id)
                .filter(|entry| entry.by == by.id)
                .ok_or(Refusal::NotFound)?;
            if !matches!(entry.outcome, Some(Ok(_))) {
                return Err(Refusal::Conflict("backup_not_ready"));
            }
            match all.remove(&id).and_then(|entry| entry.outcome) {
                Some(Ok(ready)) => ready,
                _ => return Err(Refusal::NotFound),
            }
        };
        let file = std::fs::File::open(&gone.0)?;
        record(self.0, by, AuditAction::SaveBackup, id, &decision).await?;
        Ok(BackupFile {
            file,
            size_bytes: made.size_bytes,
            name: name_of(&made.about),
            gone,
        })
    }

    /// Stops or forgets one's own backup.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`], [`Refusal::NotFound`], or that the database failed.
    pub async fn forget(&self, by: &Principal, id: BackupId) -> Result<(), Refusal> {
        self.0.require(by, Intent::ManageWorkspace).await?;
        let mut made = self.0.shared.backups.lock();
        if made.get(&id).is_none_or(|entry| entry.by != by.id) {
            return Err(Refusal::NotFound);
        }
        if let Some(entry) = made.remove(&id) {
            entry.progress.stop();
        }
        Ok(())
    }

    /// Removes what an earlier run left behind.
    pub(crate) fn clear(&self) -> Result<(), Refusal> {
        match std::fs::remove_dir_all(self.0.shared.folder.root().join(FOLDER)) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
            _ => Ok(()),
        }
    }
}

/// Checks a passphrase that is to seal a backup.
pub fn check_passphrase(fields: &mut Fields, pointer: &str, passphrase: &str) {
    if passphrase.chars().count() < PASSPHRASE_MIN {
        let message = format!("a passphrase has at least {PASSPHRASE_MIN} characters");
        let min = (PASSPHRASE_MIN as i64).into();
        fields.refuse(pointer, FieldCode::TooShort, message, [("min", min)]);
    }
}

async fn record(
    platform: &Platform,
    by: &Principal,
    action: AuditAction,
    id: BackupId,
    decision: &Decision,
) -> Result<(), Refusal> {
    let (by, decision) = (by.clone(), decision.clone());
    let workspace = platform.workspace().id;
    platform
        .store
        .write(move |tx| {
            let (by, decision) = (by.clone(), decision.clone());
            Box::pin(async move {
                Recording::of(action, workspace.0)
                    .after(&json!({ "backup": id }))
                    .decided(&decision)
                    .write(tx, Some(&by), now())
                    .await
            })
        })
        .await
}

async fn run(
    platform: Platform,
    id: BackupId,
    passphrase: SecretString,
    progress: Arc<BackupProgress>,
) {
    let root = platform.shared.folder.root();
    let folder = root.join(FOLDER);
    let file = folder.join(format!("{id}.{BACKUP_ENDING}"));
    let outcome = match std::fs::create_dir_all(&folder) {
        Ok(()) => backup::make(&platform.store, root, &file, passphrase, progress).await,
        Err(error) => Err(error.into()),
    };
    let outcome = outcome
        .map(|made| (made, Gone(file)))
        .map_err(|refusal| code_of(&refusal));
    if let Some(entry) = platform.shared.backups.lock().get_mut(&id) {
        entry.outcome = Some(outcome);
    }
    let until = now() + TimeDelta::minutes(KEPT_MINUTES);
    while now() < until && platform.shared.backups.lock().contains_key(&id) {
        tokio::time::sleep(SWEEP).await;
    }
    platform.shared.backups.lock().remove(&id);
}

fn code_of(refusal: &BackupRefusal) -> ProblemCode {
    match refusal {
        BackupRefusal::Store(StoreError::Full(_)) => return ProblemCode::StorageFull,
        BackupRefusal::Io(error) => {
            let full = matches!(
                error.kind(),
                std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded
            );
            if full {
                return ProblemCode::StorageFull;
            }
        }
        BackupRefusal::FileMissing(_) => {
            tracing::error!(%refusal, "a backup could not be made");
            return ProblemCode::FileVanished;
        }
        _ => {}
    }
    tracing::error!(%refusal, "a backup could not be made");
    ProblemCode::Internal
}
