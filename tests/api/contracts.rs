//! What products promise: contract and product document, and what changed between two versions.

use axum::body::Body;
use http::{Method, Request, StatusCode, header};
use http_body_util::BodyExt;
use mesh_model::{Domain, Role};
use mesh_tests::{Caller, Mesh, on_both};
use serde_json::{Value, json};
use tower::ServiceExt;

async fn publish_again(mesh: &Mesh, by: &Caller, product: &str, csv: &str) {
    let upload = mesh.upload(by, "next.csv", csv.as_bytes()).await;
    let asked = json!({ "uploadId": upload, "columns": [], "dataProductId": product });
    let started = mesh
        .call(Some(by), Method::POST, "/publications", Some(asked))
        .await;
    let id = started.body["id"].as_str().unwrap_or_default();
    assert_eq!(mesh.ended(by, id).await["state"], "succeeded");
}

async fn product(mesh: &Mesh, owner: &Caller, domain: &Domain) -> String {
    let published = mesh
        .publish(owner, domain, "Orders", "id,price\n1,2.50\n")
        .await;
    published["dataProductId"]
        .as_str()
        .expect("an id")
        .to_owned()
}

async fn text(mesh: &Mesh, by: &Caller, path: &str) -> (String, String, String) {
    let request = Request::get(format!("/api/v1{path}"))
        .header(header::AUTHORIZATION, format!("Bearer {}", by.token))
        .body(Body::empty())
        .expect("a request");
    let answer = mesh
        .router
        .clone()
        .oneshot(request)
        .await
        .expect("an answer");
    assert_eq!(answer.status(), StatusCode::OK);
    let told = |name| {
        let value = answer
            .headers()
            .get(name)
            .and_then(|value| value.to_str().ok());
        value.unwrap_or_default().to_owned()
    };
    let (kind, disposition) = (
        told(header::CONTENT_TYPE),
        told(header::CONTENT_DISPOSITION),
    );
    let body = answer
        .into_body()
        .collect()
        .await
        .expect("a body")
        .to_bytes();
    (
        kind,
        disposition,
        String::from_utf8(body.to_vec()).expect("a text"),
    )
}

async fn json_of(mesh: &Mesh, by: &Caller, path: &str) -> Value {
    let headers = [("accept", "application/json")];
    let answer = mesh
        .call_with(Some(by), Method::GET, path, &headers, None)
        .await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
    answer.body
}

async fn changes(mesh: &Mesh, by: &Caller, product: &str, range: &str) -> Value {
    let path = format!("/data-products/{product}/contract/changes{range}");
    let mut found = mesh.call(Some(by), Method::GET, &path, None).await.body;
    let codes: Vec<Value> = found["changes"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|change| json!([change["code"], change["column"]]))
        .collect();
    found["changes"] = Value::Array(codes);
    found
}

on_both! {
    async fn a_published_product_has_a_contract_that_anybody_who_finds_it_may_read(mesh) {
        let owner = mesh.person("Owner", Some(Role::Member)).await;
        let viewer = mesh.person("Viewer", Some(Role::Viewer)).await;
        let domain = mesh.domain("Sales", owner.principal.id).await;
        let id = product(&mesh, &owner, &domain).await;
        let path = format!("/data-products/{id}/contract");

        let (kind, disposition, yaml) = text(&mesh, &viewer, &path).await;
        assert_eq!(kind, "application/yaml");
        assert_eq!(disposition, "attachment; filename=\"orders.odcs.yaml\"");
        assert!(yaml.starts_with("apiVersion: v3.1.0\nkind: DataContract\n"), "{yaml}");
        assert!(!yaml.contains(&mesh.folder().display().to_string()), "{yaml}");
        assert_eq!(text(&mesh, &owner, &path).await.2, yaml, "the same for everybody and every time");

        let contract = json_of(&mesh, &viewer, &path).await;
        assert_eq!(contract["team"]["members"][0]["name"], "Owner");
        assert_eq!((&contract["version"], &contract["status"]), (&json!("1.0.0"), &json!("active")));
        let types: Vec<&Value> = contract["schema"][0]["properties"].as_array().into_iter().flatten()
            .map(|property| &property["logicalType"]).collect();
        assert_eq!(types, [&json!("integer"), &json!("number")]);

        let document = json_of(&mesh, &viewer, &format!("/data-products/{id}/product-document")).await;
        assert_eq!(document["outputPorts"][0]["contractId"], contract["id"]);
        assert_eq!(changes(&mesh, &viewer, &id, "").await, json!({
            "from": null, "fromContractVersion": null, "to": 1, "contractVersion": "1.0.0",
            "compatibility": null, "changes": [],
        }));
        let none = mesh.call(Some(&viewer), Method::GET, &format!("{path}?version=7"), None).await;
        assert_eq!(none.status, StatusCode::NOT_FOUND);
    }

    async fn versions_are_compared_and_numbered_by_what_changed(mesh) {
        let owner = mesh.person("Owner", Some(Role::Member)).await;
        let domain = mesh.domain("Sales", owner.principal.id).await;
        let id = product(&mesh, &owner, &domain).await;
        publish_again(&mesh, &owner, &id, "id,price,country\n1,2.50,PL\n").await;
        publish_again(&mesh, &owner, &id, "id,country\nA-1,PL\n").await;

        let last = changes(&mesh, &owner, &id, "").await;
        assert_eq!(last["changes"], json!([["column_removed", "price"], ["type_changed", "id"]]));
        assert_eq!((&last["fromContractVersion"], &last["contractVersion"]), (&json!("1.1.0"), &json!("2.0.0")));
        assert_eq!(last["compatibility"], "major");
        let first = changes(&mesh, &owner, &id, "?from=1&to=2").await;
        assert_eq!((&first["changes"], &first["compatibility"]), (&json!([["column_added", "country"]]), &json!("minor")));
        let path = format!("/data-products/{id}/contract?version=1");
        let old = json_of(&mesh, &owner, &path).await;
        assert_eq!(old["schema"][0]["properties"][1]["name"], "price");
        assert_eq!(old["version"], "1.0.0");

        // Other words alone are a patch of the version that is there.
        let path = format!("/data-products/{id}");
        let tag = mesh.call(Some(&owner), Method::GET, &path, None).await.headers["etag"].clone();
        let edit = json!({ "name": "Orders", "purpose": "For tests", "columns": [{ "name": "id", "description": "Ours" }] });
        let headers = [("if-match", tag.to_str().unwrap_or_default())];
        mesh.call_with(Some(&owner), Method::PUT, &path, &headers, Some(edit)).await;
        let now = changes(&mesh, &owner, &id, "").await;
        assert_eq!(now["contractVersion"], "2.0.1");
    }

    async fn a_hidden_product_has_no_contract_for_others(mesh) {
        let owner = mesh.person("Owner", Some(Role::Member)).await;
        let other = mesh.person("Other", Some(Role::Member)).await;
        let domain = mesh.domain("Salaries", owner.principal.id).await;
        let id = product(&mesh, &owner, &domain).await;
        let edit = json!({ "purpose": "P", "kind": "aggregate", "ownerIds": [owner.principal.id], "discoverability": "members" });
        let headers = [("if-match", "\"1\"")];
        mesh.call_with(Some(&owner), Method::PUT, &format!("/domains/{}", domain.id), &headers, Some(edit)).await;
        for path in ["contract", "contract/changes", "product-document"] {
            let path = format!("/data-products/{id}/{path}");
            let found = mesh.call(Some(&other), Method::GET, &path, None).await;
            assert_eq!(found.status, StatusCode::NOT_FOUND, "{path}");
            let found = mesh.call(Some(&owner), Method::GET, &path, None).await;
            assert_eq!(found.status, StatusCode::OK, "{path}");
        }
    }
}
