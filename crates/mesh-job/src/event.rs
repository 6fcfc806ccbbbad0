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
