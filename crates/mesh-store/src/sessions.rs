//! Sessions of people who signed in. Only the secret's hash is kept.

use chrono::{DateTime, Utc};
use mesh_model::PersonId;
use uuid::Uuid;

use crate::{Reader, StoreError, Tx, reader::on_reader, tx::on_tx};

impl Reader<'_> {
    /// Whose session this is, unless it has ended.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn session(
        &mut self,
        secret_hash: &[u8],
        now: DateTime<Utc>,
    ) -> Result<Option<PersonId>, StoreError> {
        const SQL: &str =
            "SELECT person_id FROM sessions WHERE secret_hash = $1 AND expires_at > $2";
        let id: Option<Uuid> = on_reader!(self, c => sqlx::query_scalar(SQL)
            .bind(secret_hash).bind(now).fetch_optional(c).await)?;
        Ok(id.map(PersonId))
    }
}

impl Tx {
    /// Begins a session, and forgets those that have ended.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn insert_session(
        &mut self,
        secret_hash: &[u8],
        person: PersonId,
        now: DateTime<Utc>,
        expires_at: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        const FORGET: &str = "DELETE FROM sessions WHERE expires_at <= $1";
        const SQL: &str = "INSERT INTO sessions (secret_hash, person_id, created_at, expires_at) VALUES ($1, $2, $3, $4)";
        on_tx!(self, c => sqlx::query(FORGET).bind(now).execute(c).await.map(drop))?;
        on_tx!(self, c => sqlx::query(SQL)
            .bind(secret_hash).bind(person.0).bind(now).bind(expires_at).execute(c).await.map(drop))?;
        Ok(())
    }

    /// Ends a session.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn delete_session(&mut self, secret_hash: &[u8]) -> Result<(), StoreError> {
        const SQL: &str = "DELETE FROM sessions WHERE secret_hash = $1";
        on_tx!(self, c => sqlx::query(SQL).bind(secret_hash).execute(c).await.map(drop))?;
        Ok(())
    }

    /// Ends all sessions of a person.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn delete_sessions_of(&mut self, person: PersonId) -> Result<(), StoreError> {
        const SQL: &str = "DELETE FROM sessions WHERE person_id = $1";
        on_tx!(self, c => sqlx::query(SQL).bind(person.0).execute(c).await.map(drop))?;
        Ok(())
    }

    /// Ends all sessions of the sample company's people.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn delete_demo_sessions(&mut self) -> Result<(), StoreError> {
        const SQL: &str = "DELETE FROM sessions WHERE person_id IN (SELECT id FROM people WHERE persona IS NOT NULL)";
        on_tx!(self, c => sqlx::query(SQL).execute(c).await.map(drop))?;
        Ok(())
    }
}
