//! Domains.

use chrono::{DateTime, Utc};
use mesh_model::{Domain, DomainAbilities, DomainId, DomainInput, LookAlike, PersonId, PersonRef};
use uuid::Uuid;

use crate::{Reader, StoreError, Tx, code, reader::on_reader, tx::on_tx};

/// A domain to remember.
#[derive(Debug, Clone)]
pub struct NewDomain {
    /// Stable id.
    pub id: DomainId,
    /// Readable id.
    pub slug: String,
    /// The name folded, by which it is unique.
    pub name_key: String,
    /// What was decided of it.
    pub input: DomainInput,
    /// When it is created.
    pub created_at: DateTime<Utc>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    slug: String,
    name: String,
    purpose: String,
    kind: String,
    owner_id: Uuid,
    owner_name: String,
    revision: i64,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
    data_product_count: i64,
}

impl Row {
    fn domain(self) -> Result<Domain, StoreError> {
        Ok(Domain {
            id: DomainId(self.id),
            slug: self.slug,
            name: self.name,
            purpose: self.purpose,
            kind: code::read(&self.kind)?,
            owner: PersonRef {
                id: PersonId(self.owner_id),
                name: self.owner_name,
            },
            revision: self.revision,
            created_at: self.created_at,
            updated_at: self.updated_at,
            data_product_count: self.data_product_count,
            can: DomainAbilities::default(),
        })
    }
}

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT d.id, d.slug, d.name, d.purpose, d.kind, d.owner_id, p.name AS owner_name, d.revision,
                    d.created_at, d.updated_at,
                    (SELECT COUNT(*) FROM data_products q WHERE q.domain_id = d.id) AS data_product_count
             FROM domains d JOIN people p ON p.id = d.owner_id ",
            $rest
        )
    };
}

impl Reader<'_> {
    /// A domain by id.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn domain(&mut self, id: DomainId) -> Result<Option<Domain>, StoreError> {
        let row: Option<Row> = on_reader!(self, c => sqlx::query_as(select!("WHERE d.id = $1"))
            .bind(id.0).fetch_optional(c).await)?;
        row.map(Row::domain).transpose()
    }

    /// A domain by readable id.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn domain_by_slug(&mut self, slug: &str) -> Result<Option<Domain>, StoreError> {
        let row: Option<Row> = on_reader!(self, c => sqlx::query_as(select!("WHERE d.slug = $1"))
            .bind(slug).fetch_optional(c).await)?;
        row.map(Row::domain).transpose()
    }

    /// A domain by folded name.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn domain_by_name(&mut self, name_key: &str) -> Result<Option<Domain>, StoreError> {
        let row: Option<Row> = on_reader!(self, c => sqlx::query_as(select!("WHERE d.name_key = $1"))
            .bind(name_key).fetch_optional(c).await)?;
        row.map(Row::domain).transpose()
    }

    /// Domains by name, `limit` at most, after the one named by `after`.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn domains(
        &mut self,
        after: Option<DomainId>,
        limit: i64,
    ) -> Result<Vec<Domain>, StoreError> {
        let rows: Vec<Row> = on_reader!(self, c => sqlx::query_as(select!(
            "WHERE $1 IS NULL OR d.name_key > (SELECT name_key FROM domains WHERE id = $1)
             ORDER BY d.name_key LIMIT $2"
        )).bind(after.map(|id| id.0)).bind(limit).fetch_all(c).await)?;
        rows.into_iter().map(Row::domain).collect()
    }

    /// All domain names, for comparing with a new one.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn domain_names(&mut self) -> Result<Vec<LookAlike>, StoreError> {
        let rows: Vec<(Uuid, String, String)> = on_reader!(self, c => sqlx::query_as(
            "SELECT id, slug, name FROM domains ORDER BY name_key").fetch_all(c).await)?;
        Ok(rows
            .into_iter()
            .map(|(id, slug, name)| LookAlike { id, slug, name })
            .collect())
    }
}

impl Tx {
    /// Remembers a domain.
    ///
    /// # Errors
    /// [`StoreError::Taken`] for name or readable id, or that the database failed.
    pub async fn insert_domain(&mut self, new: &NewDomain) -> Result<(), StoreError> {
        const SQL: &str = "INSERT INTO domains
            (id, slug, name, name_key, purpose, kind, owner_id, revision, created_at, updated_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, 1, $8, $8)";
        on_tx!(self, c => sqlx::query(SQL)
            .bind(new.id.0)
            .bind(&new.slug)
            .bind(&new.input.name)
            .bind(&new.name_key)
            .bind(&new.input.purpose)
            .bind(code::spell(new.input.kind))
            .bind(new.input.owner_id.0)
            .bind(new.created_at)
            .execute(c)
            .await
            .map(drop))?;
        Ok(())
    }

    /// Changes a domain; its readable id stays.
    ///
    /// # Errors
    /// [`StoreError::Taken`] for the name, or that the database failed.
    pub async fn update_domain(
        &mut self,
        id: DomainId,
        name_key: &str,
        input: &DomainInput,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        const SQL: &str =
            "UPDATE domains SET name = $2, name_key = $3, purpose = $4, kind = $5, owner_id = $6,
            updated_at = $7, revision = revision + 1 WHERE id = $1";
        on_tx!(self, c => sqlx::query(SQL)
            .bind(id.0)
            .bind(&input.name)
            .bind(name_key)
            .bind(&input.purpose)
            .bind(code::spell(input.kind))
            .bind(input.owner_id.0)
            .bind(now)
            .execute(c)
            .await
            .map(drop))?;
        Ok(())
    }
}
