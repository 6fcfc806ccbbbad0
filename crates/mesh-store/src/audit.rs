//! The audit: a hash chain of who did what, written in the same transaction as the change it tells of.

use chrono::{DateTime, Utc};
use mesh_model::{AuditAction, AuditEntry, PersonRef};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::{Reader, StoreError, Tx, code, reader::on_reader, tx::on_tx};

const GENESIS: [u8; 32] = [0; 32];

/// An entry to write; its place in the chain is found inside the transaction.
#[derive(Debug, Clone)]
pub struct NewAuditEntry {
    /// When.
    pub at: DateTime<Utc>,
    /// Who; none for the platform itself.
    pub by: Option<PersonRef>,
    /// What was done.
    pub action: AuditAction,
    /// To which thing.
    pub resource: Uuid,
    /// The thing before, without secrets.
    pub before: Option<serde_json::Value>,
    /// The thing after, without secrets.
    pub after: Option<serde_json::Value>,
    /// The policies that decided.
    pub policies: Vec<String>,
}

/// An entry as it is stored: its text, and the hashes that chain it.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct ChainedEntry {
    /// 1 for the first; without gaps.
    pub sequence: i64,
    /// The [`AuditEntry`] as JSON, byte for byte as it was hashed.
    pub entry: String,
    /// The hash of the entry before.
    pub previous_hash: Vec<u8>,
    /// SHA-256 over `previous_hash` and `entry`.
    pub hash: Vec<u8>,
    /// When, as the entry says; by this and the following it is found.
    pub at: DateTime<Utc>,
    /// Who, as the entry says.
    pub by_id: Option<Uuid>,
    /// What was done, as the entry says.
    pub action: String,
    /// To which thing, as the entry says.
    pub resource_id: Uuid,
}

impl ChainedEntry {
    /// What the entry's text says.
    ///
    /// # Errors
    /// That this program can't read it.
    pub fn told(&self) -> Result<AuditEntry, StoreError> {
        serde_json::from_str(&self.entry).map_err(|error| StoreError::Unreadable(error.to_string()))
    }

    /// Whether it is found by what its text says.
    fn is_found_as_told(&self) -> bool {
        self.told().is_ok_and(|told| {
            told.sequence == self.sequence
                && told.at == self.at
                && told.by.map(|by| by.id.0) == self.by_id
                && code::spell(told.action) == self.action
                && told.resource == self.resource_id
        })
    }
}

/// Where a chain stops being what was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AuditBreak {
    /// The first sequence that doesn't hold.
    pub sequence: i64,
}

/// Checks a chain piece by piece, from the first entry on.
#[derive(Debug, Clone)]
pub struct ChainCheck {
    last: i64,
    hash: Vec<u8>,
}

impl Default for ChainCheck {
    fn default() -> Self {
        Self {
            last: 0,
            hash: GENESIS.to_vec(),
        }
    }
}

impl ChainCheck {
    /// The sequence up to which the chain holds.
    #[must_use]
    pub fn last(&self) -> i64 {
        self.last
    }

    /// The hash of the last entry that holds: it stands for all entries up to it.
    #[must_use]
    pub fn hash(&self) -> &[u8] {
        &self.hash
    }

    /// Checks the next entry.
    ///
    /// # Errors
    /// That it doesn't hold.
    pub fn next(&mut self, entry: &ChainedEntry) -> Result<(), AuditBreak> {
        let sequence = self.last + 1;
        let holds = entry.sequence == sequence
            && entry.is_found_as_told()
            && entry.previous_hash == self.hash
            && entry.hash == chain(&self.hash, &entry.entry);
        if !holds {
            return Err(AuditBreak { sequence });
        }
        self.hash.clone_from(&entry.hash);
        self.last = sequence;
        Ok(())
    }
}

/// Checks that entries, given in order from the first, are a whole chain.
///
/// A chain whose tail was cut off is still whole: only a checkpoint kept elsewhere can tell.
///
/// # Errors
/// The first place that doesn't hold.
pub fn verify_chain<'e>(
    entries: impl IntoIterator<Item = &'e ChainedEntry>,
) -> Result<i64, AuditBreak> {
    let mut check = ChainCheck::default();
    for entry in entries {
        check.next(entry)?;
    }
    Ok(check.last())
}

fn chain(previous: &[u8], entry: &str) -> Vec<u8> {
    Sha256::new()
        .chain_update(previous)
        .chain_update(entry)
        .finalize()
        .to_vec()
}

impl Reader<'_> {
    /// Entries in order, `limit` at most, after a sequence.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn audit_entries(
        &mut self,
        after: i64,
        limit: i64,
    ) -> Result<Vec<ChainedEntry>, StoreError> {
        const SQL: &str =
            "SELECT sequence, entry, previous_hash, hash, at, by_id, action, resource_id
            FROM audit_entries WHERE sequence > $1 ORDER BY sequence LIMIT $2";
        Ok(on_reader!(self, c => sqlx::query_as(SQL).bind(after).bind(limit).fetch_all(c).await)?)
    }
}

impl Tx {
    /// Writes an entry at the end of the chain.
    ///
    /// # Errors
    /// That the database failed; then the change must not happen either.
    pub async fn audit(&mut self, new: NewAuditEntry) -> Result<(), StoreError> {
        const LAST: &str =
            "SELECT sequence, hash FROM audit_entries ORDER BY sequence DESC LIMIT 1";
        const SQL: &str = "INSERT INTO audit_entries
            (sequence, entry, previous_hash, hash, at, by_id, action, resource_id)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
        let last: Option<(i64, Vec<u8>)> =
            on_tx!(self, c => sqlx::query_as(LAST).fetch_optional(c).await)?;
        let (last, previous) = last.unwrap_or_else(|| (0, GENESIS.to_vec()));
        let entry = AuditEntry {
            sequence: last + 1,
            at: new.at,
            by: new.by,
            action: new.action,
            resource: new.resource,
            before: new.before,
            after: new.after,
            policies: new.policies,
        };
        let text = serde_json::to_string(&entry)
            .map_err(|error| StoreError::Unreadable(error.to_string()))?;
        let hash = chain(&previous, &text);
        on_tx!(self, c => sqlx::query(SQL)
            .bind(entry.sequence).bind(&text).bind(&previous).bind(&hash)
            .bind(entry.at).bind(entry.by.as_ref().map(|by| by.id.0))
            .bind(code::spell(entry.action)).bind(entry.resource).execute(c).await.map(drop))?;
        Ok(())
    }
}
