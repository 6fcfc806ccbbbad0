//! Idempotency keys (draft-ietf-httpapi-idempotency-key-header): a repeated create answers with what the first made.

use chrono::{DateTime, Utc};
use mesh_model::PersonId;
use uuid::Uuid;

use crate::{Reader, StoreError, Tx, reader::on_reader, tx::on_tx};

/// What the first request with a key made.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Remembered {
    /// SHA-256 of the first request's body.
    pub request_hash: Vec<u8>,
    /// What it made.
    pub resource_id: Uuid,
}

impl Reader<'_> {
    /// What the first request of this person with this key made.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn remembered(
        &mut self,
        person: PersonId,
        operation: &str,
        key: &str,
    ) -> Result<Option<Remembered>, StoreError> {
        const SQL: &str = "SELECT request_hash, resource_id FROM idempotency_keys
            WHERE person_id = $1 AND operation = $2 AND key = $3";
        Ok(on_reader!(self, c => sqlx::query_as(SQL)
            .bind(person.0).bind(operation).bind(key).fetch_optional(c).await)?)
    }
}

impl Tx {
    /// Remembers what this request made, and forgets keys older than a day.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn remember(
        &mut self,
        person: PersonId,
        operation: &str,
        key: &str,
        made: &Remembered,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        const FORGET: &str = "DELETE FROM idempotency_keys WHERE created_at < $1";
        const SQL: &str = "INSERT INTO idempotency_keys
            (person_id, operation, key, request_hash, resource_id, created_at) VALUES ($1, $2, $3, $4, $5, $6)";
        on_tx!(self, c => sqlx::query(FORGET).bind(now - chrono::TimeDelta::days(1)).execute(c).await.map(drop))?;
        on_tx!(self, c => sqlx::query(SQL)
            .bind(person.0)
            .bind(operation)
            .bind(key)
            .bind(&made.request_hash)
            .bind(made.resource_id)
            .bind(now)
            .execute(c)
            .await
            .map(drop))?;
        Ok(())
    }
}
