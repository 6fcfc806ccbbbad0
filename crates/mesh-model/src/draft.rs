//! Drafts of wizards: what a person has typed so far, kept by the platform.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::DraftId;

/// The wizard that a draft belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum DraftKind {
    /// Creates a domain.
    DomainCreate,
    /// Creates a data product.
    DataProductCreate,
    /// Publishes a version of a data product.
    DataProductPublish,
}

/// What a person has typed so far. Only its holder knows of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Draft {
    /// Stable id.
    pub id: DraftId,
    /// The wizard.
    pub kind: DraftKind,
    /// How it is listed.
    pub title: String,
    /// The step that was open.
    pub step: String,
    /// The wizard's values, at most 256 KB of JSON; opaque to the platform.
    #[schema(value_type = Object)]
    pub values: serde_json::Value,
    /// Grows with each save; the `ETag`.
    pub revision: i64,
    /// When it was begun.
    pub created_at: DateTime<Utc>,
    /// When it was last saved.
    pub updated_at: DateTime<Utc>,
}

/// Begins a draft.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DraftInput {
    /// The wizard.
    pub kind: DraftKind,
    /// How it is listed, at most 120 characters; may be empty.
    pub title: String,
    /// The step that is open.
    pub step: String,
    /// The wizard's values, at most 256 KB of JSON.
    #[schema(value_type = Object)]
    pub values: serde_json::Value,
}

/// Saves a draft.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DraftEdit {
    /// How it is listed, at most 120 characters; may be empty.
    pub title: String,
    /// The step that is open.
    pub step: String,
    /// The wizard's values, at most 256 KB of JSON.
    #[schema(value_type = Object)]
    pub values: serde_json::Value,
}
