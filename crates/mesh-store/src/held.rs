//! What a person has in hand, table by table.

use mesh_model::{
    DataProductId, DomainId, DomainRef, HeldDomain, HeldProduct, HeldTeam, PersonId,
    ServiceAccountId, ServiceAccountRef, TeamId,
};
use uuid::Uuid;

use crate::{Reader, StoreError, reader::on_reader};

#[derive(sqlx::FromRow)]
struct ProductRow {
    id: Uuid,
    slug: String,
    name: String,
    domain_id: Uuid,
    domain_slug: String,
    domain_name: String,
}

impl Reader<'_> {
    /// The domains that a person owns or curates, by name.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn domains_held_by(
        &mut self,
        person: PersonId,
    ) -> Result<Vec<HeldDomain>, StoreError> {
        const SQL: &str = "SELECT d.id, d.slug, d.name,
                CAST(SUM(CASE WHEN r.role = 'owner' THEN 1 ELSE 0 END) AS BIGINT),
                CAST(SUM(CASE WHEN r.role = 'steward' THEN 1 ELSE 0 END) AS BIGINT)
            FROM domain_roles r JOIN domains d ON d.id = r.domain_id WHERE r.person_id = $1
            GROUP BY d.id, d.slug, d.name, d.name_key ORDER BY d.name_key";
        let rows: Vec<(Uuid, String, String, i64, i64)> =
            on_reader!(self, c => sqlx::query_as(SQL).bind(person.0).fetch_all(c).await)?;
        Ok(rows
            .into_iter()
            .map(|(id, slug, name, owner, steward)| HeldDomain {
                id: DomainId(id),
                slug,
                name,
                owner: owner > 0,
                steward: steward > 0,
            })
            .collect())
    }

    /// The data products that a person owns, by name.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn data_products_held_by(
        &mut self,
        person: PersonId,
    ) -> Result<Vec<HeldProduct>, StoreError> {
        const SQL: &str = "SELECT q.id, q.slug, q.name, d.id AS domain_id, d.slug AS domain_slug, d.name AS domain_name
            FROM data_products q JOIN domains d ON d.id = q.domain_id WHERE q.owner_id = $1 ORDER BY q.name_key";
        let rows: Vec<ProductRow> =
            on_reader!(self, c => sqlx::query_as(SQL).bind(person.0).fetch_all(c).await)?;
        Ok(rows
            .into_iter()
            .map(|row| HeldProduct {
                id: DataProductId(row.id),
                slug: row.slug,
                name: row.name,
                domain: DomainRef {
                    id: DomainId(row.domain_id),
                    slug: row.domain_slug,
                    name: row.domain_name,
                },
            })
            .collect())
    }

    /// The teams that a person belongs to, by name.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn teams_of(&mut self, person: PersonId) -> Result<Vec<HeldTeam>, StoreError> {
        const SQL: &str = "SELECT t.id, t.slug, t.name, m.lead FROM team_members m JOIN teams t ON t.id = m.team_id
            WHERE m.person_id = $1 ORDER BY t.name_key";
        let rows: Vec<(Uuid, String, String, bool)> =
            on_reader!(self, c => sqlx::query_as(SQL).bind(person.0).fetch_all(c).await)?;
        Ok(rows
            .into_iter()
            .map(|(id, slug, name, lead)| HeldTeam {
                id: TeamId(id),
                slug,
                name,
                lead,
            })
            .collect())
    }

    /// The service accounts that a person answers for and that haven't ended, by name.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn service_accounts_of(
        &mut self,
        person: PersonId,
    ) -> Result<Vec<ServiceAccountRef>, StoreError> {
        const SQL: &str = "SELECT id, name FROM people
            WHERE kind = 'service' AND owner_id = $1 AND left_at IS NULL ORDER BY search_key, id";
        let rows: Vec<(Uuid, String)> =
            on_reader!(self, c => sqlx::query_as(SQL).bind(person.0).fetch_all(c).await)?;
        Ok(rows
            .into_iter()
            .map(|(id, name)| ServiceAccountRef {
                id: ServiceAccountId(id),
                name,
            })
            .collect())
    }
}
