//! What a person has in hand: what they own, decide and belong to.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{DataProductId, DomainId, DomainRef, ServiceAccountRef, TeamId};

/// What a person has in hand, as far as the asking person may know of it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Holdings {
    /// The domains that they own or curate.
    pub domains: Vec<HeldDomain>,
    /// The data products that they own.
    pub data_products: Vec<HeldProduct>,
    /// The teams that they belong to.
    pub teams: Vec<HeldTeam>,
    /// The service accounts that they answer for.
    pub service_accounts: Vec<ServiceAccountRef>,
}

/// A domain that somebody owns or curates.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct HeldDomain {
    /// Stable id.
    pub id: DomainId,
    /// Readable id.
    pub slug: String,
    /// The name as shown.
    pub name: String,
    /// Whether they own it.
    pub owner: bool,
    /// Whether they curate it and decide who may use it.
    pub steward: bool,
}

/// A data product that somebody owns.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct HeldProduct {
    /// Stable id.
    pub id: DataProductId,
    /// Readable id.
    pub slug: String,
    /// The name as shown.
    pub name: String,
    /// The domain that it belongs to.
    pub domain: DomainRef,
}

/// A team that somebody belongs to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct HeldTeam {
    /// Stable id.
    pub id: TeamId,
    /// Readable id.
    pub slug: String,
    /// The name as shown.
    pub name: String,
    /// Whether they lead it.
    pub lead: bool,
}
