//! The audit, the activity of things, policies and decisions explained.

use http::{Method, Request, StatusCode, header};
use http_body_util::BodyExt;
use mesh_model::Role;
use mesh_tests::{Answer, Caller, Database, Mesh, on_both};
use serde_json::{Value, json};
use tower::ServiceExt;

async fn get(mesh: &Mesh, by: &Caller, path: &str) -> Answer {
    mesh.call(Some(by), Method::GET, path, None).await
}

fn items(answer: &Answer) -> &[Value] {
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
    answer.body["items"].as_array().expect("items")
}

async fn export(mesh: &Mesh, query: &str) -> String {
    let request = Request::get(format!("/api/v1/audit-entries/export?{query}"))
        .header(
            header::AUTHORIZATION,
            format!("Bearer {}", mesh.administrator.token),
        )
        .body(axum::body::Body::empty())
        .expect("a request");
    let response = mesh.router.clone().oneshot(request).await.expect("answers");
    assert_eq!(response.status(), StatusCode::OK);
    let disposition = response.headers()[header::CONTENT_DISPOSITION]
        .to_str()
        .expect("text");
    assert!(
        disposition.starts_with("attachment; filename=\"audit-"),
        "{disposition}"
    );
    let bytes = response
        .into_body()
        .collect()
        .await
        .expect("a body")
        .to_bytes();
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}

async fn reword(mesh: &Mesh, by: &Caller, slug: &str, purpose: &str) {
    let path = format!("/domains/{slug}");
    let read = get(mesh, by, &path).await;
    let input = json!({
        "purpose": purpose,
        "kind": "aggregate",
        "ownerIds": [read.body["owners"][0]["id"]],
    });
    let tag = read.headers["etag"].to_str().expect("a tag").to_owned();
    let path = format!("/domains/{}", read.body["id"].as_str().expect("an id"));
    let answer = mesh
        .call_with(
            Some(by),
            Method::PUT,
            &path,
            &[("if-match", &tag)],
            Some(input),
        )
        .await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
}

on_both! {
    async fn entries_are_found_by_person_action_thing_and_period_newest_first_in_pages(mesh) {
        let steward = mesh.person("Sten", Some(Role::Steward)).await;
        let owner = mesh.administrator.principal.id;
        let sales = mesh.domain("Sales", owner).await;
        mesh.domain("Logistics", owner).await;
        reword(&mesh, &steward, "sales", "All about cloth").await;

        let all = get(&mesh, &steward, "/audit-entries").await;
        let sequences: Vec<i64> = items(&all).iter().filter_map(|item| item["sequence"].as_i64()).collect();
        assert!(sequences.windows(2).all(|pair| pair[0] > pair[1]), "{sequences:?}");
        let newest = &items(&all)[0];
        assert_eq!(newest["action"], "update_domain");
        assert_eq!(newest["by"]["name"], "Sten");
        assert_eq!(newest["thing"], json!({ "kind": "domain", "id": sales.id, "name": "Sales", "slug": "sales" }));
        assert_eq!((&newest["before"]["purpose"], &newest["after"]["purpose"]), (&json!("All about Sales"), &json!("All about cloth")));
        assert_eq!(newest["policies"], json!(["stewards-edit-domains"]));

        let by_sten = format!("/audit-entries?personId={}&action=update_domain", steward.principal.id);
        assert_eq!(items(&get(&mesh, &steward, &by_sten).await).len(), 1);
        let about = format!("/audit-entries?resourceId={}", sales.id);
        assert_eq!(items(&get(&mesh, &steward, &about).await).len(), 2);
        let at = newest["at"].as_str().expect("a time");
        let from = format!("/audit-entries?from={at}");
        assert_eq!(items(&get(&mesh, &steward, &from).await).len(), 1);
        let until = format!("/audit-entries?to={at}");
        assert_eq!(items(&get(&mesh, &steward, &until).await).len(), sequences.len() - 1);

        let mut paged = Vec::new();
        let mut token = String::new();
        loop {
            let page = get(&mesh, &steward, &format!("/audit-entries?pageSize=2{token}")).await;
            paged.extend(items(&page).iter().filter_map(|item| item["sequence"].as_i64()));
            let Some(next) = page.body["nextPageToken"].as_str() else { break };
            token = format!("&pageToken={next}");
        }
        assert_eq!(paged, sequences);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_cannot_be_read_is_malformed() {
    let mesh = Mesh::open(Database::Sqlite).await;
    for query in [
        "/audit-entries?personId=nobody",
        "/audit-entries?action=knit",
        "/audit-entries?from=yesterday",
        "/audit-entries?pageToken=x",
        "/audit-entries/export",
        "/audit-entries/export?format=pdf",
        "/activity?kind=domain",
        "/decisions?kind=domain",
        "/decisions?kind=loom&id=1",
    ] {
        let answer = get(&mesh, &mesh.administrator, query).await;
        assert_eq!(
            (answer.status, answer.code()),
            (StatusCode::BAD_REQUEST, "malformed"),
            "{query}"
        );
    }
    let guess = json!({ "fingerprint": "7" });
    let verify = "/audit-entries/verification";
    let answer = mesh
        .call(Some(&mesh.administrator), Method::POST, verify, Some(guess))
        .await;
    assert_eq!(answer.field("/fingerprint"), "malformed");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_export_is_filtered_harmless_in_a_spreadsheet_and_an_entry_itself() {
    let mesh = Mesh::open(Database::Sqlite).await;
    let owner = mesh.administrator.principal.id;
    mesh.domain("=HYPERLINK(\"http://x\")", owner).await;
    mesh.domain("Sales, \"all\"", owner).await;
    let table = export(&mesh, "format=csv&action=create_domain").await;
    let lines: Vec<&str> = table.split_terminator("\r\n").collect();
    assert_eq!(lines.len(), 3, "{table}");
    assert_eq!(
        lines[0],
        "sequence,at,person,personId,action,kind,thing,resourceId,before,after,policies"
    );
    assert!(
        lines[1].contains(",\"Sales, \"\"all\"\"\","),
        "{}",
        lines[1]
    );
    assert!(
        lines[2].contains(",\"'=HYPERLINK(\"\"http://x\"\")\","),
        "{}",
        lines[2]
    );

    let told = export(&mesh, "format=ndjson").await;
    let told: Vec<Value> = told
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect();
    assert_eq!(told[0]["action"], "export_audit", "this export");
    assert_eq!(told[0]["after"]["format"], "ndjson");
    assert_eq!(
        told[1]["after"]["filter"]["action"], "create_domain",
        "the one before"
    );
    assert_eq!(
        told.len() as i64,
        told[0]["sequence"].as_i64().expect("a number")
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_cut_end_is_noticed_with_a_kept_fingerprint_only() {
    let mesh = Mesh::open(Database::Sqlite).await;
    let owner = mesh.administrator.principal.id;
    mesh.domain("Sales", owner).await;
    let verify = async |input: Value| {
        let by = Some(&mesh.administrator);
        mesh.call(by, Method::POST, "/audit-entries/verification", Some(input))
            .await
            .body
    };
    let first = verify(json!({})).await;
    assert_eq!(
        (&first["brokenAt"], &first["compared"]),
        (&Value::Null, &Value::Null)
    );
    let kept = first["fingerprint"].clone();
    mesh.domain("Logistics", owner).await;
    let second = verify(json!({ "fingerprint": kept })).await;
    assert_eq!(second["compared"], "fits");
    let later = second["fingerprint"].clone();
    assert_ne!(later, kept);

    let file = format!("sqlite://{}", mesh.folder().join("selvedge.db").display());
    let mut connection: sqlx::SqliteConnection =
        <sqlx::SqliteConnection as sqlx::Connection>::connect(&file)
            .await
            .expect("connects");
    sqlx::raw_sql(
        "DELETE FROM audit_entries WHERE sequence = (SELECT MAX(sequence) FROM audit_entries)",
    )
    .execute(&mut connection)
    .await
    .expect("cuts");
    assert_eq!(
        verify(json!({})).await["brokenAt"],
        Value::Null,
        "alone it isn't noticed"
    );
    assert_eq!(
        verify(json!({ "fingerprint": later })).await["compared"],
        "cut"
    );
    assert_eq!(
        verify(json!({ "fingerprint": kept })).await["compared"],
        "fits"
    );
    mesh.domain("Another end", owner).await;
    assert_eq!(
        verify(json!({ "fingerprint": later })).await["compared"],
        "differs"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn activity_is_for_whoever_sees_the_thing_and_details_for_whoever_may_change_it() {
    let mesh = Mesh::open(Database::Sqlite).await;
    let owner = mesh.person("Olga", Some(Role::Member)).await;
    let member = mesh.person("Milo", Some(Role::Member)).await;
    let sales = mesh.domain("Sales", owner.principal.id).await;
    reword(&mesh, &owner, "sales", "All about cloth").await;
    for by in [&owner, &member, &mesh.administrator] {
        let told = get(&mesh, by, "/activity?kind=domain&id=sales").await;
        let told = items(&told);
        assert_eq!(told.len(), 2);
        assert_eq!(told[0]["by"]["name"], "Olga");
        let detailed = by.principal.id != member.principal.id;
        assert_eq!(
            told[0]["before"].is_object(),
            detailed,
            "{}",
            by.principal.name
        );
    }
    assert_eq!(
        get(&mesh, &member, "/activity?kind=domain&id=none")
            .await
            .code(),
        "not_found"
    );
    let foreign = format!("/activity?kind=data-product&id={}", sales.id);
    assert_eq!(get(&mesh, &member, &foreign).await.code(), "not_found");

    let link = format!("/people/{}/sign-in-link", owner.principal.id);
    mesh.call(Some(&mesh.administrator), Method::POST, &link, None)
        .await;
    let about = format!("/activity?kind=person&id={}", owner.principal.id);
    let actions = async |by: &Caller| {
        let told = get(&mesh, by, &about).await;
        items(&told)
            .iter()
            .filter_map(|item| item["action"].as_str().map(str::to_owned))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        actions(&member).await,
        ["create_person"],
        "a link is nobody else's business"
    );
    assert_eq!(
        actions(&owner).await,
        ["create_sign_in_link", "create_person"]
    );
    assert_eq!(
        actions(&mesh.administrator).await,
        ["create_sign_in_link", "create_person"]
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn decisions_say_what_who_and_why() {
    let mesh = Mesh::open(Database::Sqlite).await;
    let owner = mesh.person("Olga", Some(Role::Member)).await;
    let viewer = mesh.person("Vera", Some(Role::Viewer)).await;
    let domain = mesh.domain("Sales", owner.principal.id).await;
    mesh.publish(&owner, &domain, "Orders", "id\n1\n").await;
    let decisions = async |by: &Caller, of: &str| {
        let told = get(&mesh, by, &format!("/decisions?{of}")).await;
        items(&told).to_vec()
    };
    let mine = decisions(&owner, "kind=data-product&id=orders").await;
    assert!(
        mine.iter()
            .all(|told| told["allowed"] == true && told["who"] == json!([])),
        "{mine:?}"
    );
    let theirs = decisions(&mesh.administrator, "kind=data-product&id=orders").await;
    assert_eq!(theirs[0]["action"], "readRows");
    assert_eq!(
        (&theirs[0]["allowed"], &theirs[0]["policies"]),
        (&json!(false), &json!([]))
    );
    assert_eq!(theirs[0]["who"][0]["name"], "Olga");
    assert_eq!(
        theirs[2],
        json!({ "action": "editDataProduct", "allowed": true, "policies": ["administrator-edits-products"], "who": [] })
    );
    let forbidden = decisions(&viewer, "kind=workspace").await;
    let create = forbidden
        .iter()
        .find(|told| told["action"] == "createDomain")
        .expect("is told");
    assert_eq!(create["policies"], json!(["viewers-change-nothing"]));
    assert_eq!(create["who"][0]["name"], "Ada Okafor");

    let policies = get(&mesh, &viewer, "/policies").await;
    let policies = items(&policies);
    for told in mine.iter().chain(&theirs).chain(&forbidden) {
        for id in told["policies"].as_array().expect("ids") {
            assert!(policies.iter().any(|policy| policy["id"] == *id), "{id}");
        }
    }
    let forbid = policies
        .iter()
        .find(|policy| policy["id"] == "viewers-change-nothing")
        .expect("is there");
    assert_eq!(forbid["effect"], "forbid");
    assert!(
        forbid["text"]
            .as_str()
            .is_some_and(|text| text.contains("forbid ("))
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_one_may_not_discover_has_neither_activity_nor_decisions() {
    let mesh = Mesh::open(Database::Sqlite).await;
    let owner = mesh.person("Olga", Some(Role::Member)).await;
    let stranger = mesh.person("Milo", Some(Role::Member)).await;
    let hidden = json!({
        "name": "Secret looms", "purpose": "P", "kind": "aggregate",
        "ownerIds": [owner.principal.id], "discoverability": "members",
    });
    let made = mesh
        .call(
            Some(&mesh.administrator),
            Method::POST,
            "/domains",
            Some(hidden),
        )
        .await;
    assert_eq!(made.status, StatusCode::CREATED, "{}", made.body);
    let id = made.body["id"].as_str().expect("an id").to_owned();
    for path in [
        format!("/activity?kind=domain&id={id}"),
        "/activity?kind=domain&id=secret-looms".to_owned(),
        format!("/decisions?kind=domain&id={id}"),
    ] {
        assert_eq!(
            get(&mesh, &stranger, &path).await.code(),
            "not_found",
            "{path}"
        );
        assert!(
            !items(&get(&mesh, &owner, &path).await).is_empty(),
            "{path}"
        );
        assert!(
            !items(&get(&mesh, &mesh.administrator, &path).await).is_empty(),
            "{path}"
        );
    }
    let audit = get(
        &mesh,
        &mesh.administrator,
        &format!("/audit-entries?resourceId={id}"),
    )
    .await;
    assert_eq!(
        items(&audit).len(),
        1,
        "whoever reads the audit may know of every domain"
    );

    // Moved out from under it, a domain's own history would still name the hidden one.
    let below = json!({
        "name": "Open looms", "purpose": "P", "kind": "aggregate",
        "ownerIds": [stranger.principal.id], "parentId": id, "discoverability": "members",
    });
    let below = mesh
        .call(
            Some(&mesh.administrator),
            Method::POST,
            "/domains",
            Some(below),
        )
        .await;
    assert_eq!(below.status, StatusCode::CREATED, "{}", below.body);
    let about = format!(
        "/activity?kind=domain&id={}",
        below.body["id"].as_str().expect("an id")
    );
    let told = get(&mesh, &stranger, &about).await;
    let told = items(&told);
    assert!(!told.is_empty());
    assert!(
        told.iter().all(|item| !item.to_string().contains("Secret")),
        "{told:?}"
    );
    let whole = get(&mesh, &mesh.administrator, &about).await;
    assert!(items(&whole)[0].to_string().contains("Secret"));
}
