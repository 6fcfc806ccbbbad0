//! The workspace's own record.

use chrono::{DateTime, Utc};
use mesh_model::WorkspaceId;
use uuid::Uuid;

use crate::{Reader, StoreError, Tx, reader::on_reader, tx::on_tx};

/// What is kept of the workspace itself.
#[derive(Debug, Clone)]
pub struct WorkspaceRecord {
    /// Stable id.
    pub id: WorkspaceId,
    /// The name as shown.
    pub name: String,
    /// Whether it was born as the sample company; never changes.
    pub born_demo: bool,
    /// When it came into being.
    pub created_at: DateTime<Utc>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    name: String,
    born_demo: bool,
    created_at: DateTime<Utc>,
}

impl Reader<'_> {
    /// The workspace, once it came into being.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn workspace(&mut self) -> Result<Option<WorkspaceRecord>, StoreError> {
        const SQL: &str = "SELECT id, name, born_demo, created_at FROM workspace";
        let row: Option<Row> = on_reader!(self, c => sqlx::query_as(SQL).fetch_optional(c).await)?;
        Ok(row.map(|row| WorkspaceRecord {
            id: WorkspaceId(row.id),
            name: row.name,
            born_demo: row.born_demo,
            created_at: row.created_at,
        }))
    }
}

impl Tx {
    /// Remembers the workspace.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn insert_workspace(
        &mut self,
        workspace: &WorkspaceRecord,
    ) -> Result<(), StoreError> {
        const SQL: &str =
            "INSERT INTO workspace (id, name, born_demo, created_at) VALUES ($1, $2, $3, $4)";
        on_tx!(self, c => sqlx::query(SQL)
            .bind(workspace.id.0)
            .bind(&workspace.name)
            .bind(workspace.born_demo)
            .bind(workspace.created_at)
            .execute(c)
            .await
            .map(drop))?;
        Ok(())
    }
}
