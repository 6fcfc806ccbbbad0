//! Why a use case refuses, by meaning.

use mesh_job::Failure;
use mesh_model::{FieldProblem, Fields};
use mesh_store::{Contended, StoreError};

/// A use case that was refused or failed. Nothing was changed, unless a variant says otherwise.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// Nobody is signed in.
    #[error("nobody is signed in")]
    Unauthenticated,
    /// The person may not do this.
    #[error("not allowed; {who:?} may")]
    Forbidden {
        /// Names of people who may, or who can make it possible.
        who: Vec<String>,
    },
    /// There is no such thing, or the person may not know of it.
    #[error("no such thing")]
    NotFound,
    /// Some fields don't hold.
    #[error("some fields don't hold")]
    Invalid(Vec<FieldProblem>),
    /// The state of the thing doesn't allow this now.
    #[error("not in this state: {0}")]
    Conflict(&'static str),
    /// A team that looks after domains stays until they have another.
    #[error("the team looks after {domains:?} and {hidden} more")]
    TeamInUse {
        /// The names of those domains that the person may know of.
        domains: Vec<String>,
        /// How many others there are.
        hidden: i64,
    },
    /// The part doesn't begin where the file ends so far.
    #[error("the next part begins at {received_bytes}")]
    WrongOffset {
        /// Bytes that arrived.
        received_bytes: i64,
    },
    /// Somebody else changed the thing since it was read.
    #[error("changed meanwhile; now at revision {revision}")]
    Stale {
        /// The thing's revision now.
        revision: i64,
    },
    /// What a plan stands on changed since it was looked at.
    #[error("the plan was made from what is no longer so")]
    PlanStale,
    /// Rows are for the owner only, until grants exist.
    #[error("rows need a grant; {owner} owns them")]
    RowsNeedGrant {
        /// The product's owner.
        owner: String,
    },
    /// The link or ticket is unknown, used or too old.
    #[error("the link doesn't work any more")]
    SetUpLinkInvalid,
    /// E-mail address or password is wrong.
    #[error("e-mail address or password is wrong")]
    SignInFailed,
    /// Too many attempts.
    #[error("too many attempts; again in {seconds} seconds")]
    TooManyAttempts {
        /// How long to wait.
        seconds: i64,
    },
    /// The workspace isn't a demo.
    #[error("personas exist in a demo only")]
    NotDemo,
    /// More bytes than allowed.
    #[error("at most {max} bytes")]
    TooLarge {
        /// The limit in bytes.
        max: i64,
    },
    /// A job of the worker failed.
    #[error("a job failed: {0}")]
    Job(#[from] Failure),
    /// Rows break rules that keep a version from being published.
    #[error("the rows break {broken} rules, first in {column:?}")]
    RulesBroken {
        /// How many rules.
        broken: i64,
        /// The column of the first, where it is about one.
        column: Option<String>,
    },
    /// The workspace's folder failed.
    #[error("the workspace's folder failed: {0}")]
    Folder(#[source] std::io::Error),
    /// The disk is full.
    #[error("the disk is full")]
    StorageFull,
    /// The disk fails to write or to read.
    #[error("the disk fails: {0}")]
    StorageFailed(String),
    /// The database failed.
    #[error(transparent)]
    Store(StoreError),
    /// A fault of Selvedge.
    #[error("internal: {0}")]
    Internal(String),
}

impl Refusal {
    /// Refuses unless all fields hold.
    ///
    /// # Errors
    /// [`Refusal::Invalid`] with the fields that don't.
    pub fn unless_all_hold(fields: Fields) -> Result<(), Self> {
        if fields.is_empty() {
            Ok(())
        } else {
            Err(Self::Invalid(fields.into_vec()))
        }
    }
}

impl From<StoreError> for Refusal {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Full(_) => Self::StorageFull,
            StoreError::DiskFails(error) => Self::StorageFailed(error.to_string()),
            error => Self::Store(error),
        }
    }
}

impl From<std::io::Error> for Refusal {
    fn from(error: std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => {
                Self::StorageFull
            }
            _ => Self::Folder(error),
        }
    }
}

impl Contended for Refusal {
    fn is_contended(&self) -> bool {
        matches!(self, Self::Store(error) if error.is_contended())
    }
}
