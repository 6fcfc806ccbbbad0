//! Clients that go away at random moments of a request, on SQLite and on PostgreSQL: nothing is half done, every
//! domain has its audit entry, no connection stays inside a transaction.
//!
//! `campaign-disconnects [--count N] [--seed S]`; N requests on each database.

use std::{collections::BTreeSet, process::ExitCode, time::Duration};

use futures::future::join_all;
use http::Method;
use mesh_platform::{Store, StoreConfig};
use mesh_store::verify_chain;
use mesh_tests::{
    Database, Mesh,
    campaign::{Seeded, on_both},
};
use serde_json::json;
use sqlx::{Connection, PgConnection};

const SLICE: u64 = 2_000;
const AT_ONCE: u64 = 50;
const PATIENCE_MAX_MICROSECONDS: u64 = 400_000;
/// After which no write may still be under way.
const SETTLING: Duration = Duration::from_secs(3);

#[tokio::main(flavor = "multi_thread", worker_threads = 2)]
async fn main() -> ExitCode {
    on_both("disconnects", SLICE, run).await
}

async fn run(database: Database, count: u64, seed: u64) -> Result<String, String> {
    let mesh = Mesh::open(database).await;
    let store = Store::connect(&match &mesh.database_url {
        Some(url) => StoreConfig::Postgres(url.clone()),
        None => StoreConfig::Sqlite(mesh.folder().join("selvedge.db")),
    })
    .await
    .map_err(|error| error.to_string())?;
    let before = audit_length(&store).await?;
    let mut random = Seeded(seed);
    let mut acknowledged = BTreeSet::new();
    let mut asked = 0;
    while asked < count {
        let calls: Vec<_> = (0..AT_ONCE.min(count - asked))
            .map(|number| {
                let name = format!("Domain {}", asked + number);
                let patience = Duration::from_micros(random.number() % PATIENCE_MAX_MICROSECONDS);
                let mesh = &mesh;
                async move {
                    let body = json!({
                        "name": name, "purpose": "P", "kind": "aggregate",
                        "ownerIds": [mesh.administrator.principal.id],
                    });
                    let call = mesh.call(
                        Some(&mesh.administrator),
                        Method::POST,
                        "/domains",
                        Some(body),
                    );
                    let answer = tokio::time::timeout(patience, call).await.ok()?;
                    (answer.status == http::StatusCode::CREATED).then_some(name)
                }
            })
            .collect();
        asked += calls.len() as u64;
        acknowledged.extend(join_all(calls).await.into_iter().flatten());
    }
    // Some writes that had begun end after this moment: what is compared is one moment.
    let (made, entries) = loop {
        let made = names(&store).await?;
        let entries = audit_length(&store).await?;
        if names(&store).await? == made {
            break (made, entries);
        }
    };
    if let Some(lost) = acknowledged.iter().find(|name| !made.contains(*name)) {
        return Err(format!("{lost} was acknowledged and is lost"));
    }
    if entries != before + made.len() as i64 {
        return Err(format!(
            "{} domains, {} audit entries",
            made.len(),
            entries - before
        ));
    }
    tokio::time::sleep(SETTLING).await;
    if let Some(url) = &mesh.database_url {
        let stuck = idle_in_transaction(url)
            .await
            .map_err(|error| error.to_string())?;
        if stuck > 0 {
            return Err(format!("{stuck} connections are idle in a transaction"));
        }
    }
    let (made, acknowledged) = (made.len(), acknowledged.len());
    Ok(format!(
        "{asked} asked, {acknowledged} acknowledged, {made} made, {} gone before the answer",
        asked - acknowledged as u64
    ))
}

async fn names(store: &Store) -> Result<BTreeSet<String>, String> {
    let mut read = store.read().await.map_err(|error| error.to_string())?;
    let names = read
        .domain_names()
        .await
        .map_err(|error| error.to_string())?;
    Ok(names.into_iter().map(|domain| domain.name).collect())
}

async fn audit_length(store: &Store) -> Result<i64, String> {
    let mut read = store.read().await.map_err(|error| error.to_string())?;
    let entries = read
        .audit_entries(0, i64::MAX)
        .await
        .map_err(|error| error.to_string())?;
    verify_chain(&entries).map_err(|broken| format!("the audit breaks at {}", broken.sequence))
}

async fn idle_in_transaction(url: &str) -> Result<i64, sqlx::Error> {
    let mut connection = PgConnection::connect(url).await?;
    let sql = "SELECT COUNT(*) FROM pg_stat_activity
        WHERE datname = current_database() AND state LIKE 'idle in transaction%'";
    sqlx::query_scalar(sql).fetch_one(&mut connection).await
}
