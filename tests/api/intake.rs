//! How a file is read: previewed with choices, published as previewed, every row accounted for.

use http::{Method, StatusCode};
use mesh_model::{Domain, Role, UploadId};
use mesh_tests::{Caller, Mesh, on_both};
use serde_json::{Value, json};

const RAGGED: &[u8] = b"Report\n\nshop;sales\nA;1,5\nB;2,25;oops\nC\nD;3,75\n";

async fn owner_of_sales(mesh: &Mesh) -> (Caller, Domain) {
    let owner = mesh.person("Owner", Some(Role::Member)).await;
    let domain = mesh.domain("Sales", owner.principal.id).await;
    (owner, domain)
}

async fn preview(mesh: &Mesh, by: &Caller, upload: UploadId, choices: Option<Value>) -> Value {
    let method = if choices.is_some() {
        Method::POST
    } else {
        Method::GET
    };
    let path = format!("/uploads/{upload}/preview");
    mesh.call(Some(by), method, &path, choices).await.body
}

async fn got(mesh: &Mesh, by: &Caller, path: &str) -> Value {
    mesh.call(Some(by), Method::GET, path, None).await.body
}

on_both! {
    async fn what_was_previewed_is_what_gets_published_and_no_row_is_lost(mesh) {
        let (owner, domain) = owner_of_sales(&mesh).await;
        let upload = mesh.upload(&owner, "sales.csv", RAGGED).await;
        let recognised = preview(&mesh, &owner, upload, None).await;
        assert_eq!(recognised["intake"]["skippedLines"], 2, "{recognised}");
        assert_eq!(recognised["intake"]["numbers"], "comma");
        assert_eq!(recognised["questions"][0]["code"], "misfits");
        assert_eq!((&recognised["rowCount"], &recognised["rejectCount"]), (&json!(2), &json!(2)));
        assert_eq!(recognised["rejects"][0]["reason"], "too_many_values");
        assert_eq!(recognised["rejects"][1], json!({
            "line": 6, "reason": "too_few_values", "expected": 2, "found": 1, "text": "C",
        }));

        let asked = |intake: Value| json!({
            "uploadId": upload,
            "intake": intake,
            "columns": [],
            "dataProduct": { "domainId": domain.id, "name": "Sales", "purpose": "What was sold" },
        });
        let open = mesh.call(Some(&owner), Method::POST, "/publications?dryRun=true", Some(asked(json!({})))).await;
        assert_eq!(open.body["fields"][0]["pointer"], "/intake/misfits", "{}", open.body);
        let refused = mesh.call(Some(&owner), Method::POST, "/publications", Some(asked(json!({})))).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", refused.body);

        let chosen = json!({ "misfits": "reject", "numbers": "as-written" });
        let shown = preview(&mesh, &owner, upload, Some(chosen.clone())).await;
        assert_eq!(shown["rows"], json!([["A", "1,5"], ["D", "3,75"]]), "{shown}");
        let chosen = json!({ "misfits": "reject" });
        let shown = preview(&mesh, &owner, upload, Some(chosen.clone())).await;
        assert_eq!(shown["rows"], json!([["A", "1.5"], ["D", "3.75"]]), "{shown}");
        assert_eq!(shown["questions"], json!([]));

        let plan = mesh.call(Some(&owner), Method::POST, "/publications?dryRun=true", Some(asked(chosen.clone()))).await;
        let kept = plan.body["sentences"].as_array().into_iter().flatten().find(|told| told["code"] == "keep_rejects");
        assert_eq!(kept.map(|told| &told["params"]), Some(&json!({ "found": 4, "rejected": 2, "rows": 2, "exact": 1 })));
        let started = mesh.call(Some(&owner), Method::POST, "/publications", Some(asked(chosen))).await;
        assert_eq!(started.status, StatusCode::ACCEPTED, "{}", started.body);
        let ended = mesh.ended(&owner, started.body["id"].as_str().unwrap_or_default()).await;
        assert_eq!(ended["state"], "succeeded", "{ended}");

        let product = got(&mesh, &owner, "/data-products/sales").await;
        let version = &product["currentVersion"];
        assert_eq!((&version["rowCount"], &version["rejectedCount"]), (&json!(2), &json!(2)));
        assert_eq!(version["intake"], shown["intake"], "what was recognised is remembered with the version");
        let id = product["id"].as_str().unwrap_or_default();
        let rows = got(&mesh, &owner, &format!("/data-products/{id}/rows")).await;
        assert_eq!(rows["rows"], shown["rows"]);
        let rejects = got(&mesh, &owner, &format!("/data-products/{id}/rejects")).await;
        assert_eq!((&rejects["items"], &rejects["count"]), (&recognised["rejects"], &json!(2)));
        let other = mesh.call(Some(&mesh.administrator), Method::GET, &format!("/data-products/{id}/rejects"), None).await;
        assert_eq!((other.status.as_u16(), other.code()), (403, "rows_need_grant"));
    }

    async fn choices_that_cannot_hold_are_refused_at_their_field(mesh) {
        let (owner, _) = owner_of_sales(&mesh).await;
        let upload = mesh.upload(&owner, "sales.csv", RAGGED).await;
        let words: Vec<String> = (0..51).map(|number| number.to_string()).collect();
        for (choices, pointer) in [
            (json!({ "delimiter": "ab" }), "/delimiter"),
            (json!({ "delimiter": "\"" }), "/delimiter"),
            (json!({ "delimiter": "" }), "/delimiter"),
            (json!({ "skippedLines": 100_000 }), "/skippedLines"),
            (json!({ "missingWords": words }), "/missingWords"),
        ] {
            let refused = preview(&mesh, &owner, upload, Some(choices.clone())).await;
            assert_eq!(refused["fields"][0]["pointer"], pointer, "{choices}: {refused}");
        }
        let beyond = preview(&mesh, &owner, upload, Some(json!({ "skippedLines": 50 }))).await;
        assert_eq!(beyond["code"], "file_empty", "{beyond}");
    }

    async fn each_version_tells_its_own_rejects(mesh) {
        let (owner, domain) = owner_of_sales(&mesh).await;
        let first = mesh.publish(&owner, &domain, "Sales", "shop,sales\nA,1\n").await;
        let product = &first["dataProductId"];
        let upload = mesh.upload(&owner, "next.csv", b"shop,sales\nA,1\nB\n").await;
        let asked = json!({ "uploadId": upload, "intake": { "misfits": "reject" }, "columns": [], "dataProductId": product });
        let started = mesh.call(Some(&owner), Method::POST, "/publications", Some(asked)).await;
        let id = started.body["id"].as_str().unwrap_or_default().to_owned();
        let ended = mesh.ended(&owner, &id).await;
        assert_eq!(ended["state"], "succeeded", "{ended}");
        let path = format!("/data-products/{}", product.as_str().unwrap_or_default());
        let versions = got(&mesh, &owner, &format!("{path}/versions")).await;
        assert_eq!((&versions["items"][0]["rejectedCount"], &versions["items"][1]["rejectedCount"]), (&json!(1), &json!(0)));
        let none = got(&mesh, &owner, &format!("{path}/rejects?version=1")).await;
        assert_eq!((&none["items"], &none["count"]), (&json!([]), &json!(0)));
    }
}
