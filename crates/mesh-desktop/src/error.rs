//! What can go wrong between the web view and the platform.

use std::io;

use mesh_model::{ParamValue, Params, ProblemCode};
use mesh_platform::backup::RestoreRefusal;
use serde::{Deserialize, Serialize};

use crate::start::StartFailure;

/// A refusal of the desktop itself, as the web view gets it: the same `code`
/// and `params` as a problem of the API, so that one catalogue speaks both.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct HostProblem {
    /// What went wrong.
    pub code: ProblemCode,
    /// What the sentence for the code needs, for example `fileName`.
    #[serde(default)]
    pub params: Params,
}

impl HostProblem {
    /// A problem without parameters.
    #[must_use]
    pub fn new(code: ProblemCode) -> Self {
        Self {
            code,
            params: Params::new(),
        }
    }

    /// The same problem with one more parameter.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<ParamValue>) -> Self {
        self.params.insert(name.to_owned(), value.into());
        self
    }
}

/// Why the desktop could not do what the web view asked.
#[derive(Debug, thiserror::Error)]
pub enum DesktopError {
    /// The frame or the request in it is not one that the client writes.
    #[error("the request from the web view is malformed: {0}")]
    Malformed(&'static str),
    /// The answer is larger than one frame may be.
    #[error("the answer is larger than {limit} bytes")]
    AnswerTooLarge {
        /// The most bytes that one answer may have.
        limit: usize,
    },
    /// The answer's body broke off.
    #[error("the answer broke off")]
    AnswerBroken(#[source] axum::Error),
    /// A stream with this id is open already.
    #[error("stream {0} is open already")]
    StreamTaken(u64),
    /// As many streams are open as one window may have.
    #[error("{limit} streams are open already")]
    StreamsExhausted {
        /// The most streams that may be open at once.
        limit: usize,
    },
    /// The web view gave the request up.
    #[error("the request was cancelled")]
    Cancelled,
    /// A preference with a key or value that cannot be kept.
    #[error("the preference cannot be kept: {0}")]
    Preference(&'static str),
    /// The preferences could not be written.
    #[error("the preferences could not be saved: {0}")]
    PreferencesNotSaved(String),
    /// A file that the person asked for could not be written.
    #[error("the file could not be saved")]
    NotSaved(#[source] io::Error),
    /// The platform is not open, because it is closing or could not start.
    #[error("the workspace is not open")]
    NotOpen,
    /// No workspace has this key.
    #[error("there is no such workspace")]
    NoSuchWorkspace,
    /// A name that can't be one.
    #[error("the name does not hold")]
    Name,
    /// The name that was typed is another one.
    #[error("another name was typed")]
    NameDiffers,
    /// A new workspace could not be named.
    #[error("the new workspace could not be named: {0}")]
    NotNamed(#[source] mesh_platform::Refusal),
    /// A workspace did not open.
    #[error("the workspace did not open: {0}")]
    Start(#[from] StartFailure),
    /// A backup could not be restored.
    #[error("the backup could not be restored: {0}")]
    Restore(#[from] RestoreRefusal),
    /// The platform didn't hand a backup out.
    #[error("the backup was not handed out: {0}")]
    NotHandedOut(http::StatusCode),
    /// The disk failed.
    #[error("the disk failed: {0}")]
    Disk(#[source] io::Error),
    /// The disk is full.
    #[error("the disk is full")]
    StorageFull,
    /// A file could not be taken in.
    #[error("the file could not be taken in")]
    File(#[from] crate::files::FileRefusal),
}

impl DesktopError {
    /// What the web view is told.
    #[must_use]
    pub fn problem(&self) -> HostProblem {
        match self {
            Self::Malformed(_) | Self::StreamTaken(_) | Self::Preference(_) => {
                HostProblem::new(ProblemCode::Malformed)
            }
            Self::AnswerTooLarge { .. } => HostProblem::new(ProblemCode::TooLarge),
            Self::StreamsExhausted { .. } => HostProblem::new(ProblemCode::TooManyRequests),
            Self::NotOpen | Self::Cancelled => HostProblem::new(ProblemCode::Busy),
            Self::AnswerBroken(_) => HostProblem::new(ProblemCode::Internal),
            Self::NoSuchWorkspace => HostProblem::new(ProblemCode::NotFound),
            Self::Name | Self::NameDiffers => HostProblem::new(ProblemCode::Invalid),
            Self::StorageFull => HostProblem::new(ProblemCode::StorageFull),
            Self::NotHandedOut(http::StatusCode::NOT_FOUND) => {
                HostProblem::new(ProblemCode::NotFound)
            }
            Self::NotHandedOut(http::StatusCode::FORBIDDEN) => {
                HostProblem::new(ProblemCode::Forbidden)
            }
            Self::Disk(_) | Self::NotNamed(_) | Self::NotHandedOut(_) => {
                HostProblem::new(ProblemCode::Internal)
            }
            Self::Start(failure) => of_start(failure),
            Self::Restore(refusal) => of_restore(refusal),
            Self::PreferencesNotSaved(_) => HostProblem::new(ProblemCode::StorageFull),
            Self::NotSaved(error) => {
                HostProblem::new(ProblemCode::FileNotSaved).with("reason", why_not_saved(error))
            }
            Self::File(refusal) => refusal.problem(),
        }
    }
}

impl DesktopError {
    pub(crate) fn of_disk(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::StorageFull,
            _ => Self::Disk(error),
        }
    }
}

fn why_not_saved(error: &io::Error) -> &'static str {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "full",
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => "permission",
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => "folder_gone",
        _ => "other",
    }
}

fn of_start(failure: &StartFailure) -> HostProblem {
    let reason = match failure {
        StartFailure::InUse { .. } => "in_use",
        StartFailure::NewerDatabase { .. } => "newer",
        StartFailure::DamagedDatabase { .. } => "damaged",
        StartFailure::StorageFull { .. } => return HostProblem::new(ProblemCode::StorageFull),
        StartFailure::FolderUnusable { .. }
        | StartFailure::WorkerMissing(_)
        | StartFailure::Failed { .. } => "other",
    };
    tracing::warn!(
        error = failure as &dyn std::error::Error,
        "a workspace did not open"
    );
    HostProblem::new(ProblemCode::WorkspaceUnusable).with("reason", reason)
}

fn of_restore(refusal: &RestoreRefusal) -> HostProblem {
    let refused =
        |reason: &str| HostProblem::new(ProblemCode::BackupRefused).with("reason", reason);
    match refusal {
        RestoreRefusal::NotABackup => refused("not_a_backup"),
        RestoreRefusal::WrongPassphrase => refused("wrong_passphrase"),
        RestoreRefusal::CutShort => refused("cut_short"),
        RestoreRefusal::Damaged(_) => refused("damaged"),
        RestoreRefusal::Newer { program_version } => {
            refused("newer").with("found", program_version.as_str())
        }
        RestoreRefusal::StorageFull => HostProblem::new(ProblemCode::StorageFull),
        RestoreRefusal::FolderTaken(_)
        | RestoreRefusal::InUse(_)
        | RestoreRefusal::OtherWorkspace { .. }
        | RestoreRefusal::ReplacedUnreadable(_)
        | RestoreRefusal::Io(_)
        | RestoreRefusal::Store(_) => {
            tracing::warn!(
                error = refusal as &dyn std::error::Error,
                "a backup was not restored"
            );
            refused("other")
        }
    }
}

impl Serialize for DesktopError {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.problem().serialize(serializer)
    }
}
