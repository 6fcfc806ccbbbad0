//! What the workers do: one job for each file or table that is read or written.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{JobId, PersonRef, PublicationFailure, StepProgress};

/// What a worker is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum JobKind {
    /// A file is recognised and its first rows are shown.
    Preview,
    /// A file's rows are written as a new version of a table.
    WriteTable,
    /// A file is compared with a version, row by row.
    Compare,
    /// A version is read back and compared.
    CheckTable,
    /// What a version's columns hold is counted.
    Profile,
    /// What a file holds is counted before it is published.
    Survey,
    /// A page of rows is read.
    ReadRows,
}

/// Where a job stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum JobState {
    /// As many jobs as may run at once are running; it waits for one of them to end.
    Waiting,
    /// A worker is at it.
    Running,
    /// It gave what was asked for.
    Succeeded,
    /// It failed; `failure` says why.
    Failed,
    /// Somebody stopped it.
    Stopped,
}

impl JobState {
    /// Whether it may be stopped.
    #[must_use]
    pub fn can_stop(self) -> bool {
        matches!(self, Self::Waiting | Self::Running)
    }
}

/// What the operating system keeps a worker from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Protection {
    /// Opening files that aren't its job's.
    pub files: bool,
    /// Connecting to anything.
    pub network: bool,
    /// Starting programs, and the kernel's rarer calls.
    pub calls: bool,
}

/// One job of a worker.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Job {
    /// Identifies it, as long as this process remembers it.
    pub id: JobId,
    /// What is done.
    pub kind: JobKind,
    /// The file or data product that it is about, as people call it.
    pub subject: String,
    /// The data product's readable id, where it is about one.
    #[schema(required = true)]
    pub data_product_slug: Option<String>,
    /// For whom it is done.
    pub started_by: PersonRef,
    /// Where it stands.
    pub state: JobState,
    /// How far it is, where that can be told.
    #[schema(required = true)]
    pub progress: Option<StepProgress>,
    /// Why it failed, while `failed`.
    #[schema(required = true)]
    pub failure: Option<PublicationFailure>,
    /// What its worker is kept from; nothing until it runs.
    #[schema(required = true)]
    pub protection: Option<Protection>,
    /// When it was asked for.
    pub asked_at: DateTime<Utc>,
    /// When a worker began.
    #[schema(required = true)]
    pub began_at: Option<DateTime<Utc>>,
    /// When it ended, one way or another.
    #[schema(required = true)]
    pub ended_at: Option<DateTime<Utc>>,
    /// What was noted meanwhile, oldest first; without values out of anybody's data.
    pub log: Vec<JobLine>,
}

/// A line of a job's log.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct JobLine {
    /// When it was noted.
    pub at: DateTime<Utc>,
    /// What happened.
    pub code: JobLineCode,
    /// For `said`: the worker's own words, for whoever develops it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
}

/// What a line of a job's log tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum JobLineCode {
    /// It was asked for.
    Asked,
    /// A worker was given the job.
    Began,
    /// The worker is locked in.
    LockedIn,
    /// The worker couldn't be locked in wholly.
    NotLockedIn,
    /// The worker said something.
    Said,
    /// It gave what was asked for.
    Succeeded,
    /// It failed.
    Failed,
    /// Somebody stopped it.
    Stopped,
}

/// How the workers stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Workers {
    /// What the last one was kept from; nothing before the first job.
    #[schema(required = true)]
    pub protection: Option<Protection>,
    /// How many may work at once.
    pub places: i64,
    /// How much memory each may use, in bytes.
    pub memory_limit_bytes: i64,
}
