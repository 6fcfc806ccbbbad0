//! From a file to a product: planned, published, failed, resumed, undone, published again.

use http::{Method, StatusCode};
use mesh_model::{Domain, Role};
use mesh_tests::{Answer, Caller, Mesh, on_both};
use serde_json::{Value, json};

const CSV: &str = "Order no.,\"Price (EUR), net\",Paid\n1,12.50,true\n2,7.25,false\n3,,true\n";

async fn owner_of_sales(mesh: &Mesh) -> (Caller, Domain) {
    let owner = mesh.person("Owner", Some(Role::Member)).await;
    let domain = mesh.domain("Sales", owner.principal.id).await;
    (owner, domain)
}

async fn rows(mesh: &Mesh, by: &Caller, product: &Value, query: &str) -> Answer {
    let path = format!(
        "/data-products/{}/rows{query}",
        product.as_str().unwrap_or_default()
    );
    mesh.call(Some(by), Method::GET, &path, None).await
}

on_both! {
    async fn a_file_becomes_a_product_whose_owner_alone_reads_its_rows(mesh) {
        let (owner, domain) = owner_of_sales(&mesh).await;
        let upload = mesh.upload(&owner, "orders.csv", CSV.as_bytes()).await;
        let asked = json!({
            "uploadId": upload,
            "columns": [{ "name": "order_no", "businessName": "Order no.", "description": "On the receipt" }],
            "dataProduct": { "domainId": domain.id, "name": "Orders", "purpose": "What was bought" },
        });
        let plan = mesh.call(Some(&owner), Method::POST, "/publications?dryRun=true", Some(asked.clone())).await;
        let codes: Vec<&str> = plan.body["sentences"].as_array().into_iter().flatten()
            .filter_map(|sentence| sentence["code"].as_str()).collect();
        assert_eq!(codes, ["create_product", "write_table", "check_table", "activate"], "{}", plan.body);
        let none = mesh.call(Some(&owner), Method::GET, "/data-products", None).await;
        assert_eq!(none.body["items"], json!([]), "a plan changes nothing");

        let key = [("idempotency-key", "publish-once")];
        let started = mesh.call_with(Some(&owner), Method::POST, "/publications", &key, Some(asked.clone())).await;
        assert_eq!(started.status, StatusCode::ACCEPTED, "{}", started.body);
        let ended = mesh.ended(&owner, started.body["id"].as_str().unwrap_or_default()).await;
        assert_eq!(ended["state"], "succeeded", "{ended}");
        let again = mesh.call_with(Some(&owner), Method::POST, "/publications", &key, Some(asked)).await;
        assert_eq!(again.body["id"], started.body["id"], "{}", again.body);

        let product = mesh.call(Some(&owner), Method::GET, "/data-products/orders", None).await.body;
        assert_eq!((&product["lifecycle"], &product["currentVersion"]["rowCount"]), (&json!("active"), &json!(3)));
        assert_eq!(product["outputPort"]["columns"][0]["description"], "On the receipt");
        assert_eq!(product["outputPort"]["columns"][1]["businessName"], "Price (EUR), net");
        let read = rows(&mesh, &owner, &product["id"], "?offset=1&limit=1").await;
        assert_eq!(read.body["rows"], json!([["2", "7.25", "false"]]), "{}", read.body);

        for by in [&mesh.administrator, &mesh.person("Other", Some(Role::Steward)).await] {
            let refused = rows(&mesh, by, &product["id"], "").await;
            assert_eq!((refused.status.as_u16(), refused.code()), (403, "rows_need_grant"));
            assert_eq!(refused.body["params"]["owner"], "Owner");
            let seen = mesh.call(Some(by), Method::GET, "/data-products/orders", None).await.body;
            assert_eq!(seen["outputPort"]["location"], Value::Null, "where the files lie is the owner's to know");
        }
    }

    async fn publishing_again_makes_a_version_and_keeps_the_old_one(mesh) {
        let (owner, domain) = owner_of_sales(&mesh).await;
        let first = mesh.publish(&owner, &domain, "Orders", "id,old\n1,a\n").await;
        let product = &first["dataProductId"];
        let upload = mesh.upload(&owner, "second.csv", b"id,new\n1,x\n2,y\n").await;
        let asked = json!({ "uploadId": upload, "columns": [], "dataProductId": product });
        let plan = mesh.call(Some(&owner), Method::POST, "/publications?dryRun=true", Some(asked.clone())).await;
        let codes: Vec<&str> = plan.body["sentences"].as_array().into_iter().flatten()
            .filter_map(|sentence| sentence["code"].as_str()).collect();
        assert_eq!(codes, ["new_version", "rows_replaced", "column_added", "column_removed", "write_table", "check_table", "activate"]);
        let started = mesh.call(Some(&owner), Method::POST, "/publications", Some(asked)).await;
        let ended = mesh.ended(&owner, started.body["id"].as_str().unwrap_or_default()).await;
        assert_eq!((&ended["state"], &ended["versionNumber"]), (&json!("succeeded"), &json!(2)), "{ended}");
        let now = rows(&mesh, &owner, product, "").await;
        assert_eq!(now.body["rows"], json!([["1", "x"], ["2", "y"]]));
        let before = rows(&mesh, &owner, product, "?version=1").await;
        assert_eq!(before.body["rows"], json!([["1", "a"]]), "{}", before.body);
        assert_eq!(before.body["columns"][1]["name"], "old");
        let path = format!("/data-products/{}/versions", product.as_str().unwrap_or_default());
        let versions = mesh.call(Some(&owner), Method::GET, &path, None).await;
        let numbers: Vec<&Value> = versions.body["items"].as_array().into_iter().flatten().map(|v| &v["number"]).collect();
        assert_eq!(numbers, [&json!(2), &json!(1)]);
    }

    async fn a_failed_publication_is_resumed_or_undone_and_nothing_is_half_published(mesh) {
        let (owner, domain) = owner_of_sales(&mesh).await;
        let upload = mesh.upload(&owner, "orders.csv", CSV.as_bytes()).await;
        let file = mesh.folder().join("uploads").join(upload.to_string());
        let aside = mesh.folder().join("aside");
        let asked = json!({
            "uploadId": upload,
            "columns": [],
            "dataProduct": { "domainId": domain.id, "name": "Orders", "purpose": "What was bought" },
        });
        // The preview is known by now; the file vanishes before it is published.
        mesh.call(Some(&owner), Method::POST, "/publications?dryRun=true", Some(asked.clone())).await;
        std::fs::rename(&file, &aside).expect("moves the file away");
        let started = mesh.call(Some(&owner), Method::POST, "/publications", Some(asked)).await;
        let id = started.body["id"].as_str().unwrap_or_default().to_owned();
        let failed = mesh.ended(&owner, &id).await;
        assert_eq!((&failed["state"], &failed["failure"]["code"]), (&json!("failed"), &json!("file_vanished")), "{failed}");
        let draft = mesh.call(Some(&owner), Method::GET, "/data-products/orders", None).await.body;
        assert_eq!((&draft["lifecycle"], &draft["currentVersion"]), (&json!("draft"), &Value::Null));
        assert_eq!(draft["activePublication"], json!(id));

        std::fs::rename(&aside, &file).expect("brings the file back");
        let path = format!("/publications/{id}/resume");
        assert_eq!(mesh.call(Some(&owner), Method::POST, &path, None).await.status, StatusCode::ACCEPTED);
        assert_eq!(mesh.ended(&owner, &id).await["state"], "succeeded");

        let upload = mesh.upload(&owner, "more.csv", CSV.as_bytes()).await;
        let asked = json!({
            "uploadId": upload,
            "columns": [],
            "dataProduct": { "domainId": domain.id, "name": "Unlucky", "purpose": "Never published" },
        });
        mesh.call(Some(&owner), Method::POST, "/publications?dryRun=true", Some(asked.clone())).await;
        std::fs::remove_file(mesh.folder().join("uploads").join(upload.to_string())).expect("removes the file");
        let started = mesh.call(Some(&owner), Method::POST, "/publications", Some(asked)).await;
        let id = started.body["id"].as_str().unwrap_or_default().to_owned();
        assert_eq!(mesh.ended(&owner, &id).await["state"], "failed");
        let undone = mesh.call(Some(&owner), Method::POST, &format!("/publications/{id}/cancel"), None).await;
        assert_eq!(undone.body["state"], "cancelled", "{}", undone.body);
        let gone = mesh.call(Some(&owner), Method::GET, "/data-products/unlucky", None).await;
        assert_eq!(gone.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_publication_that_was_cut_off_is_taken_up_at_the_next_start() {
    let mesh = Mesh::open(mesh_tests::Database::Sqlite).await;
    let (owner, domain) = owner_of_sales(&mesh).await;
    let mut csv = String::from("id,text\n");
    for id in 0..200_000 {
        csv.push_str(&format!("{id},row number {id}\n"));
    }
    let id = mesh.begin_publishing(&owner, &domain, "Large", &csv).await;
    let (folder, database_url) = mesh.close().await;
    let mesh = Mesh::open_in(folder, database_url).await;
    let ended = mesh.ended(&owner, &id).await;
    assert_eq!(ended["state"], "succeeded", "{ended}");
    let product = mesh
        .call(Some(&owner), Method::GET, "/data-products/large", None)
        .await
        .body;
    assert_eq!(product["currentVersion"]["rowCount"], 200_000);
}
