//! Teams, as other things name them.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::TeamId;

/// A team, as named by another thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct TeamRef {
    /// Stable id.
    pub id: TeamId,
    /// Readable id.
    pub slug: String,
    /// The name as shown.
    pub name: String,
}
