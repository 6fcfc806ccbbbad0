//! Plans that were applied.

use chrono::{DateTime, Utc};
use mesh_model::{PersonId, PersonRef, PlanId, PlanInput, StepSentence, Touched};
use serde_json::Value;
use sqlx::types::Json;
use uuid::Uuid;

use crate::{Reader, StoreError, Tx, reader::on_reader, tx::on_tx};

/// A plan that was applied, with what is needed to undo it.
#[derive(Debug, Clone)]
pub struct PlanRecord {
    /// Stable id.
    pub id: PlanId,
    /// The domain or person it is about.
    pub subject: Uuid,
    /// What was done.
    pub input: PlanInput,
    /// What happened, in order.
    pub sentences: Vec<StepSentence>,
    /// The platform's steps, in the order in which they were taken.
    pub steps: Value,
    /// What was touched, with the revisions after.
    pub touched: Vec<Touched>,
    /// By whom.
    pub applied_by: PersonRef,
    /// When.
    pub applied_at: DateTime<Utc>,
    /// When it was undone.
    pub undone_at: Option<DateTime<Utc>>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    subject_id: Uuid,
    input: Json<PlanInput>,
    sentences: Json<Vec<StepSentence>>,
    steps: Json<Value>,
    touched: Json<Vec<Touched>>,
    person_id: Uuid,
    person_name: String,
    applied_at: DateTime<Utc>,
    undone_at: Option<DateTime<Utc>>,
}

impl From<Row> for PlanRecord {
    fn from(row: Row) -> Self {
        Self {
            id: PlanId(row.id),
            subject: row.subject_id,
            input: row.input.0,
            sentences: row.sentences.0,
            steps: row.steps.0,
            touched: row.touched.0,
            applied_by: PersonRef {
                id: PersonId(row.person_id),
                name: row.person_name,
            },
            applied_at: row.applied_at,
            undone_at: row.undone_at,
        }
    }
}

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT a.id, a.subject_id, a.input, a.sentences, a.steps, a.touched, p.id AS person_id,
                    p.name AS person_name, a.applied_at, a.undone_at
             FROM applied_plans a JOIN people p ON p.id = a.applied_by ",
            $rest
        )
    };
}

impl Reader<'_> {
    /// A plan that was applied.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn applied_plan(&mut self, id: PlanId) -> Result<Option<PlanRecord>, StoreError> {
        let row: Option<Row> = on_reader!(self, c => sqlx::query_as(select!("WHERE a.id = $1"))
            .bind(id.0).fetch_optional(c).await)?;
        Ok(row.map(PlanRecord::from))
    }

    /// The newest plans about a domain or person, `limit` at most.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn applied_plans(
        &mut self,
        subject: Uuid,
        limit: i64,
    ) -> Result<Vec<PlanRecord>, StoreError> {
        let rows: Vec<Row> = on_reader!(self, c => sqlx::query_as(select!(
            "WHERE a.subject_id = $1 ORDER BY a.applied_at DESC, a.id DESC LIMIT $2"
        )).bind(subject).bind(limit).fetch_all(c).await)?;
        Ok(rows.into_iter().map(PlanRecord::from).collect())
    }

    /// The revisions of things, by id; things that are gone are missing.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn revision(&mut self, id: Uuid) -> Result<Option<i64>, StoreError> {
        const SQL: &str = "SELECT revision FROM domains WHERE id = $1
            UNION ALL SELECT revision FROM data_products WHERE id = $1
            UNION ALL SELECT revision FROM people WHERE id = $1
            UNION ALL SELECT revision FROM teams WHERE id = $1";
        Ok(on_reader!(self, c => sqlx::query_scalar(SQL).bind(id).fetch_optional(c).await)?)
    }
}

impl Tx {
    /// Remembers a plan that was applied.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn insert_plan(&mut self, plan: &PlanRecord) -> Result<(), StoreError> {
        const SQL: &str = "INSERT INTO applied_plans
            (id, subject_id, input, sentences, steps, touched, applied_by, applied_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
        on_tx!(self, c => sqlx::query(SQL)
            .bind(plan.id.0)
            .bind(plan.subject)
            .bind(Json(&plan.input))
            .bind(Json(&plan.sentences))
            .bind(Json(&plan.steps))
            .bind(Json(&plan.touched))
            .bind(plan.applied_by.id.0)
            .bind(plan.applied_at)
            .execute(c)
            .await
            .map(drop))?;
        Ok(())
    }

    /// Remembers that a plan was undone.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn end_plan(
        &mut self,
        id: PlanId,
        by: PersonId,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        const SQL: &str = "UPDATE applied_plans SET undone_by = $2, undone_at = $3 WHERE id = $1";
        on_tx!(self, c => sqlx::query(SQL).bind(id.0).bind(by.0).bind(now).execute(c).await.map(drop))?;
        Ok(())
    }
}
