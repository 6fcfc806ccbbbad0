//! People, their roles and their sessions.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{PersonId, WorkspaceRef};

/// What a person may do in the whole workspace. Owning a domain or product adds to it; nothing here gives rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Looks after the workspace and its people.
    Administrator,
    /// Curates domains and products, and will decide who may use them.
    Steward,
    /// Creates domains and, in domains they own, data products.
    Member,
    /// Looks, and changes nothing.
    Viewer,
}

/// Somebody who can act in the workspace.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Person {
    /// Stable id.
    pub id: PersonId,
    /// The name as shown.
    pub name: String,
    /// The address with which they sign in; empty for a service account, which has none.
    pub email: String,
    /// Their role; without one they see nothing of the workspace.
    #[schema(required = true)]
    pub role: Option<Role>,
    /// Grows with each change; the `ETag`.
    pub revision: i64,
    /// When they were added.
    pub created_at: DateTime<Utc>,
    /// Whether they have chosen a password and can sign in by themselves.
    pub sign_in_ready: bool,
    /// When they left; what they did before stays under their name.
    #[schema(required = true)]
    pub left_at: Option<DateTime<Utc>>,
}

/// Which people a list shows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum PeopleShown {
    /// Those who haven't left.
    #[default]
    Here,
    /// Those who haven't left and have a role, so that things can be given to them.
    Assignable,
    /// Those who left.
    Left,
}

/// Which people are asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PeopleAsked {
    /// Beginnings or parts of words of their name or e-mail address, in any order, marks and case ignored.
    pub query: String,
    /// Whether those who are here, or those who left.
    pub shown: PeopleShown,
    /// Only those with this role; the inner none means those without one.
    pub role: Option<Option<Role>>,
}

/// How many people there are of each role, and how many left.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PeopleCounts {
    /// Administrators.
    pub administrator: i64,
    /// Stewards.
    pub steward: i64,
    /// Members.
    pub member: i64,
    /// Viewers.
    pub viewer: i64,
    /// Those who are here without a role.
    pub none: i64,
    /// Those who left.
    pub left: i64,
}

/// A person, as named by another thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PersonRef {
    /// Stable id.
    pub id: PersonId,
    /// The name as shown.
    pub name: String,
}

/// Adds a person.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PersonInput {
    /// The name as shown, at most 120 characters.
    pub name: String,
    /// The address with which they will sign in; unique.
    pub email: String,
    /// Their role; none keeps the workspace closed to them.
    pub role: Option<Role>,
}

/// Changes a person.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PersonEdit {
    /// The name as shown, at most 120 characters.
    pub name: String,
    /// Their role; none keeps the workspace closed to them.
    pub role: Option<Role>,
}

/// Signs in.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Credentials {
    /// The person's e-mail address, in any case.
    pub email: String,
    /// Their password.
    pub password: String,
}

/// Ends a set-up or invitation by choosing how to sign in.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SetUpCompletion {
    /// The name of the first administrator; ignored for somebody who was invited.
    #[serde(default)]
    pub name: String,
    /// The first administrator's e-mail address; ignored for somebody who was invited.
    #[serde(default)]
    pub email: String,
    /// The new password, at least 12 characters.
    pub password: String,
}

/// What a set-up link is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum SetUpPurpose {
    /// Makes the workspace's first administrator, or another when nobody can sign in.
    FirstAdministrator,
    /// Lets a person who was added choose a password.
    SignIn,
}

/// What a redeemed link lets its holder do next.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SetUpRedeemed {
    /// What the link is for.
    pub purpose: SetUpPurpose,
    /// Who was invited; none for the first administrator.
    #[schema(required = true)]
    pub person: Option<PersonRef>,
}

/// A link with which somebody chooses their password, once.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SignInLink {
    /// Path and query below the portal's address, for example `/set-up?code=…`.
    pub url: String,
    /// When it stops working, if unused.
    pub expires_at: DateTime<Utc>,
}

/// Who is signed in, and where.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Session {
    /// Who acts.
    pub person: Person,
    /// In which workspace.
    pub workspace: WorkspaceRef,
    /// What they may do in the workspace as a whole.
    pub can: SessionAbilities,
    /// Whether nobody else is in the workspace.
    pub single_person: bool,
}

/// What a person may do in the workspace as a whole.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SessionAbilities {
    /// See the catalogue.
    pub see_catalog: bool,
    /// Create a domain.
    pub create_domain: bool,
    /// Add people and change their roles.
    pub manage_people: bool,
    /// Rename the workspace and back it up.
    pub manage_workspace: bool,
    /// Create a team.
    pub create_team: bool,
    /// Create a service account.
    pub create_service_account: bool,
    /// Read the audit.
    pub read_audit: bool,
}
