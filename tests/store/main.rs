//! What the mesh remembers, on both databases: whole or not at all, in order, and only what this program can read.

mod audit;

use std::time::Duration;

use futures::future::join_all;
use http::Method;
use mesh_model::{AuditEntry, Role};
use mesh_platform::{
    DataFolder, DataFolderError, EngineConfig, OpenError, Platform, PlatformConfig, Refusal,
    Safeguard, Store, StoreConfig, StoreError,
};
use mesh_store::{ChainedEntry, REGISTRY, verify_chain};
use mesh_tests::{Database, Mesh, new_postgres, on_both, worker};
use serde_json::json;
use sqlx::{Connection, PgConnection, SqliteConnection};
use tempfile::TempDir;

async fn store_of(mesh: &Mesh) -> Store {
    let config = match &mesh.database_url {
        Some(url) => StoreConfig::Postgres(url.clone()),
        None => StoreConfig::Sqlite(mesh.folder().join("selvedge.db")),
    };
    Store::connect(&config).await.expect("a second connection")
}

async fn entries(store: &Store) -> Vec<ChainedEntry> {
    store
        .read()
        .await
        .expect("reads")
        .audit_entries(0, i64::MAX)
        .await
        .expect("reads the audit")
}

on_both! {
    async fn whatever_refers_to_a_domain_or_a_person_is_registered(mesh) {
        let store = store_of(&mesh).await;
        let mut keys = store.read().await.expect("reads").keys_to_holders().await.expect("reads the schema");
        keys.sort_by_key(|key| (key.0.clone(), key.1.clone()));
        assert!(keys.len() > 15, "the schema's keys are found: {keys:?}");
        for (table, column, held) in &keys {
            let registered = REGISTRY.iter().any(|entry| entry.table == table && entry.column == column && entry.held == *held);
            assert!(registered, "{table}.{column} refers to a {held:?} and registers nothing");
        }
        assert_eq!(keys.len(), REGISTRY.len(), "nothing is registered that isn't there");
    }

    async fn each_change_leaves_one_entry_and_one_event_and_a_refused_one_none(mesh) {
        let store = store_of(&mesh).await;
        let owner = mesh.administrator.principal.id;
        mesh.domain("Sales", owner).await;
        let (audit, last) = (entries(&store).await, store.read().await.expect("reads").last_change().await.expect("reads"));
        let refused = json!({ "name": "Sales", "purpose": "P", "kind": "aggregate", "ownerIds": [owner] });
        let answer = mesh.call(Some(&mesh.administrator), Method::POST, "/domains", Some(refused)).await;
        assert_eq!(answer.code(), "invalid");
        assert_eq!(entries(&store).await.len(), audit.len());
        assert_eq!(store.read().await.expect("reads").last_change().await.expect("reads"), last);

        mesh.domain("Logistics", owner).await;
        let after = entries(&store).await;
        assert_eq!(after.len(), audit.len() + 1);
        assert_eq!(store.read().await.expect("reads").last_change().await.expect("reads"), last + 1);
        let told: AuditEntry = serde_json::from_str(&after[after.len() - 1].entry).expect("an entry");
        assert_eq!(told.by.map(|by| by.name).as_deref(), Some("Ada Okafor"));
        assert_eq!(told.after.map(|after| after["name"].clone()), Some(json!("Logistics")));
        assert_eq!(told.policies, ["makers-create-domains"]);
    }

    async fn the_audit_is_a_chain_in_which_every_manipulation_is_located(mesh) {
        let store = store_of(&mesh).await;
        for number in 0..12 {
            mesh.domain(&format!("Domain {number}"), mesh.administrator.principal.id).await;
        }
        let whole = entries(&store).await;
        assert_eq!(verify_chain(&whole), Ok(whole.len() as i64));
        for at in 0..whole.len() {
            let broken = |entries: &[ChainedEntry]| verify_chain(entries).expect_err("is noticed").sequence;
            let place = at as i64 + 1;
            let mut changed = whole.clone();
            changed[at].entry = changed[at].entry.replace("Ada", "Eve").replace("\"at\"", "\"at\" ");
            assert_eq!(broken(&changed), place, "changed");
            let mut rehashed = whole.clone();
            rehashed[at].hash[0] ^= 1;
            assert_eq!(broken(&rehashed), place, "rehashed");
            if at + 1 < whole.len() {
                let mut removed = whole.clone();
                removed.remove(at);
                assert_eq!(broken(&removed), place, "removed");
                let mut swapped = whole.clone();
                swapped.swap(at, at + 1);
                assert_eq!(broken(&swapped), place, "swapped");
            }
        }
    }

    async fn a_thousand_clients_that_go_away_leave_nothing_half_done(mesh) {
        let store = store_of(&mesh).await;
        let before = entries(&store).await.len();
        let asked = |number: usize| json!({
            "name": format!("Domain {number}"), "purpose": "P", "kind": "aggregate",
            "ownerIds": [mesh.administrator.principal.id],
        });
        for round in 0..20 {
            let calls = (0..50).map(|number| {
                let (mesh, body) = (&mesh, asked(round * 50 + number));
                // Each goes away a little later than the one before: at every await of a request.
                let patience = Duration::from_micros(60 * number as u64 + 7 * round as u64);
                async move {
                    let call = mesh.call(Some(&mesh.administrator), Method::POST, "/domains", Some(body));
                    let _ = tokio::time::timeout(patience, call).await;
                }
            });
            join_all(calls).await;
        }
        // Writes that had begun run to their end, some after this moment: what is compared is one moment.
        let names = async || store.read().await.expect("reads").domain_names().await.expect("reads").len();
        let (made, told) = loop {
            let made = names().await;
            let told = entries(&store).await.len();
            if names().await == made { break (made, told) }
        };
        assert_eq!(told, before + made, "an entry for each domain, and none without");
        verify_chain(&entries(&store).await).expect("a whole chain");
        if let Some(url) = &mesh.database_url {
            let mut connection = PgConnection::connect(url).await.expect("connects");
            let stuck: i64 = sqlx::query_scalar(
                "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in transaction%'",
            ).fetch_one(&mut connection).await.expect("asks the server");
            assert_eq!(stuck, 0, "a connection is idle in a transaction");
        }
        mesh.domain("One more", mesh.administrator.principal.id).await;
    }

    async fn a_database_of_a_newer_version_is_refused_and_left_alone(mesh) {
        let (folder, database_url) = mesh.close().await;
        const NEWER: &str = "INSERT INTO schema_version (version) VALUES (9999)";
        match &database_url {
            Some(url) => {
                let mut connection = PgConnection::connect(url).await.expect("connects");
                sqlx::query(NEWER).execute(&mut connection).await.expect("pretends");
            }
            None => {
                let file = format!("sqlite://{}", folder.path().join("selvedge.db").display());
                let mut connection = SqliteConnection::connect(&file).await.expect("connects");
                sqlx::query(NEWER).execute(&mut connection).await.expect("pretends");
                connection.close().await.expect("closes");
            }
        }
        let refused = open(&folder, database_url).await.expect_err("is refused");
        assert!(matches!(refused, OpenError::Store(StoreError::NewerSchema { found: 9999, .. })), "{refused}");
    }
}

async fn open(folder: &TempDir, database_url: Option<String>) -> Result<Platform, OpenError> {
    Platform::open(PlatformConfig {
        folder: DataFolder::open(folder.path()).expect("opens the folder"),
        database_url,
        engine: EngineConfig::new(worker()),
        kind: mesh_model::WorkspaceKind::Local,
        demo: false,
        local_person: Some("Ada".to_owned()),
    })
    .await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_damaged_database_is_refused() {
    let mesh = Mesh::open(Database::Sqlite).await;
    for number in 0..200 {
        mesh.domain(&format!("Domain {number}"), mesh.administrator.principal.id)
            .await;
    }
    let (folder, _) = mesh.close().await;
    let file = folder.path().join("selvedge.db");
    // What the log still holds would be written into the damaged file when it is opened.
    let _ = std::fs::remove_file(folder.path().join("selvedge.db-wal"));
    let whole = std::fs::read(&file).expect("reads the file");
    let mut torn = whole.clone();
    let middle = torn.len() / 2;
    torn[middle..].fill(0x5a);
    for damaged in [
        torn,
        b"this is no database, but somebody's letter to a friend".repeat(100),
    ] {
        std::fs::write(&file, &damaged).expect("damages it");
        let refused = open(&folder, None).await.expect_err("is refused");
        assert!(
            matches!(refused, OpenError::Store(StoreError::Corrupted(_))),
            "{refused:?}"
        );
        assert_eq!(
            std::fs::read(&file).expect("reads the file"),
            damaged,
            "it is left as it was"
        );
    }
    std::fs::write(&file, &whole).expect("restores it");
    open(&folder, None).await.expect("opens again");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_second_process_is_refused_while_the_first_is_open() {
    let mesh = Mesh::open(Database::Sqlite).await;
    let refused = DataFolder::open(mesh.folder()).expect_err("is refused");
    assert!(matches!(refused, DataFolderError::InUse(_)), "{refused}");
    let (folder, _) = mesh.close().await;
    DataFolder::open(folder.path()).expect("a closed workspace lets go of its folder");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn several_servers_that_start_at_once_migrate_once() {
    let url = new_postgres().await;
    let config = StoreConfig::Postgres(url);
    let opened = join_all((0..6).map(|_| Store::open(&config, Safeguard::Elsewhere))).await;
    assert!(opened.iter().all(Result::is_ok), "{opened:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_unreachable_database_says_so() {
    let folder = TempDir::new().expect("a folder");
    let url = "postgres://nobody@127.0.0.1:1/none".to_owned();
    let refused = open(&folder, Some(url)).await.expect_err("is refused");
    assert!(
        matches!(refused, OpenError::Store(StoreError::Unreachable(_))),
        "{refused:?}"
    );
}

/// A database that may not grow is what a full disk is to SQLite.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_full_disk_refuses_writes_and_serves_reads() {
    let mesh = Mesh::open(Database::Sqlite).await;
    mesh.person("Mira", Some(Role::Member)).await;
    let store = store_of(&mesh).await;
    let before = entries(&store).await.len();
    store.limit_pages(80).await.expect("limits the file");
    let mut made = 0;
    let full = loop {
        let long = format!("Domain {made} {}", "x".repeat(90));
        let refused: Result<(), Refusal> = store
            .write(move |tx| {
                let long = long.clone();
                Box::pin(async move {
                    let somebody = tx.read().first_administrator().await?.expect("somebody").id;
                    let input = mesh_model::DomainInput {
                        name: long.clone(),
                        purpose: "p".repeat(1_900),
                        parent_id: None,
                        kind: mesh_model::DomainKind::Aggregate,
                        owner_ids: vec![somebody],
                        steward_ids: Vec::new(),
                        team_id: None,
                        default_classification: mesh_model::Classification::Internal,
                        discoverability: mesh_model::Discoverability::Everyone,
                    };
                    let new = mesh_store::NewDomain {
                        id: mesh_model::DomainId::new(),
                        slug: mesh_model::readable_id(&long, "domain"),
                        name_key: mesh_model::fold(&long),
                        input,
                        created_by: somebody,
                        created_at: chrono::Utc::now(),
                    };
                    Ok(tx.insert_domain(&new).await?)
                })
            })
            .await;
        match refused {
            Ok(()) => made += 1,
            Err(refusal) => break refusal,
        }
        assert!(made < 10_000, "the file grows without end");
    };
    assert!(matches!(full, Refusal::StorageFull), "{full:?}");
    assert_eq!(
        store
            .read()
            .await
            .expect("reads")
            .domain_names()
            .await
            .expect("reads")
            .len(),
        made
    );
    assert_eq!(entries(&store).await.len(), before);
    store.limit_pages(1_000_000).await.expect("makes room");
    mesh.domain("There is room again", mesh.administrator.principal.id)
        .await;
}
