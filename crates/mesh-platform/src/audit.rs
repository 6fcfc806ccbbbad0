//! Reading the audit: what was done, by whom, under which decision, and whether it is what was written.

use futures::{Stream, stream};
use mesh_model::{
    AuditAction, AuditFilter, AuditItem, AuditVerification, AuditVerificationInput, FieldCode,
    Fields, FingerprintState, ThingKind,
};
use mesh_policy::Intent;
use mesh_store::{ChainCheck, ChainedEntry, StoreError};
use uuid::Uuid;

use crate::{Platform, Principal, Refusal, clock::now, lookup::Lookup, recording::Recording};

const BATCH: i64 = 500;

/// The audit.
pub struct Audit<'p>(pub(crate) &'p Platform);

impl Audit<'_> {
    /// Entries that a filter lets through, newest first, `limit` at most, before a sequence. Entries about what the
    /// person may not discover aren't among them.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`], or that the database failed.
    pub async fn list(
        &self,
        by: &Principal,
        filter: &AuditFilter,
        before: Option<i64>,
        limit: i64,
    ) -> Result<Vec<AuditItem>, Refusal> {
        self.0.require(by, Intent::ReadAudit).await?;
        let mut lookup = Lookup::of(self.0, by);
        read(&mut lookup, filter, before, limit, |_| true).await
    }

    /// Every entry that a filter lets through, newest first, in batches. That it was exported is an entry itself.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`], or that the database failed.
    pub async fn export(
        &self,
        by: &Principal,
        filter: AuditFilter,
        format: &'static str,
    ) -> Result<impl Stream<Item = Result<Vec<AuditItem>, Refusal>> + Send + use<>, Refusal> {
        let decision = self.0.require(by, Intent::ReadAudit).await?;
        let (person, told) = (by.clone(), filter.clone());
        let workspace = self.0.workspace().id.0;
        self.0
            .store
            .write(move |tx| {
                let (by, decision, filter) = (person.clone(), decision.clone(), told.clone());
                Box::pin(async move {
                    Recording::of(AuditAction::ExportAudit, workspace)
                        .after(&serde_json::json!({ "format": format, "filter": filter }))
                        .decided(&decision)
                        .write(tx, Some(&by), now())
                        .await
                })
            })
            .await?;
        let begin = Some((Lookup::of(self.0, by), None));
        Ok(stream::try_unfold(begin, move |at| {
            let filter = filter.clone();
            async move {
                let Some((mut lookup, before)) = at else {
                    return Ok(None);
                };
                let items = read(&mut lookup, &filter, before, BATCH, |_| true).await?;
                let last = items.last().map(|item| item.sequence);
                let more = items.len() as i64 == BATCH;
                let next = more.then_some((lookup, last));
                Ok((!items.is_empty()).then_some((items, next)))
            }
        }))
    }

    /// What happened to one thing, newest first, `limit` at most, before a sequence: for whoever may see the thing.
    /// Before and after are told to those who may change it or read the audit.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`], [`Refusal::NotFound`], or that the database failed.
    pub async fn activity(
        &self,
        by: &Principal,
        kind: ThingKind,
        id_or_slug: &str,
        before: Option<i64>,
        limit: i64,
    ) -> Result<Vec<AuditItem>, Refusal> {
        let (id, may_edit) = self.seen(by, kind, id_or_slug).await?;
        let reads_audit = self.0.decide(by, Intent::ReadAudit).allowed;
        let is_self = by.id.0 == id;
        let everything = reads_audit || may_edit || is_self;
        let filter = AuditFilter {
            resource: Some(id),
            ..AuditFilter::default()
        };
        let mut lookup = Lookup::of(self.0, by);
        let let_through =
            |action: AuditAction| action.thing() == kind && (action.is_public() || everything);
        let mut items = read(&mut lookup, &filter, before, limit, let_through).await?;
        if !everything {
            for item in &mut items {
                (item.before, item.after) = (None, None);
            }
        }
        Ok(items)
    }

    /// Which thing it is, if the person may see it, and whether they may change it.
    async fn seen(
        &self,
        by: &Principal,
        kind: ThingKind,
        id_or_slug: &str,
    ) -> Result<(Uuid, bool), Refusal> {
        match kind {
            ThingKind::Domain => {
                let domain = self.0.domains().get(by, id_or_slug).await?;
                Ok((domain.id.0, domain.can.edit))
            }
            ThingKind::DataProduct => {
                let product = self.0.data_products().get(by, id_or_slug).await?;
                Ok((product.id.0, product.can.edit))
            }
            ThingKind::Person => {
                let id = id_or_slug.parse().map_err(|_| Refusal::NotFound)?;
                let person = self.0.people().get(by, id).await?;
                Ok((person.id.0, self.0.decide(by, Intent::ManagePeople).allowed))
            }
            ThingKind::Team => {
                let team = self.0.teams().get(by, id_or_slug).await?;
                Ok((team.id.0, team.can.edit))
            }
            ThingKind::ServiceAccount => {
                let id = id_or_slug.parse().map_err(|_| Refusal::NotFound)?;
                let account = self.0.service_accounts().get(by, id).await?;
                let intent = Intent::ManageServiceAccount(crate::service_accounts::facts(&account));
                Ok((account.id.0, self.0.decide(by, intent).allowed))
            }
            _ => Err(Refusal::NotFound),
        }
    }

    /// Checks the whole chain, and a fingerprint that an earlier check gave.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`], [`Refusal::Invalid`] for what is no fingerprint, or that the database failed.
    pub async fn verify(
        &self,
        by: &Principal,
        input: &AuditVerificationInput,
    ) -> Result<AuditVerification, Refusal> {
        self.0.require(by, Intent::ReadAudit).await?;
        let kept = input.fingerprint.as_deref().map(str::trim);
        let kept = match kept.filter(|text| !text.is_empty()) {
            Some(text) => Some(Fingerprint::read(text)?),
            None => None,
        };
        let mut check = ChainCheck::default();
        let (mut broken_at, mut last_at, mut compared) = (None, None, None);
        'chain: loop {
            let entries = self.next(check.last()).await?;
            let (entries, unreadable) = entries;
            for entry in &entries {
                if let Err(broken) = check.next(entry) {
                    broken_at = Some(broken.sequence);
                    break 'chain;
                }
                last_at = Some(entry.at);
                if let Some(kept) = kept.as_ref().filter(|kept| kept.sequence == entry.sequence) {
                    compared = Some(kept.against(&entry.hash));
                }
            }
            if unreadable {
                broken_at = Some(check.last() + 1);
                break;
            }
            if entries.is_empty() {
                break;
            }
        }
        let whole = broken_at.is_none();
        if let (Some(kept), None) = (&kept, compared) {
            compared = (whole && kept.sequence > check.last()).then_some(FingerprintState::Cut);
        }
        let fingerprint = Fingerprint {
            sequence: check.last(),
            hash: check.hash().to_vec(),
        };
        Ok(AuditVerification {
            holds_to: check.last(),
            broken_at,
            last_at,
            fingerprint: (whole && check.last() > 0).then(|| fingerprint.to_string()),
            compared,
        })
    }

    /// The next entries of the chain, and whether one that can't even be read comes after them.
    async fn next(&self, after: i64) -> Result<(Vec<ChainedEntry>, bool), Refusal> {
        let mut read = self.0.store.read().await?;
        match read.audit_entries(after, BATCH).await {
            Ok(entries) => return Ok((entries, false)),
            Err(StoreError::Unreadable(_)) => {}
            Err(error) => return Err(error.into()),
        }
        let mut entries: Vec<ChainedEntry> = Vec::new();
        loop {
            let last = entries.last().map_or(after, |entry| entry.sequence);
            match read.audit_entries(last, 1).await {
                Ok(one) if one.is_empty() => return Ok((entries, false)),
                Ok(one) => entries.extend(one),
                Err(StoreError::Unreadable(_)) => return Ok((entries, true)),
                Err(error) => return Err(error.into()),
            }
        }
    }
}

/// Reads on until as many entries are found as were asked for, or there are no more.
async fn read(
    lookup: &mut Lookup,
    filter: &AuditFilter,
    mut before: Option<i64>,
    limit: i64,
    let_through: impl Fn(AuditAction) -> bool,
) -> Result<Vec<AuditItem>, Refusal> {
    let mut items = Vec::new();
    loop {
        let mut reader = lookup.platform().store.read().await?;
        let entries = reader.audit_trail(filter, before, limit).await?;
        drop(reader);
        let was_last = (entries.len() as i64) < limit;
        for entry in entries {
            before = Some(entry.sequence);
            if !let_through(entry.action) {
                continue;
            }
            if let Some(item) = lookup.of_entry(entry).await? {
                items.push(item);
            }
            if items.len() as i64 == limit {
                return Ok(items);
            }
        }
        if was_last {
            return Ok(items);
        }
    }
}

/// Stands for all entries up to a sequence.
struct Fingerprint {
    sequence: i64,
    hash: Vec<u8>,
}

impl Fingerprint {
    fn read(text: &str) -> Result<Self, Refusal> {
        let parsed = text.split_once('-').and_then(|(sequence, hash)| {
            let bytes = (0..hash.len())
                .step_by(2)
                .map(|at| u8::from_str_radix(hash.get(at..at + 2)?, 16).ok())
                .collect::<Option<Vec<u8>>>()?;
            let sequence: i64 = sequence.parse().ok()?;
            (bytes.len() == 32 && sequence > 0).then_some(Self {
                sequence,
                hash: bytes,
            })
        });
        parsed.ok_or_else(|| {
            let mut fields = Fields::default();
            fields.refuse(
                "/fingerprint",
                FieldCode::Malformed,
                "a fingerprint is a number, a hyphen and 64 letters and digits",
                [],
            );
            Refusal::Invalid(fields.into_vec())
        })
    }

    fn against(&self, hash: &[u8]) -> FingerprintState {
        if self.hash == hash {
            FingerprintState::Fits
        } else {
            FingerprintState::Differs
        }
    }
}

impl std::fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}-", self.sequence)?;
        self.hash
            .iter()
            .try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}
