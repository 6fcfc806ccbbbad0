//! What versions promise of their rows, and how these kept it, as the worker told it.

use mesh_model::{DataProductId, PublicationId, QualityRule};
use serde_json::Value;
use sqlx::types::Json;

use crate::{Reader, StoreError, Tx, reader::on_reader, tx::on_tx};

impl Reader<'_> {
    /// What a version promises, and how its rows kept it; nothing where nothing was promised.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn product_rules(
        &mut self,
        product: DataProductId,
        number: i64,
    ) -> Result<Option<(Vec<QualityRule>, Value)>, StoreError> {
        const SQL: &str =
            "SELECT rules, outcomes FROM product_rules WHERE data_product_id = $1 AND number = $2";
        let row: Option<(Json<Vec<QualityRule>>, Json<Value>)> = on_reader!(self, c => sqlx::query_as(SQL)
            .bind(product.0).bind(number).fetch_optional(c).await)?;
        Ok(row.map(|(rules, outcomes)| (rules.0, outcomes.0)))
    }

    /// What each version of a product promises, by its number; versions that promise nothing may be missing.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn version_rules(
        &mut self,
        product: DataProductId,
    ) -> Result<Vec<(i64, Vec<QualityRule>)>, StoreError> {
        const SQL: &str =
            "SELECT number, rules FROM product_rules WHERE data_product_id = $1 ORDER BY number";
        let rows: Vec<(i64, Json<Vec<QualityRule>>)> =
            on_reader!(self, c => sqlx::query_as(SQL).bind(product.0).fetch_all(c).await)?;
        Ok(rows
            .into_iter()
            .map(|(number, rules)| (number, rules.0))
            .collect())
    }

    /// What a publication is to promise, if that was said.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn publication_rules(
        &mut self,
        id: PublicationId,
    ) -> Result<Option<Vec<QualityRule>>, StoreError> {
        const SQL: &str = "SELECT rules FROM publication_rules WHERE publication_id = $1";
        let rules: Option<Json<Vec<QualityRule>>> =
            on_reader!(self, c => sqlx::query_scalar(SQL).bind(id.0).fetch_optional(c).await)?;
        Ok(rules.map(|rules| rules.0))
    }
}

impl Tx {
    /// Remembers what a publication is to promise.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn keep_publication_rules(
        &mut self,
        id: PublicationId,
        rules: &[QualityRule],
    ) -> Result<(), StoreError> {
        const SQL: &str = "INSERT INTO publication_rules (publication_id, rules) VALUES ($1, $2)
            ON CONFLICT (publication_id) DO UPDATE SET rules = excluded.rules";
        on_tx!(self, c => sqlx::query(SQL).bind(id.0).bind(Json(rules)).execute(c).await.map(drop))?;
        Ok(())
    }

    /// Remembers what a version promises, and how its rows kept it.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn keep_product_rules(
        &mut self,
        product: DataProductId,
        number: i64,
        rules: &[QualityRule],
        outcomes: &Value,
    ) -> Result<(), StoreError> {
        const SQL: &str =
            "INSERT INTO product_rules (data_product_id, number, rules, outcomes) VALUES ($1, $2, $3, $4)
            ON CONFLICT (data_product_id, number) DO UPDATE SET rules = excluded.rules, outcomes = excluded.outcomes";
        on_tx!(self, c => sqlx::query(SQL)
            .bind(product.0)
            .bind(number)
            .bind(Json(rules))
            .bind(Json(outcomes))
            .execute(c)
            .await
            .map(drop))?;
        Ok(())
    }
}
