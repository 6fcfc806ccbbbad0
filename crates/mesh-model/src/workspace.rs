//! The workspace: one mesh with its people, catalogue and storage.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{Role, WorkspaceId};

/// Where a workspace runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum WorkspaceKind {
    /// Inside the desktop program, for the person at this computer.
    Local,
    /// On a server, for a team.
    Server,
}

/// What everybody may know of the workspace before they sign in.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Workspace {
    /// Stable id.
    pub id: WorkspaceId,
    /// The name as shown.
    pub name: String,
    /// Where it runs.
    pub kind: WorkspaceKind,
    /// Whether it runs as the sample company, in which one may sign in as each persona.
    pub demo: bool,
    /// The program's version.
    pub version: String,
    /// Whether nobody can sign in yet, so that the set-up link is the way in.
    pub set_up_needed: bool,
    /// Whom one may sign in as; empty unless `demo`.
    pub personas: Vec<DemoPersona>,
}

/// Changes the workspace.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WorkspaceEdit {
    /// The name as shown, at most 120 characters.
    pub name: String,
}

/// The workspace, as named by a session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct WorkspaceRef {
    /// Stable id.
    pub id: WorkspaceId,
    /// The name as shown.
    pub name: String,
    /// Where it runs.
    pub kind: WorkspaceKind,
    /// Whether it runs as the sample company.
    pub demo: bool,
}

/// A part that one can play in the sample company.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Persona {
    /// Looks after the workspace.
    Administrator,
    /// Owns a domain and its products.
    DataOwner,
    /// Curates and decides.
    Steward,
    /// Looks for data.
    Analyst,
    /// Reviews health.
    Manager,
}

impl Persona {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 5] = [
        Self::Administrator,
        Self::DataOwner,
        Self::Steward,
        Self::Analyst,
        Self::Manager,
    ];

    /// The spelling used on the wire and in files.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Administrator => "administrator",
            Self::DataOwner => "data-owner",
            Self::Steward => "steward",
            Self::Analyst => "analyst",
            Self::Manager => "manager",
        }
    }
}

/// Somebody of the sample company whom one may sign in as.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct DemoPersona {
    /// The part they play.
    pub persona: Persona,
    /// Their name.
    pub name: String,
    /// Their role.
    pub role: Role,
}
