//! Personal access tokens. Only the secret's hash is kept.

use chrono::{DateTime, Utc};
use mesh_model::{AccessToken, AccessTokenId, PersonId};
use uuid::Uuid;

use crate::{Reader, StoreError, Tx, reader::on_reader, tx::on_tx};

/// A token to remember.
#[derive(Debug, Clone)]
pub struct NewAccessToken {
    /// The token as listed.
    pub token: AccessToken,
    /// Whom it acts for.
    pub person: PersonId,
    /// SHA-256 of the secret.
    pub secret_hash: Vec<u8>,
    /// Whether it was made for scripts of the sample company.
    pub demo: bool,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    name: String,
    created_at: DateTime<Utc>,
    expires_at: DateTime<Utc>,
    last_used_at: Option<DateTime<Utc>>,
}

impl From<Row> for AccessToken {
    fn from(row: Row) -> Self {
        Self {
            id: AccessTokenId(row.id),
            name: row.name,
            created_at: row.created_at,
            expires_at: row.expires_at,
            last_used_at: row.last_used_at,
        }
    }
}

impl Reader<'_> {
    /// A person's tokens, newest first.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn access_tokens(
        &mut self,
        person: PersonId,
    ) -> Result<Vec<AccessToken>, StoreError> {
        const SQL: &str = "SELECT id, name, created_at, expires_at, last_used_at FROM access_tokens
            WHERE person_id = $1 AND NOT demo ORDER BY id DESC LIMIT 500";
        let rows: Vec<Row> =
            on_reader!(self, c => sqlx::query_as(SQL).bind(person.0).fetch_all(c).await)?;
        Ok(rows.into_iter().map(AccessToken::from).collect())
    }

    /// Whom a secret acts for, unless its token has ended.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn access_token_holder(
        &mut self,
        secret_hash: &[u8],
        now: DateTime<Utc>,
    ) -> Result<Option<(PersonId, AccessToken)>, StoreError> {
        const SQL: &str = "SELECT id, name, created_at, expires_at, last_used_at FROM access_tokens
            WHERE secret_hash = $1 AND expires_at > $2";
        const HOLDER: &str = "SELECT person_id FROM access_tokens WHERE secret_hash = $1";
        let row: Option<Row> = on_reader!(self, c => sqlx::query_as(SQL)
            .bind(secret_hash).bind(now).fetch_optional(c).await)?;
        let holder: Option<Uuid> = on_reader!(self, c => sqlx::query_scalar(HOLDER)
            .bind(secret_hash).fetch_optional(c).await)?;
        Ok(row
            .zip(holder)
            .map(|(row, holder)| (PersonId(holder), row.into())))
    }
}

impl Tx {
    /// Remembers a token.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn insert_access_token(&mut self, new: &NewAccessToken) -> Result<(), StoreError> {
        const SQL: &str = "INSERT INTO access_tokens
            (id, person_id, name, secret_hash, demo, created_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7)";
        on_tx!(self, c => sqlx::query(SQL)
            .bind(new.token.id.0)
            .bind(new.person.0)
            .bind(&new.token.name)
            .bind(&new.secret_hash)
            .bind(new.demo)
            .bind(new.token.created_at)
            .bind(new.token.expires_at)
            .execute(c)
            .await
            .map(drop))?;
        Ok(())
    }

    /// Notes that a token was used.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn touch_access_token(
        &mut self,
        id: AccessTokenId,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        const SQL: &str = "UPDATE access_tokens SET last_used_at = $2 WHERE id = $1";
        on_tx!(self, c => sqlx::query(SQL).bind(id.0).bind(now).execute(c).await.map(drop))?;
        Ok(())
    }

    /// Revokes a token of a person; says whether there was one.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn delete_access_token(
        &mut self,
        person: PersonId,
        id: AccessTokenId,
    ) -> Result<bool, StoreError> {
        const SQL: &str = "DELETE FROM access_tokens WHERE id = $1 AND person_id = $2";
        let count = on_tx!(self, c => sqlx::query(SQL).bind(id.0).bind(person.0).execute(c).await
            .map(|done| done.rows_affected()))?;
        Ok(count > 0)
    }

    /// Revokes the tokens of the sample company's scripts.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn delete_demo_tokens(&mut self) -> Result<(), StoreError> {
        on_tx!(self, c => sqlx::query("DELETE FROM access_tokens WHERE demo").execute(c).await.map(drop))?;
        Ok(())
    }
}
