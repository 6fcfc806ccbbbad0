//! The audit: a hash chain of who did what, written in the same transaction as the change it tells of.

use chrono::{DateTime, Utc};
use mesh_model::{AuditAction, AuditEntry, PersonRef};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::{Reader, StoreError, Tx, reader::on_reader, tx::on_tx};

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
}

/// Where a chain stops being what was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AuditBreak {
    /// The first sequence that doesn't hold.
    pub sequence: i64,
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
    let mut chain = Chain::default();
    for entry in entries {
        chain.follow(entry)?;
    }
    Ok(chain.last)
}

/// A chain that is checked entry by entry.
pub(crate) struct Chain {
    previous: Vec<u8>,
    last: i64,
}

impl Default for Chain {
    fn default() -> Self {
        Self {
            previous: GENESIS.to_vec(),
            last: 0,
        }
    }
}

impl Chain {
    /// The last entry that held.
    pub(crate) fn last(&self) -> i64 {
        self.last
    }

    pub(crate) fn follow(&mut self, entry: &ChainedEntry) -> Result<(), AuditBreak> {
        let sequence = self.last + 1;
        let told: Option<AuditEntry> = serde_json::from_str(&entry.entry).ok();
        let holds = entry.sequence == sequence
            && told.is_some_and(|told| told.sequence == sequence)
            && entry.previous_hash == self.previous
            && entry.hash == chain(&self.previous, &entry.entry);
        if !holds {
            return Err(AuditBreak { sequence });
        }
        self.previous.clone_from(&entry.hash);
        self.last = sequence;
        Ok(())
    }
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
        const SQL: &str = "SELECT sequence, entry, previous_hash, hash FROM audit_entries
            WHERE sequence > $1 ORDER BY sequence LIMIT $2";
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
        const SQL: &str = "INSERT INTO audit_entries (sequence, entry, previous_hash, hash) VALUES ($1, $2, $3, $4)";
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
            .bind(entry.sequence).bind(&text).bind(&previous).bind(&hash).execute(c).await.map(drop))?;
        Ok(())
    }
}
