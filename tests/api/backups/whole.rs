//! What comes back is what was there, without what lets somebody in.

use std::path::{Path, PathBuf};

use http::{Method, StatusCode};
use mesh_model::Credentials;
use mesh_tests::Mesh;
use serde_json::json;
use sqlx::Row;
use tempfile::TempDir;

use super::{PASSPHRASE, audit, back_up, furnished, restored, seen, sqlite, with_new_token};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_restored_workspace_equals_its_original_and_lets_nobody_in() {
    let (mesh, owner) = furnished().await;
    let before = seen(&mesh, &owner).await;
    let place = TempDir::new().expect("a folder");
    let file = place.path().join("mesh.selvedge-backup");
    back_up(&mesh, &file).await;
    let original = audit(mesh.folder()).await;

    let folder = TempDir::new().expect("a folder");
    let told = restored(&file, PASSPHRASE, folder.path(), false)
        .await
        .expect("restores");
    assert_eq!((told.revoked, told.put_aside), (0, None));
    let after = audit(folder.path()).await;
    let kept = usize::try_from(told.about.last_audit_sequence).expect("a count");
    assert_eq!(
        after[..kept],
        original[..kept],
        "the chain goes on where it ended"
    );
    assert_eq!(after.len(), kept + 1);
    assert!(after[kept].contains("restore_workspace"), "{}", after[kept]);
    assert!(
        after[kept - 1].contains("create_backup"),
        "{}",
        after[kept - 1]
    );

    let twin = Mesh::open_in(folder, None).await;
    for old in [&owner, &mesh.administrator] {
        let answer = twin.call(Some(old), Method::GET, "/session", None).await;
        assert_eq!(
            answer.status,
            StatusCode::UNAUTHORIZED,
            "old tokens are void"
        );
    }
    let new = with_new_token(&twin, &owner).await;
    assert_eq!(seen(&twin, &new).await, before);
    let domain = twin.domain("Customers", owner.principal.id).await;
    let published = twin.publish(&new, &domain, "Visits", "id\n1\n").await;
    assert_eq!(published["state"], "succeeded", "work goes on: {published}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_secret_leaves_with_a_backup() {
    let (mesh, owner) = furnished().await;
    let link = mesh
        .platform
        .sign_in()
        .sign_in_link(&mesh.administrator.principal, owner.principal.id)
        .await
        .expect("a link");
    let code = link.url.rsplit('=').next().unwrap_or_default();
    let (_, ticket) = mesh.platform.sign_in().redeem(code).await.expect("redeems");
    let completion = serde_json::from_value(json!({ "password": "canary password 4711" }));
    mesh.platform
        .sign_in()
        .complete(&ticket, completion.expect("a completion"))
        .await
        .expect("chooses a password");
    let credentials = Credentials {
        email: "owner@mesh.example".to_owned(),
        password: "canary password 4711".to_owned(),
    };
    mesh.platform
        .sign_in()
        .with_password(credentials)
        .await
        .expect("signs in");
    std::fs::write(mesh.folder().join("demo-tokens.json"), "{}").expect("writes");

    let mut canaries: Vec<Vec<u8>> = Vec::new();
    let mut database = sqlite(mesh.folder()).await;
    for (column, table) in [
        ("secret_hash", "sessions"),
        ("secret_hash", "access_tokens"),
        ("code_hash", "set_up_links"),
        ("ticket_hash", "set_up_links"),
        ("CAST(password_hash AS BLOB)", "people"),
    ] {
        let sql = format!("SELECT {column} FROM {table} WHERE {column} IS NOT NULL");
        let rows = sqlx::query(sqlx::AssertSqlSafe(sql))
            .fetch_all(&mut database)
            .await;
        let found = rows.expect("rows");
        assert!(!found.is_empty(), "there is a canary in {table}");
        canaries.extend(found.iter().map(|row| row.get::<Vec<u8>, _>(0)));
    }
    drop(database);

    let place = TempDir::new().expect("a folder");
    let file = place.path().join("mesh.selvedge-backup");
    back_up(&mesh, &file).await;
    let sealed = std::fs::read(&file).expect("reads");
    assert!(
        !holds(&sealed, b"Sales") && !holds(&sealed, b"selvedge.db"),
        "it is sealed"
    );
    let folder = place.path().join("restored");
    restored(&file, PASSPHRASE, &folder, false)
        .await
        .expect("restores");
    assert!(!folder.join("demo-tokens.json").exists());
    let mut looked_at = 0;
    for path in files_below(&folder) {
        let bytes = std::fs::read(&path).expect("reads");
        for canary in &canaries {
            assert!(!holds(&bytes, canary), "{} holds a secret", path.display());
        }
        looked_at += 1;
    }
    assert!(looked_at > 4);
    let told = audit(mesh.folder()).await.join("\n");
    assert!(
        !told.contains(PASSPHRASE),
        "the passphrase is written nowhere"
    );
}

fn holds(bytes: &[u8], canary: &[u8]) -> bool {
    bytes.windows(canary.len()).any(|window| window == canary)
}

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).expect("reads") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files.extend(files_below(&path));
        } else {
            files.push(path);
        }
    }
    files
}
