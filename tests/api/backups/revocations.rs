//! What was taken from people since a backup isn't given back by it.

use http::{Method, StatusCode};
use mesh_model::Role;
use mesh_tests::{Caller, Mesh};
use serde_json::{Value, json};
use tempfile::TempDir;

use super::{PASSPHRASE, audit, back_up, furnished, restored};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_revoked_since_a_backup_is_revoked_again() {
    let (mesh, owner) = furnished().await;
    let leaver = mesh.person("Lea Ver", Some(Role::Steward)).await;
    let riser = mesh.person("Rise Er", Some(Role::Viewer)).await;
    let place = TempDir::new().expect("a folder");
    let file = place.path().join("whole");
    back_up(&mesh, &file).await;
    for (who, role) in [
        (&leaver, Value::Null),
        (&riser, json!("steward")),
        (&owner, json!("viewer")),
    ] {
        let path = format!("/people/{}", who.principal.id);
        let person = mesh
            .call(Some(&mesh.administrator), Method::GET, &path, None)
            .await;
        let tag = person.headers["etag"].to_str().expect("a tag").to_owned();
        let edit = json!({ "name": who.principal.name, "role": role });
        let changed = mesh
            .call_with(
                Some(&mesh.administrator),
                Method::PUT,
                &path,
                &[("if-match", &tag)],
                Some(edit),
            )
            .await;
        assert_eq!(changed.status, StatusCode::OK, "{}", changed.body);
    }
    let (folder, _) = mesh.close().await;
    let told = restored(&file, PASSPHRASE, folder.path(), true)
        .await
        .expect("replaces");
    assert_eq!(told.revoked, 2);
    let aside = told.put_aside.expect("the replaced one is kept");
    assert!(aside.join("selvedge.db").exists());
    std::fs::remove_dir_all(aside).expect("removes");
    let entries = audit(folder.path()).await;
    let last = entries[entries.len() - 2..].join("\n");
    assert!(
        last.contains("update_person") && last.contains("Lea Ver"),
        "{last}"
    );
    let twin = Mesh::open_in(folder, None).await;
    let role = async |who: &Caller| {
        let path = format!("/people/{}", who.principal.id);
        let person = twin
            .call(Some(&twin.administrator), Method::GET, &path, None)
            .await;
        person.body["role"].clone()
    };
    assert_eq!(role(&leaver).await, Value::Null);
    assert_eq!(role(&owner).await, "viewer");
    assert_eq!(
        role(&riser).await,
        "viewer",
        "what was given since is as in the backup"
    );
}
