//! Service accounts: rows of `people` that are no people.

use chrono::{DateTime, Utc};
use mesh_model::{
    LookAlike, PersonId, PersonRef, ServiceAccount, ServiceAccountAbilities, ServiceAccountId,
    ServiceRole,
};
use uuid::Uuid;

use crate::{Reader, StoreError, Tx, code, reader::on_reader, sought::search_key, tx::on_tx};

/// What is kept of a service account.
#[derive(Debug, Clone)]
pub struct ServiceAccountRecord {
    /// Stable id.
    pub id: ServiceAccountId,
    /// The name as shown.
    pub name: String,
    /// What it does.
    pub purpose: String,
    /// What it may do.
    pub role: ServiceRole,
    /// Who answers for it.
    pub owner: PersonId,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    name: String,
    purpose: String,
    owner_id: Uuid,
    owner_name: String,
    role: Option<String>,
    revision: i64,
    created_at: DateTime<Utc>,
    left_at: Option<DateTime<Utc>>,
    token_count: i64,
    next_expiry_at: Option<DateTime<Utc>>,
    last_used_at: Option<DateTime<Utc>>,
}

impl Row {
    fn account(self) -> Result<ServiceAccount, StoreError> {
        Ok(ServiceAccount {
            id: ServiceAccountId(self.id),
            name: self.name,
            purpose: self.purpose,
            owner: PersonRef {
                id: PersonId(self.owner_id),
                name: self.owner_name,
            },
            role: self.role.as_deref().map(code::read).transpose()?,
            revision: self.revision,
            created_at: self.created_at,
            ended_at: self.left_at,
            token_count: self.token_count,
            next_expiry_at: self.next_expiry_at,
            last_used_at: self.last_used_at,
            can: ServiceAccountAbilities::default(),
        })
    }
}

/// `$1` is now: a token that has expired doesn't count.
macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT s.id, s.name, s.purpose, s.owner_id, o.name AS owner_name, s.role, s.revision, s.created_at,
                    s.left_at,
                    (SELECT COUNT(*) FROM access_tokens a WHERE a.person_id = s.id AND a.expires_at > $1)
                        AS token_count,
                    (SELECT MIN(a.expires_at) FROM access_tokens a WHERE a.person_id = s.id AND a.expires_at > $1)
                        AS next_expiry_at,
                    (SELECT MAX(a.last_used_at) FROM access_tokens a WHERE a.person_id = s.id) AS last_used_at
             FROM people s JOIN people o ON o.id = s.owner_id WHERE s.kind = 'service' ",
            $rest
        )
    };
}

impl Reader<'_> {
    /// A service account by id, also one that has ended.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn service_account(
        &mut self,
        id: ServiceAccountId,
        now: DateTime<Utc>,
    ) -> Result<Option<ServiceAccount>, StoreError> {
        let row: Option<Row> = on_reader!(self, c => sqlx::query_as(select!("AND s.id = $2"))
            .bind(now).bind(id.0).fetch_optional(c).await)?;
        row.map(Row::account).transpose()
    }

    /// Service accounts that haven't ended, by name, `limit` at most, after the one with the id `after`.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn service_accounts(
        &mut self,
        now: DateTime<Utc>,
        after: Option<ServiceAccountId>,
        limit: i64,
    ) -> Result<Vec<ServiceAccount>, StoreError> {
        let rows: Vec<Row> = on_reader!(self, c => sqlx::query_as(select!(
            "AND s.left_at IS NULL
             AND ($2 IS NULL OR (s.search_key, s.id) > (SELECT search_key, id FROM people WHERE id = $2))
             ORDER BY s.search_key, s.id LIMIT $3"
        )).bind(now).bind(after.map(|id| id.0)).bind(limit).fetch_all(c).await)?;
        rows.into_iter().map(Row::account).collect()
    }

    /// Names of the service accounts that haven't ended, to compare a new one with. They have no readable ids.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn service_account_names(&mut self) -> Result<Vec<LookAlike>, StoreError> {
        const SQL: &str = "SELECT id, name FROM people WHERE kind = 'service' AND left_at IS NULL";
        let rows: Vec<(Uuid, String)> =
            on_reader!(self, c => sqlx::query_as(SQL).fetch_all(c).await)?;
        Ok(rows
            .into_iter()
            .map(|(id, name)| LookAlike {
                id,
                slug: String::new(),
                name,
            })
            .collect())
    }
}

impl Tx {
    /// Remembers a service account. It has no address; the key in its place is nobody's.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn insert_service_account(
        &mut self,
        new: &ServiceAccountRecord,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        const SQL: &str = "INSERT INTO people
            (id, name, email, email_key, role, kind, purpose, owner_id, revision, created_at, search_key)
            VALUES ($1, $2, '', $3, $4, 'service', $5, $6, 1, $7, $8)";
        on_tx!(self, c => sqlx::query(SQL)
            .bind(new.id.0)
            .bind(&new.name)
            .bind(format!("service:{}", new.id))
            .bind(code::spell(new.role))
            .bind(&new.purpose)
            .bind(new.owner.0)
            .bind(now)
            .bind(search_key(&new.name, ""))
            .execute(c)
            .await
            .map(drop))?;
        Ok(())
    }

    /// Changes a service account.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn update_service_account(
        &mut self,
        account: &ServiceAccountRecord,
    ) -> Result<(), StoreError> {
        const SQL: &str =
            "UPDATE people SET name = $2, purpose = $3, role = $4, owner_id = $5, search_key = $6,
            revision = revision + 1 WHERE id = $1 AND kind = 'service'";
        on_tx!(self, c => sqlx::query(SQL)
            .bind(account.id.0)
            .bind(&account.name)
            .bind(&account.purpose)
            .bind(code::spell(account.role))
            .bind(account.owner.0)
            .bind(search_key(&account.name, ""))
            .execute(c)
            .await
            .map(drop))?;
        Ok(())
    }

    /// Ends a service account: its tokens and its role go, it stays for the sake of its history.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn end_service_account(
        &mut self,
        id: ServiceAccountId,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        const REVOKE: &str = "DELETE FROM access_tokens WHERE person_id = $1";
        const END: &str = "UPDATE people SET role = NULL, left_at = $2, revision = revision + 1
            WHERE id = $1 AND kind = 'service'";
        on_tx!(self, c => sqlx::query(REVOKE).bind(id.0).execute(c).await.map(drop))?;
        on_tx!(self, c => sqlx::query(END).bind(id.0).bind(now).execute(c).await.map(drop))?;
        Ok(())
    }
}
