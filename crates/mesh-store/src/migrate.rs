//! Schema versions. All pending migrations run in one transaction: the schema is the old or the new one, never
//! something between.

use sqlx::Connection;

use crate::{StoreError, connect::Db};

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
        5,
        include_str!("../../../migrations/sqlite/0005_sought.sql"),
        include_str!("../../../migrations/postgres/0005_sought.sql"),
    ),
];

/// The newest schema version that this program knows.
pub const SCHEMA_VERSION: i64 = MIGRATIONS[MIGRATIONS.len() - 1].0;

const CREATE_VERSION: &str = "CREATE TABLE IF NOT EXISTS schema_version (version BIGINT NOT NULL)";
const CREATE_VERSION_STRICT: &str =
    "CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL) STRICT";
const READ_VERSION: &str = "SELECT COALESCE(MAX(version), 0) FROM schema_version";
const WRITE_VERSION: &str = "INSERT INTO schema_version (version) VALUES ($1)";

/// The schema before and after [`crate::Store::migrate`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SchemaState {
    /// The version that was found; 0 for an empty database.
    pub before: i64,
    /// The version now.
    pub after: i64,
}

pub(crate) async fn up(db: &Db) -> Result<SchemaState, StoreError> {
    match db {
        Db::Sqlite { writer, .. } => {
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
            Ok(SchemaState {
                before,
                after: SCHEMA_VERSION,
            })
        }
        Db::Postgres(pool) => {
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
            Ok(SchemaState {
                before,
                after: SCHEMA_VERSION,
            })
        }
    }
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

impl crate::Store {
    /// Brings the schema up to date and says what it was.
    ///
    /// # Errors
    /// [`StoreError::NewerSchema`], or that the database failed; then the schema is as before.
    pub async fn migrate(&self) -> Result<SchemaState, StoreError> {
        up(&self.db).await
    }
}
