//! What the contracts of data products are made from.

use mesh_model::{Column, DataProductId};
use sqlx::types::Json;

use crate::{Reader, StoreError, reader::on_reader};

impl Reader<'_> {
    /// The columns of every version of a product, the oldest first.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn version_columns(
        &mut self,
        product: DataProductId,
    ) -> Result<Vec<(i64, Vec<Column>)>, StoreError> {
        const SQL: &str = "SELECT number, columns FROM product_versions
            WHERE data_product_id = $1 ORDER BY number";
        let rows: Vec<(i64, Json<Vec<Column>>)> =
            on_reader!(self, c => sqlx::query_as(SQL).bind(product.0).fetch_all(c).await)?;
        Ok(rows
            .into_iter()
            .map(|(number, columns)| (number, columns.0))
            .collect())
    }
}
