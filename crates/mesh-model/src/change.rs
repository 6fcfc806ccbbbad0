//! What open screens are told: that something changed, never what it says.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
pub enum ChangeType {
    /// A domain was created.
    #[serde(rename = "domain.created")]
    DomainCreated,
    /// A domain was changed.
    #[serde(rename = "domain.updated")]
    DomainUpdated,
    /// A data product was created.
    #[serde(rename = "data-product.created")]
    DataProductCreated,
    /// A data product was changed or got a version.
    #[serde(rename = "data-product.updated")]
    DataProductUpdated,
    /// A data product that was never published was removed.
    #[serde(rename = "data-product.deleted")]
    DataProductDeleted,
    /// A publication began, got on or ended.
    #[serde(rename = "publication.updated")]
    PublicationUpdated,
    /// The workspace was renamed.
    #[serde(rename = "workspace.updated")]
    WorkspaceUpdated,
    /// A person was added.
    #[serde(rename = "person.created")]
    PersonCreated,
    /// A person was changed.
    #[serde(rename = "person.updated")]
    PersonUpdated,
    /// A team was created.
    #[serde(rename = "team.created")]
    TeamCreated,
    /// A team was changed.
    #[serde(rename = "team.updated")]
    TeamUpdated,
    /// A team was deleted.
    #[serde(rename = "team.deleted")]
    TeamDeleted,
    /// A service account was created.
    #[serde(rename = "service-account.created")]
    ServiceAccountCreated,
    /// A service account was changed, got or lost a token, or ended.
    #[serde(rename = "service-account.updated")]
    ServiceAccountUpdated,
    /// Somebody got a notification or read one; told to that person alone.
    #[serde(rename = "notification.updated")]
    NotificationUpdated,
}

impl ChangeType {
    /// What kind of thing changed.
    #[must_use]
    pub fn kind(self) -> ChangeKind {
        match self {
            Self::DomainCreated | Self::DomainUpdated => ChangeKind::Domain,
            Self::DataProductCreated | Self::DataProductUpdated | Self::DataProductDeleted => {
                ChangeKind::DataProduct
            }
            Self::PublicationUpdated => ChangeKind::Publication,
            Self::WorkspaceUpdated => ChangeKind::Workspace,
            Self::PersonCreated | Self::PersonUpdated => ChangeKind::Person,
            Self::TeamCreated | Self::TeamUpdated | Self::TeamDeleted => ChangeKind::Team,
            Self::ServiceAccountCreated | Self::ServiceAccountUpdated => ChangeKind::ServiceAccount,
            Self::NotificationUpdated => ChangeKind::Notification,
        }
    }
}

/// What kind of thing changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ChangeKind {
    /// A domain.
    Domain,
    /// A data product.
    DataProduct,
    /// A publication.
    Publication,
    /// The workspace itself.
    Workspace,
    /// A person.
    Person,
    /// A team.
    Team,
    /// A service account.
    ServiceAccount,
    /// Somebody's notifications; the id is that of the person.
    Notification,
}

/// Tells that something changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Change {
    /// Its place in the order of all changes; the SSE event's id.
    #[serde(skip)]
    pub sequence: i64,
    /// What happened.
    #[serde(rename = "type")]
    pub change_type: ChangeType,
    /// What kind of thing changed.
    pub kind: ChangeKind,
    /// Which one.
    pub id: Uuid,
    /// Its revision after the change.
    pub revision: i64,
}
