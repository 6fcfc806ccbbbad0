//! Databases as earlier versions left them, and the shape of a schema.

use mesh_model::{AuditAction, AuditEntry, PersonId, PersonRef};
use mesh_store::{StoreConfig, migrations};
use mesh_tests::{campaign::Seeded, new_postgres};
use sha2::{Digest, Sha256};
use sqlx::{Connection, PgConnection, SqliteConnection};
use uuid::Uuid;

const PEOPLE: usize = 40;
const DOMAINS: usize = 300;
const VERSION: &str = "CREATE TABLE schema_version (version BIGINT NOT NULL)";
const VERSION_STRICT: &str = "CREATE TABLE schema_version (version INTEGER NOT NULL) STRICT";
const MARK: &str = "INSERT INTO schema_version (version) VALUES ($1)";
const WORKSPACE: &str =
    "INSERT INTO workspace (id, name, born_demo, created_at) VALUES ($1, 'Old company', $2, $3)";
const PERSON: &str = "INSERT INTO people (id, name, email, email_key, role, revision, created_at)
    VALUES ($1, $2, $3, $3, 'member', 1, $4)";
const DOMAIN: &str = "INSERT INTO domains
    (id, slug, name, name_key, purpose, kind, owner_id, revision, created_at, updated_at)
    VALUES ($1, $2, $2, $2, 'Kept from before', 'aggregate', $3, 1, $4, $4)";
const ENTRY: &str =
    "INSERT INTO audit_entries (sequence, entry, previous_hash, hash) VALUES ($1, $2, $3, $4)";

/// What an old database holds.
pub(crate) struct Old;

impl Old {
    /// Writes a database of the first schema, fills it, and changes it to another one by the migrations' own text.
    pub(crate) async fn write(config: &StoreConfig, version: i64) -> Result<(), sqlx::Error> {
        let steps = migrations().take(version as usize);
        match config {
            StoreConfig::Sqlite(file) => {
                let url = format!("sqlite://{}?mode=rwc", file.display());
                let mut database = SqliteConnection::connect(&url).await?;
                // As the program does it: what is committed lies in the log at first.
                sqlx::raw_sql("PRAGMA journal_mode = WAL")
                    .execute(&mut database)
                    .await?;
                sqlx::raw_sql(VERSION_STRICT).execute(&mut database).await?;
                write_sqlite(&mut database, steps.map(|(sqlite, _)| sqlite), version).await?;
                database.close().await
            }
            StoreConfig::Postgres(url) => {
                let mut database = PgConnection::connect(url).await?;
                sqlx::raw_sql(VERSION).execute(&mut database).await?;
                let steps = steps.map(|(_, postgres)| postgres);
                write_postgres(&mut database, steps, version).await?;
                database.close().await
            }
        }
    }

    /// Whether everything is still there.
    pub(crate) async fn check(config: &StoreConfig) -> Result<(), String> {
        const COUNT: &str = "SELECT COUNT(*) FROM domains WHERE purpose = 'Kept from before'
            UNION ALL SELECT COUNT(*) FROM people UNION ALL SELECT COUNT(*) FROM audit_entries";
        let text = |error: sqlx::Error| error.to_string();
        let mut counts: Vec<i64> = match config {
            StoreConfig::Sqlite(file) => {
                let url = format!("sqlite://{}", file.display());
                let mut database = SqliteConnection::connect(&url).await.map_err(text)?;
                let found = sqlx::query_scalar(COUNT).fetch_all(&mut database).await;
                database.close().await.map_err(text)?;
                found.map_err(text)?
            }
            StoreConfig::Postgres(url) => {
                let mut database = PgConnection::connect(url).await.map_err(text)?;
                let found = sqlx::query_scalar(COUNT).fetch_all(&mut database).await;
                database.close().await.map_err(text)?;
                found.map_err(text)?
            }
        };
        counts.sort_unstable();
        if counts == [PEOPLE as i64, DOMAINS as i64, DOMAINS as i64] {
            Ok(())
        } else {
            Err(format!("it doesn't hold what it held: {counts:?}"))
        }
    }
}

struct Row {
    id: Uuid,
    owner: Uuid,
    name: String,
    entry: String,
    previous_hash: Vec<u8>,
    hash: Vec<u8>,
}

fn people() -> Vec<Uuid> {
    let mut random = Seeded(1);
    (0..PEOPLE).map(|_| id(&mut random)).collect()
}

fn id(random: &mut Seeded) -> Uuid {
    Uuid::from_u64_pair(random.number(), random.number())
}

fn rows(people: &[Uuid]) -> Vec<Row> {
    let mut random = Seeded(2);
    let mut previous = vec![0_u8; 32];
    (0..DOMAINS)
        .map(|number| {
            let (id, owner) = (id(&mut random), people[number % people.len()]);
            let entry = AuditEntry {
                sequence: number as i64 + 1,
                at: chrono::DateTime::UNIX_EPOCH + chrono::TimeDelta::seconds(number as i64),
                by: Some(PersonRef {
                    id: PersonId(owner),
                    name: "Somebody".to_owned(),
                }),
                action: AuditAction::CreateDomain,
                resource: id,
                before: None,
                after: None,
                policies: Vec::new(),
            };
            let entry = serde_json::to_string(&entry).unwrap_or_default();
            let hash = Sha256::new()
                .chain_update(&previous)
                .chain_update(&entry)
                .finalize()
                .to_vec();
            let previous_hash = std::mem::replace(&mut previous, hash.clone());
            Row {
                id,
                owner,
                name: format!("domain-{number}"),
                entry,
                previous_hash,
                hash,
            }
        })
        .collect()
}

/// The same statements on both databases.
macro_rules! writing {
    ($write:ident, $fill:ident, $connection:ty) => {
        async fn $write(
            database: &mut $connection,
            steps: impl Iterator<Item = &'static str>,
            version: i64,
        ) -> Result<(), sqlx::Error> {
            for (number, step) in steps.enumerate() {
                sqlx::raw_sql(step).execute(&mut *database).await?;
                if number == 0 {
                    $fill(database).await?;
                }
            }
            sqlx::query(MARK).bind(version).execute(database).await?;
            Ok(())
        }

        async fn $fill(database: &mut $connection) -> Result<(), sqlx::Error> {
            let at = chrono::DateTime::UNIX_EPOCH;
            let mut tx = database.begin().await?;
            sqlx::query(WORKSPACE)
                .bind(Uuid::from_u128(7))
                .bind(false)
                .bind(at)
                .execute(&mut *tx)
                .await?;
            let people = people();
            for (number, person) in people.iter().enumerate() {
                sqlx::query(PERSON)
                    .bind(person)
                    .bind(format!("Person {number}"))
                    .bind(format!("person-{number}@mesh.example"))
                    .bind(at)
                    .execute(&mut *tx)
                    .await?;
            }
            for (number, row) in rows(&people).into_iter().enumerate() {
                sqlx::query(DOMAIN)
                    .bind(row.id)
                    .bind(&row.name)
                    .bind(row.owner)
                    .bind(at)
                    .execute(&mut *tx)
                    .await?;
                sqlx::query(ENTRY)
                    .bind(number as i64 + 1)
                    .bind(&row.entry)
                    .bind(&row.previous_hash)
                    .bind(&row.hash)
                    .execute(&mut *tx)
                    .await?;
            }
            tx.commit().await
        }
    };
}

writing!(write_sqlite, fill_sqlite, SqliteConnection);
writing!(write_postgres, fill_postgres, PgConnection);

/// Every table, column, index and constraint of a database, as it tells them itself.
pub(crate) async fn shape(config: &StoreConfig) -> Result<Vec<String>, sqlx::Error> {
    const SQLITE: &str = "SELECT type || ' ' || name || ': ' || COALESCE(sql, '')
        FROM sqlite_master ORDER BY 1";
    const POSTGRES: &str =
        "SELECT table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable
            || ' ' || COALESCE(column_default, '')
        FROM information_schema.columns WHERE table_schema = 'public'
        UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
        UNION ALL SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
            FROM pg_constraint WHERE connamespace = 'public'::regnamespace
        ORDER BY 1";
    match config {
        StoreConfig::Sqlite(file) => {
            let url = format!("sqlite://{}", file.display());
            let mut database = SqliteConnection::connect(&url).await?;
            let found = sqlx::query_scalar(SQLITE).fetch_all(&mut database).await?;
            database.close().await?;
            Ok(found)
        }
        StoreConfig::Postgres(url) => {
            let mut database = PgConnection::connect(url).await?;
            let found = sqlx::query_scalar(POSTGRES)
                .fetch_all(&mut database)
                .await?;
            database.close().await?;
            Ok(found)
        }
    }
}

/// The shape of a new database at a version, of the same kind as another one.
pub(crate) async fn shape_of(like: &StoreConfig, version: i64) -> Result<Vec<String>, String> {
    let text = |error: sqlx::Error| error.to_string();
    let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
    let config = match like {
        StoreConfig::Sqlite(_) => StoreConfig::Sqlite(folder.path().join("selvedge.db")),
        StoreConfig::Postgres(_) => StoreConfig::Postgres(new_postgres().await),
    };
    Old::write(&config, version).await.map_err(text)?;
    shape(&config).await.map_err(text)
}
