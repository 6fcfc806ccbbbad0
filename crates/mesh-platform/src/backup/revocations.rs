//! What was taken from people since a backup: a restore must not give it back.

use std::collections::BTreeSet;

use mesh_model::{AuditAction, PersonId, Role};
use mesh_store::{Reader, Standing, Store, StoreError};

/// Somebody who left, or whose role is lower today than in the backup.
pub(super) struct Revocation {
    pub(super) person: PersonId,
    pub(super) standing: Standing,
}

/// What may take something from somebody; the entry's resource is who.
const TAKING: [AuditAction; 3] = [
    AuditAction::UpdatePerson,
    AuditAction::ReplacePerson,
    AuditAction::EndServiceAccount,
];

/// Finds who left, and whose role was lowered or taken, in `replaced` since its audit went another way than that of `restored`.
///
/// Both chains begin alike; the last entry whose hash is equal is where the backup was made, or where an earlier
/// restore began another history.
pub(super) async fn since(
    replaced: &Store,
    restored: &Store,
) -> Result<Vec<Revocation>, StoreError> {
    let (mut then, mut before) = (replaced.read().await?, restored.read().await?);
    let common = common(&mut then, &mut before).await?;
    let touched: BTreeSet<PersonId> = then
        .changed_after(common)
        .await?
        .into_iter()
        .filter(|entry| TAKING.contains(&entry.action))
        .map(|entry| PersonId(entry.resource))
        .collect();
    let mut revocations = Vec::new();
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
            revocations.push(Revocation { person, standing });
        }
    }
    Ok(revocations)
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
