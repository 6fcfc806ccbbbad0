//! The feed of changes: from the outbox to the search index, then to open screens.

use std::{
    collections::HashSet,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use futures::{Stream, StreamExt, stream};
use mesh_model::{Change, ChangeKind, ChangeType, DataProductId, DomainId, PublicationId};
use mesh_policy::Intent;
use mesh_store::Sight;
use tokio::sync::{Mutex, broadcast};
use tokio_stream::wrappers::{BroadcastStream, errors::BroadcastStreamRecvError};

use crate::{Platform, Principal, Refusal, search};

const BATCH: i64 = 500;
const WAITING: usize = 1_024;

/// Changes, as one person may know of them.
pub type ChangeStream = std::pin::Pin<Box<dyn Stream<Item = Change> + Send>>;

pub(crate) struct Feed {
    sender: broadcast::Sender<Change>,
    pub(crate) indexed: AtomicBool,
}

impl Feed {
    pub(crate) fn new() -> Self {
        Self {
            sender: broadcast::Sender::new(WAITING),
            indexed: AtomicBool::new(false),
        }
    }
}

/// Follows the outbox for as long as the workspace is open.
pub(crate) async fn follow(platform: Platform, mut last: i64) {
    let mut commits = platform.store.commits();
    if let Err(error) = search::rebuild(&platform).await {
        tracing::error!(%error, "the search index could not be built");
    }
    platform.shared.feed.indexed.store(true, Ordering::Release);
    loop {
        match next(&platform, last).await {
            Ok(changes) if !changes.is_empty() => {
                if let Err(error) = search::refresh(&platform, &changes).await {
                    tracing::error!(%error, "the search index could not be refreshed");
                }
                let renamed = |change: &Change| change.change_type == ChangeType::WorkspaceUpdated;
                if changes.iter().any(renamed)
                    && let Err(error) = platform.learn_name().await
                {
                    tracing::warn!(%error, "the workspace's new name could not be read");
                }
                for change in changes {
                    last = change.sequence;
                    // Nobody listening is no fault.
                    let _ = platform.shared.feed.sender.send(change);
                }
                continue;
            }
            Ok(_) => {}
            Err(error) => tracing::warn!(%error, "the outbox could not be read"),
        }
        // Another server's commits on a shared database make no sound here.
        let patience = if platform.store.is_shared() {
            Duration::from_secs(1)
        } else {
            Duration::from_secs(30)
        };
        let _ = tokio::time::timeout(patience, commits.changed()).await;
    }
}

async fn next(platform: &Platform, last: i64) -> Result<Vec<Change>, Refusal> {
    Ok(platform.store.read().await?.changes(last, BATCH).await?)
}

impl Platform {
    /// Changes from now on, or from after a sequence that was seen before.
    ///
    /// A listener that falls far behind sees its stream end and asks again with the last sequence it saw.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`], or that the database failed.
    pub async fn changes(
        &self,
        by: &Principal,
        seen: Option<i64>,
    ) -> Result<ChangeStream, Refusal> {
        self.require(by, Intent::SeeCatalog).await?;
        let live = BroadcastStream::new(self.shared.feed.sender.subscribe());
        let mut missed = Vec::new();
        if let Some(mut seen) = seen {
            loop {
                let batch = next(self, seen).await?;
                let Some(last) = batch.last() else { break };
                seen = last.sequence;
                missed.extend(batch);
            }
        }
        let told = missed.last().map_or(0, |change| change.sequence);
        let unseen = self.unseen_by(by).await?;
        let (platform, by) = (self.clone(), by.clone());
        let unseen = Arc::new(Mutex::new(unseen));
        let visible = move |change: Change| {
            let (platform, by, unseen) = (platform.clone(), by.clone(), unseen.clone());
            async move {
                let mut unseen = unseen.lock().await;
                match platform.may_know(&by, &change, &mut unseen).await {
                    Ok(true) => Some(change),
                    Ok(false) => None,
                    Err(error) => {
                        tracing::warn!(%error, "whether a change may be told could not be read");
                        None
                    }
                }
            }
        };
        let live = live
            .take_while(|item| {
                futures::future::ready(!matches!(item, Err(BroadcastStreamRecvError::Lagged(_))))
            })
            .filter_map(move |item| {
                futures::future::ready(item.ok().filter(|change| change.sequence > told))
            });
        Ok(Box::pin(
            stream::iter(missed).chain(live).filter_map(visible),
        ))
    }

    async fn unseen_by(&self, by: &Principal) -> Result<HashSet<DomainId>, Refusal> {
        let mut read = self.store.read().await?;
        Ok(read.hidden_domains(self.sight(by)).await?)
    }

    /// Whether the person may know of the thing that changed, or could until now: whoever looks at a domain that was
    /// just closed to them is told that it changed, so that it goes. `unseen` are the domains that they couldn't know of.
    async fn may_know(
        &self,
        by: &Principal,
        change: &Change,
        unseen: &mut HashSet<DomainId>,
    ) -> Result<bool, Refusal> {
        if change.kind == ChangeKind::Notification {
            return Ok(change.id == by.id.0);
        }
        let sight = self.sight(by);
        if sight == Sight::All {
            return Ok(true);
        }
        let mut read = self.store.read().await?;
        let hidden = read.hidden_domains(sight).await?;
        let before = std::mem::replace(unseen, hidden);
        if unseen.is_empty() {
            return Ok(true);
        }
        let domain = match change.kind {
            ChangeKind::Domain => Some(DomainId(change.id)),
            ChangeKind::DataProduct => read.domain_of_product(DataProductId(change.id)).await?,
            ChangeKind::Publication => match read.publication(PublicationId(change.id)).await? {
                Some(record) => {
                    read.domain_of_product(record.publication.data_product_id)
                        .await?
                }
                None => None,
            },
            ChangeKind::Team
            | ChangeKind::Person
            | ChangeKind::ServiceAccount
            | ChangeKind::Workspace
            | ChangeKind::Notification => None,
        };
        Ok(domain.is_none_or(|domain| !unseen.contains(&domain) || !before.contains(&domain)))
    }
}
