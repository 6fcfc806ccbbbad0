//! Asking for a backup, and the workspace's name.

use http::{Method, StatusCode};
use mesh_model::Role;
use mesh_tests::{Database, Mesh};
use serde_json::json;

use super::{PASSPHRASE, audit};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_short_passphrase_and_a_second_backup_are_refused() {
    let mesh = Mesh::open(Database::Sqlite).await;
    let by = Some(&mesh.administrator);
    let ask = |passphrase: &str| Some(json!({ "passphrase": passphrase }));
    let short = mesh
        .call(by, Method::POST, "/workspace/backups", ask("too short"))
        .await;
    assert_eq!(
        (short.status.as_u16(), short.field("/passphrase")),
        (422, "too_short")
    );
    let first = mesh
        .call(by, Method::POST, "/workspace/backups", ask(PASSPHRASE))
        .await;
    let second = mesh
        .call(by, Method::POST, "/workspace/backups", ask(PASSPHRASE))
        .await;
    assert_eq!(
        (second.status.as_u16(), &second.body["params"]["reason"]),
        (409, &json!("backup_running"))
    );
    let path = format!(
        "/workspace/backups/{}",
        first.body["id"].as_str().unwrap_or_default()
    );
    let early = mesh
        .call(by, Method::GET, &format!("{path}/content"), None)
        .await;
    assert_eq!(early.code(), "conflict");
    let other = mesh.person("Other", Some(Role::Administrator)).await;
    for method in [Method::GET, Method::DELETE] {
        let foreign = mesh.call(Some(&other), method, &path, None).await;
        assert_eq!(
            foreign.status,
            StatusCode::NOT_FOUND,
            "a backup is its maker's"
        );
    }
    let gone = mesh.call(by, Method::DELETE, &path, None).await;
    assert_eq!(gone.status, StatusCode::NO_CONTENT);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn postgres_says_how_it_is_backed_up() {
    let mesh = Mesh::open(Database::Postgres).await;
    let input = Some(json!({ "passphrase": PASSPHRASE }));
    let refused = mesh
        .call(
            Some(&mesh.administrator),
            Method::POST,
            "/workspace/backups",
            input,
        )
        .await;
    assert_eq!(
        (refused.status.as_u16(), &refused.body["params"]["reason"]),
        (409, &json!("backup_on_postgres"))
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_new_name_is_seen_at_once_and_written_down() {
    let mesh = Mesh::open(Database::Sqlite).await;
    let by = Some(&mesh.administrator);
    let blank = mesh
        .call(by, Method::PUT, "/workspace", Some(json!({ "name": "  " })))
        .await;
    assert_eq!(
        (blank.status.as_u16(), blank.field("/name")),
        (422, "required")
    );
    let renamed = mesh
        .call(
            by,
            Method::PUT,
            "/workspace",
            Some(json!({ "name": " Weavers’ guild " })),
        )
        .await;
    assert_eq!(
        (renamed.status, &renamed.body["name"]),
        (StatusCode::OK, &json!("Weavers’ guild"))
    );
    let session = mesh.call(by, Method::GET, "/session", None).await;
    assert_eq!(session.body["workspace"]["name"], "Weavers’ guild");
    let last = audit(mesh.folder()).await.pop().unwrap_or_default();
    assert!(
        last.contains("rename_workspace") && last.contains("My workspace"),
        "{last}"
    );
    let (folder, _) = mesh.close().await;
    let again = Mesh::open_in(folder, None).await;
    assert_eq!(again.platform.workspace().name, "Weavers’ guild");
}
