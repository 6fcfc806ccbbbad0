//! What can go wrong with the database, by meaning.

/// A refusal or failure of the database.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The SQLite library is older than the one that no longer corrupts a reset write-ahead log.
    #[error("SQLite {found} is too old; {needed} or newer is needed")]
    SqliteTooOld {
        /// The version that is linked.
        found: String,
        /// The oldest version that is accepted.
        needed: String,
    },
    /// The database was made by a newer Selvedge.
    #[error("the database has schema {found}, this program knows up to {known}")]
    NewerSchema {
        /// The database's schema version.
        found: i64,
        /// The newest schema version that this program knows.
        known: i64,
    },
    /// The schema has to change, and no copy from before could be made.
    #[error(
        "the schema has to change from {found} to {known}, and no copy could be made before: {reason}"
    )]
    BackupNeeded {
        /// The database's schema version.
        found: i64,
        /// The newest schema version that this program knows.
        known: i64,
        /// Why there is no copy.
        reason: String,
    },
    /// The database is no file that could be copied.
    #[error("a PostgreSQL database is backed up with pg_dump")]
    NotAFile,
    /// The database's file is damaged.
    #[error("the database is damaged: {0}")]
    Corrupted(String),
    /// A unique key is taken already; the constraint or columns are named.
    #[error("already taken: {0}")]
    Taken(String),
    /// The disk is full.
    #[error("the disk is full")]
    Full(#[source] sqlx::Error),
    /// The disk refuses to write or to read; what was committed before is kept.
    #[error("the disk fails: {0}")]
    DiskFails(#[source] sqlx::Error),
    /// Another transaction was faster; trying again helps.
    #[error("another transaction was faster")]
    Contended(#[source] sqlx::Error),
    /// A stored value can't be read by this program.
    #[error("a stored value can't be read: {0}")]
    Unreadable(String),
    /// The database can't be reached or refuses to answer.
    #[error("the database can't be reached: {0}")]
    Unreachable(#[source] sqlx::Error),
    /// Any other failure of the database.
    #[error("the database failed: {0}")]
    Failed(#[source] sqlx::Error),
    /// The task that wrote ended without an answer.
    #[error("the writing task ended: {0}")]
    Ended(#[from] tokio::task::JoinError),
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        let Some(database) = error.as_database_error() else {
            return match error {
                sqlx::Error::Io(_)
                | sqlx::Error::PoolTimedOut
                | sqlx::Error::PoolClosed
                | sqlx::Error::Tls(_) => Self::Unreachable(error),
                sqlx::Error::ColumnDecode { index, source } => {
                    Self::Unreadable(format!("{index}: {source}"))
                }
                _ => Self::Failed(error),
            };
        };
        if database.is_unique_violation() {
            let named = database
                .constraint()
                .map_or_else(|| database.message().to_owned(), str::to_owned);
            return Self::Taken(named);
        }
        let code = database
            .code()
            .map(std::borrow::Cow::into_owned)
            .unwrap_or_default();
        let message = database.message().to_owned();
        // SQLite's extended result codes carry the primary one in the low byte; PostgreSQL's have five characters.
        match code
            .parse::<u32>()
            .ok()
            .filter(|_| code.len() < 5)
            .map(|number| number & 0xff)
        {
            Some(11 | 26) => Self::Corrupted(message),
            Some(13) => Self::Full(error),
            Some(8 | 10 | 14) => Self::DiskFails(error),
            Some(5 | 6) => Self::Contended(error),
            _ => match code.as_str() {
                "53100" => Self::Full(error),
                "58030" => Self::DiskFails(error),
                "40001" | "40P01" => Self::Contended(error),
                _ => Self::Failed(error),
            },
        }
    }
}

impl From<std::io::Error> for StoreError {
    fn from(error: std::io::Error) -> Self {
        use std::io::ErrorKind::{QuotaExceeded, StorageFull};
        match error.kind() {
            StorageFull | QuotaExceeded => Self::Full(sqlx::Error::Io(error)),
            _ => Self::DiskFails(sqlx::Error::Io(error)),
        }
    }
}
