//! A workspace that is backed up comes back whole, or not at all.

mod asking;
mod busy;
mod damage;
mod revocations;
mod whole;

use std::{fs::File, path::Path, sync::Arc};

use http::{Method, Request, StatusCode, header};
use http_body_util::BodyExt;
use mesh_model::{AccessTokenInput, Role};
use mesh_platform::backup::{
    BackupProgress, Passphrase, RestoreRefusal, RestoreTarget, Restored, restore,
};
use mesh_tests::{Caller, Database, Mesh};
use serde_json::{Value, json};
use sqlx::{Connection, SqliteConnection};
use tower::ServiceExt;

const PASSPHRASE: &str = "warp, weft and a red thread";

/// Backs the workspace up by the API and saves the file.
async fn back_up(mesh: &Mesh, to: &Path) {
    let by = Some(&mesh.administrator);
    let input = json!({ "passphrase": PASSPHRASE });
    let begun = mesh
        .call(by, Method::POST, "/workspace/backups", Some(input))
        .await;
    assert_eq!(begun.status, StatusCode::ACCEPTED, "{}", begun.body);
    let path = format!(
        "/workspace/backups/{}",
        begun.body["id"].as_str().unwrap_or_default()
    );
    for _ in 0..600 {
        let now = mesh.call(by, Method::GET, &path, None).await;
        assert_ne!(now.body["state"], "failed", "{}", now.body);
        if now.body["state"] == "ready" {
            save(mesh, &path, to).await;
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    panic!("the backup doesn't end");
}

async fn save(mesh: &Mesh, path: &str, to: &Path) {
    let request = || {
        Request::get(format!("/api/v1{path}/content"))
            .header(
                header::AUTHORIZATION,
                format!("Bearer {}", mesh.administrator.token),
            )
            .body(axum::body::Body::empty())
            .expect("a request")
    };
    let response = mesh
        .router
        .clone()
        .oneshot(request())
        .await
        .expect("answers");
    assert_eq!(response.status(), StatusCode::OK);
    let disposition = response.headers()[header::CONTENT_DISPOSITION]
        .to_str()
        .expect("text")
        .to_owned();
    assert!(disposition.ends_with(".selvedge-backup\""), "{disposition}");
    let bytes = response
        .into_body()
        .collect()
        .await
        .expect("a whole body")
        .to_bytes();
    std::fs::write(to, bytes).expect("writes");
    let again = mesh
        .router
        .clone()
        .oneshot(request())
        .await
        .expect("answers");
    assert_eq!(again.status(), StatusCode::NOT_FOUND, "handed out once");
    let left = std::fs::read_dir(mesh.folder().join("backups")).expect("a folder");
    assert_eq!(left.count(), 0, "nothing stays behind");
}

async fn restored(
    file: &Path,
    passphrase: &str,
    folder: &Path,
    replace: bool,
) -> Result<Restored, RestoreRefusal> {
    let target = RestoreTarget {
        folder: folder.to_owned(),
        replace,
        siblings: Vec::new(),
    };
    restore(
        File::open(file).expect("opens"),
        Passphrase::from(passphrase.to_owned()),
        target,
        Arc::new(BackupProgress::default()),
    )
    .await
}

/// A workspace with something of everything: people, domains, a product with two versions, and ways in.
async fn furnished() -> (Mesh, Caller) {
    let mesh = Mesh::open(Database::Sqlite).await;
    let owner = mesh.person("Owner", Some(Role::Member)).await;
    mesh.person("Stew Ward", Some(Role::Steward)).await;
    let domain = mesh.domain("Sales", owner.principal.id).await;
    mesh.domain("Logistics", owner.principal.id).await;
    let first = mesh
        .publish(&owner, &domain, "Orders", "id,old\n1,a\n")
        .await;
    assert_eq!(first["state"], "succeeded", "{first}");
    let upload = mesh
        .upload(&owner, "second.csv", b"id,new\n1,x\n2,y\n")
        .await;
    let asked =
        json!({ "uploadId": upload, "columns": [], "dataProductId": first["dataProductId"] });
    let started = mesh
        .call(Some(&owner), Method::POST, "/publications", Some(asked))
        .await;
    let id = started.body["id"].as_str().unwrap_or_default().to_owned();
    assert_eq!(mesh.ended(&owner, &id).await["state"], "succeeded");
    (mesh, owner)
}

/// Everything that one can see of a workspace.
async fn seen(mesh: &Mesh, owner: &Caller) -> Vec<Value> {
    let product = mesh
        .call(Some(owner), Method::GET, "/data-products/orders", None)
        .await;
    let product = product.body["id"].as_str().unwrap_or_default().to_owned();
    let of_product = |rest: &str| format!("/data-products/{product}{rest}");
    let mut seen = Vec::new();
    for path in [
        "/workspace",
        "/people",
        "/domains",
        "/domains/sales",
        "/data-products",
        &of_product("/versions"),
        &of_product("/rows?version=1"),
        &of_product("/rows?version=2"),
    ] {
        let answer = mesh.call(Some(owner), Method::GET, path, None).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.body);
        let text = answer.body.to_string();
        // The page of a product names the folder of its table, which is another one now.
        seen.push(serde_json::from_str(&text.replace(&folder_of(mesh), "")).expect("JSON"));
    }
    seen
}

fn folder_of(mesh: &Mesh) -> String {
    let folder = mesh.folder().canonicalize().expect("is there");
    folder.display().to_string()
}

async fn with_new_token(mesh: &Mesh, who: &Caller) -> Caller {
    let input = AccessTokenInput {
        name: "After".to_owned(),
        expires_in_days: 1,
    };
    let made = mesh
        .platform
        .access_tokens()
        .create(&who.principal, input)
        .await;
    Caller {
        principal: who.principal.clone(),
        token: made.expect("makes a token").secret,
    }
}

async fn sqlite(folder: &Path) -> SqliteConnection {
    let url = format!("sqlite:{}", folder.join("selvedge.db").display());
    SqliteConnection::connect(&url)
        .await
        .expect("opens the database")
}

async fn audit(folder: &Path) -> Vec<String> {
    let mut database = sqlite(folder).await;
    sqlx::query_scalar("SELECT entry FROM audit_entries ORDER BY sequence")
        .fetch_all(&mut database)
        .await
        .expect("an audit")
}
