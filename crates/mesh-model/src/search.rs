//! What search answers.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What kind of thing was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum SearchKind {
    /// A domain.
    Domain,
    /// A data product.
    DataProduct,
}

/// Where the words were found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum SearchMatch {
    /// In the name.
    Name,
    /// In the purpose.
    Purpose,
    /// In a column's name or description.
    Column,
    /// In the name of the domain that owns it.
    Domain,
}

/// Something that was found, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SearchHit {
    /// What kind of thing it is.
    pub kind: SearchKind,
    /// Stable id.
    pub id: uuid::Uuid,
    /// Readable id.
    pub slug: String,
    /// The name as shown.
    pub name: String,
    /// What it is for.
    pub purpose: String,
    /// The domain that owns it, for a data product.
    #[schema(required = true)]
    pub domain_name: Option<String>,
    /// That domain's readable id.
    #[schema(required = true)]
    pub domain_slug: Option<String>,
    /// Where the words were found.
    pub matched: SearchMatch,
    /// Whether a typo was forgiven.
    pub typo: bool,
}
