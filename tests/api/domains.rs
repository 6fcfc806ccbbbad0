//! Domains: names as people write them, stale edits, repeated creates.

use http::{Method, StatusCode};
use mesh_model::Role;
use mesh_tests::{Mesh, on_both};
use serde_json::{Value, json};

fn input(mesh: &Mesh, name: &str) -> Value {
    json!({ "name": name, "purpose": "What it is for", "kind": "source-aligned", "ownerIds": [mesh.administrator.principal.id] })
}

async fn create(mesh: &Mesh, name: &str) -> mesh_tests::Answer {
    mesh.call(
        Some(&mesh.administrator),
        Method::POST,
        "/domains",
        Some(input(mesh, name)),
    )
    .await
}

on_both! {
    async fn unusual_names_are_stored_and_shown_exactly(mesh) {
        let names = ["مبيعات", "Sales 🧵", "'; DROP TABLE domains; --", "<script>alert(1)</script>", "Größe", "می‌خواهم", "売上"];
        for name in names {
            let made = create(&mesh, name).await;
            assert_eq!(made.status, StatusCode::CREATED, "{name}: {}", made.body);
            assert_eq!(made.body["name"], name);
            let slug = made.body["slug"].as_str().unwrap_or_default();
            let read = mesh.call(Some(&mesh.administrator), Method::GET, &format!("/domains/{slug}"), None).await;
            assert_eq!(read.body["name"], name, "read back by {slug}");
        }
        let list = mesh.call(Some(&mesh.administrator), Method::GET, "/domains", None).await;
        assert_eq!(list.body["items"].as_array().map(Vec::len), Some(names.len()));
    }

    async fn names_that_do_not_hold_are_refused_at_the_field(mesh) {
        assert_eq!(create(&mesh, "Sales").await.status, StatusCode::CREATED);
        let long = "x".repeat(10_000);
        for (name, code) in [
            ("", "required"),
            (" \u{a0} ", "required"),
            (long.as_str(), "too_long"),
            ("a\u{0}b", "control_characters"),
            ("sales\u{202e}vsc", "invisible_characters"),
            ("S\u{0430}les", "look_alike"),
            ("  sALES ", "taken"),
            ("Ｓａｌｅｓ", "taken"),
        ] {
            let refused = create(&mesh, name).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{name:?}");
            assert_eq!((refused.code(), refused.field("/name")), ("invalid", code), "{name:?}");
        }
        let list = mesh.call(Some(&mesh.administrator), Method::GET, "/domains", None).await;
        assert_eq!(list.body["items"].as_array().map(Vec::len), Some(1), "nothing was created");
    }

    async fn names_are_listed_in_the_same_order_on_every_database(mesh) {
        for name in ["banana", "Apple", "äpfel", "Zebra", "apple pie", "10", "9"] {
            assert_eq!(create(&mesh, name).await.status, StatusCode::CREATED);
        }
        let mut names = Vec::new();
        let mut token = String::new();
        loop {
            let page = mesh.call(Some(&mesh.administrator), Method::GET, &format!("/domains?pageSize=2{token}"), None).await;
            names.extend(page.body["items"].as_array().into_iter().flatten().map(|item| item["name"].as_str().unwrap_or_default().to_owned()));
            match page.body["nextPageToken"].as_str() {
                Some(next) => token = format!("&pageToken={next}"),
                None => break,
            }
        }
        assert_eq!(names, ["10", "9", "Apple", "apple pie", "banana", "Zebra", "äpfel"]);
    }

    async fn a_stale_edit_is_refused_and_changes_nothing(mesh) {
        let made = create(&mesh, "Sales").await;
        let path = format!("/domains/{}", made.body["id"].as_str().unwrap_or_default());
        let tag = made.headers["etag"].to_str().unwrap_or_default().to_owned();
        let owners = [mesh.administrator.principal.id];
        let edit = |purpose: &str| Some(json!({ "purpose": purpose, "kind": "aggregate", "ownerIds": owners }));
        let without = mesh.call(Some(&mesh.administrator), Method::PUT, &path, edit("A")).await;
        assert_eq!((without.status.as_u16(), without.code()), (428, "precondition_required"));
        let first = mesh.call_with(Some(&mesh.administrator), Method::PUT, &path, &[("if-match", &tag)], edit("B")).await;
        assert_eq!(first.status, StatusCode::OK, "{}", first.body);
        let second = mesh.call_with(Some(&mesh.administrator), Method::PUT, &path, &[("if-match", &tag)], edit("C")).await;
        assert_eq!((second.status.as_u16(), second.code()), (412, "stale"));
        let now = mesh.call(Some(&mesh.administrator), Method::GET, &path, None).await;
        assert_eq!((&now.body["purpose"], &now.body["slug"]), (&json!("B"), &json!("sales")));
    }

    async fn a_repeated_create_makes_one_domain(mesh) {
        let key = [("idempotency-key", "one")];
        let by = Some(&mesh.administrator);
        let first = mesh.call_with(by, Method::POST, "/domains", &key, Some(input(&mesh, "Sales"))).await;
        let again = mesh.call_with(by, Method::POST, "/domains", &key, Some(input(&mesh, "Sales"))).await;
        assert_eq!(first.body["id"], again.body["id"]);
        let other = mesh.call_with(by, Method::POST, "/domains", &key, Some(input(&mesh, "Else"))).await;
        assert_eq!((other.status.as_u16(), other.code()), (409, "conflict"));
    }

    async fn of_sixteen_who_take_a_name_at_once_one_gets_it(mesh) {
        let mesh = std::sync::Arc::new(mesh);
        let mut asking = tokio::task::JoinSet::new();
        for _ in 0..16 {
            let mesh = mesh.clone();
            asking.spawn(async move { create(&mesh, "Sales").await });
        }
        let answers = asking.join_all().await;
        let made = answers.iter().filter(|answer| answer.status == StatusCode::CREATED).count();
        let taken = answers.iter().filter(|answer| answer.field("/name") == "taken").count();
        assert_eq!((made, taken), (1, 15));
    }

    async fn an_owner_needs_a_role(mesh) {
        let stranger = mesh.person("Stranger", None).await;
        let mut asked = input(&mesh, "Sales");
        asked["ownerIds"] = json!([stranger.principal.id]);
        let refused = mesh.call(Some(&mesh.administrator), Method::POST, "/domains", Some(asked)).await;
        assert_eq!(refused.field("/ownerIds"), "no_role");
        let mut asked = input(&mesh, "Sales");
        asked["ownerIds"] = json!([uuid::Uuid::now_v7()]);
        let refused = mesh.call(Some(&mesh.administrator), Method::POST, "/domains", Some(asked)).await;
        assert_eq!(refused.field("/ownerIds"), "unknown");
    }

    async fn the_last_administrator_stays_one(mesh) {
        let path = format!("/people/{}", mesh.administrator.principal.id);
        let edit = json!({ "name": "Ada", "role": "viewer" });
        let refused = mesh.call_with(Some(&mesh.administrator), Method::PUT, &path, &[("if-match", "\"1\"")], Some(edit.clone())).await;
        assert_eq!(refused.field("/role"), "not_allowed");
        mesh.person("Second", Some(Role::Administrator)).await;
        let done = mesh.call_with(Some(&mesh.administrator), Method::PUT, &path, &[("if-match", "\"1\"")], Some(edit)).await;
        assert_eq!(done.status, StatusCode::OK, "{}", done.body);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_check_says_id_and_similar_names_and_changes_nothing() {
    let mesh = Mesh::open(mesh_tests::Database::Sqlite).await;
    create(&mesh, "Sales orders").await;
    let asked = Some(input(&mesh, "Sales order"));
    let check = mesh
        .call(
            Some(&mesh.administrator),
            Method::POST,
            "/domains?dryRun=true",
            asked,
        )
        .await;
    assert_eq!(check.status, StatusCode::OK);
    assert_eq!(check.body["slug"], "sales-order");
    assert_eq!(check.body["lookAlikes"][0]["name"], "Sales orders");
    let list = mesh
        .call(Some(&mesh.administrator), Method::GET, "/domains", None)
        .await;
    assert_eq!(list.body["items"].as_array().map(Vec::len), Some(1));
}
