//! A schema that has to change: a copy from before, or nothing happens.

use std::{
    path::Path,
    process::{Command, Output},
};

use mesh_store::{SCHEMA_VERSION, Store, StoreConfig, migrations};
use mesh_tests::new_postgres;
use sqlx::{Connection, PgConnection, SqliteConnection};
use tempfile::TempDir;

use crate::program;

fn run(words: &[&str], folder: &Path, url: Option<&str>, path: &str) -> Output {
    let mut command = Command::new(program());
    command
        .env("SELVEDGE_WORKER", mesh_tests::worker())
        .env_remove("SELVEDGE_DATABASE_URL")
        .env("PATH", path)
        .args(words)
        .arg("--data-dir")
        .arg(folder);
    if let Some(url) = url {
        command.args(["--database-url", url]);
    }
    command.output().expect("starts")
}

fn usual_path() -> String {
    std::env::var("PATH").expect("a path")
}

fn said(output: &Output) -> String {
    let (out, err) = (&output.stdout, &output.stderr);
    let text = String::from_utf8_lossy;
    format!("{}{}", text(out), text(err))
}

async fn version(config: &StoreConfig) -> i64 {
    let store = Store::connect(config).await.expect("connects");
    let version = store.schema_version().await.expect("reads");
    store.close().await;
    version
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_sqlite_database_is_copied_before_its_schema_changes() {
    let folder = TempDir::new().expect("a folder");
    let file = folder.path().join("selvedge.db");
    let url = format!("sqlite://{}?mode=rwc", file.display());
    let mut database = SqliteConnection::connect(&url).await.expect("makes it");
    let (first, _) = migrations().next().expect("the first schema");
    sqlx::raw_sql(first)
        .execute(&mut database)
        .await
        .expect("runs");
    let mark = "CREATE TABLE schema_version (version INTEGER NOT NULL) STRICT;
        INSERT INTO schema_version VALUES (1)";
    sqlx::raw_sql(mark)
        .execute(&mut database)
        .await
        .expect("runs");
    database.close().await.expect("closes");
    let earlier = folder.path().join("selvedge.before-schema-1.db");
    std::fs::write(&earlier, "left by an earlier change").expect("writes");

    let changed = run(&["migrate"], folder.path(), None, &usual_path());
    assert!(changed.status.success(), "{}", said(&changed));
    let told = format!("was version 1 and is version {SCHEMA_VERSION} now");
    assert!(said(&changed).contains(&told), "{}", said(&changed));
    assert_eq!(version(&StoreConfig::Sqlite(file)).await, SCHEMA_VERSION);
    let name = format!("selvedge.before-schema-{SCHEMA_VERSION}.db");
    let copy = folder.path().join(&name);
    assert!(said(&changed).contains(&name), "{}", said(&changed));
    assert_eq!(version(&StoreConfig::Sqlite(copy)).await, 1);
    assert!(!earlier.exists(), "only the newest copy stays");
    let again = run(&["migrate"], folder.path(), None, &usual_path());
    assert!(said(&again).contains("is up to date"), "{}", said(&again));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_postgresql_database_is_dumped_before_its_schema_changes_or_left_alone() {
    let folder = TempDir::new().expect("a folder");
    let nothing = folder.path().join("nothing");
    let nothing = nothing.to_str().expect("text");
    let old = || async {
        let url = new_postgres().await;
        let mut database = PgConnection::connect(&url).await.expect("connects");
        let (_, first) = migrations().next().expect("the first schema");
        sqlx::raw_sql(first)
            .execute(&mut database)
            .await
            .expect("runs");
        let mark = "CREATE TABLE schema_version (version BIGINT NOT NULL);
            INSERT INTO schema_version VALUES (1)";
        sqlx::raw_sql(mark)
            .execute(&mut database)
            .await
            .expect("runs");
        database.close().await.expect("closes");
        url
    };
    let url = old().await;
    let config = StoreConfig::Postgres(url.clone());
    let serve: &[&str] = &["serve", "--listen", "127.0.0.1:0"];
    for words in [&["migrate"], serve] {
        let refused = run(words, folder.path(), Some(&url), nothing);
        assert!(!refused.status.success());
        for sentence in [
            "pg_dump isn't installed here",
            "Nothing was changed",
            "--backup-done",
        ] {
            assert!(said(&refused).contains(sentence), "{}", said(&refused));
        }
        assert_eq!(version(&config).await, 1);
    }
    let words = ["migrate", "--backup-done"];
    let trusted = run(&words, folder.path(), Some(&url), nothing);
    assert!(trusted.status.success(), "{}", said(&trusted));
    assert_eq!(version(&config).await, SCHEMA_VERSION);

    let url = old().await;
    let dumped = run(&["migrate"], folder.path(), Some(&url), &usual_path());
    assert!(dumped.status.success(), "{}", said(&dumped));
    let config = StoreConfig::Postgres(url);
    assert_eq!(version(&config).await, SCHEMA_VERSION);
    let dump = format!("selvedge.before-schema-{SCHEMA_VERSION}.dump");
    let listed = Command::new("pg_restore")
        .arg("--list")
        .arg(folder.path().join(dump))
        .output()
        .expect("pg_restore starts");
    let listed = String::from_utf8_lossy(&listed.stdout).into_owned();
    assert!(listed.contains("TABLE DATA public domains"), "{listed}");
    assert!(
        !listed.contains("domain_roles"),
        "it is the schema from before"
    );
}
