//! Lists of data products: those that are asked for, in the order that is asked for.

use mesh_model::{DataProduct, DataProductId, DataProductOrder, DataProductsAsked};

use crate::{
    Reader, Sight, StoreError,
    data_products::{Row, select},
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

const BY_NAME: &str = select!(
    asked!(),
    "AND ($7 IS NULL OR q.name_key > (SELECT name_key FROM data_products WHERE id = $7))
     ORDER BY q.name_key LIMIT $8"
);
const BY_UPDATE: &str = select!(
    asked!(),
    "AND ($7 IS NULL OR q.updated_at < (SELECT updated_at FROM data_products WHERE id = $7)
       OR (q.updated_at = (SELECT updated_at FROM data_products WHERE id = $7)
         AND q.name_key > (SELECT name_key FROM data_products WHERE id = $7)))
     ORDER BY q.updated_at DESC, q.name_key LIMIT $8"
);
/// The rows of the product that the page before ended with; one without a version comes last.
macro_rules! rows_before {
    () => {
        "COALESCE((SELECT e.row_count FROM data_products p
            JOIN product_versions e ON e.data_product_id = p.id AND e.number = p.current_version
            WHERE p.id = $7), -1)"
    };
}
const BY_ROWS: &str = select!(
    asked!(),
    "AND ($7 IS NULL OR COALESCE(v.row_count, -1) < ",
    rows_before!(),
    "
       OR (COALESCE(v.row_count, -1) = ",
    rows_before!(),
    "
         AND q.name_key > (SELECT name_key FROM data_products WHERE id = $7)))
     ORDER BY COALESCE(v.row_count, -1) DESC, q.name_key LIMIT $8"
);
const COUNT: &str = concat!("SELECT COUNT(*) FROM data_products q ", asked!());

impl Reader<'_> {
    /// Data products that may show and are asked for, `limit` at most, after the one named by `after`.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn data_products(
        &mut self,
        sight: Sight,
        asked: &DataProductsAsked,
        after: Option<DataProductId>,
        limit: i64,
    ) -> Result<Vec<DataProduct>, StoreError> {
        let sql = match asked.order {
            DataProductOrder::Name => BY_NAME,
            DataProductOrder::Updated => BY_UPDATE,
            DataProductOrder::Rows => BY_ROWS,
        };
        let Sought { parts, .. } = Sought::new(&asked.query);
        let rows: Vec<Row> = on_reader!(self, c => sqlx::query_as(sql)
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
        rows.into_iter().map(Row::product).collect()
    }

    /// How many data products may show and are asked for.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn count_data_products(
        &mut self,
        sight: Sight,
        asked: &DataProductsAsked,
    ) -> Result<i64, StoreError> {
        let Sought { parts, .. } = Sought::new(&asked.query);
        Ok(on_reader!(self, c => sqlx::query_scalar(COUNT)
            .bind(&parts[0])
            .bind(&parts[1])
            .bind(&parts[2])
            .bind(sight.person())
            .bind(asked.domain.map(|id| id.0))
            .bind(asked.owner.map(|id| id.0))
            .fetch_one(c)
            .await)?)
    }
}
