//! Takes from people in a restored workspace what was taken from them since its backup.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use mesh_model::{AuditAction, ChangeType, DomainId, DomainRole, PersonId, TeamId};
use mesh_store::Tx;

use super::revocations::{Lowered, Revocations};
use crate::{Refusal, recording::Recording};

/// Answers from whom something was taken.
pub(super) async fn take_back(
    tx: &mut Tx,
    revocations: &Revocations,
    at: DateTime<Utc>,
) -> Result<BTreeSet<PersonId>, Refusal> {
    let mut from = BTreeSet::new();
    for lowered in &revocations.people {
        lower(tx, lowered, at, &mut from).await?;
    }
    for (team, places) in &revocations.teams {
        take_places(tx, *team, places, at, &mut from).await?;
    }
    for ((domain, role), holders) in &revocations.roles {
        take_roles(tx, *domain, *role, holders, at, &mut from).await?;
    }
    Ok(from)
}

async fn lower(
    tx: &mut Tx,
    Lowered { person, standing }: &Lowered,
    at: DateTime<Utc>,
    from: &mut BTreeSet<PersonId>,
) -> Result<(), Refusal> {
    let Some(before) = tx.read().actor(*person).await? else {
        return Ok(());
    };
    tx.lower_standing(*person, *standing).await?;
    let after = tx.read().actor(*person).await?;
    let revision = after
        .as_ref()
        .map_or(before.revision, |person| person.revision);
    from.insert(*person);
    Recording::of(AuditAction::UpdatePerson, person.0)
        .before(&before)
        .after(&after)
        .tell(ChangeType::PersonUpdated, revision)
        .write(tx, None, at)
        .await
}

/// Leaves those in a team who are still in it, and in its lead who still lead it.
async fn take_places(
    tx: &mut Tx,
    id: TeamId,
    places: &[(PersonId, bool)],
    at: DateTime<Utc>,
    from: &mut BTreeSet<PersonId>,
) -> Result<(), Refusal> {
    let Some(before) = tx.read().team(id).await? else {
        return Ok(());
    };
    let mut kept = Vec::new();
    let mut taken = Vec::new();
    for member in &before.members {
        let person = member.person.id;
        let place = places.iter().find(|(holder, _)| *holder == person);
        let lead = member.lead && place.is_some_and(|(_, lead)| *lead);
        if place.is_none() || lead != member.lead {
            taken.push(person);
        }
        if place.is_some() {
            kept.push((person, lead));
        }
    }
    if taken.is_empty() {
        return Ok(());
    }
    from.extend(taken);
    tx.set_team_places(id, &kept, at).await?;
    let after = tx.read().team(id).await?;
    let revision = after.as_ref().map_or(before.revision, |team| team.revision);
    Recording::of(AuditAction::UpdateTeam, id.0)
        .before(&before)
        .after(&after)
        .tell(ChangeType::TeamUpdated, revision)
        .write(tx, None, at)
        .await
}

/// Leaves a role of a domain to those who still have it. Where that is nobody of the owners, those whom it was given
/// to since answer for it, so that a domain isn't left without anybody, as far as the backup knows them.
async fn take_roles(
    tx: &mut Tx,
    id: DomainId,
    role: DomainRole,
    holders: &[PersonId],
    at: DateTime<Utc>,
    from: &mut BTreeSet<PersonId>,
) -> Result<(), Refusal> {
    let Some(before) = tx.read().domain(id).await? else {
        return Ok(());
    };
    let had = match role {
        DomainRole::Owner => &before.owners,
        DomainRole::Steward => &before.stewards,
    };
    let (mut kept, taken): (Vec<PersonId>, Vec<PersonId>) = had
        .iter()
        .map(|person| person.id)
        .partition(|person| holders.contains(person));
    if taken.is_empty() {
        return Ok(());
    }
    if kept.is_empty() && role == DomainRole::Owner {
        for successor in holders {
            let person = tx.read().person(*successor).await?;
            if person.is_some_and(|person| person.left_at.is_none() && person.role.is_some()) {
                kept.push(*successor);
            }
        }
    }
    from.extend(taken);
    tx.set_domain_roles(id, role, &kept).await?;
    tx.touch_domain(id, at).await?;
    let after = tx.read().domain(id).await?;
    let revision = after
        .as_ref()
        .map_or(before.revision, |domain| domain.revision);
    Recording::of(AuditAction::UpdateDomain, id.0)
        .before(&before)
        .after(&after)
        .tell(ChangeType::DomainUpdated, revision)
        .write(tx, None, at)
        .await
}
