//! What a workspace that isn't open says of itself.

use std::path::Path;

use mesh_store::{Store, StoreError, WorkspaceCounts, WorkspaceRecord};

/// A workspace's own record and how much it holds.
#[derive(Debug, Clone)]
pub struct WorkspaceSummary {
    /// What is kept of the workspace itself.
    pub record: WorkspaceRecord,
    /// How much it holds.
    pub counts: WorkspaceCounts,
}

/// Looks at the workspace in a folder without opening it or changing anything; nothing if it never came into being.
///
/// # Errors
/// That its database can't be read.
pub async fn look_at(folder: &Path) -> Result<Option<WorkspaceSummary>, StoreError> {
    let store = Store::look_at(&folder.join("selvedge.db"));
    let found = async {
        let mut read = store.read().await?;
        let Some(record) = read.workspace().await? else {
            return Ok(None);
        };
        let counts = read.workspace_counts().await?;
        Ok(Some(WorkspaceSummary { record, counts }))
    }
    .await;
    store.close().await;
    found
}
