//! A disk that is full or fails at the n-th write, while domains, people and products are created, changed, moved and
//! published: nothing that was acknowledged is lost, nothing is half done, reads go on, and once the disk is well again
//! so is the server, without a restart.
//!
//! `campaign-disk [--count N] [--seed S]`; for each n up to N three faults: full, failing, and failing once. With
//! PostgreSQL it is the disk of the workspace's folder that fails, not the database's own.

use std::{
    path::Path,
    process::ExitCode,
    sync::Arc,
    time::{Duration, Instant},
};

use mesh_store::{Store, StoreConfig};
use mesh_tests::{
    Database,
    campaign::{Fault, Faults, Known, Seeded, Server, Writer, on_both, settled, whole},
    new_postgres,
};
use sqlx::{Connection, SqliteConnection};

const SLICE: u64 = 9;
const FAULTS: [Fault; 3] = [Fault::Full, Fault::Failing, Fault::Once];
/// What reads must answer while nothing can be written.
const READ: [&str; 5] = [
    "/domains",
    "/data-products",
    "/people",
    "/search?q=thing",
    "/session",
];
/// Writes that are tried while nothing can be written.
const TRIED: u32 = 4;
/// A publication can't even be recorded as failed while nothing can be written.
const PATIENCE: Duration = Duration::from_millis(500);
/// After which a server must write again.
const RECOVERY: Duration = Duration::from_secs(5);
/// More than the writes of any fault's turn.
const TURNS_MAX: u32 = 2_000;
const CHECKED_EVERY: u64 = 25;

#[tokio::main(flavor = "multi_thread", worker_threads = 2)]
async fn main() -> ExitCode {
    on_both("disk", SLICE, run).await
}

async fn run(database: Database, count: u64, seed: u64) -> Result<String, String> {
    let text = |error: std::io::Error| error.to_string();
    let folder = tempfile::tempdir().map_err(text)?;
    let plan = tempfile::tempdir().map_err(text)?;
    let faults = Faults::new(plan.path().join("plan")).map_err(text)?;
    let environment = faults.environment(folder.path());
    let url = match database {
        Database::Sqlite => None,
        Database::Postgres => Some(new_postgres().await),
    };
    let known = Arc::new(Known::default());
    let mut server = Server::start(folder.path(), url.as_deref(), &environment)?;
    let mut writer = Writer::new(&server, &known, Seeded(seed)).await?;
    writer.patience = PATIENCE;
    let mut slowest = Duration::ZERO;
    for n in 1..=count {
        for fault in FAULTS {
            let told = |what: String| format!("{fault:?} at write {n}: {what}");
            faults.arm(fault, n).map_err(text)?;
            suffer(&mut writer, &faults, fault).await.map_err(told)?;
            faults.disarm().map_err(text)?;
            let recovered = recover(&mut writer).await.map_err(told)?;
            slowest = slowest.max(recovered);
        }
        if n % CHECKED_EVERY == 0 || n == count {
            check(folder.path(), url.as_deref(), &known)
                .await
                .map_err(|what| format!("after the faults at write {n}: {what}"))?;
        }
    }
    let products = settled(&server).await?;
    server.kill();
    drop(server);
    let mut server = Server::start(folder.path(), url.as_deref(), &[])?;
    check(folder.path(), url.as_deref(), &known).await?;
    server.kill();
    Ok(format!(
        "{} faults, {} writes acknowledged, none lost; {products}; writing again after {:.2} s at most, without a restart",
        count * FAULTS.len() as u64,
        known.count(),
        slowest.as_secs_f64(),
    ))
}

/// Writes until the fault has struck, then reads and goes on trying.
async fn suffer(writer: &mut Writer, faults: &Faults, fault: Fault) -> Result<(), String> {
    let gone = "the server ended".to_owned();
    let mut turns = 0;
    while faults.struck().map_err(|error| error.to_string())? == 0 {
        writer.one().await.ok_or(gone.clone())?;
        turns += 1;
        if turns > TURNS_MAX {
            return Err("it never comes to that write".to_owned());
        }
    }
    if fault == Fault::Once {
        return Ok(());
    }
    for _ in 0..TRIED {
        writer.domain().await.ok_or(gone.clone())?;
    }
    for path in READ {
        let status = writer.read(path).await.ok_or(gone.clone())?;
        if status != 200 {
            return Err(format!("reading {path} answers {status}"));
        }
    }
    Ok(())
}

async fn recover(writer: &mut Writer) -> Result<Duration, String> {
    let since = Instant::now();
    while since.elapsed() < RECOVERY {
        if writer.domain().await.ok_or("the server ended")? {
            return Ok(since.elapsed());
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    Err("it doesn't write again although the disk is well".to_owned())
}

async fn check(folder: &Path, url: Option<&str>, known: &Known) -> Result<(), String> {
    let file = folder.join("selvedge.db");
    let config = match url {
        Some(url) => StoreConfig::Postgres(url.to_owned()),
        None => StoreConfig::Sqlite(file.clone()),
    };
    if url.is_none() {
        let text = |error: sqlx::Error| error.to_string();
        let mut database = SqliteConnection::connect(&format!("sqlite://{}", file.display()))
            .await
            .map_err(text)?;
        let told: String = sqlx::query_scalar("PRAGMA integrity_check")
            .fetch_one(&mut database)
            .await
            .map_err(text)?;
        database.close().await.map_err(text)?;
        if told != "ok" {
            return Err(format!("the database is damaged: {told}"));
        }
    }
    let store = Store::connect(&config)
        .await
        .map_err(|error| error.to_string())?;
    let checked = whole(&store, known).await;
    store.close().await;
    checked
}
