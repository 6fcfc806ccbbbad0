//! Audit entries: who did what, when, under which decision.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::PersonRef;

/// What was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum AuditAction {
    /// The workspace came into being.
    CreateWorkspace,
    /// The workspace got another name.
    RenameWorkspace,
    /// What is asked of data products before they are published was set.
    SetPublishingPolicy,
    /// A backup was begun; this entry is in it.
    CreateBackup,
    /// A backup was handed out.
    SaveBackup,
    /// The workspace was restored from a backup.
    RestoreWorkspace,
    /// A person was added.
    CreatePerson,
    /// A person's name or role was changed.
    UpdatePerson,
    /// A person chose a password.
    SetPassword,
    /// A sign-in link was made for a person.
    CreateSignInLink,
    /// Somebody signed in.
    SignIn,
    /// Somebody signed in as a persona of the sample company.
    SwitchPersona,
    /// A personal access token was made.
    CreateAccessToken,
    /// A personal access token was revoked.
    DeleteAccessToken,
    /// A team was created.
    CreateTeam,
    /// A team's name, purpose or members were changed.
    UpdateTeam,
    /// A team was deleted.
    DeleteTeam,
    /// A service account was created.
    CreateServiceAccount,
    /// A service account was changed.
    UpdateServiceAccount,
    /// A service account was ended: its tokens and its role were taken.
    EndServiceAccount,
    /// A domain was created.
    CreateDomain,
    /// A domain was changed.
    UpdateDomain,
    /// A domain got another name and readable id.
    RenameDomain,
    /// A domain was put below another one, or at the top.
    MoveDomain,
    /// A domain was closed.
    RetireDomain,
    /// A retired domain was opened again.
    ReopenDomain,
    /// Somebody left, and what they held went to others.
    ReplacePerson,
    /// Somebody who had left got a role again.
    WelcomeBack,
    /// A plan was applied.
    ApplyPlan,
    /// A plan was undone.
    UndoPlan,
    /// A data product was created.
    CreateDataProduct,
    /// A data product's words were changed.
    UpdateDataProduct,
    /// A data product went to another domain.
    MoveDataProduct,
    /// A data product got another owner.
    HandOverDataProduct,
    /// A data product that was never published was removed.
    DeleteDataProduct,
    /// A publication began.
    StartPublication,
    /// A failed publication was taken up again.
    ResumePublication,
    /// A publication failed.
    FailPublication,
    /// A publication was undone.
    CancelPublication,
    /// A version was published.
    PublishVersion,
    /// A version was published that holds what an earlier one held.
    PutBackVersion,
    /// A wizard's draft was begun.
    CreateDraft,
    /// A wizard's draft was deleted.
    DeleteDraft,
    /// The audit was exported.
    ExportAudit,
}

/// One entry of the audit, chained to the one before it.
///
/// `hash` is SHA-256 (FIPS 180-4) over the hash before it and the entry's canonical JSON, so that no entry can be
/// changed, inserted or removed unnoticed without rewriting every later one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AuditEntry {
    /// 1 for the first; without gaps.
    pub sequence: i64,
    /// When.
    pub at: DateTime<Utc>,
    /// Who; none for the platform itself.
    pub by: Option<PersonRef>,
    /// What was done.
    pub action: AuditAction,
    /// To which thing.
    pub resource: Uuid,
    /// The thing before, without secrets.
    pub before: Option<serde_json::Value>,
    /// The thing after, without secrets.
    pub after: Option<serde_json::Value>,
    /// The policies that decided.
    pub policies: Vec<String>,
}
