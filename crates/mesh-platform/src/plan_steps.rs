//! The steps that plans are made of. Each has an opposite, so that a plan is undone by taking the opposite steps in
//! the opposite order; ways in that were ended stay ended.

use std::mem::swap;

use chrono::{DateTime, Utc};
use mesh_model::{
    AuditAction, ChangeKind, DataProductId, DomainId, DomainLifecycle, DomainRole,
    NotificationKind, PersonId, Role, ServiceAccountId, TeamId, ThingKind, Touched, fold,
};
use mesh_policy::Decision;
use mesh_store::{Reader, Tx};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    Principal, Refusal,
    news::{About, News},
    plan_things::Thing,
    recording::Recording,
};

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
    ForgetNotifications {
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
            Self::HandOverDrafts { .. }
            | Self::EndWaysIn { .. }
            | Self::ForgetNotifications { .. } => return None,
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
            Self::HandOverDrafts { .. }
            | Self::EndWaysIn { .. }
            | Self::ForgetNotifications { .. } => return None,
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
            Self::HandOverDrafts { .. }
            | Self::EndWaysIn { .. }
            | Self::ForgetNotifications { .. } => AuditAction::UpdatePerson,
        }
    }

    /// Takes the step, and records it; says what people should learn of it.
    pub(crate) async fn take(
        &self,
        tx: &mut Tx,
        by: &Principal,
        decision: &Decision,
        at: DateTime<Utc>,
    ) -> Result<Vec<News>, Refusal> {
        let Some((kind, id)) = self.touches() else {
            let news = self.drafts_news(tx).await?;
            self.write(tx, at).await?;
            return Ok(news.into_iter().collect());
        };
        let before = Thing::find(tx, kind, id).await?;
        self.write(tx, at).await?;
        let Some(after) = Thing::find(tx, kind, id).await? else {
            return Ok(Vec::new());
        };
        let mut recording = Recording::of(self.action(), id)
            .after(&after.told())
            .decided(decision)
            .tell(after.change(), after.revision());
        recording.before = before.as_ref().map(Thing::told);
        recording.write(tx, Some(by), at).await?;
        Ok(after.news(before.as_ref()))
    }

    /// What the successor learns of the drafts that come to them.
    async fn drafts_news(&self, tx: &mut Tx) -> Result<Option<News>, Refusal> {
        let Self::HandOverDrafts { from, to: Some(to) } = self else {
            return Ok(None);
        };
        let mut read = tx.read();
        let count = read.drafts(*from).await?.len() as i64;
        let Some(leaver) = read.person(*from).await?.filter(|_| count > 0) else {
            return Ok(None);
        };
        let about = About::new(ThingKind::Person, from.0, &leaver.name);
        let received = about.news(*to, NotificationKind::DraftsReceived);
        Ok(Some(received.saying("count", count)))
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
            Self::ForgetNotifications { id } => tx.delete_notifications(*id).await?,
        }
        Ok(())
    }
}

/// Everything that steps touched, once, with the revisions that it has now.
pub(crate) async fn touched(tx: &mut Tx, steps: &[Step]) -> Result<Vec<Touched>, Refusal> {
    let mut all: Vec<Touched> = Vec::new();
    for (kind, id) in steps.iter().filter_map(Step::touches) {
        if all.iter().any(|known| known.id == id) {
            continue;
        }
        if let Some(thing) = Thing::find(tx, kind, id).await? {
            all.push(Touched {
                kind,
                id,
                name: thing.name().to_owned(),
                revision: thing.revision(),
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
