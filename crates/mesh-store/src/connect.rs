//! Opening a database of either kind.

use std::{path::PathBuf, str::FromStr, sync::Arc, time::Duration};

use sqlx::{
    Connection, PgPool, SqliteConnection, SqlitePool,
    postgres::{PgConnectOptions, PgPoolOptions},
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};
use tokio::sync::watch;

use crate::{Safeguard, StoreError};

/// The oldest SQLite that is accepted: earlier ones can corrupt a write-ahead log when it is reset.
pub const SQLITE_MINIMUM: (u32, u32, u32) = (3, 51, 3);

const READERS: u32 = 4;
const POSTGRES_CONNECTIONS: u32 = 16;

/// Where the database is.
#[derive(Debug, Clone)]
pub enum StoreConfig {
    /// A file, created if missing.
    Sqlite(PathBuf),
    /// A PostgreSQL database, `postgres://…`.
    Postgres(String),
}

/// An open database.
#[derive(Debug, Clone)]
pub struct Store {
    pub(crate) db: Db,
    pub(crate) committed: Arc<watch::Sender<u64>>,
}

#[derive(Debug, Clone)]
pub(crate) enum Db {
    Sqlite {
        readers: SqlitePool,
        writer: SqlitePool,
    },
    Postgres(PgPool),
}

impl Store {
    /// Opens the database and brings its schema up to date.
    ///
    /// # Errors
    /// [`StoreError::SqliteTooOld`], [`StoreError::NewerSchema`], [`StoreError::BackupNeeded`],
    /// [`StoreError::Corrupted`], or that it can't be reached.
    pub async fn open(config: &StoreConfig, safeguard: Safeguard<'_>) -> Result<Self, StoreError> {
        let store = Self::connect(config).await?;
        let schema = store.migrate(safeguard).await?;
        if let Some(copy) = schema.copy {
            let (before, after) = (schema.before, schema.after);
            tracing::warn!(before, after, copy = %copy.display(), "the schema was changed; a copy from before is kept");
        }
        Ok(store)
    }

    /// Opens the database as it is, for looking at its schema version.
    ///
    /// # Errors
    /// As [`Store::open`], except for the schema.
    pub async fn connect(config: &StoreConfig) -> Result<Self, StoreError> {
        let db = match config {
            StoreConfig::Sqlite(file) => open_sqlite(file).await?,
            StoreConfig::Postgres(url) => Db::Postgres(open_postgres(url).await?),
        };
        Ok(Self {
            db,
            committed: Arc::new(watch::Sender::new(0)),
        })
    }

    /// Tells each time that something was committed through this store.
    #[must_use]
    pub fn commits(&self) -> watch::Receiver<u64> {
        self.committed.subscribe()
    }

    /// Whether other processes may write to the same database.
    #[must_use]
    pub fn is_shared(&self) -> bool {
        matches!(self.db, Db::Postgres(_))
    }

    /// Keeps an SQLite file from growing beyond some pages, as a full disk would; for tests of what happens then.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn limit_pages(&self, pages: u32) -> Result<(), StoreError> {
        if let Db::Sqlite { writer, .. } = &self.db {
            let limit = sqlx::AssertSqlSafe(format!("PRAGMA max_page_count = {pages}"));
            sqlx::raw_sql(limit).execute(writer).await?;
        }
        Ok(())
    }

    /// Closes all connections after what runs has ended.
    pub async fn close(&self) {
        match &self.db {
            Db::Sqlite { readers, writer } => {
                readers.close().await;
                writer.close().await;
            }
            Db::Postgres(pool) => pool.close().await,
        }
    }
}

async fn open_sqlite(file: &PathBuf) -> Result<Db, StoreError> {
    let options = SqliteConnectOptions::new()
        .filename(file)
        .create_if_missing(true)
        .foreign_keys(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .busy_timeout(Duration::from_secs(10));
    let writer = SqlitePoolOptions::new()
        .max_connections(1)
        .after_release(|connection, _| Box::pin(is_well(connection)))
        .connect_with(options.clone())
        .await?;
    let version: String = sqlx::query_scalar("SELECT sqlite_version()")
        .fetch_one(&writer)
        .await?;
    require_version(&version)?;
    let check: String = sqlx::query_scalar("PRAGMA quick_check(1)")
        .fetch_one(&writer)
        .await?;
    if check != "ok" {
        return Err(StoreError::Corrupted(check));
    }
    // A reader only learns what it needs when it first reads: the start doesn't wait for it.
    let readers = SqlitePoolOptions::new()
        .max_connections(READERS)
        .connect_lazy_with(options.read_only(true));
    Ok(Db::Sqlite { readers, writer })
}

/// Whether a connection may write again. A disk that fails makes SQLite end a transaction by itself, of which the
/// library doesn't learn: it would refuse to begin another one for ever.
async fn is_well(connection: &mut SqliteConnection) -> Result<bool, sqlx::Error> {
    // A rollback may still be on its way.
    connection.ping().await?;
    Ok(!connection.is_in_transaction())
}

fn require_version(found: &str) -> Result<(), StoreError> {
    let mut parts = found.split('.').map(|part| part.parse().unwrap_or(0));
    let mut next = || parts.next().unwrap_or(0);
    if (next(), next(), next()) < SQLITE_MINIMUM {
        let (major, minor, patch) = SQLITE_MINIMUM;
        return Err(StoreError::SqliteTooOld {
            found: found.to_owned(),
            needed: format!("{major}.{minor}.{patch}"),
        });
    }
    Ok(())
}

async fn open_postgres(url: &str) -> Result<PgPool, StoreError> {
    let options = PgConnectOptions::from_str(url)?.application_name("selvedge");
    let pool = PgPoolOptions::new()
        .max_connections(POSTGRES_CONNECTIONS)
        .acquire_timeout(Duration::from_secs(10))
        .connect_with(options)
        .await?;
    Ok(pool)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_old_sqlite_is_refused_by_number_not_by_text() {
        assert!(require_version("3.51.3").is_ok());
        assert!(require_version("3.100.0").is_ok());
        for old in ["3.51.2", "3.9.100", "2.99.99", ""] {
            assert!(
                matches!(require_version(old), Err(StoreError::SqliteTooOld { .. })),
                "{old}"
            );
        }
    }
}
