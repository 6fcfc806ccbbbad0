//! Drafts of wizards. Values are kept as the text that was typed into JSON, so that nothing is rewritten.

use chrono::{DateTime, Utc};
use mesh_model::{Draft, DraftEdit, DraftId, PersonId};
use uuid::Uuid;

use crate::{Reader, StoreError, Tx, code, reader::on_reader, tx::on_tx};

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    kind: String,
    title: String,
    step: String,
    typed_values: String,
    revision: i64,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

impl Row {
    fn draft(self) -> Result<Draft, StoreError> {
        Ok(Draft {
            id: DraftId(self.id),
            kind: code::read(&self.kind)?,
            title: self.title,
            step: self.step,
            values: serde_json::from_str(&self.typed_values)
                .map_err(|error| StoreError::Unreadable(error.to_string()))?,
            revision: self.revision,
            created_at: self.created_at,
            updated_at: self.updated_at,
        })
    }
}

macro_rules! select {
    ($rest:literal) => {
        concat!("SELECT id, kind, title, step, typed_values, revision, created_at, updated_at FROM drafts ", $rest)
    };
}

impl Reader<'_> {
    /// A draft of this holder.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn draft(
        &mut self,
        holder: PersonId,
        id: DraftId,
    ) -> Result<Option<Draft>, StoreError> {
        let row: Option<Row> = on_reader!(self, c => sqlx::query_as(select!("WHERE id = $1 AND holder_id = $2"))
            .bind(id.0).bind(holder.0).fetch_optional(c).await)?;
        row.map(Row::draft).transpose()
    }

    /// A holder's drafts, the last one touched first.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn drafts(&mut self, holder: PersonId) -> Result<Vec<Draft>, StoreError> {
        let rows: Vec<Row> = on_reader!(self, c => sqlx::query_as(
            select!("WHERE holder_id = $1 ORDER BY updated_at DESC, id DESC LIMIT 500"))
            .bind(holder.0).fetch_all(c).await)?;
        rows.into_iter().map(Row::draft).collect()
    }
}

impl Tx {
    /// Remembers a draft that begins.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn insert_draft(
        &mut self,
        holder: PersonId,
        draft: &Draft,
    ) -> Result<(), StoreError> {
        const SQL: &str = "INSERT INTO drafts
            (id, holder_id, kind, title, step, typed_values, revision, created_at, updated_at)
            VALUES ($1, $2, $3, $4, $5, $6, 1, $7, $7)";
        on_tx!(self, c => sqlx::query(SQL)
            .bind(draft.id.0)
            .bind(holder.0)
            .bind(code::spell(draft.kind))
            .bind(&draft.title)
            .bind(&draft.step)
            .bind(draft.values.to_string())
            .bind(draft.created_at)
            .execute(c)
            .await
            .map(drop))?;
        Ok(())
    }

    /// Saves a draft.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn update_draft(
        &mut self,
        id: DraftId,
        edit: &DraftEdit,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        const SQL: &str =
            "UPDATE drafts SET title = $2, step = $3, typed_values = $4, updated_at = $5,
            revision = revision + 1 WHERE id = $1";
        on_tx!(self, c => sqlx::query(SQL)
            .bind(id.0)
            .bind(&edit.title)
            .bind(&edit.step)
            .bind(edit.values.to_string())
            .bind(now)
            .execute(c)
            .await
            .map(drop))?;
        Ok(())
    }

    /// Deletes a draft of this holder; says whether there was one.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn delete_draft(
        &mut self,
        holder: PersonId,
        id: DraftId,
    ) -> Result<bool, StoreError> {
        const SQL: &str = "DELETE FROM drafts WHERE id = $1 AND holder_id = $2";
        let count = on_tx!(self, c => sqlx::query(SQL).bind(id.0).bind(holder.0).execute(c).await
            .map(|done| done.rows_affected()))?;
        Ok(count > 0)
    }
}
