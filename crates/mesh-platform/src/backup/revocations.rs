//! What was taken from people since a backup: a restore must not give it back.

use std::collections::{BTreeMap, BTreeSet};

use mesh_model::{
    AuditAction, AuditEntry, DomainId, DomainRole, PersonId, PersonRef, Role, TeamId, TeamMember,
};
use mesh_store::{Reader, Standing, Store, StoreError};
use serde::de::DeserializeOwned;

/// Somebody who left, or whose role is lower today than in the backup.
pub(super) struct Lowered {
    pub(super) person: PersonId,
    pub(super) standing: Standing,
}

/// What was taken from people since a backup was made.
#[derive(Default)]
pub(super) struct Revocations {
    pub(super) people: Vec<Lowered>,
    /// Who belonged to a team last, and whether they led it; nobody where it was deleted.
    pub(super) teams: BTreeMap<TeamId, Vec<(PersonId, bool)>>,
    /// Who had a role in a domain last.
    pub(super) roles: BTreeMap<(DomainId, DomainRole), Vec<PersonId>>,
}

/// What may take something from somebody; the entry's resource is who.
const TAKING: [AuditAction; 3] = [
    AuditAction::UpdatePerson,
    AuditAction::ReplacePerson,
    AuditAction::EndServiceAccount,
];

/// Finds who left, whose role was lowered or taken, who belongs to the teams and who has a role in the domains that
/// were changed, in `replaced` since its audit went another way than that of `restored`.
///
/// Both chains begin alike; the last entry whose hash is equal is where the backup was made, or where an earlier
/// restore began another history.
pub(super) async fn since(replaced: &Store, restored: &Store) -> Result<Revocations, StoreError> {
    let (mut then, mut before) = (replaced.read().await?, restored.read().await?);
    let common = common(&mut then, &mut before).await?;
    let entries = then.changed_after(common).await?;
    let mut found = Revocations::default();
    for entry in &entries {
        found.note(entry);
    }
    found.people = lowered(&entries, &mut then, &mut before).await?;
    Ok(found)
}

impl Revocations {
    /// Takes from an entry who holds something now; later entries supersede earlier ones.
    fn note(&mut self, entry: &AuditEntry) {
        match entry.action {
            AuditAction::UpdateTeam => {
                let Some(members) = part::<Vec<TeamMember>>(entry, "members") else {
                    return;
                };
                let places = members.iter().map(|member| (member.person.id, member.lead));
                self.teams.insert(TeamId(entry.resource), places.collect());
            }
            AuditAction::DeleteTeam => {
                self.teams.insert(TeamId(entry.resource), Vec::new());
            }
            AuditAction::UpdateDomain => {
                for (role, name) in [
                    (DomainRole::Owner, "owners"),
                    (DomainRole::Steward, "stewards"),
                ] {
                    let Some(people) = part::<Vec<PersonRef>>(entry, name) else {
                        continue;
                    };
                    let holders = people.iter().map(|person| person.id).collect();
                    self.roles.insert((DomainId(entry.resource), role), holders);
                }
            }
            _ => {}
        }
    }
}

/// A part of the thing that an entry tells of; none where an older program told it in another way.
fn part<T: DeserializeOwned>(entry: &AuditEntry, name: &str) -> Option<T> {
    let told = entry.after.as_ref()?.get(name)?;
    serde_json::from_value(told.clone()).ok()
}

async fn lowered(
    entries: &[AuditEntry],
    then: &mut Reader<'_>,
    before: &mut Reader<'_>,
) -> Result<Vec<Lowered>, StoreError> {
    let touched: BTreeSet<PersonId> = entries
        .iter()
        .filter(|entry| TAKING.contains(&entry.action))
        .map(|entry| PersonId(entry.resource))
        .collect();
    let mut people = Vec::new();
    for person in touched {
        let Some(had) = before.standing_of(person).await? else {
            continue;
        };
        let gone = Standing {
            role: None,
            left_at: None,
        };
        let has = then.standing_of(person).await?.unwrap_or(gone);
        let left = has.left_at.filter(|_| had.left_at.is_none());
        if left.is_some() || rank(has.role) < rank(had.role) {
            let lower = if rank(has.role) < rank(had.role) {
                has.role
            } else {
                had.role
            };
            let standing = Standing {
                role: lower,
                left_at: left.or(had.left_at),
            };
            people.push(Lowered { person, standing });
        }
    }
    Ok(people)
}

async fn common(one: &mut Reader<'_>, other: &mut Reader<'_>) -> Result<i64, StoreError> {
    let shorter = one.chain_end().await?.sequence;
    let shorter = shorter.min(other.chain_end().await?.sequence);
    // Each hash holds all before it, so that equal ones are never followed by different ones that are followed by
    // equal ones: halving finds the last equal one.
    let (mut equal, mut beyond) = (0, shorter + 1);
    while beyond - equal > 1 {
        let middle = equal + (beyond - equal) / 2;
        if one.chain_hash(middle).await? == other.chain_hash(middle).await? {
            equal = middle;
        } else {
            beyond = middle;
        }
    }
    Ok(equal)
}

fn rank(role: Option<Role>) -> u8 {
    match role {
        None => 0,
        Some(Role::Viewer) => 1,
        Some(Role::Member) => 2,
        Some(Role::Steward) => 3,
        Some(Role::Administrator) => 4,
    }
}
