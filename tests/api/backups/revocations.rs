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

/// Saves a thing again, as the administrator.
async fn put(mesh: &Mesh, path: &str, edit: Value) {
    let by = Some(&mesh.administrator);
    let now = mesh.call(by, Method::GET, path, None).await;
    let tag = now.headers["etag"].to_str().expect("a tag").to_owned();
    let (kind, _) = path.rsplit_once('/').expect("a kind and an id");
    let path = format!("{kind}/{}", now.body["id"].as_str().unwrap_or_default());
    let done = mesh
        .call_with(by, Method::PUT, &path, &[("if-match", &tag)], Some(edit))
        .await;
    assert_eq!(done.status, StatusCode::OK, "{}", done.body);
}

async fn team(mesh: &Mesh, name: &str, members: &Value) -> String {
    let input = json!({ "name": name, "purpose": "P", "members": members });
    let made = mesh
        .call(
            Some(&mesh.administrator),
            Method::POST,
            "/teams",
            Some(input),
        )
        .await;
    assert_eq!(made.status, StatusCode::CREATED, "{}", made.body);
    format!("/teams/{}", made.body["id"].as_str().unwrap_or_default())
}

fn names(people: &Value) -> Vec<&str> {
    let people = people.as_array().into_iter().flatten();
    people
        .filter_map(|person| person["name"].as_str())
        .collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn places_in_teams_and_domains_that_were_taken_since_are_taken_again() {
    let (mesh, owner) = furnished().await;
    let leaver = mesh.person("Lea Ver", Some(Role::Member)).await;
    let heir = mesh.person("He Ir", Some(Role::Member)).await;
    let (old, lea, new) = (owner.principal.id, leaver.principal.id, heir.principal.id);
    let member = |id, lead: bool| json!({ "personId": id, "lead": lead });
    let all = json!([member(old, true), member(lea, true), member(new, false)]);
    let shops = team(&mesh, "Shops", &all).await;
    let stalls = team(&mesh, "Stalls", &all).await;
    let domain = |owners: &[_], stewards: &[_]| json!({ "purpose": "P", "kind": "aggregate", "ownerIds": owners, "stewardIds": stewards });
    put(&mesh, "/domains/sales", domain(&[old, lea], &[lea, new])).await;
    put(&mesh, "/domains/logistics", domain(&[lea], &[])).await;
    let place = TempDir::new().expect("a folder");
    let file = place.path().join("whole");
    back_up(&mesh, &file).await;

    let fewer = json!([member(old, false), member(new, true)]);
    put(
        &mesh,
        &shops,
        json!({ "name": "Shops", "purpose": "P", "members": fewer }),
    )
    .await;
    let by = Some(&mesh.administrator);
    let gone = mesh
        .call_with(by, Method::DELETE, &stalls, &[("if-match", "\"1\"")], None)
        .await;
    assert_eq!(gone.status, StatusCode::NO_CONTENT, "{}", gone.body);
    put(&mesh, "/domains/sales", domain(&[old], &[new, old])).await;
    put(&mesh, "/domains/logistics", domain(&[new], &[])).await;

    let (folder, _) = mesh.close().await;
    let told = restored(&file, PASSPHRASE, folder.path(), true)
        .await
        .expect("replaces");
    assert_eq!(told.revoked, 3, "from everybody who lost a place");
    std::fs::remove_dir_all(told.put_aside.expect("is kept")).expect("removes");
    let written = audit(folder.path()).await;
    let since = written
        .iter()
        .skip_while(|entry| !entry.contains("restore_workspace"));
    let actions = |action: &str| since.clone().filter(|entry| entry.contains(action)).count();
    assert_eq!((actions("update_team"), actions("update_domain")), (2, 3));

    let twin = Mesh::open_in(folder, None).await;
    let look = async |path: &str| {
        twin.call(Some(&twin.administrator), Method::GET, path, None)
            .await
            .body
    };
    let shops = look(&shops).await;
    let places: Vec<_> = shops["members"].as_array().into_iter().flatten().collect();
    assert!(
        places.iter().all(|place| place["lead"] == false) && places.len() == 2,
        "nobody leads it who doesn't, and what was given since is as in the backup: {shops}"
    );
    assert_eq!(
        look(&stalls).await["members"],
        json!([]),
        "a deleted team gives nobody anything"
    );
    let sales = look("/domains/sales").await;
    assert_eq!(
        (names(&sales["owners"]), names(&sales["stewards"])),
        (vec!["Owner"], vec!["He Ir"])
    );
    let logistics = look("/domains/logistics").await;
    assert_eq!(
        names(&logistics["owners"]),
        ["He Ir"],
        "a domain isn't left without an owner"
    );
}
