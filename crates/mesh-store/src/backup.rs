//! What backups need of the database: a copy without anything to sign in with, and questions about two copies.

use std::{path::Path, sync::Arc, time::Duration};

use chrono::{DateTime, Utc};
use mesh_model::{AuditEntry, PersonId, Role};
use sqlx::{
    Connection, Row, SqliteConnection,
    sqlite::{SqliteConnectOptions, SqlitePoolOptions},
};
use tokio::sync::watch;
use uuid::Uuid;

use crate::{
    AuditBreak, ChainCheck, Reader, Store, StoreError, Tx, code, connect::Db, reader::on_reader,
    tx::on_tx,
};

/// Empties what lets somebody in or names a file that isn't in a backup. Whoever adds a column for a secret adds it
/// here: a test compares this with the schema.
const FORGET_CREDENTIALS: &str = "
    DELETE FROM sessions;
    DELETE FROM set_up_links;
    DELETE FROM access_tokens;
    DELETE FROM idempotency_keys;
    DELETE FROM uploads;
    UPDATE people SET password_hash = NULL;
";

const PAGE: i64 = 1_000;
const PATIENCE: Duration = Duration::from_secs(10);

/// A version of a product, as far as its files go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub struct StoredVersion {
    /// Whose version.
    pub data_product_id: Uuid,
    /// Its number in the Delta log.
    pub delta_version: i64,
}

/// What somebody is given by their role, and whether they left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// Their role.
    pub role: Option<Role>,
    /// When they left.
    pub left_at: Option<DateTime<Utc>>,
}

/// Where an audit chain ends.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct ChainEnd {
    /// The last entry's sequence; 0 for an empty chain.
    pub sequence: i64,
    /// The last entry's hash; empty for an empty chain.
    pub hash: Vec<u8>,
}

/// What a workspace holds, in numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub struct WorkspaceCounts {
    /// Domains.
    pub domains: i64,
    /// Data products.
    pub data_products: i64,
    /// People.
    pub people: i64,
}

impl Store {
    /// Copies an SQLite database as it is at this moment into a new file, while others go on writing, and takes
    /// out of the copy whatever lets somebody in. Nothing of it lingers in the file's free pages.
    ///
    /// # Errors
    /// [`StoreError::NotAFile`] on PostgreSQL, or that the database or the disk failed.
    pub async fn copy_without_credentials(&self, to: &Path) -> Result<(), StoreError> {
        let Db::Sqlite { readers, .. } = &self.db else {
            return Err(StoreError::NotAFile);
        };
        let name = to
            .to_str()
            .ok_or_else(|| StoreError::Unreadable(to.display().to_string()))?;
        let mut source = readers.acquire().await?;
        sqlx::query("VACUUM INTO $1")
            .bind(name)
            .execute(&mut *source)
            .await?;
        drop(source);
        let options = SqliteConnectOptions::new().filename(to).foreign_keys(false);
        let mut copy = SqliteConnection::connect_with(&options).await?;
        sqlx::raw_sql("PRAGMA secure_delete = ON")
            .execute(&mut copy)
            .await?;
        let mut tx = copy.begin().await?;
        sqlx::raw_sql(FORGET_CREDENTIALS).execute(&mut *tx).await?;
        tx.commit().await?;
        sqlx::raw_sql("VACUUM").execute(&mut copy).await?;
        copy.close().await?;
        Ok(())
    }

    /// Looks at an SQLite file without changing or checking it.
    #[must_use]
    pub fn look_at(file: &Path) -> Self {
        let options = SqliteConnectOptions::new()
            .filename(file)
            .read_only(true)
            .busy_timeout(PATIENCE);
        let readers = SqlitePoolOptions::new()
            .max_connections(2)
            .acquire_timeout(PATIENCE)
            .connect_lazy_with(options);
        Self {
            db: Db::Sqlite {
                writer: readers.clone(),
                readers,
            },
            committed: Arc::new(watch::Sender::new(0)),
        }
    }
}

impl Reader<'_> {
    /// All published versions by product and number.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn stored_versions(&mut self) -> Result<Vec<StoredVersion>, StoreError> {
        const SQL: &str = "SELECT data_product_id, delta_version FROM product_versions
            ORDER BY data_product_id, delta_version";
        Ok(on_reader!(self, c => sqlx::query_as(SQL).fetch_all(c).await)?)
    }

    /// How much the workspace holds.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn workspace_counts(&mut self) -> Result<WorkspaceCounts, StoreError> {
        const SQL: &str = "SELECT (SELECT COUNT(*) FROM domains) AS domains,
            (SELECT COUNT(*) FROM data_products) AS data_products, (SELECT COUNT(*) FROM people) AS people";
        Ok(on_reader!(self, c => sqlx::query_as(SQL).fetch_one(c).await)?)
    }

    /// Where the audit chain ends.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn chain_end(&mut self) -> Result<ChainEnd, StoreError> {
        const SQL: &str = "SELECT sequence, hash FROM audit_entries ORDER BY sequence DESC LIMIT 1";
        let end: Option<ChainEnd> =
            on_reader!(self, c => sqlx::query_as(SQL).fetch_optional(c).await)?;
        Ok(end.unwrap_or(ChainEnd {
            sequence: 0,
            hash: Vec::new(),
        }))
    }

    /// The hash of one audit entry.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn chain_hash(&mut self, sequence: i64) -> Result<Option<Vec<u8>>, StoreError> {
        const SQL: &str = "SELECT hash FROM audit_entries WHERE sequence = $1";
        Ok(on_reader!(self, c => sqlx::query_scalar(SQL).bind(sequence).fetch_optional(c).await)?)
    }

    /// Checks the whole audit chain, some entries at a time.
    ///
    /// # Errors
    /// That the database failed. A chain that doesn't hold is an answer, not an error.
    pub async fn check_chain(&mut self) -> Result<Result<i64, AuditBreak>, StoreError> {
        let mut chain = ChainCheck::default();
        loop {
            let page = self.audit_entries(chain.last(), PAGE).await?;
            if page.is_empty() {
                return Ok(Ok(chain.last()));
            }
            for entry in &page {
                if let Err(broken) = chain.next(entry) {
                    return Ok(Err(broken));
                }
            }
        }
    }

    /// What a person or service account is still given, in a database of any schema version; none if there is no such
    /// one.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn standing_of(&mut self, person: PersonId) -> Result<Option<Standing>, StoreError> {
        const SQL: &str = "SELECT * FROM people WHERE id = $1";
        let found: Option<(Option<String>, Option<DateTime<Utc>>)> = on_reader!(self, c => {
            let row = sqlx::query(SQL).bind(person.0).fetch_optional(c).await?;
            match row {
                Some(row) => Some((row.try_get("role")?, row.try_get("left_at").unwrap_or_default())),
                None => None,
            }
        });
        let Some((role, left_at)) = found else {
            return Ok(None);
        };
        let role = role.as_deref().map(code::read).transpose()?;
        Ok(Some(Standing { role, left_at }))
    }

    /// The things that were changed after a place in the chain.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn changed_after(&mut self, sequence: i64) -> Result<Vec<AuditEntry>, StoreError> {
        let mut after = sequence;
        let mut changed = Vec::new();
        loop {
            let page = self.audit_entries(after, PAGE).await?;
            let Some(last) = page.last() else {
                return Ok(changed);
            };
            after = last.sequence;
            for chained in &page {
                let entry = serde_json::from_str(&chained.entry)
                    .map_err(|error| StoreError::Unreadable(error.to_string()))?;
                changed.push(entry);
            }
        }
    }
}

impl Tx {
    /// Gives the workspace another name.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn rename_workspace(&mut self, name: &str) -> Result<(), StoreError> {
        const SQL: &str = "UPDATE workspace SET name = $1";
        on_tx!(self, c => sqlx::query(SQL).bind(name).execute(c).await.map(drop))?;
        Ok(())
    }

    /// Takes back what a backup still gave somebody.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn lower_standing(
        &mut self,
        person: PersonId,
        standing: Standing,
    ) -> Result<(), StoreError> {
        const SQL: &str =
            "UPDATE people SET role = $1, left_at = $2, revision = revision + 1 WHERE id = $3";
        on_tx!(self, c => sqlx::query(SQL)
            .bind(standing.role.map(code::spell)).bind(standing.left_at).bind(person.0)
            .execute(c).await.map(drop))?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Safeguard, StoreConfig};

    #[tokio::test]
    async fn every_column_for_a_secret_is_emptied_in_a_copy() {
        let folder = std::env::temp_dir().join(format!("selvedge-{}", Uuid::now_v7()));
        std::fs::create_dir_all(&folder).unwrap();
        let database = StoreConfig::Sqlite(folder.join("selvedge.db"));
        let store = Store::open(&database, Safeguard::Elsewhere).await.unwrap();
        let Db::Sqlite { readers, .. } = &store.db else {
            unreachable!()
        };
        let columns: Vec<(String, String)> = sqlx::query_as(
            "SELECT m.name, c.name FROM sqlite_master m, pragma_table_info(m.name) c
             WHERE m.type = 'table' ORDER BY 1, 2",
        )
        .fetch_all(readers)
        .await
        .unwrap();
        let secret = |column: &str| {
            [
                "secret",
                "password",
                "token",
                "ticket",
                "code",
                "key_hash",
                "credential",
            ]
            .iter()
            .any(|word| column.contains(word))
        };
        let mut looked_at = 0;
        for (table, column) in columns.iter().filter(|(_, column)| secret(column)) {
            let emptied = FORGET_CREDENTIALS.contains(&format!("DELETE FROM {table};"))
                || FORGET_CREDENTIALS.contains(&format!("UPDATE {table} SET {column} = NULL;"));
            assert!(emptied, "{table}.{column} would leave in a backup");
            looked_at += 1;
        }
        assert!(
            looked_at >= 5,
            "the columns of secrets are found by their names"
        );
        store.close().await;
        std::fs::remove_dir_all(folder).unwrap();
    }
}
