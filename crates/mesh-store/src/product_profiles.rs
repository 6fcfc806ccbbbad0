//! What published versions hold, as the worker told it.

use mesh_model::DataProductId;
use serde_json::Value;
use sqlx::types::Json;

use crate::{Reader, StoreError, Tx, reader::on_reader, tx::on_tx};

impl Reader<'_> {
    /// What a version holds, if that was told.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn product_profile(
        &mut self,
        product: DataProductId,
        number: i64,
    ) -> Result<Option<Value>, StoreError> {
        const SQL: &str =
            "SELECT profile FROM product_profiles WHERE data_product_id = $1 AND number = $2";
        let profile: Option<Json<Value>> = on_reader!(self, c => sqlx::query_scalar(SQL)
            .bind(product.0).bind(number).fetch_optional(c).await)?;
        Ok(profile.map(|profile| profile.0))
    }
}

impl Tx {
    /// Keeps what a version holds; what is kept already stays.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn keep_product_profile(
        &mut self,
        product: DataProductId,
        number: i64,
        profile: &Value,
    ) -> Result<(), StoreError> {
        const SQL: &str = "INSERT INTO product_profiles (data_product_id, number, profile)
            VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
        on_tx!(self, c => sqlx::query(SQL)
            .bind(product.0)
            .bind(number)
            .bind(Json(profile))
            .execute(c)
            .await
            .map(drop))?;
        Ok(())
    }
}
