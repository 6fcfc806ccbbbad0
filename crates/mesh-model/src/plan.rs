//! Plans: changes with consequences, said in plain words before they happen and undone in one step after.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{ChangeKind, DomainId, FieldProblem, Params, PersonId, PersonRef, PlanId, Role};

/// What is to be done.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
pub enum PlanInput {
    /// Gives a domain another name and readable id; the old id leads to it from then on.
    #[serde(rename_all = "camelCase")]
    RenameDomain {
        /// Which one.
        domain_id: DomainId,
        /// The new name, at most 120 characters.
        name: String,
        /// The new readable id; made of the name where it isn't given.
        #[serde(default)]
        slug: Option<String>,
    },
    /// Puts a domain below another one, or at the top.
    #[serde(rename_all = "camelCase")]
    MoveDomain {
        /// Which one.
        domain_id: DomainId,
        /// The domain above it from then on; none for the top.
        #[serde(default)]
        parent_id: Option<DomainId>,
    },
    /// Closes a domain. What it holds goes elsewhere first.
    #[serde(rename_all = "camelCase")]
    RetireDomain {
        /// Which one.
        domain_id: DomainId,
        /// The domain that takes its data products; needed where there are any.
        #[serde(default)]
        products_to: Option<DomainId>,
    },
    /// Opens a retired domain again, empty.
    #[serde(rename_all = "camelCase")]
    ReopenDomain {
        /// Which one.
        domain_id: DomainId,
    },
    /// Lets somebody leave: everything they hold goes to a successor or ends, and they have no way in any more.
    #[serde(rename_all = "camelCase")]
    ReplacePerson {
        /// Who leaves.
        person_id: PersonId,
        /// Who takes over; needed where anything has to be taken over.
        #[serde(default)]
        successor_id: Option<PersonId>,
    },
    /// Gives somebody who left a role again. What they held stays with their successor.
    #[serde(rename_all = "camelCase")]
    WelcomeBack {
        /// Who comes back.
        person_id: PersonId,
        /// Their role from then on.
        role: Role,
    },
}

/// A plan to look at or to apply.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PlanRequest {
    /// What is to be done.
    pub plan: PlanInput,
    /// The `basis` of the plan that was looked at; needed to apply it. If anything it stands on has changed since,
    /// it is refused as stale.
    #[serde(default)]
    pub basis: Option<String>,
}

/// What a plan would do.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Plan {
    /// What will happen, in order.
    pub sentences: Vec<StepSentence>,
    /// Everything that the domain or person holds, as registered by each resource.
    pub holdings: Vec<Holding>,
    /// What stands in the way; the plan can be applied when there is nothing.
    pub fields: Vec<FieldProblem>,
    /// Stands for everything that the plan was made from.
    pub basis: String,
}

/// One sentence of a plan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct StepSentence {
    /// What will happen.
    pub code: SentenceCode,
    /// What the sentence mentions.
    #[schema(value_type = std::collections::BTreeMap<String, crate::ParamValue>)]
    pub params: Params,
}

/// What a plan's sentence says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum SentenceCode {
    /// Domain `from` is called `to`.
    DomainRenamed,
    /// Its readable id changes from `from` to `to`; the old one leads to it.
    DomainIdChanged,
    /// Domain `name` lies below `to`.
    DomainMoved,
    /// Domain `name` lies at the top.
    DomainMovedToTop,
    /// `count` data products stay in it and are found under the new name or place.
    ProductsFollow,
    /// `count` domains below it move along.
    SubdomainsFollow,
    /// `person` gets the role `role` here, from `domain`.
    RoleGained,
    /// `person` loses the role `role` here, which came from `domain`.
    RoleLost,
    /// The default classification becomes `value`, as `domain` asks.
    ClassificationTightened,
    /// Only members find it from now on, as for `domain`.
    DiscoverabilityTightened,
    /// Everybody may find it from now on.
    DiscoverabilityLoosened,
    /// Data product `name` moves to `to`.
    ProductMoved,
    /// Domain `name`, below it, moves to `to`.
    SubdomainMoved,
    /// Domain `name`, below it, moves to the top.
    SubdomainMovedToTop,
    /// Domain `name` is closed: it stays readable, and its id stays taken.
    DomainRetired,
    /// Domain `name` is open again, and empty.
    DomainReopened,
    /// `to` becomes owner of domain `name`.
    DomainOwnerReplaced,
    /// `to` becomes steward of domain `name`.
    DomainStewardReplaced,
    /// `person` is an owner of domain `name` no more; others are.
    DomainOwnerRemoved,
    /// `person` is a steward of domain `name` no more.
    DomainStewardRemoved,
    /// `to` becomes owner of data product `name`, and alone reads its rows.
    ProductOwnerReplaced,
    /// `to` answers for service account `name`.
    ServiceOwnerReplaced,
    /// `person` leaves team `name`.
    TeamLeft,
    /// `to` takes the place of `person` in team `name`, which would have no lead or member otherwise.
    TeamPlaceTaken,
    /// `count` drafts go to `to`.
    DraftsHandedOver,
    /// `count` drafts are deleted.
    DraftsDeleted,
    /// `count` uploaded files that no product was made of are deleted.
    UploadsDeleted,
    /// The notifications of `person` are deleted.
    NotificationsDeleted,
    /// `count` sessions end.
    SessionsEnded,
    /// `count` access tokens stop working.
    TokensRevoked,
    /// `person` has no role and can't sign in any more.
    PersonLeft,
    /// `person` has a role again, `role`, and needs a new sign-in link.
    PersonBack,
}

/// Something that a domain or person holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Holding {
    /// What it is.
    pub code: HoldingCode,
    /// How many of it.
    pub count: i64,
}

/// What a domain or person can hold. Each resource registers its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum HoldingCode {
    /// Domains below a domain.
    Subdomains,
    /// Data products of a domain.
    Products,
    /// People with a role in a domain.
    DomainRoles,
    /// Former readable ids of a domain.
    FormerIds,
    /// Domains that a person owns or curates.
    DomainsLookedAfter,
    /// Data products that a person owns.
    ProductsOwned,
    /// Service accounts that a person answers for.
    ServiceAccounts,
    /// Teams that a person belongs to.
    Teams,
    /// A person's drafts.
    Drafts,
    /// A person's uploaded files.
    Uploads,
    /// A person's sessions.
    Sessions,
    /// A person's access tokens.
    Tokens,
    /// Links with which a person may choose a password.
    SignInLinks,
    /// What a person did, which stays as it was: versions published, plans applied, things created.
    History,
    /// Notifications that a person got.
    Notifications,
    /// Keys under which a person's requests may be repeated.
    RepeatKeys,
}

/// A plan that was applied.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct AppliedPlan {
    /// Stable id.
    pub id: PlanId,
    /// What was done.
    pub plan: PlanInput,
    /// What happened, in order.
    pub sentences: Vec<StepSentence>,
    /// By whom.
    pub applied_by: PersonRef,
    /// When.
    pub applied_at: DateTime<Utc>,
    /// When it was undone, if it was.
    #[schema(required = true)]
    pub undone_at: Option<DateTime<Utc>>,
    /// Whether it can be undone.
    pub undo: PlanUndo,
}

/// Whether a plan can be undone in one step.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PlanUndo {
    /// Whether it can: nothing that it touched has changed since, and the asking person may.
    pub possible: bool,
    /// What has changed since.
    pub changed: Vec<Touched>,
    /// The plan that leads back from here, where undoing is no longer possible.
    #[schema(required = true)]
    pub opposite: Option<PlanInput>,
}

/// A thing that a plan touched.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Touched {
    /// What kind of thing.
    pub kind: ChangeKind,
    /// Which one.
    pub id: Uuid,
    /// Its name when the plan was applied.
    pub name: String,
    /// Its revision after the plan.
    pub revision: i64,
}
