//! Lists of domains: those that are asked for, in the order that is asked for, and the tree of them all in short.

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use mesh_model::{Domain, DomainId, DomainOrder, DomainOutline, DomainsAsked, PersonId};
use uuid::Uuid;

use crate::{
    Reader, Sight, StoreError, code,
    domains::{Row, select},
    reader::on_reader,
    sight::hidden,
    sought::Sought,
};

/// Whether a domain has a word, bound as `$w`: it itself, an owner, or one above it that may show.
macro_rules! has {
    ($w:literal) => {
        concat!(
            "(", $w, " = '%' OR d.search_key LIKE ", $w, " OR d.text_key LIKE ", $w, "
              OR d.id IN (SELECT r.domain_id FROM people p JOIN domain_roles r ON r.person_id = p.id
                WHERE r.role = 'owner' AND p.search_key LIKE ", $w, ")
              OR d.id IN (WITH RECURSIVE below (id) AS (
                  SELECT id FROM domains WHERE search_key LIKE ", $w, " AND id NOT IN (", hidden!("$4"), ")
                  UNION SELECT e.id FROM domains e JOIN below b ON e.parent_id = b.id
                ) SELECT id FROM below))"
        )
    };
}

/// Those asked for: `$1` to `$3` words, `$4` who sees, `$5` those in which life, `$6` the one above, `$7` an owner,
/// `$8` somebody who has a role in it or above it, or created it.
macro_rules! asked {
    () => {
        concat!(
            "WHERE d.id NOT IN (", hidden!("$4"), ")
               AND ($5 = 'all' OR d.lifecycle = $5)
               AND ($6 IS NULL OR d.parent_id = $6)
               AND ($7 IS NULL OR d.id IN (SELECT domain_id FROM domain_roles WHERE role = 'owner' AND person_id = $7))
               AND ($8 IS NULL OR d.id IN (WITH RECURSIVE mine (id) AS (
                  SELECT domain_id FROM domain_roles WHERE person_id = $8
                  UNION SELECT id FROM domains WHERE created_by = $8
                  UNION SELECT e.id FROM domains e JOIN mine m ON e.parent_id = m.id
                ) SELECT id FROM mine))
               AND ", has!("$1"), " AND ", has!("$2"), " AND ", has!("$3"), " "
        )
    };
}

macro_rules! products {
    ($of:literal) => {
        concat!(
            "(SELECT COUNT(*) FROM data_products q WHERE q.domain_id = ",
            $of,
            ")"
        )
    };
}

const BY_NAME: &str = select!(
    asked!(),
    "AND ($9 IS NULL OR d.name_key > (SELECT name_key FROM domains WHERE id = $9)) ORDER BY d.name_key LIMIT $10"
);
const BY_UPDATE: &str = select!(
    asked!(),
    "AND ($9 IS NULL OR d.updated_at < (SELECT updated_at FROM domains WHERE id = $9)
       OR (d.updated_at = (SELECT updated_at FROM domains WHERE id = $9)
         AND d.name_key > (SELECT name_key FROM domains WHERE id = $9)))
     ORDER BY d.updated_at DESC, d.name_key LIMIT $10"
);
const BY_PRODUCTS: &str = select!(
    asked!(),
    "AND ($9 IS NULL OR ",
    products!("d.id"),
    " < ",
    products!("$9"),
    "
       OR (",
    products!("d.id"),
    " = ",
    products!("$9"),
    "
         AND d.name_key > (SELECT name_key FROM domains WHERE id = $9)))
     ORDER BY ",
    products!("d.id"),
    " DESC, d.name_key LIMIT $10"
);
const COUNT: &str = concat!("SELECT COUNT(*) FROM domains d ", asked!());

#[derive(sqlx::FromRow)]
struct OutlineRow {
    id: Uuid,
    slug: String,
    name: String,
    kind: String,
    parent_id: Option<Uuid>,
    discoverability: String,
    lifecycle: String,
    data_product_count: i64,
    updated_at: DateTime<Utc>,
}

impl Reader<'_> {
    /// Domains that may show and are asked for, `limit` at most, after the one named by `after`. With `related`, only
    /// those in or above which this person has a role, and those they created.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn domains(
        &mut self,
        sight: Sight,
        asked: &DomainsAsked,
        related: Option<PersonId>,
        after: Option<DomainId>,
        limit: i64,
    ) -> Result<Vec<Domain>, StoreError> {
        let sql = match asked.order {
            DomainOrder::Name => BY_NAME,
            DomainOrder::Updated => BY_UPDATE,
            DomainOrder::Products => BY_PRODUCTS,
        };
        let Sought { parts, .. } = Sought::new(&asked.query);
        let rows: Vec<Row> = on_reader!(self, c => sqlx::query_as(sql)
            .bind(&parts[0])
            .bind(&parts[1])
            .bind(&parts[2])
            .bind(sight.person())
            .bind(code::spell(asked.shown))
            .bind(asked.parent.map(|id| id.0))
            .bind(asked.owner.map(|id| id.0))
            .bind(related.map(|id| id.0))
            .bind(after.map(|id| id.0))
            .bind(limit)
            .fetch_all(c)
            .await)?;
        self.whole(rows).await
    }

    /// How many domains may show and are asked for.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn count_domains(
        &mut self,
        sight: Sight,
        asked: &DomainsAsked,
    ) -> Result<i64, StoreError> {
        let Sought { parts, .. } = Sought::new(&asked.query);
        let nobody: Option<Uuid> = None;
        Ok(on_reader!(self, c => sqlx::query_scalar(COUNT)
            .bind(&parts[0])
            .bind(&parts[1])
            .bind(&parts[2])
            .bind(sight.person())
            .bind(code::spell(asked.shown))
            .bind(asked.parent.map(|id| id.0))
            .bind(asked.owner.map(|id| id.0))
            .bind(nobody)
            .fetch_one(c)
            .await)?)
    }

    /// All domains that may show, in short, by name.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn domain_outlines(
        &mut self,
        hidden: &HashSet<DomainId>,
    ) -> Result<Vec<DomainOutline>, StoreError> {
        const SQL: &str =
            "SELECT d.id, d.slug, d.name, d.kind, d.parent_id, d.discoverability, d.lifecycle,
                COALESCE(n.products, 0) AS data_product_count, d.updated_at
             FROM domains d
             LEFT JOIN (SELECT domain_id, COUNT(*) AS products FROM data_products GROUP BY domain_id) n
               ON n.domain_id = d.id
             ORDER BY d.name_key";
        let rows: Vec<OutlineRow> = on_reader!(self, c => sqlx::query_as(SQL).fetch_all(c).await)?;
        rows.into_iter()
            .filter(|row| !hidden.contains(&DomainId(row.id)))
            .map(|row| {
                Ok(DomainOutline {
                    id: DomainId(row.id),
                    slug: row.slug,
                    name: row.name,
                    kind: code::read(&row.kind)?,
                    parent_id: row
                        .parent_id
                        .map(DomainId)
                        .filter(|above| !hidden.contains(above)),
                    discoverability: code::read(&row.discoverability)?,
                    lifecycle: code::read(&row.lifecycle)?,
                    data_product_count: row.data_product_count,
                    updated_at: row.updated_at,
                })
            })
            .collect()
    }

    /// The domains with these ids, in no order; unknown ids are passed over.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn domains_with_ids(&mut self, ids: &[DomainId]) -> Result<Vec<Domain>, StoreError> {
        let ids: Vec<Uuid> = ids.iter().map(|id| id.0).collect();
        let mut found = Vec::with_capacity(ids.len());
        for part in ids.chunks(crate::many::AT_ONCE) {
            let (sql, part) = crate::many::listed(part, select!("WHERE d.id IN (~)"));
            let rows: Vec<Row> = on_reader!(self, c => part
                .iter()
                .fold(sqlx::query_as(sqlx::AssertSqlSafe(sql)), |query, id| query.bind(*id))
                .fetch_all(c)
                .await)?;
            found.extend(self.whole(rows).await?);
        }
        Ok(found)
    }
}
