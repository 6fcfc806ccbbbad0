//! The next version: rows added, replaced or merged by a key, compared before anything is done, and put back after.

use http::{Method, StatusCode};
use mesh_model::{Domain, Role};
use mesh_tests::{Answer, Caller, Mesh, on_both};
use serde_json::{Value, json};

const FIRST: &str = "id,name,price\n1,Apple,1.5\n2,Pear,2.25\n3,Plum,3\n";

async fn owner_of_sales(mesh: &Mesh) -> (Caller, Domain) {
    let owner = mesh.person("Owner", Some(Role::Member)).await;
    let domain = mesh.domain("Sales", owner.principal.id).await;
    (owner, domain)
}

/// A product with one version of [`FIRST`].
async fn fruit(mesh: &Mesh) -> (Caller, String) {
    let (owner, domain) = owner_of_sales(mesh).await;
    let first = mesh.publish(&owner, &domain, "Fruit", FIRST).await;
    let product = first["dataProductId"].as_str().unwrap_or_default();
    (owner, product.to_owned())
}

async fn ask(mesh: &Mesh, by: &Caller, product: &str, csv: &str, how: Value) -> Value {
    let upload = mesh.upload(by, "next.csv", csv.as_bytes()).await;
    json!({ "uploadId": upload, "columns": [], "dataProductId": product, "how": how })
}

async fn planned(mesh: &Mesh, by: &Caller, asked: &Value) -> Value {
    let path = "/publications?dryRun=true";
    let plan = mesh
        .call(Some(by), Method::POST, path, Some(asked.clone()))
        .await;
    assert_eq!(plan.status, StatusCode::OK, "{}", plan.body);
    plan.body
}

async fn start(mesh: &Mesh, by: &Caller, asked: Value) -> Answer {
    mesh.call(Some(by), Method::POST, "/publications", Some(asked))
        .await
}

async fn published(mesh: &Mesh, by: &Caller, product: &str, csv: &str, how: Value) -> Value {
    let asked = ask(mesh, by, product, csv, how).await;
    let started = start(mesh, by, asked).await;
    assert_eq!(started.status, StatusCode::ACCEPTED, "{}", started.body);
    let ended = mesh
        .ended(by, started.body["id"].as_str().unwrap_or_default())
        .await;
    assert_eq!(ended["state"], "succeeded", "{ended}");
    ended
}

async fn rows(mesh: &Mesh, by: &Caller, product: &str, query: &str) -> Value {
    let path = format!("/data-products/{product}/rows{query}");
    mesh.call(Some(by), Method::GET, &path, None).await.body["rows"].clone()
}

fn counts(plan: &Value) -> Value {
    let told = &plan["comparison"];
    json!([
        told["rowsBefore"],
        told["added"],
        told["updated"],
        told["removed"],
        told["unchanged"],
        told["rowsAfter"]
    ])
}

fn warnings(plan: &Value) -> Vec<&str> {
    let told = plan["comparison"]["warnings"]
        .as_array()
        .into_iter()
        .flatten();
    told.filter_map(|warning| warning["code"].as_str())
        .collect()
}

fn field<'a>(body: &'a Value, pointer: &str) -> &'a str {
    let fields = body["fields"].as_array().into_iter().flatten();
    let found = fields.into_iter().find(|field| field["pointer"] == pointer);
    found
        .and_then(|field| field["code"].as_str())
        .unwrap_or_default()
}

on_both! {
    async fn rows_are_added_to_those_that_are_there(mesh) {
        let (owner, product) = fruit(&mesh).await;
        let append = json!({ "mode": "append" });
        // Another order of columns, whole numbers where decimals were, a new column.
        let csv = "price,id,name,origin\n4,4,Fig,Crete\n1,1,Apple,\n";
        let asked = ask(&mesh, &owner, &product, csv, append).await;
        let plan = planned(&mesh, &owner, &asked).await;
        assert_eq!(counts(&plan), json!([3, 2, 0, 0, 3, 5]), "{plan}");
        assert_eq!(plan["comparison"]["columns"][0]["change"], "added", "{plan}");
        assert_eq!(plan["sentences"][1]["code"], "rows_added");
        let started = start(&mesh, &owner, asked).await;
        let ended = mesh.ended(&owner, started.body["id"].as_str().unwrap_or_default()).await;
        assert_eq!((&ended["state"], &ended["how"]["mode"]), (&json!("succeeded"), &json!("append")), "{ended}");
        assert_eq!(rows(&mesh, &owner, &product, "").await, json!([
            ["1", "Apple", "1.5", null], ["2", "Pear", "2.25", null], ["3", "Plum", "3", null],
            ["4", "Fig", "4", "Crete"], ["1", "Apple", "1", null],
        ]));
        assert_eq!(rows(&mesh, &owner, &product, "?version=1").await.as_array().map(Vec::len), Some(3));

        let again = ask(&mesh, &owner, &product, "id,name,price,origin\n4,Fig,4,Crete\n", json!({ "mode": "append" })).await;
        let plan = planned(&mesh, &owner, &again).await;
        assert_eq!((plan["comparison"]["alreadyThere"].as_i64(), warnings(&plan)), (Some(1), vec!["nothing-new"]), "{plan}");
    }

    async fn rows_with_the_same_key_are_updated_and_others_added(mesh) {
        let (owner, product) = fruit(&mesh).await;
        let merge = json!({ "mode": "merge", "key": ["id"] });
        let csv = "id,name,price\n3,Plum,3\n2,Pear,2.5\n4,Fig,4\n";
        let plan = planned(&mesh, &owner, &ask(&mesh, &owner, &product, csv, merge.clone()).await).await;
        assert_eq!(counts(&plan), json!([3, 1, 1, 0, 2, 4]), "{plan}");
        assert_eq!(plan["fields"], json!([]));
        published(&mesh, &owner, &product, csv, merge.clone()).await;
        let mut now = rows(&mesh, &owner, &product, "").await;
        now.as_array_mut().expect("rows").sort_by_key(|row| row[0].to_string());
        assert_eq!(now, json!([["1", "Apple", "1.5"], ["2", "Pear", "2.5"], ["3", "Plum", "3"], ["4", "Fig", "4"]]));

        // The same file again changes nothing, and says so.
        let plan = planned(&mesh, &owner, &ask(&mesh, &owner, &product, csv, merge.clone()).await).await;
        assert_eq!((counts(&plan), warnings(&plan)), (json!([4, 0, 0, 0, 4, 4]), vec!["nothing-new"]), "{plan}");
        published(&mesh, &owner, &product, csv, merge).await;
        assert_eq!(rows(&mesh, &owner, &product, "").await.as_array().map(Vec::len), Some(4));
    }

    async fn a_key_that_tells_no_rows_apart_is_refused_with_the_rows(mesh) {
        let (owner, product) = fruit(&mesh).await;
        let by_name = json!({ "mode": "merge", "key": ["name"] });
        let csv = "id,name,price\n7,Kiwi,1\n8,Kiwi,2\n9,,3\n";
        let asked_for = ask(&mesh, &owner, &product, csv, by_name.clone()).await;
        let plan = planned(&mesh, &owner, &asked_for).await;
        assert_eq!(field(&plan, "/how/key"), "not_allowed", "{plan}");
        assert_eq!(plan["comparison"]["keyProblemCount"], 2);
        assert_eq!(plan["comparison"]["keyProblems"], json!([
            { "code": "twice", "row": 2, "otherRow": 1, "key": ["Kiwi"] },
            { "code": "missing", "row": 3, "key": [null] },
        ]));
        let refused = start(&mesh, &owner, asked_for).await;
        assert_eq!((refused.status.as_u16(), refused.field("/how/key")), (422, "not_allowed"), "{}", refused.body);

        // What stands twice in the table can't be updated by it either.
        let doubled = "id,name,price\n10,Apple,9\n";
        published(&mesh, &owner, &product, doubled, json!({ "mode": "append" })).await;
        let plan = planned(&mesh, &owner, &ask(&mesh, &owner, &product, doubled, by_name).await).await;
        assert_eq!(plan["comparison"]["keyProblems"][0]["code"], "twice-in-table", "{plan}");

        for (how, code) in [
            (json!({ "mode": "merge" }), "required"),
            (json!({ "mode": "merge", "key": ["id", "id"] }), "duplicate"),
            (json!({ "mode": "append", "key": ["id"] }), "not_allowed"),
        ] {
            let asked = ask(&mesh, &owner, &product, FIRST, how.clone()).await;
            let refused = start(&mesh, &owner, asked).await;
            assert_eq!(refused.field("/how/key"), code, "{how}: {}", refused.body);
        }
        let unknown = json!({ "mode": "merge", "key": ["nothing"] });
        let asked = ask(&mesh, &owner, &product, FIRST, unknown).await;
        let refused = start(&mesh, &owner, asked).await;
        assert_eq!(refused.field("/how/key"), "unknown", "{}", refused.body);
    }

    async fn columns_that_are_gone_or_of_another_type_part_rows(mesh) {
        let (owner, product) = fruit(&mesh).await;
        let append = json!({ "mode": "append" });
        let gone = ask(&mesh, &owner, &product, "id,name\n5,Date\n", append.clone()).await;
        let plan = planned(&mesh, &owner, &gone).await;
        assert_eq!(field(&plan, "/how/mode"), "not_allowed", "{plan}");
        assert_eq!(start(&mesh, &owner, gone).await.field("/how/mode"), "not_allowed");
        let retyped = ask(&mesh, &owner, &product, "id,name,price\n5,Date,1\nx,Lime,2\n", append.clone()).await;
        let plan = planned(&mesh, &owner, &retyped).await;
        let told = &plan["comparison"]["columns"][0];
        assert_eq!((&told["name"], &told["change"]), (&json!("id"), &json!("retyped")), "{plan}");
        assert_eq!(field(&plan, "/how/mode"), "not_allowed");
        // The way out: the file takes the place of what is there.
        let replace = ask(&mesh, &owner, &product, "id,name\n5,Date\n", json!({})).await;
        let plan = planned(&mesh, &owner, &replace).await;
        assert_eq!((counts(&plan), &plan["fields"]), (json!([3, 1, 0, 3, 0, 1]), &json!([])), "{plan}");
        assert!(warnings(&plan).contains(&"far-fewer-rows"), "{plan}");

        let one_left = ask(&mesh, &owner, &product, "id,name,price\n1,Apple,\n2,Pear,\n3,Plum,\n", json!({})).await;
        let plan = planned(&mesh, &owner, &one_left).await;
        assert_eq!(plan["comparison"]["warnings"], json!([{ "code": "column-emptied", "column": "price" }]), "{plan}");
        let same = ask(&mesh, &owner, &product, FIRST, json!({})).await;
        let plan = planned(&mesh, &owner, &same).await;
        assert_eq!((counts(&plan), warnings(&plan)), (json!([3, 0, 0, 0, 3, 3]), vec!["nothing-new"]), "{plan}");
    }

    async fn a_new_product_has_nothing_to_keep(mesh) {
        let (owner, domain) = owner_of_sales(&mesh).await;
        let upload = mesh.upload(&owner, "new.csv", FIRST.as_bytes()).await;
        let asked = json!({
            "uploadId": upload, "columns": [], "how": { "mode": "append" },
            "dataProduct": { "domainId": domain.id, "name": "Fruit", "purpose": "Eaten" },
        });
        assert_eq!(start(&mesh, &owner, asked).await.field("/how/mode"), "not_allowed");
    }

    async fn an_earlier_version_is_put_back_as_a_new_one_and_that_too_can_be_undone(mesh) {
        let (owner, product) = fruit(&mesh).await;
        published(&mesh, &owner, &product, "id,kind\n1,Red\n", json!({})).await;
        let path = format!("/data-products/{product}/versions/1/put-back");
        let plan = mesh.call(Some(&owner), Method::POST, &format!("{path}?dryRun=true"), None).await.body;
        let codes: Vec<&str> = plan["sentences"].as_array().into_iter().flatten()
            .filter_map(|sentence| sentence["code"].as_str()).collect();
        assert_eq!(codes, ["put_back", "column_added", "column_added", "column_removed", "stays_readable", "check_table"]);
        let key = [("idempotency-key", "back-once")];
        let started = mesh.call_with(Some(&owner), Method::POST, &path, &key, None).await;
        assert_eq!(started.status, StatusCode::ACCEPTED, "{}", started.body);
        let ended = mesh.ended(&owner, started.body["id"].as_str().unwrap_or_default()).await;
        assert_eq!((&ended["state"], &ended["versionNumber"], &ended["putBack"]), (&json!("succeeded"), &json!(3), &json!(1)), "{ended}");
        let again = mesh.call_with(Some(&owner), Method::POST, &path, &key, None).await;
        assert_eq!(again.body["id"], started.body["id"], "{}", again.body);

        let first = rows(&mesh, &owner, &product, "?version=1").await;
        assert_eq!(rows(&mesh, &owner, &product, "").await, first);
        let seen = mesh.call(Some(&owner), Method::GET, "/data-products/fruit", None).await.body;
        assert_eq!((&seen["currentVersion"]["number"], &seen["currentVersion"]["putBack"]), (&json!(3), &json!(1)));
        assert_eq!(seen["outputPort"]["columns"].as_array().map(Vec::len), Some(3));
        let profile = mesh.call(Some(&owner), Method::GET, &format!("/data-products/{product}/profile"), None).await.body;
        assert_eq!((&profile["version"], profile["columns"].as_array().map(Vec::len)), (&json!(3), Some(3)), "{profile}");
        let current = format!("/data-products/{product}/versions/3/put-back");
        let refused = mesh.call(Some(&owner), Method::POST, &current, None).await;
        assert_eq!((refused.status.as_u16(), &refused.body["params"]["reason"]), (409, &json!("version_current")));
        let absent = format!("/data-products/{product}/versions/9/put-back");
        assert_eq!(mesh.call(Some(&owner), Method::POST, &absent, None).await.status, StatusCode::NOT_FOUND);

        let path = format!("/data-products/{product}/versions/2/put-back");
        let started = mesh.call(Some(&owner), Method::POST, &path, None).await;
        mesh.ended(&owner, started.body["id"].as_str().unwrap_or_default()).await;
        assert_eq!(rows(&mesh, &owner, &product, "").await, json!([["1", "Red"]]));
        // Rows go on being added to what was put back.
        published(&mesh, &owner, &product, "id,kind\n2,Green\n", json!({ "mode": "append" })).await;
        assert_eq!(rows(&mesh, &owner, &product, "").await, json!([["1", "Red"], ["2", "Green"]]));
        let activity = mesh.call(Some(&owner), Method::GET, &format!("/activity?kind=data-product&id={product}"), None).await.body;
        let actions: Vec<&str> = activity["items"].as_array().into_iter().flatten()
            .filter_map(|entry| entry["action"].as_str()).collect();
        assert_eq!(actions.iter().filter(|action| **action == "put_back_version").count(), 2, "{activity}");
    }

    async fn what_an_undone_publication_wrote_is_not_built_upon(mesh) {
        let (owner, product) = fruit(&mesh).await;
        for _ in 0..6 {
            let asked = ask(&mesh, &owner, &product, "id,name,price\n9,Lost,9\n", json!({ "mode": "append" })).await;
            let started = start(&mesh, &owner, asked).await;
            let id = started.body["id"].as_str().unwrap_or_default().to_owned();
            let path = format!("/publications/{id}/cancel");
            if mesh.call(Some(&owner), Method::POST, &path, None).await.status != StatusCode::OK {
                panic!("it ended before it could be undone");
            }
        }
        published(&mesh, &owner, &product, "id,name,price\n4,Fig,4\n", json!({ "mode": "append" })).await;
        let now = rows(&mesh, &owner, &product, "").await;
        assert_eq!(now.as_array().map(Vec::len), Some(4), "{now}");
    }
}
