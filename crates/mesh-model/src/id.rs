//! Typed ids: UUIDv7 (RFC 9562), so that ids sort by the time they were made.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

macro_rules! id {
    ($($(#[$doc:meta])* $name:ident;)+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl $name {
            /// A new id that sorts after those made before it.
            #[must_use]
            #[expect(clippy::new_without_default, reason = "every call gives another id")]
            pub fn new() -> Self {
                Self(Uuid::now_v7())
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
    )+};
}

id! {
    /// Identifies a workspace: one mesh with its people, catalogue and storage.
    WorkspaceId;
    /// Identifies a person.
    PersonId;
    /// Identifies a domain.
    DomainId;
    /// Identifies a data product.
    DataProductId;
    /// Identifies an uploaded file.
    UploadId;
    /// Identifies one run of a publish plan.
    PublicationId;
    /// Identifies a plan that was applied.
    PlanId;
    /// Identifies a wizard's draft.
    DraftId;
    /// Identifies a backup on its way out.
    BackupId;
    /// Identifies a job of a worker.
    JobId;
    /// Identifies a team.
    TeamId;
    /// Identifies a service account.
    ServiceAccountId;
    /// Identifies a notification.
    NotificationId;
    /// Identifies a personal access token (never the secret itself).
    AccessTokenId;
}

impl From<ServiceAccountId> for PersonId {
    /// A service account acts under its own id, in the place of a person.
    fn from(id: ServiceAccountId) -> Self {
        Self(id.0)
    }
}
