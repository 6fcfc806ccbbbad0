//! A workspace in one sealed file: what a backup is, how it is made, and how it becomes a workspace again.
//!
//! ```text
//! age (scrypt) ─ zstd ─ tar ─ about.json, selvedge.db, tables/…, manifest.json
//! ```
//!
//! `about.json` comes first, so that a reader learns at once whether it can read the rest; `manifest.json` comes
//! last, because it names the hash of everything before it.

mod folder;
mod make;
mod open;
mod restore;
mod revocations;
mod tables;
mod take_back;

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use chrono::{DateTime, Utc};
use mesh_model::WorkspaceId;
use mesh_store::StoreError;
use serde::{Deserialize, Serialize};

pub use age::secrecy::SecretString as Passphrase;
pub use folder::{BackupFolderRefusal, back_up_folder};
pub use make::{BackupMade, make};
pub(crate) use make::{file_name, name_of};
pub use open::RestoreRefusal;
pub use restore::{RestoreTarget, Restored, restore};

/// The ending of a backup's file name.
pub const BACKUP_ENDING: &str = "selvedge-backup";
/// Characters that a passphrase has at least.
pub const PASSPHRASE_MIN: usize = 12;

const FORMAT: u32 = 1;
const ABOUT: &str = "about.json";
const DATABASE: &str = "selvedge.db";
const TABLES: &str = "tables";
const MANIFEST: &str = "manifest.json";
/// Neither JSON part is ever longer.
const JSON_MAX: u64 = 256 << 20;
/// scrypt with 2^17 blocks: 128 MB and about half a second for each passphrase that is tried.
const WORK_FACTOR: u8 = 17;
const WORK_FACTOR_MAX: u8 = 20;

/// What a backup says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct About {
    /// The version of this file format.
    pub format: u32,
    /// Which workspace it is.
    pub workspace_id: WorkspaceId,
    /// Its name.
    pub workspace_name: String,
    /// The database's schema version.
    pub schema_version: i64,
    /// The version of the program that made it.
    pub program_version: String,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// The last audit entry in it.
    pub last_audit_sequence: i64,
    /// That entry's hash, in hexadecimal digits.
    pub last_audit_hash: String,
    /// Bytes of all files together, for telling how far one is.
    pub total_bytes: u64,
}

#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Manifest {
    about: About,
    files: Vec<ListedFile>,
}

#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
struct ListedFile {
    name: String,
    size: u64,
    sha256: String,
}

/// How far making or restoring a backup is; also how it is stopped.
#[derive(Debug, Default)]
pub struct BackupProgress {
    done: AtomicU64,
    total: AtomicU64,
    stopped: AtomicBool,
}

impl BackupProgress {
    /// Bytes that are done.
    #[must_use]
    pub fn done(&self) -> u64 {
        self.done.load(Ordering::Relaxed)
    }

    /// Bytes in all; 0 until that is known.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.total.load(Ordering::Relaxed)
    }

    /// Ends it at the next piece.
    pub fn stop(&self) {
        self.stopped.store(true, Ordering::Relaxed);
    }

    fn of(&self, total: u64) {
        self.total.store(total, Ordering::Relaxed);
    }

    fn advance(&self, bytes: u64) -> std::io::Result<()> {
        self.done.fetch_add(bytes, Ordering::Relaxed);
        if self.stopped.load(Ordering::Relaxed) {
            return Err(std::io::Error::other("stopped"));
        }
        Ok(())
    }
}

/// Why a backup can't be made.
#[derive(Debug, thiserror::Error)]
pub enum BackupRefusal {
    /// The database is on a PostgreSQL server, which has its own backups.
    #[error("the database is on a PostgreSQL server")]
    OnPostgres,
    /// A file of a published version is missing.
    #[error("a file of a published version is missing: {0}")]
    FileMissing(String),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The disk failed or is full, or it was stopped.
    #[error("the backup could not be written: {0}")]
    Io(#[from] std::io::Error),
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
