//! Lists of data products: those that are asked for, in the order that is asked for.

use std::collections::HashMap;

use mesh_model::{DataProduct, DataProductId, DataProductOrder, DataProductsAsked};
use sqlx::AssertSqlSafe;
use uuid::Uuid;

use crate::{
    Reader, Sight, StoreError,
    data_products::{Row, select},
    many::{AT_ONCE, listed},
    reader::on_reader,
    sight::hidden,
    sought::Sought,
};

/// Whether a product has a word, bound as `$w`: it itself, its owner or its domain.
macro_rules! has {
    ($w:literal) => {
        concat!(
            "(",
            $w,
            " = '%' OR q.search_key LIKE ",
            $w,
            " OR q.text_key LIKE ",
            $w,
            "
              OR q.owner_id IN (SELECT id FROM people WHERE search_key LIKE ",
            $w,
            ")
              OR q.domain_id IN (SELECT id FROM domains WHERE search_key LIKE ",
            $w,
            "))"
        )
    };
}

/// Those asked for: `$1` to `$3` words, `$4` who sees, `$5` the domain, `$6` the owner.
macro_rules! asked {
    () => {
        concat!(
            "WHERE q.domain_id NOT IN (",
            hidden!("$4"),
            ")
               AND ($5 IS NULL OR q.domain_id = $5) AND ($6 IS NULL OR q.owner_id = $6)
               AND ",
            has!("$1"),
            " AND ",
            has!("$2"),
            " AND ",
            has!("$3"),
            " "
        )
    };
}

/// The ids of the first page of those asked for and, counted while they are found, how many there are in all: so words
/// are held against every product only once.
macro_rules! counted {
    ($from:literal, $order:literal) => {
        concat!(
            "SELECT q.id, COUNT(*) OVER () AS total FROM data_products q ",
            $from,
            asked!(),
            "AND $7 IS NULL ORDER BY ",
            $order,
            " LIMIT $8"
        )
    };
}

/// The ids of a page of those asked for, the first one or a later one.
macro_rules! plain {
    ($from:literal, $after:expr, $order:literal) => {
        concat!(
            "SELECT q.id, CAST(0 AS BIGINT) AS total FROM data_products q ",
            $from,
            asked!(),
            "AND ($7 IS NULL OR ",
            $after,
            ") ORDER BY ",
            $order,
            " LIMIT $8"
        )
    };
}

/// The rows of the product that the page before ended with; one without a version comes last.
macro_rules! rows_before {
    () => {
        "COALESCE((SELECT e.row_count FROM data_products p
            JOIN product_versions e ON e.data_product_id = p.id AND e.number = p.current_version
            WHERE p.id = $7), -1)"
    };
}

const BY_NAME: [&str; 2] = [
    counted!("", "q.name_key"),
    plain!(
        "",
        "q.name_key > (SELECT name_key FROM data_products WHERE id = $7)",
        "q.name_key"
    ),
];
const BY_UPDATE: [&str; 2] = [
    counted!("", "q.updated_at DESC, q.name_key"),
    plain!(
        "",
        "q.updated_at < (SELECT updated_at FROM data_products WHERE id = $7)
         OR (q.updated_at = (SELECT updated_at FROM data_products WHERE id = $7)
           AND q.name_key > (SELECT name_key FROM data_products WHERE id = $7))",
        "q.updated_at DESC, q.name_key"
    ),
];
const BY_ROWS: [&str; 2] = [
    counted!(
        "LEFT JOIN product_versions v ON v.data_product_id = q.id AND v.number = q.current_version ",
        "COALESCE(v.row_count, -1) DESC, q.name_key"
    ),
    plain!(
        "LEFT JOIN product_versions v ON v.data_product_id = q.id AND v.number = q.current_version ",
        concat!(
            "COALESCE(v.row_count, -1) < ",
            rows_before!(),
            "
             OR (COALESCE(v.row_count, -1) = ",
            rows_before!(),
            "
               AND q.name_key > (SELECT name_key FROM data_products WHERE id = $7))"
        ),
        "COALESCE(v.row_count, -1) DESC, q.name_key"
    ),
];

impl Reader<'_> {
    /// Data products that may show and are asked for, `limit` at most, after the one named by `after`; with the first
    /// page, how many there are in all.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn data_products(
        &mut self,
        sight: Sight,
        asked: &DataProductsAsked,
        after: Option<DataProductId>,
        limit: i64,
    ) -> Result<(Vec<DataProduct>, Option<i64>), StoreError> {
        let [counted, plain] = match asked.order {
            DataProductOrder::Name => BY_NAME,
            DataProductOrder::Updated => BY_UPDATE,
            DataProductOrder::Rows => BY_ROWS,
        };
        let first = after.is_none();
        let words = !asked.query.trim().is_empty();
        let sql = if first && words { counted } else { plain };
        let Sought { parts, .. } = Sought::new(&asked.query);
        let found: Vec<(Uuid, i64)> = on_reader!(self, c => sqlx::query_as(sql)
            .bind(&parts[0])
            .bind(&parts[1])
            .bind(&parts[2])
            .bind(sight.person())
            .bind(asked.domain.map(|id| id.0))
            .bind(asked.owner.map(|id| id.0))
            .bind(after.map(|id| id.0))
            .bind(limit)
            .fetch_all(c)
            .await)?;
        let total = match found.first() {
            _ if !first => None,
            found if words => Some(found.map_or(0, |(_, total)| *total)),
            // Without words the page comes from an index at once, and so does the count.
            _ => Some(self.count_data_products(sight, asked).await?),
        };
        let ids: Vec<Uuid> = found.into_iter().map(|(id, _)| id).collect();
        let products = self.data_products_with_ids(&ids).await?;
        Ok((products, total))
    }

    /// How many data products may show, of a domain, of an owner, or all.
    async fn count_data_products(
        &mut self,
        sight: Sight,
        asked: &DataProductsAsked,
    ) -> Result<i64, StoreError> {
        const SQL: &str = concat!(
            "SELECT COUNT(*) FROM data_products q WHERE q.domain_id NOT IN (",
            hidden!("$1"),
            ") AND ($2 IS NULL OR q.domain_id = $2) AND ($3 IS NULL OR q.owner_id = $3)"
        );
        Ok(on_reader!(self, c => sqlx::query_scalar(SQL)
            .bind(sight.person())
            .bind(asked.domain.map(|id| id.0))
            .bind(asked.owner.map(|id| id.0))
            .fetch_one(c)
            .await)?)
    }

    /// The data products with these ids, in their order; unknown ids are passed over.
    async fn data_products_with_ids(
        &mut self,
        ids: &[Uuid],
    ) -> Result<Vec<DataProduct>, StoreError> {
        let mut found: HashMap<Uuid, DataProduct> = HashMap::with_capacity(ids.len());
        for part in ids.chunks(AT_ONCE) {
            let (sql, bound) = listed(part, select!("WHERE q.id IN (~)"));
            let rows: Vec<Row> = on_reader!(self, c => bound
                .iter()
                .fold(sqlx::query_as(AssertSqlSafe(sql)), |query, id| query.bind(*id))
                .fetch_all(c)
                .await)?;
            for row in rows {
                let product = row.product()?;
                found.insert(product.id.0, product);
            }
        }
        Ok(ids.iter().filter_map(|id| found.remove(id)).collect())
    }
}
