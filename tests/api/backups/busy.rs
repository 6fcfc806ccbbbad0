//! A backup is made while others work.

use http::Method;
use mesh_tests::Mesh;
use serde_json::json;
use tempfile::TempDir;

use super::{PASSPHRASE, back_up, furnished, restored, with_new_token};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_backup_holds_whole_versions_while_others_publish() {
    let (mesh, owner) = furnished().await;
    let domain = mesh.domain("Customers", owner.principal.id).await;
    let mut csv = String::from("id,text\n");
    for id in 0..100_000 {
        csv.push_str(&format!("{id},row number {id}\n"));
    }
    let id = mesh.begin_publishing(&owner, &domain, "Large", &csv).await;
    let place = TempDir::new().expect("a folder");
    for round in 0..3 {
        let file = place.path().join(format!("{round}"));
        back_up(&mesh, &file).await;
        let folder = TempDir::new().expect("a folder");
        restored(&file, PASSPHRASE, folder.path(), false)
            .await
            .expect("restores");
        let twin = Mesh::open_in(folder, None).await;
        let new = with_new_token(&twin, &owner).await;
        let large = twin
            .call(Some(&new), Method::GET, "/data-products/large", None)
            .await;
        if large.body["currentVersion"].is_object() {
            let id = large.body["id"].as_str().unwrap_or_default();
            let rows = format!("/data-products/{id}/rows?offset=99999&limit=1");
            let last = twin.call(Some(&new), Method::GET, &rows, None).await;
            assert_eq!(
                last.body["rows"],
                json!([["99999", "row number 99999"]]),
                "{}",
                last.body
            );
        }
        twin.platform.close().await;
    }
    assert_eq!(
        mesh.ended(&owner, &id).await["state"],
        "succeeded",
        "it wasn't disturbed"
    );
}
