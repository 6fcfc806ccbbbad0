//! Search follows what is committed.

use http::Method;
use mesh_tests::{Mesh, on_both};
use serde_json::{Value, json};

async fn found(mesh: &Mesh, text: &str, until: impl Fn(&[Value]) -> bool) -> Vec<Value> {
    for _ in 0..100 {
        let answer = mesh
            .call(
                Some(&mesh.administrator),
                Method::GET,
                &format!("/search?q={text}"),
                None,
            )
            .await;
        let hits = answer.body["items"].as_array().cloned().unwrap_or_default();
        if until(&hits) {
            return hits;
        }
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    panic!("search for {text} doesn't follow");
}

on_both! {
    async fn a_domain_is_found_when_made_renamed_and_after_a_restart(mesh) {
        let owner = mesh.administrator.principal.id;
        let domain = mesh.domain("Returns", owner).await;
        let hits = found(&mesh, "retruns", |hits| !hits.is_empty()).await;
        assert_eq!((&hits[0]["name"], &hits[0]["typo"], &hits[0]["matched"]), (&json!("Returns"), &json!(true), &json!("name")));

        let edit = json!({ "purpose": "Money back", "kind": "aggregate", "ownerIds": [owner] });
        let path = format!("/domains/{}", domain.id);
        mesh.call_with(Some(&mesh.administrator), Method::PUT, &path, &[("if-match", "\"1\"")], Some(edit)).await;
        let plan = json!({ "kind": "rename-domain", "domainId": domain.id, "name": "Refunds" });
        mesh.apply(&mesh.administrator, plan).await;
        found(&mesh, "refunds", |hits| hits.len() == 1).await;
        found(&mesh, "returns", <[Value]>::is_empty).await;

        let (folder, database_url) = mesh.close().await;
        let mesh = Mesh::open_in(folder, database_url).await;
        let hits = found(&mesh, "money", |hits| !hits.is_empty()).await;
        assert_eq!((&hits[0]["name"], &hits[0]["matched"]), (&json!("Refunds"), &json!("purpose")));
    }
}
