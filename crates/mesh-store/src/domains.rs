//! Domains.

use chrono::{DateTime, Utc};
use mesh_model::{
    Domain, DomainAbilities, DomainEdit, DomainId, DomainInput, DomainLifecycle, DomainRole,
    InheritedRules, LookAlike, PersonId, PersonRef, TeamId, TeamRef, searchable,
};
use uuid::Uuid;

use crate::{
    Reader, StoreError, Tx, code, domain_tree::Surroundings, reader::on_reader, sought::search_key,
    tx::on_tx,
};

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
    /// Who creates it.
    pub created_by: PersonId,
    /// When it is created.
    pub created_at: DateTime<Utc>,
}

#[derive(sqlx::FromRow)]
pub(crate) struct Row {
    id: Uuid,
    slug: String,
    name: String,
    purpose: String,
    kind: String,
    team_id: Option<Uuid>,
    team_slug: Option<String>,
    team_name: Option<String>,
    default_classification: String,
    discoverability: String,
    lifecycle: String,
    revision: i64,
    created_at: DateTime<Utc>,
    creator_id: Option<Uuid>,
    creator_name: Option<String>,
    updated_at: DateTime<Utc>,
    data_product_count: i64,
}

impl Row {
    fn domain(self) -> Result<Domain, StoreError> {
        let team = match (self.team_id, self.team_slug, self.team_name) {
            (Some(id), Some(slug), Some(name)) => Some(TeamRef {
                id: TeamId(id),
                slug,
                name,
            }),
            _ => None,
        };
        let created_by = match (self.creator_id, self.creator_name) {
            (Some(id), Some(name)) => Some(PersonRef {
                id: PersonId(id),
                name,
            }),
            _ => None,
        };
        Ok(Domain {
            id: DomainId(self.id),
            slug: self.slug,
            name: self.name,
            purpose: self.purpose,
            kind: code::read(&self.kind)?,
            path: Vec::new(),
            owners: Vec::new(),
            stewards: Vec::new(),
            team,
            inherited: Vec::new(),
            default_classification: code::read(&self.default_classification)?,
            discoverability: code::read(&self.discoverability)?,
            inherited_rules: InheritedRules::default(),
            lifecycle: code::read(&self.lifecycle)?,
            revision: self.revision,
            created_at: self.created_at,
            created_by,
            updated_at: self.updated_at,
            data_product_count: self.data_product_count,
            can: DomainAbilities::default(),
        })
    }
}

macro_rules! select {
    ($($rest:tt)*) => {
        concat!(
            "SELECT d.id, d.slug, d.name, d.purpose, d.kind, d.team_id, t.slug AS team_slug,
                    t.name AS team_name, d.default_classification, d.discoverability, d.lifecycle, d.revision,
                    d.created_at, c.id AS creator_id, c.name AS creator_name, d.updated_at,
                    (SELECT COUNT(*) FROM data_products q WHERE q.domain_id = d.id) AS data_product_count
             FROM domains d
             LEFT JOIN teams t ON t.id = d.team_id
             LEFT JOIN people c ON c.id = d.created_by ",
            $($rest)*
        )
    };
}
pub(crate) use select;

impl Reader<'_> {
    /// A domain by id.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn domain(&mut self, id: DomainId) -> Result<Option<Domain>, StoreError> {
        let row: Option<Row> = on_reader!(self, c => sqlx::query_as(select!("WHERE d.id = $1"))
            .bind(id.0).fetch_optional(c).await)?;
        Ok(self.whole(row).await?.pop())
    }

    /// A domain by readable id, the present one or a former one.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn domain_by_slug(&mut self, slug: &str) -> Result<Option<Domain>, StoreError> {
        let row: Option<Row> = on_reader!(self, c => sqlx::query_as(select!(
            "WHERE d.slug = $1 OR d.id = (SELECT domain_id FROM domain_redirects WHERE slug = $1)"
        )).bind(slug).fetch_optional(c).await)?;
        Ok(self.whole(row).await?.pop())
    }

    /// A domain by folded name.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn domain_by_name(&mut self, name_key: &str) -> Result<Option<Domain>, StoreError> {
        let row: Option<Row> = on_reader!(self, c => sqlx::query_as(select!("WHERE d.name_key = $1"))
            .bind(name_key).fetch_optional(c).await)?;
        Ok(self.whole(row).await?.pop())
    }

    /// The domains directly below one, by name.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn subdomains(&mut self, of: DomainId) -> Result<Vec<Domain>, StoreError> {
        let rows: Vec<Row> = on_reader!(self, c => sqlx::query_as(select!(
            "WHERE d.parent_id = $1 ORDER BY d.name_key"
        )).bind(of.0).fetch_all(c).await)?;
        self.whole(rows).await
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

    /// Readable ids of domains, present and former ones, that are this one or this one with a number.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn domain_slugs_beginning(&mut self, slug: &str) -> Result<Vec<String>, StoreError> {
        const SQL: &str = "SELECT slug FROM domains WHERE slug = $1 OR slug LIKE $2
            UNION SELECT slug FROM domain_redirects WHERE slug = $1 OR slug LIKE $2";
        Ok(on_reader!(self, c => sqlx::query_scalar(SQL)
            .bind(slug).bind(format!("{slug}-%")).fetch_all(c).await)?)
    }

    /// Former readable ids that lead to domains: which, and where to.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn domain_redirects(&mut self) -> Result<Vec<(String, DomainId)>, StoreError> {
        let rows: Vec<(String, Uuid)> = on_reader!(self, c => sqlx::query_as(
            "SELECT slug, domain_id FROM domain_redirects ORDER BY slug").fetch_all(c).await)?;
        Ok(rows
            .into_iter()
            .map(|(slug, id)| (slug, DomainId(id)))
            .collect())
    }

    /// Gives domains their path, their people and the rules from above.
    pub(crate) async fn whole(
        &mut self,
        rows: impl IntoIterator<Item = Row>,
    ) -> Result<Vec<Domain>, StoreError> {
        let rows: Vec<Row> = rows.into_iter().collect();
        let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
        let surroundings = Surroundings::read(self, &ids).await?;
        rows.into_iter()
            .map(|row| {
                let mut domain = row.domain()?;
                surroundings.complete(&mut domain)?;
                Ok(domain)
            })
            .collect()
    }
}

impl Tx {
    /// Remembers a domain with its people.
    ///
    /// # Errors
    /// [`StoreError::Taken`] for name or readable id, or that the database failed.
    pub async fn insert_domain(&mut self, new: &NewDomain) -> Result<(), StoreError> {
        const SQL: &str = "INSERT INTO domains
            (id, slug, name, name_key, purpose, kind, parent_id, team_id, default_classification, discoverability,
             lifecycle, created_by, revision, created_at, updated_at, search_key, text_key)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 1, $13, $13, $14, $15)";
        on_tx!(self, c => sqlx::query(SQL)
            .bind(new.id.0)
            .bind(&new.slug)
            .bind(&new.input.name)
            .bind(&new.name_key)
            .bind(&new.input.purpose)
            .bind(code::spell(new.input.kind))
            .bind(new.input.parent_id.map(|id| id.0))
            .bind(new.input.team_id.map(|id| id.0))
            .bind(code::spell(new.input.default_classification))
            .bind(code::spell(new.input.discoverability))
            .bind(code::spell(DomainLifecycle::Active))
            .bind(new.created_by.0)
            .bind(new.created_at)
            .bind(search_key(&new.input.name, &new.slug))
            .bind(searchable(&new.input.purpose))
            .execute(c)
            .await
            .map(drop))?;
        self.set_domain_roles(new.id, DomainRole::Owner, &new.input.owner_ids)
            .await?;
        self.set_domain_roles(new.id, DomainRole::Steward, &new.input.steward_ids)
            .await
    }

    /// Changes what of a domain needs no plan.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn update_domain(
        &mut self,
        id: DomainId,
        edit: &DomainEdit,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        const SQL: &str =
            "UPDATE domains SET purpose = $2, kind = $3, team_id = $4, default_classification = $5,
            discoverability = $6, updated_at = $7, text_key = $8, revision = revision + 1 WHERE id = $1";
        on_tx!(self, c => sqlx::query(SQL)
            .bind(id.0)
            .bind(&edit.purpose)
            .bind(code::spell(edit.kind))
            .bind(edit.team_id.map(|id| id.0))
            .bind(code::spell(edit.default_classification))
            .bind(code::spell(edit.discoverability))
            .bind(now)
            .bind(searchable(&edit.purpose))
            .execute(c)
            .await
            .map(drop))?;
        self.set_domain_roles(id, DomainRole::Owner, &edit.owner_ids)
            .await?;
        self.set_domain_roles(id, DomainRole::Steward, &edit.steward_ids)
            .await
    }

    /// Puts people into a role of a domain, in this order, in place of those who had it.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn set_domain_roles(
        &mut self,
        id: DomainId,
        role: DomainRole,
        people: &[PersonId],
    ) -> Result<(), StoreError> {
        const CLEAR: &str = "DELETE FROM domain_roles WHERE domain_id = $1 AND role = $2";
        const SQL: &str = "INSERT INTO domain_roles (domain_id, role, person_id, position) VALUES ($1, $2, $3, $4)";
        on_tx!(self, c => sqlx::query(CLEAR)
            .bind(id.0).bind(code::spell(role)).execute(c).await.map(drop))?;
        for (position, person) in people.iter().enumerate() {
            on_tx!(self, c => sqlx::query(SQL)
                .bind(id.0)
                .bind(code::spell(role))
                .bind(person.0)
                .bind(position as i64)
                .execute(c)
                .await
                .map(drop))?;
        }
        Ok(())
    }

    /// Tells that a domain changed in what stands in other tables.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn touch_domain(
        &mut self,
        id: DomainId,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        const SQL: &str =
            "UPDATE domains SET updated_at = $2, revision = revision + 1 WHERE id = $1";
        on_tx!(self, c => sqlx::query(SQL).bind(id.0).bind(now).execute(c).await.map(drop))?;
        Ok(())
    }

    /// Gives a domain another name and readable id. The id before leads to it from now on.
    ///
    /// # Errors
    /// [`StoreError::Taken`] for name or readable id, or that the database failed.
    pub async fn rename_domain(
        &mut self,
        id: DomainId,
        name: &str,
        name_key: &str,
        slug: &str,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        const KEEP: &str = "INSERT INTO domain_redirects (slug, domain_id, created_at)
            SELECT slug, id, $3 FROM domains WHERE id = $1 AND slug <> $2";
        const OWN: &str = "DELETE FROM domain_redirects WHERE slug = $2 AND domain_id = $1";
        const SQL: &str = "UPDATE domains SET name = $2, name_key = $3, slug = $4, updated_at = $5,
            search_key = $6, revision = revision + 1 WHERE id = $1";
        on_tx!(self, c => sqlx::query(OWN).bind(id.0).bind(slug).execute(c).await.map(drop))?;
        on_tx!(self, c => sqlx::query(KEEP).bind(id.0).bind(slug).bind(now).execute(c).await.map(drop))?;
        on_tx!(self, c => sqlx::query(SQL)
            .bind(id.0)
            .bind(name)
            .bind(name_key)
            .bind(slug)
            .bind(now)
            .bind(search_key(name, slug))
            .execute(c)
            .await
            .map(drop))?;
        Ok(())
    }

    /// Puts a domain below another one, or at the top.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn move_domain(
        &mut self,
        id: DomainId,
        parent: Option<DomainId>,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        const SQL: &str = "UPDATE domains SET parent_id = $2, updated_at = $3, revision = revision + 1 WHERE id = $1";
        on_tx!(self, c => sqlx::query(SQL)
            .bind(id.0).bind(parent.map(|id| id.0)).bind(now).execute(c).await.map(drop))?;
        Ok(())
    }

    /// Changes where a domain stands in its life.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn set_domain_lifecycle(
        &mut self,
        id: DomainId,
        lifecycle: DomainLifecycle,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        const SQL: &str = "UPDATE domains SET lifecycle = $2, updated_at = $3, revision = revision + 1 WHERE id = $1";
        on_tx!(self, c => sqlx::query(SQL)
            .bind(id.0).bind(code::spell(lifecycle)).bind(now).execute(c).await.map(drop))?;
        Ok(())
    }
}
