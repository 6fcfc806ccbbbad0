//! Service accounts: how programs act by themselves, with somebody who answers for them.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{Fields, PersonId, PersonRef, ServiceAccountId, check_name, check_purpose};

/// What a service account may do in the workspace; less than people, and never rows by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ServiceRole {
    /// Works as a member does, but owns nothing.
    Member,
    /// Looks, and changes nothing.
    Viewer,
}

/// A program that acts by itself. It signs in by token alone, owns nothing, and answers to its owner.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ServiceAccount {
    /// Stable id.
    pub id: ServiceAccountId,
    /// The name as shown, also in the audit.
    pub name: String,
    /// What it does, in a sentence.
    pub purpose: String,
    /// The person who answers for it.
    pub owner: PersonRef,
    /// What it may do; none once it has ended.
    #[schema(required = true)]
    pub role: Option<ServiceRole>,
    /// Grows with each change; the `ETag`.
    pub revision: i64,
    /// When it was created.
    pub created_at: DateTime<Utc>,
    /// When it was ended; then no token works and it can't be brought back.
    #[schema(required = true)]
    pub ended_at: Option<DateTime<Utc>>,
    /// How many of its tokens work.
    pub token_count: i64,
    /// When the first of those stops working.
    #[schema(required = true)]
    pub next_expiry_at: Option<DateTime<Utc>>,
    /// When one of its tokens was last used, to the minute.
    #[schema(required = true)]
    pub last_used_at: Option<DateTime<Utc>>,
    /// What the asking person may do; nothing until the platform has decided.
    pub can: ServiceAccountAbilities,
}

/// A service account, as named by another thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ServiceAccountRef {
    /// Stable id.
    pub id: ServiceAccountId,
    /// The name as shown.
    pub name: String,
}

/// What the asking person may do with a service account.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ServiceAccountAbilities {
    /// Change it, see and make its tokens, end it.
    pub manage: bool,
    /// Give it another owner.
    pub choose_owner: bool,
}

/// What a person decides of a service account, to create or to change it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ServiceAccountInput {
    /// The name, at most 120 characters, unlike that of every other service account.
    pub name: String,
    /// What it does, at most 2,000 characters.
    pub purpose: String,
    /// What it may do.
    pub role: ServiceRole,
    /// Who answers for it; oneself if left out. Only an administrator names somebody else.
    #[serde(default)]
    pub owner_id: Option<PersonId>,
}

impl ServiceAccountInput {
    /// Checks the texts and gives the input back as it will be stored.
    pub fn check(self, fields: &mut Fields) -> Self {
        let name = check_name(fields, "/name", &self.name);
        let purpose = check_purpose(fields, "/purpose", &self.purpose, true);
        Self {
            name,
            purpose,
            ..self
        }
    }
}
