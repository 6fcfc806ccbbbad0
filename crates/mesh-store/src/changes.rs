//! The outbox: what open screens are told, written in the same transaction as the change.

use chrono::{DateTime, Utc};
use mesh_model::{Change, ChangeType};
use uuid::Uuid;

use crate::{Reader, StoreError, Tx, code, reader::on_reader, tx::on_tx};

#[derive(sqlx::FromRow)]
struct Row {
    sequence: i64,
    #[sqlx(rename = "type")]
    change_type: String,
    resource_id: Uuid,
    revision: i64,
}

impl Reader<'_> {
    /// Changes in order, `limit` at most, after a sequence.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn changes(&mut self, after: i64, limit: i64) -> Result<Vec<Change>, StoreError> {
        const SQL: &str = "SELECT sequence, type, resource_id, revision FROM changes
            WHERE sequence > $1 ORDER BY sequence LIMIT $2";
        let rows: Vec<Row> =
            on_reader!(self, c => sqlx::query_as(SQL).bind(after).bind(limit).fetch_all(c).await)?;
        rows.into_iter()
            .map(|row| {
                let change_type: ChangeType = code::read(&row.change_type)?;
                Ok(Change {
                    sequence: row.sequence,
                    change_type,
                    kind: change_type.kind(),
                    id: row.resource_id,
                    revision: row.revision,
                })
            })
            .collect()
    }

    /// The sequence of the last change; 0 before the first.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn last_change(&mut self) -> Result<i64, StoreError> {
        const SQL: &str = "SELECT COALESCE(MAX(sequence), 0) FROM changes";
        Ok(on_reader!(self, c => sqlx::query_scalar(SQL).fetch_one(c).await)?)
    }
}

impl Tx {
    /// Tells of a change once this transaction commits.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn tell(
        &mut self,
        change_type: ChangeType,
        id: Uuid,
        revision: i64,
        at: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        const SQL: &str = "INSERT INTO changes (sequence, type, resource_id, revision, at)
            SELECT COALESCE(MAX(sequence), 0) + 1, $1, $2, $3, $4 FROM changes";
        on_tx!(self, c => sqlx::query(SQL)
            .bind(code::spell(change_type)).bind(id).bind(revision).bind(at).execute(c).await.map(drop))?;
        Ok(())
    }
}
