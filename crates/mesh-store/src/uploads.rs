//! Uploaded files: what arrived so far. The bytes lie in the workspace's folder.

use chrono::{DateTime, Utc};
use mesh_model::{PersonId, Upload, UploadId};
use uuid::Uuid;

use crate::{Reader, StoreError, Tx, reader::on_reader, tx::on_tx};

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    file_name: String,
    size_bytes: i64,
    received_bytes: i64,
    created_at: DateTime<Utc>,
}

impl From<Row> for Upload {
    fn from(row: Row) -> Self {
        Self {
            id: UploadId(row.id),
            file_name: row.file_name,
            size_bytes: row.size_bytes,
            received_bytes: row.received_bytes,
            complete: row.received_bytes == row.size_bytes,
            created_at: row.created_at,
        }
    }
}

impl Reader<'_> {
    /// An upload of this holder.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn upload(
        &mut self,
        holder: PersonId,
        id: UploadId,
    ) -> Result<Option<Upload>, StoreError> {
        const SQL: &str =
            "SELECT id, file_name, size_bytes, received_bytes, created_at FROM uploads
            WHERE id = $1 AND holder_id = $2";
        let row: Option<Row> = on_reader!(self, c => sqlx::query_as(SQL)
            .bind(id.0).bind(holder.0).fetch_optional(c).await)?;
        Ok(row.map(Upload::from))
    }

    /// Uploads that nothing uses and that were announced before `before`: no draft of their holder names them and no
    /// open publication needs them.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn abandoned_uploads(
        &mut self,
        before: DateTime<Utc>,
    ) -> Result<Vec<(PersonId, UploadId)>, StoreError> {
        const SQL: &str = "SELECT holder_id, id FROM uploads u WHERE created_at < $1
            AND NOT EXISTS (SELECT 1 FROM publications b WHERE b.upload_id = u.id AND b.state IN ('running', 'failed'))
            AND NOT EXISTS (SELECT 1 FROM drafts f WHERE f.holder_id = u.holder_id)";
        let rows: Vec<(Uuid, Uuid)> =
            on_reader!(self, c => sqlx::query_as(SQL).bind(before).fetch_all(c).await)?;
        Ok(rows
            .into_iter()
            .map(|(holder, id)| (PersonId(holder), UploadId(id)))
            .collect())
    }
}

impl Tx {
    /// Remembers an announced file.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn insert_upload(
        &mut self,
        holder: PersonId,
        upload: &Upload,
    ) -> Result<(), StoreError> {
        const SQL: &str =
            "INSERT INTO uploads (id, holder_id, file_name, size_bytes, received_bytes, created_at)
            VALUES ($1, $2, $3, $4, $5, $6)";
        on_tx!(self, c => sqlx::query(SQL)
            .bind(upload.id.0)
            .bind(holder.0)
            .bind(&upload.file_name)
            .bind(upload.size_bytes)
            .bind(upload.received_bytes)
            .bind(upload.created_at)
            .execute(c)
            .await
            .map(drop))?;
        Ok(())
    }

    /// Notes how much of a file has arrived.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn advance_upload(
        &mut self,
        id: UploadId,
        received_bytes: i64,
    ) -> Result<(), StoreError> {
        const SQL: &str = "UPDATE uploads SET received_bytes = $2 WHERE id = $1";
        on_tx!(self, c => sqlx::query(SQL).bind(id.0).bind(received_bytes).execute(c).await.map(drop))?;
        Ok(())
    }

    /// Forgets a file.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn delete_upload(
        &mut self,
        holder: PersonId,
        id: UploadId,
    ) -> Result<bool, StoreError> {
        const SQL: &str = "DELETE FROM uploads WHERE id = $1 AND holder_id = $2";
        let count = on_tx!(self, c => sqlx::query(SQL).bind(id.0).bind(holder.0).execute(c).await
            .map(|done| done.rows_affected()))?;
        Ok(count > 0)
    }
}
