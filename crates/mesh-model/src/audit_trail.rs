//! The audit as it is read: entries with the thing they are about, filters, and the check of the chain.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{AuditAction, AuditEntry, PersonId, PersonRef};

/// What kind of thing an entry, an activity or a decision is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ThingKind {
    /// The workspace as a whole.
    Workspace,
    /// A person.
    Person,
    /// A personal access token.
    AccessToken,
    /// A domain.
    Domain,
    /// A data product.
    DataProduct,
    /// A publication.
    Publication,
    /// A wizard's draft.
    Draft,
    /// A team.
    Team,
    /// A service account.
    ServiceAccount,
    /// A plan that was applied.
    Plan,
}

impl AuditAction {
    /// What kind of thing it is done to.
    #[must_use]
    pub fn thing(self) -> ThingKind {
        match self {
            Self::CreateWorkspace
            | Self::RenameWorkspace
            | Self::SetPublishingPolicy
            | Self::CreateBackup
            | Self::SaveBackup
            | Self::RestoreWorkspace
            | Self::ExportAudit => ThingKind::Workspace,
            Self::CreatePerson
            | Self::UpdatePerson
            | Self::SetPassword
            | Self::CreateSignInLink
            | Self::SignIn
            | Self::SwitchPersona
            | Self::ReplacePerson
            | Self::WelcomeBack => ThingKind::Person,
            Self::CreateAccessToken | Self::DeleteAccessToken => ThingKind::AccessToken,
            Self::CreateDomain
            | Self::UpdateDomain
            | Self::RenameDomain
            | Self::MoveDomain
            | Self::RetireDomain
            | Self::ReopenDomain => ThingKind::Domain,
            Self::CreateDataProduct
            | Self::UpdateDataProduct
            | Self::DeleteDataProduct
            | Self::PublishVersion
            | Self::PutBackVersion
            | Self::MoveDataProduct
            | Self::HandOverDataProduct => ThingKind::DataProduct,
            Self::StartPublication
            | Self::ResumePublication
            | Self::FailPublication
            | Self::CancelPublication => ThingKind::Publication,
            Self::CreateDraft | Self::DeleteDraft => ThingKind::Draft,
            Self::CreateTeam | Self::UpdateTeam | Self::DeleteTeam => ThingKind::Team,
            Self::CreateServiceAccount | Self::UpdateServiceAccount | Self::EndServiceAccount => {
                ThingKind::ServiceAccount
            }
            Self::ApplyPlan | Self::UndoPlan => ThingKind::Plan,
        }
    }

    /// Whether it is the business of whoever may see the thing: sign-ins, links and passwords aren't.
    #[must_use]
    pub fn is_public(self) -> bool {
        match self.thing() {
            ThingKind::Person => matches!(
                self,
                Self::CreatePerson | Self::UpdatePerson | Self::ReplacePerson | Self::WelcomeBack
            ),
            ThingKind::Domain
            | ThingKind::DataProduct
            | ThingKind::Team
            | ThingKind::ServiceAccount => true,
            _ => false,
        }
    }
}

/// What an entry is about, as far as it is known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct AuditedThing {
    /// What kind of thing it is.
    pub kind: ThingKind,
    /// Which one.
    pub id: Uuid,
    /// Its name after the change; null where it has none or isn't known any more.
    #[schema(required = true)]
    pub name: Option<String>,
    /// Its readable id today; null where it has none or is gone.
    #[schema(required = true)]
    pub slug: Option<String>,
}

/// One entry of the audit, as it is read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct AuditItem {
    /// Its place in the chain; 1 for the first.
    pub sequence: i64,
    /// When.
    pub at: DateTime<Utc>,
    /// Who, named as then; null for the platform itself.
    #[schema(required = true)]
    pub by: Option<PersonRef>,
    /// What was done.
    pub action: AuditAction,
    /// To which thing.
    pub thing: AuditedThing,
    /// The thing before; null where there was none, or where the reader may not see it.
    #[schema(required = true, value_type = Option<Object>)]
    pub before: Option<serde_json::Value>,
    /// The thing after; null where there is none, or where the reader may not see it.
    #[schema(required = true, value_type = Option<Object>)]
    pub after: Option<serde_json::Value>,
    /// The policies that decided; see `GET /policies`.
    pub policies: Vec<String>,
}

impl AuditItem {
    /// An entry about a thing that isn't looked up.
    ///
    /// What a failure says of a file may quote its values, which are data: they are left out.
    #[must_use]
    pub fn of(entry: AuditEntry) -> Self {
        let name_in = |value: &Option<serde_json::Value>| {
            let name = value.as_ref()?.get("name")?.as_str()?;
            Some(name.to_owned())
        };
        let thing = AuditedThing {
            kind: entry.action.thing(),
            id: entry.resource,
            name: name_in(&entry.after).or_else(|| name_in(&entry.before)),
            slug: None,
        };
        let mut item = Self {
            sequence: entry.sequence,
            at: entry.at,
            by: entry.by,
            action: entry.action,
            thing,
            before: entry.before,
            after: entry.after,
            policies: entry.policies,
        };
        for side in [&mut item.before, &mut item.after].into_iter().flatten() {
            if let Some(failure) = side.get_mut("failure").and_then(|it| it.as_object_mut()) {
                failure.remove("params");
            }
        }
        item
    }
}

/// Which entries of the audit.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AuditFilter {
    /// Done by this person.
    pub person: Option<PersonId>,
    /// This was done.
    pub action: Option<AuditAction>,
    /// About this thing.
    pub resource: Option<Uuid>,
    /// At this instant or later.
    pub from: Option<DateTime<Utc>>,
    /// Before this instant.
    pub to: Option<DateTime<Utc>>,
}

/// Asks for a check of the whole chain.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AuditVerificationInput {
    /// A fingerprint that an earlier check gave and that was kept elsewhere: the only way to notice that the end of
    /// the audit was cut off.
    #[serde(default)]
    #[schema(required = false)]
    pub fingerprint: Option<String>,
}

/// Whether the audit is what was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct AuditVerification {
    /// How many entries hold, counted from the first.
    pub holds_to: i64,
    /// The first entry that isn't what was written; null if all are.
    #[schema(required = true)]
    pub broken_at: Option<i64>,
    /// When the last entry that holds was written.
    #[schema(required = true)]
    pub last_at: Option<DateTime<Utc>>,
    /// Stands for the audit up to the last entry. Kept elsewhere, it makes a cut end noticeable; null if broken.
    #[schema(required = true)]
    pub fingerprint: Option<String>,
    /// Whether the fingerprint that was sent fits; null if none was sent.
    #[schema(required = true)]
    pub compared: Option<FingerprintState>,
}

/// How a kept fingerprint stands to the audit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum FingerprintState {
    /// The audit begins with exactly the entries that it stands for.
    Fits,
    /// The audit has fewer entries than it stands for: its end was cut off.
    Cut,
    /// The audit has other entries.
    Differs,
}
