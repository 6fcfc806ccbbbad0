//! Who may do what: pure decisions, defined in Cedar.
//!
//! [`Policies::decide`] has no side effects and asks nobody: all it needs is in its arguments.

use std::collections::{HashMap, HashSet};

use cedar_policy::{
    Authorizer, Context, Decision as CedarDecision, Entities, Entity, EntityId, EntityTypeName,
    EntityUid, PolicySet, Request, RestrictedExpression, Schema, ValidationMode, Validator,
};
use mesh_model::{DataProductId, DomainId, PersonId, Role, ServiceAccountId, TeamId};

const ROLES: &str = include_str!("roles.cedar");
const SCHEMA: &str = include_str!("roles.cedarschema");

/// Who asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asker {
    /// The person.
    pub person: PersonId,
    /// Their role in the workspace.
    pub role: Option<Role>,
}

/// What they want to do, and to what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Intent {
    /// See domains, products, people's names and search.
    SeeCatalog,
    /// Know of domains that only their members find.
    SeeHidden,
    /// Add people, change their roles, make sign-in links.
    ManagePeople,
    /// Rename the workspace, and back it up.
    ManageWorkspace,
    /// Create a team.
    CreateTeam,
    /// Change a team and who belongs to it.
    EditTeam(TeamFacts),
    /// Create a service account.
    CreateServiceAccount,
    /// Change a service account, make and revoke its tokens, end it.
    ManageServiceAccount(ServiceAccountFacts),
    /// Create a domain.
    CreateDomain,
    /// Change a domain.
    EditDomain(DomainFacts),
    /// Create a domain below another, or move one there.
    CreateSubdomain(DomainFacts),
    /// Create a data product in a domain.
    CreateDataProduct(DomainFacts),
    /// Change a data product's words.
    EditDataProduct(ProductFacts),
    /// Publish a version of a data product.
    PublishDataProduct(ProductFacts),
    /// Read a data product's rows.
    ReadRows(ProductFacts),
    /// Read the audit.
    ReadAudit,
}

/// What a decision needs to know of a domain. Roles from domains above count like its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DomainFacts {
    /// Which one.
    pub id: DomainId,
    /// Who is accountable.
    pub owners: Vec<PersonId>,
    /// Who curates it.
    pub stewards: Vec<PersonId>,
    /// Who created it.
    pub creator: Option<PersonId>,
}

/// What a decision needs to know of a data product.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProductFacts {
    /// Which one.
    pub id: DataProductId,
    /// Who is accountable.
    pub owner: PersonId,
    /// Who is accountable for its domain.
    pub domain_owners: Vec<PersonId>,
    /// Who curates its domain.
    pub domain_stewards: Vec<PersonId>,
}

/// What a decision needs to know of a team.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TeamFacts {
    /// Which one.
    pub id: TeamId,
    /// Who lead it.
    pub leads: Vec<PersonId>,
}

/// What a decision needs to know of a service account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ServiceAccountFacts {
    /// Which one.
    pub id: ServiceAccountId,
    /// Who answers for it.
    pub owner: PersonId,
}

/// The outcome, and the policies that determined it: those that allowed, or those that forbade.
///
/// A denial that names no policy is the default: nothing allowed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// Whether it is allowed.
    pub allowed: bool,
    /// The determining policies' ids, sorted.
    pub policies: Vec<String>,
}

/// A set of policies, checked against their schema.
#[derive(Debug)]
pub struct Policies {
    set: PolicySet,
    names: Names,
    authorizer: Authorizer,
}

#[derive(Debug)]
struct Names {
    person: EntityTypeName,
    workspace: EntityTypeName,
    domain: EntityTypeName,
    product: EntityTypeName,
    team: EntityTypeName,
    service_account: EntityTypeName,
    action: EntityTypeName,
}

/// A policy text that can't be used.
#[derive(Debug, thiserror::Error)]
pub enum PolicyError {
    /// It isn't Cedar.
    #[error("the policies can't be read: {0}")]
    Unreadable(String),
    /// It speaks of things that the schema doesn't know.
    #[error("the policies don't fit the schema: {0}")]
    Unfit(String),
}

impl Policies {
    /// The policies that come with Selvedge.
    ///
    /// # Panics
    /// Never: a test reads the same text.
    #[must_use]
    pub fn built_in() -> Self {
        Self::parse(ROLES).expect("the built-in policies fit their schema")
    }

    /// Reads policies and checks them against the schema.
    ///
    /// # Errors
    /// That the text isn't Cedar, or speaks of what the schema doesn't know.
    pub fn parse(text: &str) -> Result<Self, PolicyError> {
        let unreadable = |error: &dyn std::fmt::Display| PolicyError::Unreadable(error.to_string());
        let parsed: PolicySet = text.parse().map_err(|error| unreadable(&error))?;
        let (schema, _) =
            Schema::from_cedarschema_str(SCHEMA).map_err(|error| unreadable(&error))?;
        let outcome = Validator::new(schema).validate(&parsed, ValidationMode::Strict);
        if !outcome.validation_passed() {
            return Err(PolicyError::Unfit(outcome.to_string()));
        }
        let named = |name: &str| {
            name.parse::<EntityTypeName>()
                .map_err(|error| unreadable(&error))
        };
        let names = Names {
            person: named("Person")?,
            workspace: named("Workspace")?,
            domain: named("Domain")?,
            product: named("DataProduct")?,
            team: named("Team")?,
            service_account: named("ServiceAccount")?,
            action: named("Action")?,
        };
        Ok(Self {
            set: parsed,
            names,
            authorizer: Authorizer::new(),
        })
    }

    /// Decides.
    #[must_use]
    pub fn decide(&self, asker: Asker, intent: Intent) -> Decision {
        let principal = self.uid(&self.names.person, &asker.person);
        let action = EntityUid::from_type_name_and_id(
            self.names.action.clone(),
            EntityId::new(intent.action()),
        );
        let role = asker.role.map(|role| {
            (
                "role".to_owned(),
                RestrictedExpression::new_string(spell(role)),
            )
        });
        let decided = (|| {
            let resource = self.resource(&intent)?;
            let person = Entity::new(
                principal.clone(),
                role.into_iter().collect(),
                HashSet::new(),
            )
            .ok()?;
            let request =
                Request::new(principal, action, resource.uid(), Context::empty(), None).ok()?;
            let entities = Entities::from_entities([person, resource], None).ok()?;
            Some(
                self.authorizer
                    .is_authorized(&request, &self.set, &entities),
            )
        })();
        let Some(answer) = decided else {
            return Decision {
                allowed: false,
                policies: Vec::new(),
            };
        };
        let mut policies: Vec<String> = answer
            .diagnostics()
            .reason()
            .map(|id| {
                self.set
                    .annotation(id, "id")
                    .map_or_else(|| id.to_string(), str::to_owned)
            })
            .collect();
        policies.sort();
        Decision {
            allowed: answer.decision() == CedarDecision::Allow,
            policies,
        }
    }

    fn uid(&self, kind: &EntityTypeName, id: &impl std::fmt::Display) -> EntityUid {
        EntityUid::from_type_name_and_id(kind.clone(), EntityId::new(id.to_string()))
    }

    fn resource(&self, intent: &Intent) -> Option<Entity> {
        let person =
            |id: &PersonId| RestrictedExpression::new_entity_uid(self.uid(&self.names.person, id));
        let people = |ids: &[PersonId]| RestrictedExpression::new_set(ids.iter().map(person));
        let (uid, attributes) = match intent {
            Intent::SeeCatalog
            | Intent::SeeHidden
            | Intent::ManagePeople
            | Intent::ManageWorkspace
            | Intent::CreateTeam
            | Intent::CreateServiceAccount
            | Intent::CreateDomain
            | Intent::ReadAudit => (
                self.uid(&self.names.workspace, &"workspace"),
                HashMap::new(),
            ),
            Intent::EditTeam(team) => (
                self.uid(&self.names.team, &team.id),
                HashMap::from([("leads".to_owned(), people(&team.leads))]),
            ),
            Intent::ManageServiceAccount(account) => (
                self.uid(&self.names.service_account, &account.id),
                HashMap::from([("owner".to_owned(), person(&account.owner))]),
            ),
            Intent::EditDomain(domain)
            | Intent::CreateSubdomain(domain)
            | Intent::CreateDataProduct(domain) => {
                let mut attributes = HashMap::from([
                    ("owners".to_owned(), people(&domain.owners)),
                    ("stewards".to_owned(), people(&domain.stewards)),
                ]);
                if let Some(creator) = &domain.creator {
                    attributes.insert("creator".to_owned(), person(creator));
                }
                (self.uid(&self.names.domain, &domain.id), attributes)
            }
            Intent::EditDataProduct(product)
            | Intent::PublishDataProduct(product)
            | Intent::ReadRows(product) => (
                self.uid(&self.names.product, &product.id),
                HashMap::from([
                    ("owner".to_owned(), person(&product.owner)),
                    ("domainOwners".to_owned(), people(&product.domain_owners)),
                    (
                        "domainStewards".to_owned(),
                        people(&product.domain_stewards),
                    ),
                ]),
            ),
        };
        Entity::new(uid, attributes, HashSet::new()).ok()
    }
}

impl Intent {
    fn action(&self) -> &'static str {
        match self {
            Self::SeeCatalog => "seeCatalog",
            Self::SeeHidden => "seeHidden",
            Self::ManagePeople => "managePeople",
            Self::ManageWorkspace => "manageWorkspace",
            Self::CreateTeam => "createTeam",
            Self::EditTeam(_) => "editTeam",
            Self::CreateServiceAccount => "createServiceAccount",
            Self::ManageServiceAccount(_) => "manageServiceAccount",
            Self::CreateDomain => "createDomain",
            Self::EditDomain(_) => "editDomain",
            Self::CreateSubdomain(_) => "createSubdomain",
            Self::CreateDataProduct(_) => "createDataProduct",
            Self::EditDataProduct(_) => "editDataProduct",
            Self::PublishDataProduct(_) => "publishDataProduct",
            Self::ReadRows(_) => "readRows",
            Self::ReadAudit => "readAudit",
        }
    }
}

fn spell(role: Role) -> String {
    match role {
        Role::Administrator => "administrator",
        Role::Steward => "steward",
        Role::Member => "member",
        Role::Viewer => "viewer",
    }
    .to_owned()
}

mod described;

#[cfg(test)]
mod tests;
