//! Publications: plans under way, recorded step by step.

use chrono::{DateTime, Utc};
use mesh_model::{
    ColumnChoice, DataProductId, HowToPublish, IntakeChoices, PersonId, Publication,
    PublicationFailure, PublicationId, PublicationState, PublicationStep, UploadId,
};
use serde_json::Value;
use sqlx::types::Json;
use uuid::Uuid;

use crate::{Reader, Sight, StoreError, Tx, code, reader::on_reader, sight::hidden, tx::on_tx};

/// A publication to remember.
#[derive(Debug, Clone)]
pub struct NewPublication {
    /// Stable id.
    pub id: PublicationId,
    /// The product that gets a version.
    pub product: DataProductId,
    /// The version's number.
    pub version_number: i64,
    /// The file; none where an earlier version is put back.
    pub upload: Option<UploadId>,
    /// How it is read.
    pub intake: IntakeChoices,
    /// What becomes of the rows of the version before.
    pub how: HowToPublish,
    /// The number of the earlier version that is put back.
    pub put_back: Option<i64>,
    /// The columns with the owner's words.
    pub columns: Vec<ColumnChoice>,
    /// Its steps.
    pub steps: Vec<PublicationStep>,
    /// Who publishes.
    pub started_by: PersonId,
    /// When.
    pub started_at: DateTime<Utc>,
}

/// A publication with all that its runner needs.
#[derive(Debug, Clone)]
pub struct PublicationRecord {
    /// As told to people.
    pub publication: Publication,
    /// The file.
    pub upload: UploadId,
    /// How it is read.
    pub intake: IntakeChoices,
    /// The columns with the owner's words.
    pub columns: Vec<ColumnChoice>,
    /// What writing the table gave, once it is written; opaque to the store.
    pub written: Option<Value>,
    /// Who publishes.
    pub started_by: PersonId,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    data_product_id: Uuid,
    slug: String,
    name: String,
    version_number: i64,
    upload_id: Uuid,
    intake: Json<IntakeChoices>,
    how: Json<HowToPublish>,
    put_back: Option<i64>,
    columns: Json<Vec<ColumnChoice>>,
    state: String,
    steps: Json<Vec<PublicationStep>>,
    failure: Option<Json<PublicationFailure>>,
    written: Option<Json<Value>>,
    started_by: Uuid,
    started_at: DateTime<Utc>,
    finished_at: Option<DateTime<Utc>>,
    revision: i64,
}

impl Row {
    fn record(self) -> Result<PublicationRecord, StoreError> {
        Ok(PublicationRecord {
            publication: Publication {
                id: PublicationId(self.id),
                data_product_id: DataProductId(self.data_product_id),
                data_product_slug: self.slug,
                data_product_name: self.name,
                version_number: self.version_number,
                how: self.how.0,
                put_back: self.put_back,
                state: code::read(&self.state)?,
                steps: self.steps.0,
                failure: self.failure.map(|failure| failure.0),
                started_at: self.started_at,
                finished_at: self.finished_at,
                revision: self.revision,
            },
            upload: UploadId(self.upload_id),
            intake: self.intake.0,
            columns: self.columns.0,
            written: self.written.map(|written| written.0),
            started_by: PersonId(self.started_by),
        })
    }
}

macro_rules! select {
    ($($rest:tt)*) => {
        concat!(
            "SELECT b.id, b.data_product_id, q.slug, q.name, b.version_number, b.upload_id, b.intake, b.how, b.put_back, b.columns, b.state,
                    b.steps, b.failure, b.written, b.started_by, b.started_at, b.finished_at, b.revision
             FROM publications b JOIN data_products q ON q.id = b.data_product_id ",
            $($rest)*
        )
    };
}

impl Reader<'_> {
    /// A publication by id.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn publication(
        &mut self,
        id: PublicationId,
    ) -> Result<Option<PublicationRecord>, StoreError> {
        let row: Option<Row> = on_reader!(self, c => sqlx::query_as(select!("WHERE b.id = $1"))
            .bind(id.0).fetch_optional(c).await)?;
        row.map(Row::record).transpose()
    }

    /// Publications, newest first, of one product or of all, in one state or in any.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn publications(
        &mut self,
        sight: Sight,
        product: Option<DataProductId>,
        state: Option<PublicationState>,
        after: Option<PublicationId>,
        limit: i64,
    ) -> Result<Vec<PublicationRecord>, StoreError> {
        let rows: Vec<Row> = on_reader!(self, c => sqlx::query_as(select!(
            "WHERE ($1 IS NULL OR b.data_product_id = $1) AND ($2 IS NULL OR b.state = $2) AND ($3 IS NULL OR b.id < $3)
               AND q.domain_id NOT IN (", hidden!("$5"), ")
             ORDER BY b.id DESC LIMIT $4"
        ))
        .bind(product.map(|id| id.0))
        .bind(state.map(code::spell))
        .bind(after.map(|id| id.0))
        .bind(limit)
        .bind(sight.person())
        .fetch_all(c)
        .await)?;
        rows.into_iter().map(Row::record).collect()
    }
}

impl Tx {
    /// Remembers a publication that begins.
    ///
    /// # Errors
    /// [`StoreError::Taken`] when the product has an open one, or that the database failed.
    pub async fn insert_publication(&mut self, new: &NewPublication) -> Result<(), StoreError> {
        const SQL: &str = "INSERT INTO publications
            (id, data_product_id, version_number, upload_id, columns, state, steps, started_by, started_at,
             intake, how, put_back, revision)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 1)";
        on_tx!(self, c => sqlx::query(SQL)
            .bind(new.id.0)
            .bind(new.product.0)
            .bind(new.version_number)
            .bind(new.upload.map_or(Uuid::nil(), |id| id.0))
            .bind(Json(&new.columns))
            .bind(code::spell(PublicationState::Running))
            .bind(Json(&new.steps))
            .bind(new.started_by.0)
            .bind(new.started_at)
            .bind(Json(&new.intake))
            .bind(Json(&new.how))
            .bind(new.put_back)
            .execute(c)
            .await
            .map(drop))?;
        Ok(())
    }

    /// Records where a publication stands.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn record_publication(
        &mut self,
        publication: &Publication,
        written: Option<&Value>,
    ) -> Result<(), StoreError> {
        const SQL: &str =
            "UPDATE publications SET state = $2, steps = $3, failure = $4, written = $5,
            finished_at = $6, revision = revision + 1 WHERE id = $1";
        on_tx!(self, c => sqlx::query(SQL)
            .bind(publication.id.0)
            .bind(code::spell(publication.state))
            .bind(Json(&publication.steps))
            .bind(publication.failure.as_ref().map(Json))
            .bind(written.map(Json))
            .bind(publication.finished_at)
            .execute(c)
            .await
            .map(drop))?;
        Ok(())
    }
}
