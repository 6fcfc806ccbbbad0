//! Policies and decisions, as people read them.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::PersonRef;

/// What a policy allows or forbids.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub enum PolicyAction {
    /// See domains, products, people's names and search.
    SeeCatalog,
    /// Know of domains that only their members find.
    SeeHidden,
    /// Add people, change their roles, make sign-in links.
    ManagePeople,
    /// Create a team.
    CreateTeam,
    /// Change a team and who belongs to it.
    EditTeam,
    /// Create a service account.
    CreateServiceAccount,
    /// Change a service account, make and revoke its tokens, end it.
    ManageServiceAccount,
    /// Create a domain.
    CreateDomain,
    /// Change a domain.
    EditDomain,
    /// Create a domain below another, or move one there.
    CreateSubdomain,
    /// Create a data product in a domain.
    CreateDataProduct,
    /// Change a data product's words.
    EditDataProduct,
    /// Publish a version of a data product.
    PublishDataProduct,
    /// Read a data product's rows.
    ReadRows,
    /// Read the audit.
    ReadAudit,
    /// Rename the workspace, back it up and restore it.
    ManageWorkspace,
}

/// Whether a policy allows or forbids.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum PolicyEffect {
    /// Allows, unless another forbids.
    Permit,
    /// Forbids, whatever allows.
    Forbid,
}

/// A policy that decides.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PolicyRule {
    /// Its readable id, by which decisions name it.
    pub id: String,
    /// Whether it allows or forbids.
    pub effect: PolicyEffect,
    /// What it speaks of.
    pub actions: Vec<PolicyAction>,
    /// The policy as it is written, in Cedar.
    pub text: String,
}

/// Whether the asking person may do something, why, and who may if not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ExplainedDecision {
    /// What.
    pub action: PolicyAction,
    /// Whether they may.
    pub allowed: bool,
    /// The policies that decided; none if nothing allowed it.
    pub policies: Vec<String>,
    /// If not: people who may, the nearest first, at most five.
    pub who: Vec<PersonRef>,
}
