//! Notifications: what somebody did that another person should learn of.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{AuditedThing, NotificationId, Params, PersonRef};

/// What a notification tells its reader. A feature that has something to tell adds a kind; `params` name what its
/// sentence mentions besides the thing and who did it.
///
/// Where something came to the reader because somebody left, `leaver` names them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum NotificationKind {
    /// They own the domain now.
    DomainOwnerGained,
    /// They own the domain no more.
    DomainOwnerLost,
    /// They are a steward of the domain now.
    DomainStewardGained,
    /// They are a steward of the domain no more.
    DomainStewardLost,
    /// A domain that they own or curate was called `from` and is called `to`.
    DomainRenamed,
    /// A domain that they own or curate lies elsewhere: below `place`, where they may know of it.
    DomainMoved,
    /// A domain that they own or curate was closed.
    DomainRetired,
    /// A domain that they own or curate was opened again.
    DomainReopened,
    /// A data product is theirs now.
    ProductReceived,
    /// A data product is somebody else's now.
    ProductPassedOn,
    /// A data product of theirs lies in another domain: in `place`, where they may know of it.
    ProductMoved,
    /// A data product of theirs has a new version, `version`.
    VersionPublished,
    /// A new version of a data product of theirs, `version`, could not be published.
    PublicationFailed,
    /// They belong to the team now, and lead it where `lead` is `yes`.
    TeamJoined,
    /// They belong to the team no more.
    TeamLeft,
    /// A team that they belonged to was deleted.
    TeamDeleted,
    /// They answer for the service account now.
    ServiceAccountReceived,
    /// Somebody else answers for the service account now.
    ServiceAccountPassedOn,
    /// Their role in the workspace is `role`, and was `from`, which is `none` for no role.
    RoleChanged,
    /// The drafts of the thing, a person who left, are theirs now: `count` of them.
    DraftsReceived,
    /// A plan of theirs about the thing was undone; `plan` is its kind.
    PlanUndone,
}

/// Something that one person should learn of.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Notification {
    /// Stable id; later ones sort after it.
    pub id: NotificationId,
    /// What it tells.
    pub kind: NotificationKind,
    /// What it is about. The readable id is null where the thing has none or is gone.
    pub thing: AuditedThing,
    /// Who did it; null for the platform itself.
    #[schema(required = true)]
    pub by: Option<PersonRef>,
    /// When.
    pub at: DateTime<Utc>,
    /// When its reader read it; null until then.
    #[schema(required = true)]
    pub read_at: Option<DateTime<Utc>>,
    /// What its sentence mentions.
    #[schema(value_type = std::collections::BTreeMap<String, crate::ParamValue>)]
    pub params: Params,
}

/// Marks all notifications as read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NotificationsRead {
    /// The newest one that the reader was shown: those that came later stay unread. Without it, all are read.
    #[serde(default)]
    pub up_to: Option<NotificationId>,
}
