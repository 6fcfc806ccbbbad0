//! Backups: the whole workspace in one sealed file.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{BackupId, ProblemCode};

/// How far a backup is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum BackupState {
    /// It is being made.
    Running,
    /// It waits to be saved.
    Ready,
    /// It could not be made; nothing is left of it.
    Failed,
}

/// A backup on its way out. It is kept until it was read once, for an hour at most, and ends with the program.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Backup {
    /// Stable id.
    pub id: BackupId,
    /// How far it is.
    pub state: BackupState,
    /// A name for the file: the workspace and the day.
    pub file_name: String,
    /// When it was begun.
    pub created_at: DateTime<Utc>,
    /// Bytes that are sealed so far.
    pub done_bytes: i64,
    /// Bytes that are to be sealed; none until they are counted.
    #[schema(required = true)]
    pub total_bytes: Option<i64>,
    /// The file's size, once it is ready.
    #[schema(required = true)]
    pub size_bytes: Option<i64>,
    /// Why it failed.
    #[schema(required = true)]
    pub failure: Option<ProblemCode>,
}

/// Asks for a backup.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BackupInput {
    /// Seals it, at least 12 characters. It is kept nowhere: without it the backup can't be opened by anybody.
    pub passphrase: String,
}
