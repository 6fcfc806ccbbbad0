//! A server that is killed at random moments while domains, people and products are created, changed, moved and
//! published, on SQLite and on PostgreSQL: what was acknowledged is there afterwards, nothing is half done, no audit
//! entry is without its change and no change without its entry, and the server is ready again.
//!
//! `campaign-kills [--count N] [--seed S]`; N kills on each database.

use std::{process::ExitCode, sync::Arc, time::Duration};

use mesh_store::{Store, StoreConfig};
use mesh_tests::{
    Database,
    campaign::{Clients, Known, Seeded, Server, on_both, settled, whole},
    new_postgres,
};

const SLICE: u64 = 6;
const CLIENTS: u64 = 6;
/// A kill comes at any moment of a publication and of several writes.
const LIFE_MAX_MILLISECONDS: u64 = 900;

#[tokio::main(flavor = "multi_thread", worker_threads = 2)]
async fn main() -> ExitCode {
    on_both("kills", SLICE, run).await
}

async fn run(database: Database, count: u64, seed: u64) -> Result<String, String> {
    let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
    let url = match database {
        Database::Sqlite => None,
        Database::Postgres => Some(new_postgres().await),
    };
    let mut random = Seeded(seed);
    let known = Arc::new(Known::default());
    let mut slowest = Duration::ZERO;
    let mut starts = Vec::new();
    let mut server = Server::start(folder.path(), url.as_deref(), &[])?;
    for kill in 1..=count {
        let clients = Clients::start(&server, &known, &mut random, CLIENTS).await?;
        tokio::time::sleep(Duration::from_millis(random.below(LIFE_MAX_MILLISECONDS))).await;
        server.kill();
        clients.end().await;
        let fault = |what: String| format!("after kill {kill}: {what}");
        let config = match &url {
            Some(url) => StoreConfig::Postgres(url.clone()),
            None => StoreConfig::Sqlite(folder.path().join("selvedge.db")),
        };
        let store = Store::connect(&config)
            .await
            .map_err(|error| fault(error.to_string()))?;
        whole(&store, &known).await.map_err(fault)?;
        store.close().await;
        server = Server::start(folder.path(), url.as_deref(), &[]).map_err(fault)?;
        slowest = slowest.max(server.ready_after);
        starts.push(server.ready_after);
    }
    let settled = settled(&server).await?;
    server.kill();
    starts.sort();
    let median = starts.get(starts.len() / 2).copied().unwrap_or_default();
    Ok(format!(
        "{count} kills, {} writes acknowledged, none lost; {settled}; ready again after {:.2} s (median), {:.2} s (slowest)",
        known.count(),
        median.as_secs_f64(),
        slowest.as_secs_f64(),
    ))
}
