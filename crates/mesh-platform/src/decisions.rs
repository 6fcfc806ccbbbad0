//! Decisions, explained: what the asking person may do with a thing, under which policies, and who else may.

use mesh_model::{
    ExplainedDecision, PersonId, PersonRef, PolicyAction, PolicyRule, Role, ThingKind,
};
use mesh_policy::Intent;

use crate::{Platform, Principal, Refusal};

/// Administrators and stewards who are looked at when somebody who can help is searched.
const CANDIDATES: i64 = 20;
const HELPERS: usize = 5;

/// Policies, and decisions explained.
pub struct Decisions<'p>(pub(crate) &'p Platform);

impl Decisions<'_> {
    /// Every policy that decides in this workspace.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`], or that the database failed.
    pub async fn rules(&self, by: &Principal) -> Result<Vec<PolicyRule>, Refusal> {
        self.0.require(by, Intent::SeeCatalog).await?;
        Ok(self.0.shared.policies.rules())
    }

    /// What the person may do with a thing that they may see: each action that makes sense on it.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`], [`Refusal::NotFound`], or that the database failed.
    pub async fn explain(
        &self,
        by: &Principal,
        kind: ThingKind,
        id_or_slug: &str,
    ) -> Result<Vec<ExplainedDecision>, Refusal> {
        self.0.require(by, Intent::SeeCatalog).await?;
        let (intents, nearest) = self.about(by, kind, id_or_slug).await?;
        let mut explained = Vec::with_capacity(intents.len());
        let mut helpers = None;
        for (action, intent) in intents {
            let decision = self.0.decide(by, intent.clone());
            let mut who = Vec::new();
            if !decision.allowed {
                if helpers.is_none() {
                    helpers = Some(self.helpers(by, &nearest).await?);
                }
                who = helpers
                    .iter()
                    .flatten()
                    .filter(|helper| self.0.decide(helper, intent.clone()).allowed)
                    .map(Principal::person_ref)
                    .take(HELPERS)
                    .collect();
            }
            explained.push(ExplainedDecision {
                action,
                allowed: decision.allowed,
                policies: decision.policies,
                who,
            });
        }
        Ok(explained)
    }

    /// What can be done to the thing, and who is accountable for it, the nearest first.
    async fn about(
        &self,
        by: &Principal,
        kind: ThingKind,
        id_or_slug: &str,
    ) -> Result<(Vec<(PolicyAction, Intent)>, Vec<PersonId>), Refusal> {
        match kind {
            ThingKind::Workspace => Ok((
                vec![
                    (PolicyAction::SeeCatalog, Intent::SeeCatalog),
                    (PolicyAction::SeeHidden, Intent::SeeHidden),
                    (PolicyAction::CreateDomain, Intent::CreateDomain),
                    (PolicyAction::CreateTeam, Intent::CreateTeam),
                    (
                        PolicyAction::CreateServiceAccount,
                        Intent::CreateServiceAccount,
                    ),
                    (PolicyAction::ManagePeople, Intent::ManagePeople),
                    (PolicyAction::ReadAudit, Intent::ReadAudit),
                    (PolicyAction::ManageWorkspace, Intent::ManageWorkspace),
                ],
                Vec::new(),
            )),
            ThingKind::Domain => {
                let domain = self.0.domains().get(by, id_or_slug).await?;
                let facts = crate::domains::facts(&domain);
                let nearest = facts.owners.clone();
                let intents = vec![
                    (
                        PolicyAction::CreateDataProduct,
                        Intent::CreateDataProduct(facts.clone()),
                    ),
                    (PolicyAction::EditDomain, Intent::EditDomain(facts.clone())),
                    (
                        PolicyAction::CreateSubdomain,
                        Intent::CreateSubdomain(facts),
                    ),
                ];
                Ok((intents, nearest))
            }
            ThingKind::DataProduct => {
                let product = self.0.data_products().get(by, id_or_slug).await?;
                let mut read = self.0.store.read().await?;
                let domain =
                    crate::data_products::visible_domain(self.0, &mut read, by, &product).await?;
                let facts = crate::data_products::facts(&product, &domain);
                let mut nearest = vec![facts.owner];
                nearest.extend(&facts.domain_owners);
                let intents = vec![
                    (PolicyAction::ReadRows, Intent::ReadRows(facts.clone())),
                    (
                        PolicyAction::PublishDataProduct,
                        Intent::PublishDataProduct(facts.clone()),
                    ),
                    (
                        PolicyAction::EditDataProduct,
                        Intent::EditDataProduct(facts),
                    ),
                ];
                Ok((intents, nearest))
            }
            ThingKind::Team => {
                let team = self.0.teams().get(by, id_or_slug).await?;
                let facts = crate::teams::facts(&team);
                let nearest = facts.leads.clone();
                Ok((
                    vec![(PolicyAction::EditTeam, Intent::EditTeam(facts))],
                    nearest,
                ))
            }
            ThingKind::ServiceAccount => {
                let id = id_or_slug.parse().map_err(|_| Refusal::NotFound)?;
                let account = self.0.service_accounts().get(by, id).await?;
                let facts = crate::service_accounts::facts(&account);
                let intent = Intent::ManageServiceAccount(facts);
                Ok((
                    vec![(PolicyAction::ManageServiceAccount, intent)],
                    vec![facts.owner],
                ))
            }
            ThingKind::Person => {
                let id = id_or_slug.parse().map_err(|_| Refusal::NotFound)?;
                self.0.people().get(by, id).await?;
                Ok((
                    vec![(PolicyAction::ManagePeople, Intent::ManagePeople)],
                    Vec::new(),
                ))
            }
            ThingKind::AccessToken
            | ThingKind::Publication
            | ThingKind::Draft
            | ThingKind::Plan => Err(Refusal::NotFound),
        }
    }

    async fn helpers(
        &self,
        by: &Principal,
        nearest: &[PersonId],
    ) -> Result<Vec<Principal>, Refusal> {
        let mut read = self.0.store.read().await?;
        let mut found: Vec<Principal> = Vec::new();
        let mut add = |principal: Principal| {
            if principal.id != by.id && found.iter().all(|known| known.id != principal.id) {
                found.push(principal);
            }
        };
        for id in nearest {
            if let Some(person) = read.person(*id).await? {
                add(Principal::from(&person));
            }
        }
        let roles = [Role::Administrator, Role::Steward];
        for (PersonRef { id, name }, role) in read.people_in_roles(roles, CANDIDATES).await? {
            add(Principal {
                id,
                name,
                role: Some(role),
            });
        }
        Ok(found)
    }
}
