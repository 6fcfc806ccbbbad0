//! The steps that plans are made of. Each has an opposite, so that a plan is undone by taking the opposite steps in
//! the opposite order; ways in that were ended stay ended.

use std::mem::swap;

use chrono::{DateTime, Utc};
use mesh_model::{
    AuditAction, ChangeKind, ChangeType, DataProductId, DomainId, DomainLifecycle, DomainRole,
    PersonId, Role, ServiceAccountId, TeamId, Touched, fold,
};
use mesh_policy::Decision;
use mesh_store::{Reader, Tx};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{Principal, Refusal, clock::now, recording::Recording};

/// A name and the readable id that goes with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Naming {
    pub(crate) name: String,
    pub(crate) slug: String,
}

/// One step, from what was to what will be.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "step", rename_all = "snake_case")]
pub(crate) enum Step {
    RenameDomain {
        id: DomainId,
        from: Naming,
        to: Naming,
    },
    MoveDomain {
        id: DomainId,
        from: Option<DomainId>,
        to: Option<DomainId>,
    },
    SetDomainLifecycle {
        id: DomainId,
        from: DomainLifecycle,
        to: DomainLifecycle,
    },
    SetDomainRoles {
        id: DomainId,
        role: DomainRole,
        from: Vec<PersonId>,
        to: Vec<PersonId>,
    },
    MoveProduct {
        id: DataProductId,
        from: DomainId,
        to: DomainId,
    },
    HandOverProduct {
        id: DataProductId,
        from: PersonId,
        to: PersonId,
    },
    HandOverService {
        id: ServiceAccountId,
        from: PersonId,
        to: PersonId,
    },
    SetTeam {
        id: TeamId,
        from: Vec<(PersonId, bool)>,
        to: Vec<(PersonId, bool)>,
    },
    HandOverDrafts {
        from: PersonId,
        to: Option<PersonId>,
    },
    SetStanding {
        id: PersonId,
        from: Option<Role>,
        to: Option<Role>,
    },
    EndWaysIn {
        id: PersonId,
    },
}

impl Step {
    /// The step back; none where there is no way back.
    pub(crate) fn opposite(mut self) -> Option<Self> {
        match &mut self {
            Self::RenameDomain { from, to, .. } => swap(from, to),
            Self::MoveDomain { from, to, .. } => swap(from, to),
            Self::SetDomainLifecycle { from, to, .. } => swap(from, to),
            Self::SetDomainRoles { from, to, .. } => swap(from, to),
            Self::MoveProduct { from, to, .. } => swap(from, to),
            Self::HandOverProduct { from, to, .. } | Self::HandOverService { from, to, .. } => {
                swap(from, to);
            }
            Self::SetTeam { from, to, .. } => swap(from, to),
            Self::SetStanding { from, to, .. } => swap(from, to),
            Self::HandOverDrafts { .. } | Self::EndWaysIn { .. } => return None,
        }
        Some(self)
    }

    /// What it touches; drafts and ways in are nobody else's to see.
    pub(crate) fn touches(&self) -> Option<(ChangeKind, Uuid)> {
        Some(match self {
            Self::RenameDomain { id, .. }
            | Self::MoveDomain { id, .. }
            | Self::SetDomainLifecycle { id, .. }
            | Self::SetDomainRoles { id, .. } => (ChangeKind::Domain, id.0),
            Self::MoveProduct { id, .. } | Self::HandOverProduct { id, .. } => {
                (ChangeKind::DataProduct, id.0)
            }
            Self::SetTeam { id, .. } => (ChangeKind::Team, id.0),
            Self::HandOverService { id, .. } => (ChangeKind::ServiceAccount, id.0),
            Self::SetStanding { id, .. } => (ChangeKind::Person, id.0),
            Self::HandOverDrafts { .. } | Self::EndWaysIn { .. } => return None,
        })
    }

    fn action(&self) -> AuditAction {
        match self {
            Self::RenameDomain { .. } => AuditAction::RenameDomain,
            Self::MoveDomain { .. } => AuditAction::MoveDomain,
            Self::SetDomainLifecycle {
                to: DomainLifecycle::Retired,
                ..
            } => AuditAction::RetireDomain,
            Self::SetDomainLifecycle { .. } => AuditAction::ReopenDomain,
            Self::SetDomainRoles { .. } => AuditAction::UpdateDomain,
            Self::MoveProduct { .. } => AuditAction::MoveDataProduct,
            Self::HandOverProduct { .. } => AuditAction::HandOverDataProduct,
            Self::SetTeam { .. } => AuditAction::UpdateTeam,
            Self::SetStanding { to: Some(_), .. } => AuditAction::WelcomeBack,
            Self::SetStanding { to: None, .. } => AuditAction::ReplacePerson,
            Self::HandOverService { .. } => AuditAction::UpdateServiceAccount,
            Self::HandOverDrafts { .. } | Self::EndWaysIn { .. } => AuditAction::UpdatePerson,
        }
    }

    /// Takes the step, and records it.
    pub(crate) async fn take(
        &self,
        tx: &mut Tx,
        by: &Principal,
        decision: &Decision,
        at: DateTime<Utc>,
    ) -> Result<(), Refusal> {
        let touched = self.touches();
        let before = match touched {
            Some((kind, id)) => thing(tx, kind, id).await?,
            None => None,
        };
        self.write(tx, at).await?;
        if let Some((kind, id)) = touched
            && let Some(after) = thing(tx, kind, id).await?
        {
            let mut recording = Recording::of(self.action(), id)
                .after(&after.told)
                .decided(decision)
                .tell(told(kind), after.revision);
            recording.before = before.map(|before| before.told);
            recording.write(tx, Some(by), at).await?;
        }
        Ok(())
    }

    async fn write(&self, tx: &mut Tx, at: DateTime<Utc>) -> Result<(), Refusal> {
        match self {
            Self::RenameDomain { id, to, .. } => {
                tx.rename_domain(*id, &to.name, &fold(&to.name), &to.slug, at)
                    .await?;
            }
            Self::MoveDomain { id, to, .. } => tx.move_domain(*id, *to, at).await?,
            Self::SetDomainLifecycle { id, to, .. } => {
                tx.set_domain_lifecycle(*id, *to, at).await?;
            }
            Self::SetDomainRoles { id, role, to, .. } => {
                tx.set_domain_roles(*id, *role, to).await?;
                tx.touch_domain(*id, at).await?;
            }
            Self::MoveProduct { id, to, .. } => tx.move_data_product(*id, *to, at).await?,
            Self::HandOverProduct { id, to, .. } => {
                tx.hand_over_data_product(*id, *to, at).await?;
            }
            Self::HandOverService { id, to, .. } => tx.set_service_owner(*id, *to).await?,
            Self::SetTeam { id, to, .. } => tx.set_team_places(*id, to, at).await?,
            Self::HandOverDrafts { from, to } => tx.hand_over_drafts(*from, *to).await?,
            Self::SetStanding { id, to, .. } => {
                tx.set_standing(*id, *to, to.is_none().then_some(at))
                    .await?;
            }
            Self::EndWaysIn { id } => tx.end_ways_in(*id).await?,
        }
        Ok(())
    }
}

/// A touched thing, as audit and undo need it.
pub(crate) struct Thing {
    name: String,
    revision: i64,
    told: serde_json::Value,
}

async fn thing(tx: &mut Tx, kind: ChangeKind, id: Uuid) -> Result<Option<Thing>, Refusal> {
    fn told<T: Serialize>(name: &str, revision: i64, thing: &T) -> Thing {
        Thing {
            name: name.to_owned(),
            revision,
            told: serde_json::to_value(thing).unwrap_or_default(),
        }
    }
    let mut read = tx.read();
    Ok(match kind {
        ChangeKind::Domain => read
            .domain(DomainId(id))
            .await?
            .map(|domain| told(&domain.name, domain.revision, &domain)),
        ChangeKind::DataProduct => read
            .data_product(DataProductId(id))
            .await?
            .map(|product| told(&product.name, product.revision, &product)),
        ChangeKind::Person => read
            .person(PersonId(id))
            .await?
            .map(|person| told(&person.name, person.revision, &person)),
        ChangeKind::Team => read
            .team(TeamId(id))
            .await?
            .map(|team| told(&team.name, team.revision, &team)),
        ChangeKind::ServiceAccount => read
            .service_account(ServiceAccountId(id), now())
            .await?
            .map(|account| told(&account.name, account.revision, &account)),
        ChangeKind::Publication | ChangeKind::Workspace => None,
    })
}

fn told(kind: ChangeKind) -> ChangeType {
    match kind {
        ChangeKind::Domain => ChangeType::DomainUpdated,
        ChangeKind::DataProduct => ChangeType::DataProductUpdated,
        ChangeKind::Team => ChangeType::TeamUpdated,
        ChangeKind::Person => ChangeType::PersonUpdated,
        ChangeKind::ServiceAccount => ChangeType::ServiceAccountUpdated,
        ChangeKind::Publication => ChangeType::PublicationUpdated,
        ChangeKind::Workspace => ChangeType::WorkspaceUpdated,
    }
}

/// Everything that steps touched, once, with the revisions that it has now.
pub(crate) async fn touched(tx: &mut Tx, steps: &[Step]) -> Result<Vec<Touched>, Refusal> {
    let mut all: Vec<Touched> = Vec::new();
    for (kind, id) in steps.iter().filter_map(Step::touches) {
        if all.iter().any(|known| known.id == id) {
            continue;
        }
        if let Some(thing) = thing(tx, kind, id).await? {
            all.push(Touched {
                kind,
                id,
                name: thing.name,
                revision: thing.revision,
            });
        }
    }
    Ok(all)
}

/// Refuses steps that no longer fit what is there: a name that somebody else took, a place that would make a cycle
/// or was closed.
pub(crate) async fn check(read: &mut Reader<'_>, steps: &[Step]) -> Result<(), Refusal> {
    for step in steps {
        let fits = match step {
            Step::RenameDomain { id, to, .. } => {
                let holder = read.domain_by_name(&fold(&to.name)).await?;
                holder.is_none_or(|holder| holder.id == *id)
            }
            Step::MoveDomain {
                id, to: Some(to), ..
            } => read.domain(*to).await?.is_some_and(|parent| {
                let reopened = steps.iter().any(|step| match step {
                    Step::SetDomainLifecycle { id, to, .. } => {
                        *id == parent.id && *to == DomainLifecycle::Active
                    }
                    _ => false,
                });
                (reopened || parent.lifecycle == DomainLifecycle::Active)
                    && parent.id != *id
                    && parent.path.iter().all(|above| above.id != *id)
            }),
            Step::MoveProduct { to, .. } => read.domain(*to).await?.is_some(),
            _ => true,
        };
        if !fits {
            return Err(Refusal::Conflict("plan_blocked"));
        }
    }
    Ok(())
}
