//! Changes of the schema that are killed: before each write to the disk (SQLite) and before each message to the server
//! (PostgreSQL), from every older schema. Afterwards the database has the old schema or the new one, whole and with all
//! that it held; the copy from before is whole or not there; and the next try ends well.
//!
//! `campaign-upgrades [--count N]`; at most N kills for each older schema on each database, spread over all of them.

mod old;

use std::{
    path::{Path, PathBuf},
    process::{Command, ExitCode, Stdio},
};

use mesh_store::{SCHEMA_VERSION, Store, StoreConfig, verify_chain};
use mesh_tests::{
    Database,
    campaign::{Fault, Faults, on_both},
    new_postgres, worker,
};

use crate::old::Old;

const SLICE: u64 = 6;

#[tokio::main(flavor = "multi_thread", worker_threads = 2)]
async fn main() -> ExitCode {
    on_both("upgrades", SLICE, async |database, count, _| {
        let mut told = Vec::new();
        for from in 1..SCHEMA_VERSION {
            let ended = run(database, from, count).await;
            let ended = ended.map_err(|fault| format!("from schema {from}: {fault}"))?;
            told.push(format!("from schema {from}: {ended}"));
        }
        Ok(told.join("\n  "))
    })
    .await
}

/// A folder with an old database, or a PostgreSQL database beside it.
struct Place {
    folder: tempfile::TempDir,
    url: Option<String>,
}

impl Place {
    async fn new(database: Database, from: i64) -> Result<Self, String> {
        let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
        let url = match database {
            Database::Sqlite => None,
            Database::Postgres => Some(new_postgres().await),
        };
        let place = Self { folder, url };
        Old::write(&place.config(), from)
            .await
            .map_err(|error| error.to_string())?;
        Ok(place)
    }

    fn config(&self) -> StoreConfig {
        match &self.url {
            Some(url) => StoreConfig::Postgres(url.clone()),
            None => StoreConfig::Sqlite(self.folder.path().join("selvedge.db")),
        }
    }

    /// Runs `selvedge-server migrate`; answers whether it ended well.
    fn migrate(&self, faults: Option<&Faults>) -> Result<bool, String> {
        let mut command = Command::new(worker().with_file_name("selvedge-server"));
        command
            .env_remove("SELVEDGE_DATABASE_URL")
            .args(["migrate", "--data-dir"])
            .arg(self.folder.path())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        if let Some(url) = &self.url {
            command.args(["--database-url", url]);
        }
        if let Some(faults) = faults {
            command.envs(faults.environment(self.folder.path()));
        }
        let ended = command.status().map_err(|error| error.to_string())?;
        Ok(ended.success())
    }

    fn copy(&self) -> Option<PathBuf> {
        let ending = if self.url.is_some() { "dump" } else { "db" };
        let name = format!("selvedge.before-schema-{SCHEMA_VERSION}.{ending}");
        let copy = self.folder.path().join(name);
        copy.exists().then_some(copy)
    }

    /// Whether the database is the old one or the new one, whole.
    async fn check(&self, from: i64) -> Result<bool, String> {
        let text = |error: mesh_store::StoreError| error.to_string();
        let store = Store::connect(&self.config()).await.map_err(text)?;
        let version = store.schema_version().await.map_err(text)?;
        let changed = version == SCHEMA_VERSION;
        if changed {
            let mut read = store.read().await.map_err(text)?;
            let entries = read.audit_entries(0, i64::MAX).await.map_err(text)?;
            verify_chain(&entries)
                .map_err(|broken| format!("the audit breaks at {}", broken.sequence))?;
        }
        store.close().await;
        if !changed && version != from {
            return Err(format!("the schema is at version {version}"));
        }
        let shape = old::shape(&self.config())
            .await
            .map_err(|error| error.to_string())?;
        let whole = old::shape_of(&self.config(), version).await?;
        if shape != whole {
            return Err(format!("the schema isn't that of version {version}"));
        }
        Old::check(&self.config()).await?;
        if self.url.is_none()
            && let Some(copy) = self.copy()
        {
            check_copy(&copy, from).await?;
        }
        if changed && self.copy().is_none() {
            return Err("the schema was changed without a copy".to_owned());
        }
        Ok(changed)
    }
}

async fn check_copy(copy: &Path, from: i64) -> Result<(), String> {
    let config = StoreConfig::Sqlite(copy.to_owned());
    let store = Store::connect(&config)
        .await
        .map_err(|error| format!("the copy: {error}"))?;
    let version = store.schema_version().await;
    store.close().await;
    match version {
        Ok(version) if version == from => Old::check(&config).await,
        other => Err(format!("the copy has another schema: {other:?}")),
    }
}

async fn run(database: Database, from: i64, count: u64) -> Result<String, String> {
    let text = |error: std::io::Error| error.to_string();
    let plan = tempfile::tempdir().map_err(text)?;
    let faults = Faults::new(plan.path().join("plan")).map_err(text)?;
    let fault = match database {
        Database::Sqlite => Fault::KillAtWrite,
        Database::Postgres => Fault::KillAtSend,
    };
    // Once without a kill, to learn how many moments there are.
    let place = Place::new(database, from).await?;
    faults.arm(fault, u64::MAX >> 1).map_err(text)?;
    if !place.migrate(Some(&faults))? || !place.check(from).await? {
        return Err("it doesn't end well even when nobody kills it".to_owned());
    }
    let moments = faults.seen().map_err(text)? as u64;
    if moments < 3 {
        return Err(format!("only {moments} moments were seen"));
    }
    let kills = count.min(moments);
    let (mut old, mut late) = (0, 0);
    for kill in 1..=kills {
        let moment = kill * moments / kills;
        let told = |what: String| format!("killed before moment {moment} of {moments}: {what}");
        let place = Place::new(database, from).await?;
        faults.arm(fault, moment).map_err(text)?;
        let ended = place.migrate(Some(&faults)).map_err(told)?;
        let struck = faults.struck().map_err(text)? > 0;
        faults.disarm().map_err(text)?;
        if !struck && !ended {
            return Err(told("it failed although nobody killed it".to_owned()));
        }
        // A write more or less from run to run: near the end the moment may never come.
        late += u64::from(!struck);
        old += u64::from(!place.check(from).await.map_err(told)?);
        if !place.migrate(None).map_err(told)? || !place.check(from).await.map_err(told)? {
            return Err(told("the next try doesn't end well".to_owned()));
        }
    }
    if late * 2 > kills {
        return Err(format!("{late} of {kills} kills came too late"));
    }
    Ok(format!(
        "{} kills at {moments} moments ({late} came too late): {old} left the old schema, {} the new one, 0 anything else",
        kills - late,
        kills - old
    ))
}
