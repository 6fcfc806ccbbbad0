//! What a file suggests, what an owner promises of it, and whether the rows keep it.

use http::{Method, StatusCode};
use mesh_model::{Domain, Role, UploadId};
use mesh_tests::{Answer, Caller, Mesh, on_both};
use serde_json::{Value, json};

/// Customers with a key, an address of each, few kinds, and one row without a city.
fn customers(rows: usize) -> String {
    let mut csv = "customer_id,E-Mail,segment,city,score\n".to_owned();
    for at in 1..=rows {
        let segment = ["small", "middle", "large"][at % 3];
        let city = if at == 7 { "" } else { "Bremen" };
        csv += &format!(
            "C-{at:04},person{at}@example.org,{segment},{city},{}\n",
            at % 50
        );
    }
    csv
}

async fn survey(mesh: &Mesh, who: &Caller, upload: UploadId) -> Answer {
    let path = format!("/uploads/{upload}/survey");
    mesh.call(Some(who), Method::POST, &path, Some(json!({})))
        .await
}

fn named<'a>(list: &'a Value, name: &str) -> &'a Value {
    let list = list.as_array().map(Vec::as_slice).unwrap_or_default();
    let found = list.iter().find(|each| each["name"] == name);
    found.unwrap_or(&Value::Null)
}

fn rules(answer: &Answer) -> Vec<Value> {
    let rules = answer.body["rules"].as_array().cloned().unwrap_or_default();
    let demand = |rule: &Value| rule["outcome"]["rule"]["demand"].clone();
    rules.iter().map(demand).collect()
}

async fn publish(
    mesh: &Mesh,
    by: &Caller,
    domain: &Domain,
    csv: &str,
    columns: Value,
    rules: Value,
) -> Value {
    let upload = mesh.upload(by, "customers.csv", csv.as_bytes()).await;
    let product =
        json!({ "domainId": domain.id, "name": "Customers", "purpose": "Whom we serve." });
    let asked =
        json!({ "uploadId": upload, "columns": columns, "rules": rules, "dataProduct": product });
    let started = mesh
        .call(Some(by), Method::POST, "/publications", Some(asked))
        .await;
    assert_eq!(started.status, StatusCode::ACCEPTED, "{}", started.body);
    mesh.ended(by, started.body["id"].as_str().unwrap_or_default())
        .await
}

async fn publish_again(mesh: &Mesh, by: &Caller, product: &Value, csv: &str) -> Value {
    let upload = mesh.upload(by, "next.csv", csv.as_bytes()).await;
    let asked = json!({ "uploadId": upload, "columns": [], "dataProductId": product });
    let started = mesh
        .call(Some(by), Method::POST, "/publications", Some(asked))
        .await;
    assert_eq!(started.status, StatusCode::ACCEPTED, "{}", started.body);
    mesh.ended(by, started.body["id"].as_str().unwrap_or_default())
        .await
}

async fn get(mesh: &Mesh, who: &Caller, product: &Value, rest: &str) -> Answer {
    let path = format!(
        "/data-products/{}{rest}",
        product.as_str().unwrap_or_default()
    );
    mesh.call(Some(who), Method::GET, &path, None).await
}

fn said_of_columns() -> Value {
    let marks = |key: bool, personal: bool, mask: Value| {
        json!({ "key": key, "required": true, "personal": personal, "mask": mask,
            "classification": if personal { json!("confidential") } else { Value::Null },
            "meaning": if personal { json!("email") } else { Value::Null }, "review": "seen" })
    };
    json!([
        { "name": "customer_id", "businessName": "Customer ID", "marks": marks(true, false, Value::Null) },
        { "name": "e_mail", "businessName": "E-Mail", "marks": marks(false, true, json!("hash")) },
    ])
}

fn promised() -> Value {
    json!([
        { "demand": { "kind": "unique", "columns": ["customer_id"] }, "severity": "blocking" },
        { "demand": { "kind": "not-empty", "column": "city" }, "severity": "warning" },
        { "demand": { "kind": "between", "column": "score", "min": "0", "max": "49" }, "severity": "blocking" },
    ])
}

on_both! {
    async fn a_file_suggests_names_keys_meanings_masks_and_rules_with_their_evidence(mesh) {
        let owner = mesh.person("Olga Owner", Some(Role::Member)).await;
        let upload = mesh.upload(&owner, "customers.csv", customers(60).as_bytes()).await;
        let told = survey(&mesh, &owner, upload).await;
        assert_eq!(told.status, StatusCode::OK, "{}", told.body);
        assert_eq!((&told.body["rowsRead"], &told.body["whole"]), (&json!(60), &json!(true)));
        let id = named(&told.body["columns"], "customer_id");
        assert_eq!((&id["businessName"], &id["look"]), (&json!("Customer ID"), &json!(["key"])), "{id}");
        assert_eq!((&id["marks"]["key"], &id["marks"]["required"], &id["marks"]["review"]), (&json!(true), &json!(true), &Value::Null));
        let email = named(&told.body["columns"], "e_mail");
        assert_eq!((&email["look"], &email["marks"]["mask"], &email["marks"]["classification"]), (&json!(["personal"]), &json!("hash"), &json!("confidential")), "{email}");
        assert_eq!((&email["meaning"]["kind"], &email["businessName"]), (&json!("email"), &Value::Null));
        let found = rules(&told);
        assert!(found.contains(&json!({ "kind": "unique", "columns": ["customer_id"] })), "{found:?}");
        assert!(found.contains(&json!({ "kind": "one-of", "column": "segment", "values": ["large", "middle", "small"] })), "{found:?}");
        // One gap in sixty rows is worth a rule that says so, and the row.
        let gaps = told.body["rules"].as_array().into_iter().flatten()
            .find(|rule| rule["outcome"]["rule"]["demand"] == json!({ "kind": "not-empty", "column": "city" }))
            .cloned().unwrap_or_default();
        assert_eq!((&gaps["outcome"]["broken"]["count"], &gaps["outcome"]["examples"]), (&json!(1), &json!([{ "row": 7, "value": null }])), "{gaps}");
        // The addresses of people stand in no rule.
        assert!(!serde_json::to_string(&found).unwrap_or_default().contains("@"));
    }

    async fn rules_are_tried_on_a_file_before_anything_is_published(mesh) {
        let owner = mesh.person("Olga Owner", Some(Role::Member)).await;
        let upload = mesh.upload(&owner, "customers.csv", customers(60).as_bytes()).await;
        let path = format!("/uploads/{upload}/rule-checks");
        let asked = json!({ "rules": [
            { "demand": { "kind": "between", "column": "score", "max": "10" }, "severity": "warning" },
            { "demand": { "kind": "row-count", "min": 100 }, "severity": "blocking" },
            { "demand": { "kind": "matches", "column": "customer_id", "pattern": "C-[0-9]{4}" }, "severity": "warning" },
            { "demand": { "kind": "max-length", "column": "city", "length": 3 }, "severity": "warning" },
        ] });
        let told = mesh.call(Some(&owner), Method::POST, &path, Some(asked)).await;
        assert_eq!(told.status, StatusCode::OK, "{}", told.body);
        let broken: Vec<i64> = told.body["outcomes"].as_array().into_iter().flatten()
            .filter_map(|outcome| outcome["broken"]["count"].as_i64()).collect();
        assert_eq!(broken, [39, 1, 0, 59], "{}", told.body);
        for (rule, pointer, code) in [
            (json!({ "kind": "not-empty", "column": "nowhere" }), "/rules/0/demand", "unknown"),
            (json!({ "kind": "between", "column": "score" }), "/rules/0/demand/min", "required"),
            (json!({ "kind": "row-count", "min": 5, "max": 2 }), "/rules/0/demand/max", "malformed"),
        ] {
            let asked = json!({ "rules": [{ "demand": rule, "severity": "warning" }] });
            let refused = mesh.call(Some(&owner), Method::POST, &path, Some(asked)).await;
            let field = &refused.body["fields"][0];
            assert_eq!((&field["pointer"], &field["code"]), (&json!(pointer), &json!(code)), "{}", refused.body);
        }
    }

    async fn what_was_said_of_columns_and_promised_of_rows_stands_in_product_and_contract(mesh) {
        let owner = mesh.person("Olga Owner", Some(Role::Member)).await;
        let member = mesh.person("Mika Member", Some(Role::Member)).await;
        let domain = mesh.domain("Sales", owner.principal.id).await;
        let ended = publish(&mesh, &owner, &domain, &customers(60), said_of_columns(), promised()).await;
        assert_eq!(ended["state"], "succeeded", "{ended}");
        let product = &ended["dataProductId"];
        let told = get(&mesh, &owner, product, "").await;
        let columns = &told.body["outputPort"]["columns"];
        let id = named(columns, "customer_id");
        assert_eq!((&id["businessName"], &id["marks"]["key"], &id["marks"]["review"]), (&json!("Customer ID"), &json!(true), &json!("seen")), "{id}");
        assert_eq!(named(columns, "e_mail")["marks"]["mask"], "hash");
        let path = format!("/data-products/{}/contract", product.as_str().unwrap_or_default());
        let json = [("accept", "application/json")];
        let contract = mesh.call_with(Some(&owner), Method::GET, &path, &json, None).await.body;
        let properties = &contract["schema"][0]["properties"];
        let id = named(properties, "customer_id");
        assert_eq!((&id["primaryKey"], &id["primaryKeyPosition"], &id["required"]), (&json!(true), &json!(1), &json!(true)), "{contract}");
        assert_eq!((&id["quality"][0]["metric"], &id["quality"][0]["mustBe"]), (&json!("duplicateValues"), &json!(0)));
        assert_eq!(named(properties, "e_mail")["classification"], "confidential");
        assert_eq!(named(properties, "score")["quality"][0]["type"], "sql");
        // Who may not read the rows learns that a rule is broken, but neither how often nor where.
        let quality = get(&mesh, &owner, product, "/quality").await;
        assert_eq!(quality.body["outcomes"][1]["broken"]["count"], 1, "{}", quality.body);
        assert_eq!(quality.body["outcomes"][1]["examples"][0]["row"], 7);
        let limited = get(&mesh, &member, product, "/quality").await;
        assert_eq!((&limited.body["complete"], &limited.body["outcomes"][1]["broken"]), (&json!(false), &json!({ "count": null, "fewerThan": 5 })));
        assert_eq!(limited.body["outcomes"][1]["examples"], json!([]));
    }

    async fn the_next_file_is_held_to_the_same_promises_and_a_lost_key_breaks_the_contract(mesh) {
        let owner = mesh.person("Olga Owner", Some(Role::Member)).await;
        let domain = mesh.domain("Sales", owner.principal.id).await;
        let ended = publish(&mesh, &owner, &domain, &customers(60), said_of_columns(), promised()).await;
        let product = &ended["dataProductId"];
        let again = publish_again(&mesh, &owner, product, &customers(80)).await;
        assert_eq!(again["state"], "succeeded", "{again}");
        let told = get(&mesh, &owner, product, "").await;
        let id = named(&told.body["outputPort"]["columns"], "customer_id").clone();
        assert_eq!((&id["marks"]["key"], &told.body["currentVersion"]["number"]), (&json!(true), &json!(2)), "{id}");
        assert_eq!(get(&mesh, &owner, product, "/contract/changes").await.body["changes"], json!([]));
        // The owner takes the key and the cover back.
        let columns = json!([
            { "name": "customer_id", "description": "", "marks": { "required": true } },
            { "name": "e_mail", "description": "", "marks": { "required": true, "personal": true, "classification": "confidential" } },
        ]);
        let edit = json!({ "name": "Customers", "purpose": "Whom we serve.", "columns": columns });
        let path = format!("/data-products/{}", product.as_str().unwrap_or_default());
        let tag = format!("\"{}\"", told.body["revision"]);
        let edited = mesh.call_with(Some(&owner), Method::PUT, &path, &[("If-Match", &tag)], Some(edit)).await;
        assert_eq!(edited.status, StatusCode::OK, "{}", edited.body);
        let changes = get(&mesh, &owner, product, "/contract/changes").await.body;
        let codes: Vec<&str> = changes["changes"].as_array().into_iter().flatten().filter_map(|each| each["code"].as_str()).collect();
        assert!(codes.contains(&"key_changed") && codes.contains(&"mask_removed"), "{changes}");
        assert_eq!(changes["compatibility"], "major");
    }

    async fn a_broken_promise_stops_a_version_until_its_owner_lets_it_warn(mesh) {
        let owner = mesh.person("Olga Owner", Some(Role::Member)).await;
        let domain = mesh.domain("Sales", owner.principal.id).await;
        let ended = publish(&mesh, &owner, &domain, &customers(60), said_of_columns(), promised()).await;
        let product = &ended["dataProductId"];
        let twice = format!("{}C-0001,again@example.org,small,Bremen,3\n", customers(60));
        // The plan says so before anything happens.
        let upload = mesh.upload(&owner, "next.csv", twice.as_bytes()).await;
        let asked = json!({ "uploadId": upload, "columns": [], "rules": promised(), "dataProductId": product });
        let plan = mesh.call(Some(&owner), Method::POST, "/publications?dryRun=true", Some(asked)).await;
        assert_eq!((&plan.body["fields"][0]["pointer"], &plan.body["fields"][0]["code"]), (&json!("/rules"), &json!("rule_broken")), "{}", plan.body);
        let stopped = publish_again(&mesh, &owner, product, &twice).await;
        assert_eq!((&stopped["state"], &stopped["failure"]["code"]), (&json!("failed"), &json!("rules_broken")), "{stopped}");
        assert_eq!(stopped["failure"]["params"], json!({ "broken": 1, "column": "customer_id" }));
        assert_eq!(get(&mesh, &owner, product, "").await.body["currentVersion"]["number"], 1);
        let id = stopped["id"].as_str().unwrap_or_default();
        let path = format!("/publications/{id}/resume?rulesWarn=true");
        let resumed = mesh.call(Some(&owner), Method::POST, &path, None).await;
        assert_eq!(resumed.status, StatusCode::ACCEPTED, "{}", resumed.body);
        assert_eq!(mesh.ended(&owner, id).await["state"], "succeeded");
        let quality = get(&mesh, &owner, product, "/quality").await.body;
        let first = &quality["outcomes"][0];
        assert_eq!((&first["rule"]["severity"], &first["broken"]["count"], &first["examples"][0]["row"]), (&json!("warning"), &json!(1), &json!(61)), "{quality}");
    }

    async fn what_the_company_asks_is_told_with_the_plan_and_stops_what_breaks_it_once_it_blocks(mesh) {
        let owner = mesh.person("Olga Owner", Some(Role::Member)).await;
        let domain = mesh.domain("Sales", owner.principal.id).await;
        let upload = mesh.upload(&owner, "customers.csv", customers(60).as_bytes()).await;
        let marks = json!({ "personal": true, "meaning": "email", "classification": "internal" });
        let asked = json!({ "uploadId": upload, "dataProduct": { "domainId": domain.id, "name": "Customers", "purpose": "List." },
            "columns": [{ "name": "e_mail", "businessName": "E-Mail", "marks": marks }] });
        let plan = mesh.call(Some(&owner), Method::POST, "/publications?dryRun=true", Some(asked.clone())).await.body;
        let codes: Vec<(&str, bool)> = plan["policies"].as_array().into_iter().flatten()
            .map(|each| (each["code"].as_str().unwrap_or_default(), each["blocks"] == json!(true))).collect();
        assert_eq!(codes, [("personal_classified", true), ("purpose_written", false), ("personal_masked", false), ("columns_described", false), ("rule_promised", false)], "{plan}");
        assert_eq!((&plan["policies"][0]["pointer"], &plan["policies"][0]["params"]["names"]), (&json!("/columns/1/marks"), &json!("E-Mail")));
        assert_eq!((&plan["fields"][0]["code"], &plan["fields"][0]["params"]["policy"]), (&json!("policy"), &json!("personal_classified")));
        let refused = mesh.call(Some(&owner), Method::POST, "/publications", Some(asked.clone())).await;
        assert_eq!((refused.status, &refused.body["fields"][0]["code"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("policy")), "{}", refused.body);
        // Until its day comes, it warns.
        let path = "/publishing-policies/personal_classified";
        let grace = json!({ "severity": "blocking", "blocksFrom": "2999-01-01" });
        let set = mesh.call(Some(&mesh.administrator), Method::PUT, path, Some(grace)).await;
        assert_eq!(set.body, json!({ "code": "personal_classified", "severity": "blocking", "blocksFrom": "2999-01-01" }));
        let plan = mesh.call(Some(&owner), Method::POST, "/publications?dryRun=true", Some(asked.clone())).await.body;
        let found = plan["policies"].as_array().into_iter().flatten().find(|each| each["code"] == "personal_classified").cloned().unwrap_or_default();
        assert_eq!((&found["blocks"], &found["blocksFrom"], &plan["fields"]), (&json!(false), &json!("2999-01-01"), &json!([])), "{plan}");
        let started = mesh.call(Some(&owner), Method::POST, "/publications", Some(asked)).await;
        assert_eq!(started.status, StatusCode::ACCEPTED, "{}", started.body);
        let ended = mesh.ended(&owner, started.body["id"].as_str().unwrap_or_default()).await;
        assert_eq!(ended["state"], "succeeded", "{ended}");
        // Only those who look after the workspace set what is asked.
        let off = json!({ "severity": "off" });
        let forbidden = mesh.call(Some(&owner), Method::PUT, path, Some(off)).await;
        assert_eq!(forbidden.status, StatusCode::FORBIDDEN);
        let missing = mesh.call(Some(&mesh.administrator), Method::PUT, "/publishing-policies/nonsense", Some(json!({ "severity": "off" }))).await;
        assert_eq!(missing.status, StatusCode::NOT_FOUND);
    }
}
