//! What every change leaves behind, in its own transaction: an audit entry, a word to open screens, notifications to
//! those whom it concerns, and the key under which it can be repeated harmlessly.

use chrono::{DateTime, Utc};
use mesh_model::{AuditAction, ChangeType};
use mesh_policy::Decision;
use mesh_store::{NewAuditEntry, Remembered, Tx};
use serde::Serialize;
use serde_json::Value;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::{
    Principal, Refusal,
    news::{self, News},
};

/// An input with the key under which its client may repeat it.
#[derive(Debug, Clone)]
pub struct Keyed<T> {
    /// What is asked.
    pub input: T,
    /// The `Idempotency-Key`.
    pub key: Option<String>,
}

impl<T> Keyed<T> {
    /// An input that isn't repeated.
    pub fn once(input: T) -> Self {
        Self { input, key: None }
    }
}

impl<T: Serialize> Keyed<T> {
    fn request_hash(&self) -> Vec<u8> {
        Sha256::digest(serde_json::to_vec(&self.input).unwrap_or_default()).to_vec()
    }

    /// What an earlier request with this key made.
    pub(crate) async fn made_before(
        &self,
        tx: &mut Tx,
        by: &Principal,
        operation: &str,
    ) -> Result<Option<Uuid>, Refusal> {
        let Some(key) = &self.key else {
            return Ok(None);
        };
        match tx.read().remembered(by.id, operation, key).await? {
            Some(made) if made.request_hash == self.request_hash() => Ok(Some(made.resource_id)),
            Some(_) => Err(Refusal::Conflict("idempotency_key_reused")),
            None => Ok(None),
        }
    }

    /// Remembers what this request made.
    pub(crate) async fn remember(
        &self,
        tx: &mut Tx,
        by: &Principal,
        operation: &str,
        made: Uuid,
        now: DateTime<Utc>,
    ) -> Result<(), Refusal> {
        if let Some(key) = &self.key {
            let made = Remembered {
                request_hash: self.request_hash(),
                resource_id: made,
            };
            tx.remember(by.id, operation, key, &made, now).await?;
        }
        Ok(())
    }
}

/// One change, as audit and screens are told of it.
pub(crate) struct Recording {
    pub(crate) action: AuditAction,
    pub(crate) resource: Uuid,
    pub(crate) before: Option<Value>,
    pub(crate) after: Option<Value>,
    pub(crate) policies: Vec<String>,
    pub(crate) told: Option<(ChangeType, i64)>,
    pub(crate) news: Vec<News>,
}

impl Recording {
    pub(crate) fn of(action: AuditAction, resource: Uuid) -> Self {
        Self {
            action,
            resource,
            before: None,
            after: None,
            policies: Vec::new(),
            told: None,
            news: Vec::new(),
        }
    }

    pub(crate) fn before<T: Serialize>(mut self, thing: &T) -> Self {
        self.before = serde_json::to_value(thing).ok();
        self
    }

    pub(crate) fn after<T: Serialize>(mut self, thing: &T) -> Self {
        self.after = serde_json::to_value(thing).ok();
        self
    }

    pub(crate) fn decided(mut self, decision: &Decision) -> Self {
        self.policies.clone_from(&decision.policies);
        self
    }

    pub(crate) fn tell(mut self, change: ChangeType, revision: i64) -> Self {
        self.told = Some((change, revision));
        self
    }

    /// Has people learn of it.
    pub(crate) fn news(mut self, news: Vec<News>) -> Self {
        self.news.extend(news);
        self
    }

    pub(crate) async fn write(
        self,
        tx: &mut Tx,
        by: Option<&Principal>,
        at: DateTime<Utc>,
    ) -> Result<(), Refusal> {
        if let Some((change, revision)) = self.told {
            tx.tell(change, self.resource, revision, at).await?;
        }
        news::deliver(tx, self.news, by, at).await?;
        tx.audit(NewAuditEntry {
            at,
            by: by.map(Principal::person_ref),
            action: self.action,
            resource: self.resource,
            before: self.before,
            after: self.after,
            policies: self.policies,
        })
        .await?;
        Ok(())
    }
}
