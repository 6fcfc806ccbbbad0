//! Schema versions. All pending migrations run in one transaction: the schema is the old or the new one, never
//! something between.

use std::path::{Path, PathBuf};

use sqlx::{Connection, PgPool, SqlitePool};

use crate::{
    Store, StoreError,
    connect::Db,
    safeguard::{self, Safeguard},
};

const MIGRATIONS: &[(i64, &str, &str)] = &[
    (
        1,
        include_str!("../../../migrations/sqlite/0001_mesh.sql"),
        include_str!("../../../migrations/postgres/0001_mesh.sql"),
    ),
    (
        2,
        include_str!("../../../migrations/sqlite/0002_house.sql"),
        include_str!("../../../migrations/postgres/0002_house.sql"),
    ),
    (
        3,
        include_str!("../../../migrations/sqlite/0003_audit.sql"),
        include_str!("../../../migrations/postgres/0003_audit.sql"),
    ),
    (
        4,
        include_str!("../../../migrations/sqlite/0004_notifications.sql"),
        include_str!("../../../migrations/postgres/0004_notifications.sql"),
    ),
    (
        5,
        include_str!("../../../migrations/sqlite/0005_sought.sql"),
        include_str!("../../../migrations/postgres/0005_sought.sql"),
    ),
    (
        6,
        include_str!("../../../migrations/sqlite/0006_intake.sql"),
        include_str!("../../../migrations/postgres/0006_intake.sql"),
    ),
    (
        7,
        include_str!("../../../migrations/sqlite/0007_profiles.sql"),
        include_str!("../../../migrations/postgres/0007_profiles.sql"),
    ),
    (
        8,
        include_str!("../../../migrations/sqlite/0008_versions.sql"),
        include_str!("../../../migrations/postgres/0008_versions.sql"),
    ),
    (
        9,
        include_str!("../../../migrations/sqlite/0009_promises.sql"),
        include_str!("../../../migrations/postgres/0009_promises.sql"),
    ),
];

/// The newest schema version that this program knows.
pub const SCHEMA_VERSION: i64 = MIGRATIONS[MIGRATIONS.len() - 1].0;

const CREATE_VERSION: &str = "CREATE TABLE IF NOT EXISTS schema_version (version BIGINT NOT NULL)";
const CREATE_VERSION_STRICT: &str =
    "CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL) STRICT";
const READ_VERSION: &str = "SELECT COALESCE(MAX(version), 0) FROM schema_version";
const WRITE_VERSION: &str = "INSERT INTO schema_version (version) VALUES ($1)";

/// The statements that lead from each schema to the next, the oldest first: for SQLite and for PostgreSQL.
pub fn migrations() -> impl Iterator<Item = (&'static str, &'static str)> {
    let all = MIGRATIONS.iter();
    all.map(|(_, sqlite, postgres)| (*sqlite, *postgres))
}

/// The schema before and after [`crate::Store::migrate`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SchemaState {
    /// The version that was found; 0 for an empty database.
    pub before: i64,
    /// The version now.
    pub after: i64,
    /// The copy that was made before the change.
    pub copy: Option<PathBuf>,
}

async fn up(store: &Store, safeguard: Safeguard<'_>) -> Result<SchemaState, StoreError> {
    let copy = match safeguard {
        Safeguard::CopyIn(folder) => copy(store, folder).await?,
        Safeguard::Elsewhere => None,
    };
    let before = match &store.db {
        Db::Sqlite { writer, .. } => up_sqlite(writer).await?,
        Db::Postgres(pool) => up_postgres(pool).await?,
    };
    if let Some(copy) = &copy {
        safeguard::forget_older(copy);
    }
    Ok(SchemaState {
        before,
        after: SCHEMA_VERSION,
        copy,
    })
}

/// Copies the database if its schema is about to change and it holds something.
async fn copy(store: &Store, folder: &Path) -> Result<Option<PathBuf>, StoreError> {
    let found = store.schema_version().await?;
    if found == 0 || pending(found)?.next().is_none() {
        return Ok(None);
    }
    let copied = match &store.db {
        Db::Sqlite { writer, .. } => {
            let mut connection = writer.acquire().await?;
            safeguard::copy_sqlite(&mut connection, folder, SCHEMA_VERSION).await?
        }
        Db::Postgres(pool) => {
            let server = pool.connect_options();
            let dumped = safeguard::dump_postgres(&server, folder, SCHEMA_VERSION).await;
            dumped.map_err(|reason| StoreError::BackupNeeded {
                found,
                known: SCHEMA_VERSION,
                reason,
            })?
        }
    };
    Ok(Some(copied))
}

async fn up_sqlite(writer: &SqlitePool) -> Result<i64, StoreError> {
    let mut connection = writer.acquire().await?;
    let mut tx = connection.begin_with("BEGIN IMMEDIATE").await?;
    sqlx::query(CREATE_VERSION_STRICT).execute(&mut *tx).await?;
    let before: i64 = sqlx::query_scalar(READ_VERSION).fetch_one(&mut *tx).await?;
    for (version, sqlite, _) in pending(before)? {
        sqlx::raw_sql(*sqlite).execute(&mut *tx).await?;
        sqlx::query(WRITE_VERSION)
            .bind(version)
            .execute(&mut *tx)
            .await?;
    }
    tx.commit().await?;
    Ok(before)
}

async fn up_postgres(pool: &PgPool) -> Result<i64, StoreError> {
    let mut connection = pool.acquire().await?;
    let mut tx = connection.begin().await?;
    // Several servers may start at once: the first migrates, the others find it done.
    sqlx::query("SELECT pg_advisory_xact_lock(7420)")
        .execute(&mut *tx)
        .await?;
    sqlx::query(CREATE_VERSION).execute(&mut *tx).await?;
    let before: i64 = sqlx::query_scalar(READ_VERSION).fetch_one(&mut *tx).await?;
    for (version, _, postgres) in pending(before)? {
        sqlx::raw_sql(*postgres).execute(&mut *tx).await?;
        sqlx::query(WRITE_VERSION)
            .bind(version)
            .execute(&mut *tx)
            .await?;
    }
    tx.commit().await?;
    Ok(before)
}

fn pending(
    found: i64,
) -> Result<impl Iterator<Item = &'static (i64, &'static str, &'static str)>, StoreError> {
    if found > SCHEMA_VERSION {
        return Err(StoreError::NewerSchema {
            found,
            known: SCHEMA_VERSION,
        });
    }
    Ok(MIGRATIONS
        .iter()
        .filter(move |(version, ..)| *version > found))
}

impl Store {
    /// Brings the schema up to date and says what it was.
    ///
    /// # Errors
    /// [`StoreError::NewerSchema`], [`StoreError::BackupNeeded`], or that the database failed; then the schema is as
    /// before.
    pub async fn migrate(&self, safeguard: Safeguard<'_>) -> Result<SchemaState, StoreError> {
        up(self, safeguard).await
    }

    /// The schema's version as it is; 0 for a database without one.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn schema_version(&self) -> Result<i64, StoreError> {
        let there: bool = match &self.db {
            Db::Sqlite { writer, .. } => {
                sqlx::query_scalar(
                    "SELECT EXISTS (SELECT 1 FROM sqlite_master WHERE name = 'schema_version')",
                )
                .fetch_one(writer)
                .await?
            }
            Db::Postgres(pool) => {
                sqlx::query_scalar("SELECT to_regclass('schema_version') IS NOT NULL")
                    .fetch_one(pool)
                    .await?
            }
        };
        if !there {
            return Ok(0);
        }
        Ok(match &self.db {
            Db::Sqlite { writer, .. } => sqlx::query_scalar(READ_VERSION).fetch_one(writer).await?,
            Db::Postgres(pool) => sqlx::query_scalar(READ_VERSION).fetch_one(pool).await?,
        })
    }
}
