//! What lists are asked for, and the domains' tree in short.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{Discoverability, DomainId, DomainKind, DomainLifecycle, PersonId};

/// Which domains a list shows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum DomainsShown {
    /// Those in use and those that are closed.
    #[default]
    All,
    /// Those in use.
    Active,
    /// Those that are closed.
    Retired,
}

/// In which order domains come.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum DomainOrder {
    /// By name.
    #[default]
    Name,
    /// The last changed first.
    Updated,
    /// Those with the most data products first.
    Products,
}

/// Something that one may be able to do with a domain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum DomainAbility {
    /// Change it, rename, move and retire it.
    Edit,
    /// Create a domain below it.
    CreateSubdomain,
    /// Create a data product in it.
    CreateDataProduct,
}

/// Which domains are asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DomainsAsked {
    /// Parts of words of their name, readable id or purpose, of an owner or of a domain above.
    pub query: String,
    /// Those in use, or those that are closed.
    pub shown: DomainsShown,
    /// Only those directly below this one.
    pub parent: Option<DomainId>,
    /// Only those of which this person is an owner, not counting roles from above.
    pub owner: Option<PersonId>,
    /// In which order.
    pub order: DomainOrder,
}

/// In which order data products come.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum DataProductOrder {
    /// By name.
    #[default]
    Name,
    /// The last changed first.
    Updated,
    /// Those with the most rows first.
    Rows,
}

/// Which data products are asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DataProductsAsked {
    /// Parts of words of their name, readable id, purpose or columns, of their owner or domain.
    pub query: String,
    /// Only those of this domain.
    pub domain: Option<DomainId>,
    /// Only those that this person owns.
    pub owner: Option<PersonId>,
    /// In which order.
    pub order: DataProductOrder,
}

/// A domain in the tree of them all, in short.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct DomainOutline {
    /// Stable id.
    pub id: DomainId,
    /// Readable id.
    pub slug: String,
    /// The name as written by its owner.
    pub name: String,
    /// How it stands to the business.
    pub kind: DomainKind,
    /// The domain above it; null at the top, and where the asking person may not know of that domain.
    #[schema(required = true)]
    pub parent_id: Option<DomainId>,
    /// Who finds it, as it says itself.
    pub discoverability: Discoverability,
    /// Where it stands in its life.
    pub lifecycle: DomainLifecycle,
    /// How many data products it owns.
    pub data_product_count: i64,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
}
