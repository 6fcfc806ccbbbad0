use serde::{Deserialize, Serialize};

use crate::{Failure, Output};

/// What a worker says while it serves its job.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", tag = "event", content = "content")]
pub enum Event {
    /// The first event, sent before the order is read.
    Hello {
        /// The worker's [`crate::PROTOCOL`].
        protocol: String,
    },
    /// Sent before the job begins.
    Caged(Cage),
    /// How far the job is.
    Progress(Progress),
    /// A line for the core's log.
    Log {
        /// How loud.
        level: LogLevel,
        /// The line, without values out of the user's data.
        message: String,
    },
    /// The job succeeded; the last event.
    Done(Output),
    /// The job failed; the last event.
    Failed(Failure),
}

/// What the operating system keeps a worker from.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Cage {
    /// Files that aren't its job's.
    pub files: bool,
    /// Connections.
    pub network: bool,
    /// Other programs, and the kernel's rarer doors.
    pub calls: bool,
}

impl Cage {
    /// Whether it is kept from all of them.
    #[must_use]
    pub fn is_whole(self) -> bool {
        self.files && self.network && self.calls
    }
}

/// How far a job is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Progress {
    /// Units finished; never falls within one job.
    pub done: u64,
    /// Units in all, when known.
    pub total: Option<u64>,
    /// What is counted.
    pub unit: Unit,
}

/// What [`Progress`] counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Rows of the table.
    Rows,
    /// Bytes of the input.
    Bytes,
}

/// Loudness of [`Event::Log`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LogLevel {
    /// For developers.
    Debug,
    /// Worth keeping.
    Info,
    /// Something is not as it should be, and the job goes on.
    Warn,
}
