//! Lists of domains: those that are asked for, in the order that is asked for, and the tree of them all in short.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};
use mesh_model::{Domain, DomainId, DomainOrder, DomainOutline, DomainsAsked, PersonId};
use sqlx::AssertSqlSafe;
use uuid::Uuid;

use crate::{
    Reader, Sight, StoreError, code,
    domains::{Row, select},
    many::{AT_ONCE, listed},
    reader::on_reader,
    sight::hidden,
    sought::Sought,
};

/// Whether a domain has a word, bound as `$w`: it itself, an owner, or one above it that may show. The cross join keeps
/// SQLite from looking through all people instead of the owners.
macro_rules! has {
    ($w:literal) => {
        concat!(
            "(",
            $w,
            " = '%' OR d.search_key LIKE ",
            $w,
            " OR d.text_key LIKE ",
            $w,
            "
              OR d.id IN (SELECT r.domain_id FROM domain_roles r CROSS JOIN people p
                WHERE r.role = 'owner' AND p.id = r.person_id AND p.search_key LIKE ",
            $w,
            ")
              OR d.id IN (WITH RECURSIVE below (id) AS (
                  SELECT id FROM domains WHERE search_key LIKE ",
            $w,
            " AND id NOT IN (",
            hidden!("$4"),
            ")
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

/// The ids of a page of those asked for and, counted while they are found, how many there are in all: for the first
/// page, so that the words are held against every domain once.
macro_rules! counted {
    ($order:expr) => {
        concat!(
            "SELECT d.id, COUNT(*) OVER () AS total FROM domains d ",
            asked!(),
            "AND $9 IS NULL ORDER BY ",
            $order,
            " LIMIT $10"
        )
    };
}

/// The ids of a later page of those asked for.
macro_rules! later {
    ($after:expr, $order:expr) => {
        concat!(
            "SELECT d.id, CAST(0 AS BIGINT) AS total FROM domains d ",
            asked!(),
            "AND (",
            $after,
            ") ORDER BY ",
            $order,
            " LIMIT $10"
        )
    };
}

const BY_NAME: [&str; 2] = [
    counted!("d.name_key"),
    later!(
        "d.name_key > (SELECT name_key FROM domains WHERE id = $9)",
        "d.name_key"
    ),
];
const BY_UPDATE: [&str; 2] = [
    counted!("d.updated_at DESC, d.name_key"),
    later!(
        "d.updated_at < (SELECT updated_at FROM domains WHERE id = $9)
         OR (d.updated_at = (SELECT updated_at FROM domains WHERE id = $9)
           AND d.name_key > (SELECT name_key FROM domains WHERE id = $9))",
        "d.updated_at DESC, d.name_key"
    ),
];
const BY_PRODUCTS: [&str; 2] = [
    counted!(concat!(products!("d.id"), " DESC, d.name_key")),
    later!(
        concat!(
            products!("d.id"),
            " < ",
            products!("$9"),
            " OR (",
            products!("d.id"),
            " = ",
            products!("$9"),
            "
             AND d.name_key > (SELECT name_key FROM domains WHERE id = $9))"
        ),
        concat!(products!("d.id"), " DESC, d.name_key")
    ),
];

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
    /// Domains that may show and are asked for, `limit` at most, after the one named by `after`; with the first page,
    /// how many there are in all. With `related`, only those in or above which this person has a role, and those they
    /// created.
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
    ) -> Result<(Vec<Domain>, Option<i64>), StoreError> {
        let [counted, later] = match asked.order {
            DomainOrder::Name => BY_NAME,
            DomainOrder::Updated => BY_UPDATE,
            DomainOrder::Products => BY_PRODUCTS,
        };
        let sql = if after.is_none() { counted } else { later };
        let Sought { parts, .. } = Sought::new(&asked.query);
        let found: Vec<(Uuid, i64)> = on_reader!(self, c => sqlx::query_as(sql)
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
        let total = found.first().map_or(0, |(_, total)| *total);
        let ids: Vec<DomainId> = found.into_iter().map(|(id, _)| DomainId(id)).collect();
        let domains = self.domains_with_ids(&ids).await?;
        Ok((domains, after.is_none().then_some(total)))
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

    /// The domains with these ids, in their order; unknown ids are passed over.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn domains_with_ids(&mut self, ids: &[DomainId]) -> Result<Vec<Domain>, StoreError> {
        let mut found: HashMap<DomainId, Domain> = HashMap::with_capacity(ids.len());
        let bare: Vec<Uuid> = ids.iter().map(|id| id.0).collect();
        for part in bare.chunks(AT_ONCE) {
            let (sql, bound) = listed(part, select!("WHERE d.id IN (~)"));
            let rows: Vec<Row> = on_reader!(self, c => bound
                .iter()
                .fold(sqlx::query_as(AssertSqlSafe(sql)), |query, id| query.bind(*id))
                .fetch_all(c)
                .await)?;
            let domains = self.whole(rows).await?;
            found.extend(domains.into_iter().map(|domain| (domain.id, domain)));
        }
        Ok(ids.iter().filter_map(|id| found.remove(id)).collect())
    }
}
