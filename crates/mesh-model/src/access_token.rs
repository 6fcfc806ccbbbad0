//! Personal access tokens: how a script acts for a person.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::AccessTokenId;

/// A token, without its secret.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct AccessToken {
    /// Stable id.
    pub id: AccessTokenId,
    /// What its holder calls it.
    pub name: String,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it stops working.
    pub expires_at: DateTime<Utc>,
    /// When it was last used, to the minute.
    #[schema(required = true)]
    pub last_used_at: Option<DateTime<Utc>>,
}

/// Makes a token.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AccessTokenInput {
    /// What to call it, at most 120 characters.
    pub name: String,
    /// Days until it stops working, 1 to 365.
    pub expires_in_days: i64,
}

/// A token with its secret, which is told this once.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct AccessTokenCreated {
    /// The token.
    #[serde(flatten)]
    pub token: AccessToken,
    /// The secret for `Authorization: Bearer`; only its hash is kept.
    pub secret: String,
}
