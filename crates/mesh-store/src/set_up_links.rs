//! Links with which somebody chooses how to sign in, once. A redeemed link lives on as a ticket in a cookie.

use chrono::{DateTime, Utc};
use mesh_model::PersonId;
use uuid::Uuid;

use crate::{Reader, StoreError, Tx, reader::on_reader, tx::on_tx};

/// What a link or ticket is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SetUpLink {
    /// Who was invited; none for the first administrator.
    pub person: Option<PersonId>,
}

impl Reader<'_> {
    /// What a ticket is for, unless it is used up or older than it may be.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn set_up_ticket(
        &mut self,
        ticket_hash: &[u8],
        now: DateTime<Utc>,
    ) -> Result<Option<SetUpLink>, StoreError> {
        const SQL: &str = "SELECT person_id FROM set_up_links
            WHERE ticket_hash = $1 AND completed_at IS NULL AND expires_at > $2";
        let row: Option<(Option<Uuid>,)> = on_reader!(self, c => sqlx::query_as(SQL)
            .bind(ticket_hash).bind(now).fetch_optional(c).await)?;
        Ok(row.map(|(person,)| SetUpLink {
            person: person.map(PersonId),
        }))
    }
}

impl Tx {
    /// Remembers a link, in place of earlier ones for the same person.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn insert_set_up_link(
        &mut self,
        code_hash: &[u8],
        person: Option<PersonId>,
        expires_at: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        const FORGET: &str = "DELETE FROM set_up_links
            WHERE completed_at IS NULL AND (person_id = $1 OR (person_id IS NULL AND $1 IS NULL))";
        const SQL: &str =
            "INSERT INTO set_up_links (code_hash, person_id, expires_at) VALUES ($1, $2, $3)";
        let person = person.map(|id| id.0);
        on_tx!(self, c => sqlx::query(FORGET).bind(person).execute(c).await.map(drop))?;
        on_tx!(self, c => sqlx::query(SQL).bind(code_hash).bind(person).bind(expires_at).execute(c).await.map(drop))?;
        Ok(())
    }

    /// Exchanges a link for a ticket that is good until `until`. A second exchange finds nothing.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn redeem_set_up_link(
        &mut self,
        code_hash: &[u8],
        ticket_hash: &[u8],
        now: DateTime<Utc>,
        until: DateTime<Utc>,
    ) -> Result<Option<SetUpLink>, StoreError> {
        const SQL: &str = "UPDATE set_up_links SET ticket_hash = $2, expires_at = $4
            WHERE code_hash = $1 AND ticket_hash IS NULL AND expires_at > $3 RETURNING person_id";
        let row: Option<(Option<Uuid>,)> = on_tx!(self, c => sqlx::query_as(SQL)
            .bind(code_hash).bind(ticket_hash).bind(now).bind(until).fetch_optional(c).await)?;
        Ok(row.map(|(person,)| SetUpLink {
            person: person.map(PersonId),
        }))
    }

    /// Uses a ticket up.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn complete_set_up(
        &mut self,
        ticket_hash: &[u8],
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        const SQL: &str = "UPDATE set_up_links SET completed_at = $2 WHERE ticket_hash = $1";
        on_tx!(self, c => sqlx::query(SQL).bind(ticket_hash).bind(now).execute(c).await.map(drop))?;
        Ok(())
    }
}
