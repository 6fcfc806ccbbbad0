//! What can go wrong between the web view and the platform.

use mesh_model::{ParamValue, Params, ProblemCode};
use serde::{Deserialize, Serialize};

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
    NotSaved(#[source] std::io::Error),
    /// The platform is not open, because it is closing or could not start.
    #[error("the workspace is not open")]
    NotOpen,
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
            Self::PreferencesNotSaved(_) | Self::NotSaved(_) => {
                HostProblem::new(ProblemCode::StorageFull)
            }
            Self::File(refusal) => refusal.problem(),
        }
    }
}

impl Serialize for DesktopError {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.problem().serialize(serializer)
    }
}
