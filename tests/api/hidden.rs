//! Domains that only their people find: in lists, by id, in search, in names, in events.

use futures::StreamExt;
use http::{Method, StatusCode};
use mesh_model::Role;
use mesh_tests::{Caller, Mesh, on_both};
use serde_json::{Value, json};

async fn secret(mesh: &Mesh, owner: &Caller) -> mesh_model::Domain {
    let domain = mesh.domain("Salaries", owner.principal.id).await;
    let published = mesh.publish(owner, &domain, "Pay slips", "id\n1\n").await;
    assert_eq!(published["state"], "succeeded", "{published}");
    close(mesh, owner, &domain, 1).await;
    domain
}

/// Saves the domain so that only its people find it.
async fn close(mesh: &Mesh, owner: &Caller, domain: &mesh_model::Domain, revision: i64) {
    let edit = json!({ "purpose": "P", "kind": "aggregate", "ownerIds": [owner.principal.id], "discoverability": "members" });
    let path = format!("/domains/{}", domain.id);
    let tag = format!("\"{revision}\"");
    let closed = mesh
        .call_with(
            Some(owner),
            Method::PUT,
            &path,
            &[("if-match", &tag)],
            Some(edit),
        )
        .await;
    assert_eq!(closed.status, StatusCode::OK, "{}", closed.body);
}

async fn next_change(heard: &mut mesh_platform::ChangeStream) -> uuid::Uuid {
    let next = tokio::time::timeout(std::time::Duration::from_secs(20), heard.next());
    next.await.expect("hears soon").expect("goes on").id
}

async fn names(mesh: &Mesh, by: &Caller, path: &str) -> Vec<Value> {
    let answer = mesh.call(Some(by), Method::GET, path, None).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
    let items = answer.body["items"].as_array().cloned().unwrap_or_default();
    items.into_iter().map(|item| item["name"].clone()).collect()
}

on_both! {
    async fn others_meet_a_closed_domain_nowhere(mesh) {
        let owner = mesh.person("Owner", Some(Role::Member)).await;
        let other = mesh.person("Other", Some(Role::Member)).await;
        let domain = secret(&mesh, &owner).await;
        for who in [&owner, &mesh.administrator] {
            assert_eq!(names(&mesh, who, "/domains").await, ["Salaries"]);
            assert_eq!(names(&mesh, who, "/data-products").await, ["Pay slips"]);
        }
        assert!(names(&mesh, &other, "/domains").await.is_empty());
        assert!(names(&mesh, &other, "/data-products").await.is_empty());
        for path in [format!("/domains/{}", domain.id), "/domains/salaries".to_owned(), "/data-products/pay-slips".to_owned()] {
            let found = mesh.call(Some(&other), Method::GET, &path, None).await;
            assert_eq!(found.status, StatusCode::NOT_FOUND, "{path}");
        }
        for _ in 0..100 {
            let found = mesh.call(Some(&owner), Method::GET, "/search?q=pay", None).await;
            if found.body["items"].as_array().is_some_and(|items| !items.is_empty()) { break; }
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
        for word in ["pay", "salaries", "salary"] {
            let found = mesh.call(Some(&other), Method::GET, &format!("/search?q={word}"), None).await;
            assert_eq!(found.body["items"], json!([]), "{word}");
        }
        let told = mesh.call(Some(&other), Method::GET, "/publications", None).await;
        assert_eq!(told.body["items"], json!([]));
        let below = json!({ "name": "Below", "purpose": "P", "kind": "aggregate", "ownerIds": [other.principal.id], "parentId": domain.id });
        let refused = mesh.call(Some(&other), Method::POST, "/domains", Some(below)).await;
        assert_eq!(refused.field("/parentId"), "unknown", "as if it didn't exist");
    }

    async fn a_taken_name_does_not_say_whose_it_is(mesh) {
        let owner = mesh.person("Owner", Some(Role::Member)).await;
        let other = mesh.person("Other", Some(Role::Member)).await;
        secret(&mesh, &owner).await;
        let input = |name: &str| json!({ "name": name, "purpose": "P", "kind": "aggregate", "ownerIds": [other.principal.id] });
        let refused = mesh.call(Some(&other), Method::POST, "/domains", Some(input("Salaries"))).await;
        assert_eq!(refused.field("/name"), "not_allowed");
        assert!(!refused.body.to_string().contains("Salaries"), "{}", refused.body);
        let similar = mesh.call(Some(&other), Method::POST, "/domains?dryRun=true", Some(input("Salarie"))).await;
        assert_eq!(similar.body["lookAlikes"], json!([]));
    }

    async fn a_hidden_product_is_neither_similar_nor_named_by_a_taken_name(mesh) {
        let owner = mesh.person("Owner", Some(Role::Member)).await;
        let other = mesh.person("Other", Some(Role::Member)).await;
        secret(&mesh, &owner).await;
        let open = mesh.domain("Sales", other.principal.id).await;
        let orders = mesh.publish(&other, &open, "Orders", "id\n1\n").await;
        let check = async |by: &Caller, name: &str| {
            let asked = json!({ "name": name });
            mesh.call(Some(by), Method::POST, "/data-products/check", Some(asked)).await
        };

        let seen = check(&owner, "Pay slip").await;
        assert_eq!(seen.body["lookAlikes"][0]["name"], "Pay slips", "whoever may know of it is warned: {}", seen.body);
        let unseen = check(&other, "Pay slip").await;
        assert_eq!((&unseen.body["lookAlikes"], &unseen.body["fields"]), (&json!([]), &json!([])));

        let taken = check(&other, "pay  SLIPS").await;
        assert_eq!(taken.body["fields"][0]["code"], "not_allowed", "{}", taken.body);
        assert!(!taken.body.to_string().contains("Pay slips"), "{}", taken.body);

        let upload = mesh.upload(&other, "rows.csv", b"id\n1\n").await;
        let asked = json!({
            "uploadId": upload,
            "columns": [],
            "dataProduct": { "domainId": open.id, "name": "Pay slips", "purpose": "P" },
        });
        for path in ["/publications", "/publications?dryRun=true"] {
            let refused = mesh.call(Some(&other), Method::POST, path, Some(asked.clone())).await;
            let body = refused.body.to_string();
            assert!(body.contains("not_allowed") && !body.contains("has this name"), "{path}: {body}");
        }

        let path = format!("/data-products/{}", orders["dataProductId"].as_str().unwrap_or_default());
        let product = mesh.call(Some(&other), Method::GET, &path, None).await;
        let tag = product.headers["etag"].to_str().unwrap_or_default().to_owned();
        let edit = json!({ "name": "Pay slips", "purpose": "P", "columns": [] });
        let refused = mesh.call_with(Some(&other), Method::PUT, &path, &[("if-match", &tag)], Some(edit)).await;
        assert_eq!(refused.field("/name"), "not_allowed");
    }

    async fn whoever_loses_sight_of_a_domain_is_told_once_and_nobody_else(mesh) {
        let owner = mesh.person("Owner", Some(Role::Member)).await;
        let reader = mesh.person("Reader", Some(Role::Member)).await;
        let domain = mesh.domain("Salaries", owner.principal.id).await;
        let mut heard = mesh.platform.changes(&reader.principal, None).await.expect("listens");
        close(&mesh, &owner, &domain, 1).await;
        assert_eq!(next_change(&mut heard).await, domain.id.0, "what was known of has gone");

        let mut newcomer = mesh.platform.changes(&reader.principal, None).await.expect("listens");
        close(&mesh, &owner, &domain, 2).await;
        let open = mesh.domain("Open", owner.principal.id).await;
        for stream in [&mut heard, &mut newcomer] {
            assert_eq!(next_change(stream).await, open.id.0, "what is hidden makes no sound");
        }
    }

    async fn members_of_its_team_and_those_below_it_find_it(mesh) {
        let owner = mesh.person("Owner", Some(Role::Member)).await;
        let colleague = mesh.person("Colleague", Some(Role::Viewer)).await;
        let steward = mesh.person("Steward of the part", Some(Role::Member)).await;
        let domain = secret(&mesh, &owner).await;
        let team = json!({ "name": "Payroll", "purpose": "P", "members": [{ "personId": colleague.principal.id, "lead": true }] });
        let team = mesh.call(Some(&mesh.administrator), Method::POST, "/teams", Some(team)).await.body;
        let edit = json!({ "purpose": "P", "kind": "aggregate", "ownerIds": [owner.principal.id], "discoverability": "members", "teamId": team["id"] });
        let path = format!("/domains/{}", domain.id);
        let done = mesh.call_with(Some(&owner), Method::PUT, &path, &[("if-match", "\"2\"")], Some(edit)).await;
        assert_eq!(done.status, StatusCode::OK, "{}", done.body);
        let part = json!({ "name": "Bonuses", "purpose": "P", "kind": "aggregate", "ownerIds": [owner.principal.id], "stewardIds": [steward.principal.id], "parentId": domain.id, "discoverability": "members" });
        let part = mesh.call(Some(&owner), Method::POST, "/domains", Some(part)).await;
        assert_eq!(part.status, StatusCode::CREATED, "{}", part.body);
        assert_eq!(names(&mesh, &colleague, "/domains").await, ["Bonuses", "Salaries"], "a team finds what lies below its domain");
        assert_eq!(names(&mesh, &steward, "/domains").await, ["Bonuses"], "a part opens nothing above it");
        let seen = mesh.call(Some(&steward), Method::GET, "/domains/bonuses", None).await.body;
        assert_eq!((&seen["path"], &seen["inherited"][0]["from"]), (&json!([]), &Value::Null), "what is above isn't named");
    }
}
