//! What must hold after a kill.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use mesh_model::{AuditAction, AuditEntry, DataProductId};
use mesh_store::{Store, verify_chain};
use serde_json::Value;
use uuid::Uuid;

use super::Server;

const SETTLING: Duration = Duration::from_secs(30);

/// What was acknowledged.
#[derive(Debug, Default)]
pub struct Known(Mutex<Acknowledged>);

#[derive(Debug, Default)]
struct Acknowledged {
    writes: u64,
    revisions: BTreeMap<Uuid, i64>,
    published: BTreeSet<Uuid>,
    blamed: Option<String>,
}

impl Known {
    fn lock(&self) -> MutexGuard<'_, Acknowledged> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A thing was acknowledged at a revision.
    pub fn acknowledge(&self, id: &str, revision: i64) {
        let Ok(id) = id.parse() else { return };
        let mut known = self.lock();
        known.writes += 1;
        let least = known.revisions.entry(id).or_default();
        *least = revision.max(*least);
    }

    /// An applied plan was acknowledged, with whatever domain it was about.
    pub fn acknowledge_plan(&self, applied: &Value) {
        let id = applied["plan"]["domainId"].as_str().unwrap_or_default();
        self.acknowledge(id, 2);
    }

    /// A publication was seen to have succeeded.
    pub fn publish(&self, product: &str) {
        let Ok(id) = product.parse() else { return };
        let mut known = self.lock();
        known.writes += 1;
        known.published.insert(id);
    }

    /// Something happened that must never happen, whatever else fails.
    pub fn blame(&self, what: String) {
        self.lock().blamed.get_or_insert(what);
    }

    /// How many writes were acknowledged.
    pub fn count(&self) -> u64 {
        self.lock().writes
    }
}

/// Checks that the audit is whole, that each change has its entry and each entry its change, and that nothing that was
/// acknowledged is lost.
///
/// # Errors
/// What doesn't hold.
pub async fn whole(store: &Store, known: &Known) -> Result<(), String> {
    if let Some(blamed) = &known.lock().blamed {
        return Err(blamed.clone());
    }
    let text = |error: mesh_store::StoreError| error.to_string();
    let mut read = store.read().await.map_err(text)?;
    let entries = read.audit_entries(0, i64::MAX).await.map_err(text)?;
    verify_chain(&entries).map_err(|broken| format!("the audit breaks at {}", broken.sequence))?;
    let mut told: BTreeMap<Uuid, i64> = BTreeMap::new();
    let mut domains = 0;
    for entry in &entries {
        let entry: AuditEntry =
            serde_json::from_str(&entry.entry).map_err(|error| error.to_string())?;
        match entry.action {
            AuditAction::CreateDomain => {
                domains += 1;
                told.insert(entry.resource, 1);
            }
            AuditAction::UpdateDomain
            | AuditAction::RenameDomain
            | AuditAction::MoveDomain
            | AuditAction::RetireDomain
            | AuditAction::ReopenDomain => {
                *told.entry(entry.resource).or_default() += 1;
            }
            _ => {}
        }
        let made = matches!(
            entry.action,
            AuditAction::CreatePerson | AuditAction::CreateDataProduct
        );
        if made && read.revision(entry.resource).await.map_err(text)?.is_none() {
            return Err(format!("entry {} tells of nothing", entry.sequence));
        }
    }
    for (id, revision) in &told {
        let found = read.revision(*id).await.map_err(text)?;
        if found != Some(*revision) {
            return Err(format!(
                "domain {id} is at {found:?}, its entries tell of {revision}"
            ));
        }
    }
    let rows = read.domain_names().await.map_err(text)?.len();
    if rows != domains {
        return Err(format!("{rows} domains, {domains} entries of creation"));
    }
    let (revisions, published) = {
        let known = known.lock();
        (known.revisions.clone(), known.published.clone())
    };
    for (id, least) in revisions {
        let found = read.revision(id).await.map_err(text)?;
        if found.is_none_or(|found| found < least) {
            return Err(format!(
                "{id} was acknowledged at {least} and is at {found:?}"
            ));
        }
    }
    for id in published {
        let product = read.data_product(DataProductId(id)).await.map_err(text)?;
        if product.is_none_or(|product| product.current_version.is_none()) {
            return Err(format!("product {id} was published and isn't any more"));
        }
    }
    Ok(())
}

/// Waits until what was cut off was taken up, and checks that every published product reads its rows.
///
/// # Errors
/// What doesn't hold.
pub async fn settled(server: &Server) -> Result<String, String> {
    let http = reqwest::Client::new();
    let get = async |path: String| -> Result<Value, String> {
        let answer = http
            .get(format!("{}/api/v1{path}", server.url))
            .bearer_auth(&server.token)
            .send()
            .await
            .map_err(|error| error.to_string())?;
        let text = answer.text().await.map_err(|error| error.to_string())?;
        serde_json::from_str(&text).map_err(|error| error.to_string())
    };
    let deadline = tokio::time::Instant::now() + SETTLING;
    loop {
        let running = get("/publications?state=running".to_owned()).await?;
        let running = running["items"].as_array().map_or(0, Vec::len);
        if running == 0 {
            break;
        }
        if tokio::time::Instant::now() > deadline {
            return Err(format!("{running} publications never end"));
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    let (mut read, mut drafts, mut token) = (0, 0, String::new());
    loop {
        let page = get(format!("/data-products?pageSize=500{token}")).await?;
        for product in page["items"].as_array().into_iter().flatten() {
            let Some(rows) = product["currentVersion"]["rowCount"].as_i64() else {
                drafts += 1;
                continue;
            };
            if product["can"]["readRows"] != true {
                continue;
            }
            let id = product["id"].as_str().unwrap_or_default();
            let page = get(format!("/data-products/{id}/rows")).await?;
            if page["rowCount"].as_i64() != Some(rows) {
                return Err(format!("product {id} doesn't read its {rows} rows: {page}"));
            }
            read += 1;
        }
        match page["nextPageToken"].as_str() {
            Some(next) => token = format!("&pageToken={next}"),
            None => break,
        }
    }
    Ok(format!(
        "{read} published products read their rows, {drafts} never came to a version"
    ))
}
