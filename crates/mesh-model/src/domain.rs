//! Domains: the business areas that own data products, as a tree.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    Classification, DomainAbility, DomainId, DomainRef, FieldProblem, Fields, LookAlike, PersonId,
    PersonRef, TeamId, TeamRef, check_name, check_purpose,
};

/// How a domain stands to the business (Dehghani, *Data Mesh*, 2022, ch. 2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum DomainKind {
    /// Offers the facts of the systems that it runs.
    SourceAligned,
    /// Joins what several domains offer.
    Aggregate,
    /// Shapes data for a use.
    ConsumerAligned,
}

/// Who finds a domain and its products: in lists, in search and in what screens are told.
#[derive(
    Debug,
    Clone,
    Copy,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    ToSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Discoverability {
    /// Everybody in the workspace.
    #[default]
    Everyone,
    /// Those with a role in it or above it, their team, owners of its products, stewards and administrators.
    Members,
}

/// Where a domain stands in its life.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum DomainLifecycle {
    /// In use.
    Active,
    /// Closed: it can be read, and holds nothing any more.
    Retired,
}

/// What somebody is to a domain.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum DomainRole {
    /// Accountable for it.
    Owner,
    /// Curates it, and will decide who may use its products.
    Steward,
}

/// A role that somebody has in a domain because they have it in one above.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct InheritedRole {
    /// The role.
    pub role: DomainRole,
    /// Who has it.
    pub person: PersonRef,
    /// The domain that gives it; null where the asking person may not know of that domain.
    #[schema(required = true)]
    pub from: Option<DomainRef>,
}

/// House rules that domains above set for this one. A domain may be stricter, never looser.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct InheritedRules {
    /// The loosest default classification that a domain above allows.
    #[schema(required = true)]
    pub classification: Option<InheritedRule<Classification>>,
    /// Who finds the domain, where one above is closed.
    #[schema(required = true)]
    pub discoverability: Option<InheritedRule<Discoverability>>,
}

/// A house rule that comes from above.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct InheritedRule<T> {
    /// What the rule says.
    pub value: T,
    /// The domain that says it; null where the asking person may not know of that domain.
    #[schema(required = true)]
    pub from: Option<DomainRef>,
}

/// A business area that owns data products.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Domain {
    /// Stable id.
    pub id: DomainId,
    /// Readable id, unique in the workspace. A former one leads here too.
    pub slug: String,
    /// The name as written by its owner.
    pub name: String,
    /// What it is for, in a sentence.
    pub purpose: String,
    /// How it stands to the business.
    pub kind: DomainKind,
    /// The domains above it that the asking person may know of, the topmost first; the last is its parent.
    pub path: Vec<DomainRef>,
    /// Who is accountable, the first one first.
    pub owners: Vec<PersonRef>,
    /// Who curates it.
    pub stewards: Vec<PersonRef>,
    /// The team that looks after it.
    #[schema(required = true)]
    pub team: Option<TeamRef>,
    /// Roles that people have here because they have them above.
    pub inherited: Vec<InheritedRole>,
    /// How sensitive the data of a new product is, until its owner says otherwise.
    pub default_classification: Classification,
    /// Who finds it.
    pub discoverability: Discoverability,
    /// House rules that come from above.
    pub inherited_rules: InheritedRules,
    /// Where it stands in its life.
    pub lifecycle: DomainLifecycle,
    /// Grows with each change; the `ETag`.
    pub revision: i64,
    /// When it was created.
    pub created_at: DateTime<Utc>,
    /// Who created it; they can administer it.
    #[schema(required = true)]
    pub created_by: Option<PersonRef>,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
    /// How many data products it owns.
    pub data_product_count: i64,
    /// What the asking person may do; nothing until the platform has decided.
    pub can: DomainAbilities,
}

impl Domain {
    /// The domain as named by another thing.
    #[must_use]
    pub fn reference(&self) -> DomainRef {
        DomainRef {
            id: self.id,
            slug: self.slug.clone(),
            name: self.name.clone(),
        }
    }

    /// How sensitive the data of a new product is: what the domain says, or one above that is stricter.
    #[must_use]
    pub fn classification_of_new(&self) -> Classification {
        let above = self.inherited_rules.classification.as_ref();
        above.map_or(self.default_classification, |rule| {
            rule.value.max(self.default_classification)
        })
    }

    /// Who is accountable, here or from above; those nearest first.
    pub fn all_owners(&self) -> impl Iterator<Item = &PersonRef> {
        self.everybody(DomainRole::Owner, &self.owners)
    }

    /// Who curates it, here or from above; those nearest first.
    pub fn all_stewards(&self) -> impl Iterator<Item = &PersonRef> {
        self.everybody(DomainRole::Steward, &self.stewards)
    }

    fn everybody<'d>(
        &'d self,
        role: DomainRole,
        own: &'d [PersonRef],
    ) -> impl Iterator<Item = &'d PersonRef> {
        own.iter().chain(
            self.inherited
                .iter()
                .filter(move |inherited| inherited.role == role)
                .map(|inherited| &inherited.person),
        )
    }
}

/// What the asking person may do with a domain.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct DomainAbilities {
    /// Change it, rename, move and retire it.
    pub edit: bool,
    /// Create a data product in it.
    pub create_data_product: bool,
    /// Create a domain below it.
    pub create_subdomain: bool,
}

impl DomainAbilities {
    /// Whether they may do this.
    #[must_use]
    pub fn has(self, ability: DomainAbility) -> bool {
        match ability {
            DomainAbility::Edit => self.edit,
            DomainAbility::CreateSubdomain => self.create_subdomain,
            DomainAbility::CreateDataProduct => self.create_data_product,
        }
    }
}

/// What a person decides of a new domain.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DomainInput {
    /// The name, at most 120 characters, unlike that of every other domain.
    pub name: String,
    /// The domain above it; none for one at the top.
    #[serde(default)]
    pub parent_id: Option<DomainId>,
    /// What it is for, at most 2,000 characters.
    pub purpose: String,
    /// How it stands to the business.
    pub kind: DomainKind,
    /// Who is accountable: one person at least.
    pub owner_ids: Vec<PersonId>,
    /// Who curates it.
    #[serde(default)]
    pub steward_ids: Vec<PersonId>,
    /// The team that looks after it.
    #[serde(default)]
    pub team_id: Option<TeamId>,
    /// How sensitive the data of a new product is, until its owner says otherwise.
    #[serde(default)]
    pub default_classification: Classification,
    /// Who finds it.
    #[serde(default)]
    pub discoverability: Discoverability,
}

/// What a person decides of a domain and may change at any time. Name and place are changed by plans.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DomainEdit {
    /// What it is for, at most 2,000 characters.
    pub purpose: String,
    /// How it stands to the business.
    pub kind: DomainKind,
    /// Who is accountable: one person at least.
    pub owner_ids: Vec<PersonId>,
    /// Who curates it.
    #[serde(default)]
    pub steward_ids: Vec<PersonId>,
    /// The team that looks after it.
    #[serde(default)]
    pub team_id: Option<TeamId>,
    /// How sensitive the data of a new product is, until its owner says otherwise.
    #[serde(default)]
    pub default_classification: Classification,
    /// Who finds it.
    #[serde(default)]
    pub discoverability: Discoverability,
}

impl DomainInput {
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

    /// What of it can be changed later without a plan.
    #[must_use]
    pub fn edit(&self) -> DomainEdit {
        DomainEdit {
            purpose: self.purpose.clone(),
            kind: self.kind,
            owner_ids: self.owner_ids.clone(),
            steward_ids: self.steward_ids.clone(),
            team_id: self.team_id,
            default_classification: self.default_classification,
            discoverability: self.discoverability,
        }
    }
}

impl DomainEdit {
    /// Checks the texts and gives the edit back as it will be stored.
    pub fn check(self, fields: &mut Fields) -> Self {
        let purpose = check_purpose(fields, "/purpose", &self.purpose, true);
        Self { purpose, ..self }
    }
}

/// What would become of a domain if it were created now.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct DomainCheck {
    /// The readable id that it would get.
    pub slug: String,
    /// The fields that don't hold yet.
    pub fields: Vec<FieldProblem>,
    /// Domains with a similar name.
    pub look_alikes: Vec<LookAlike>,
    /// Roles that people would have in it because they have them above.
    pub inherited: Vec<InheritedRole>,
    /// House rules that would come from above.
    pub inherited_rules: InheritedRules,
}
