//! People: found by parts of their names, counted by role, with what they look after.

use http::{Method, StatusCode};
use mesh_model::Role;
use mesh_tests::{Caller, Mesh, on_both};
use serde_json::{Value, json};
use sqlx::{Connection, PgConnection, SqliteConnection};

async fn names(mesh: &Mesh, query: &str) -> Vec<String> {
    let path = format!("/people?{query}");
    let list = mesh
        .call(Some(&mesh.administrator), Method::GET, &path, None)
        .await;
    assert_eq!(list.status, StatusCode::OK, "{}", list.body);
    list.body["items"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|person| person["name"].as_str().unwrap_or_default().to_owned())
        .collect()
}

async fn leaves(mesh: &Mesh, who: &Caller) {
    let plan = json!({ "kind": "replace-person", "personId": who.principal.id,
        "successorId": mesh.administrator.principal.id });
    mesh.apply(&mesh.administrator, plan).await;
}

on_both! {
    async fn people_are_found_by_parts_of_name_and_address(mesh) {
        mesh.person("Tomasz Zieliński", Some(Role::Member)).await;
        mesh.person("Zoë Größe", Some(Role::Viewer)).await;
        mesh.person("Łukasz 100%_Sure", None).await;
        mesh.person("Diana Anders", Some(Role::Steward)).await;
        for (query, found) in [
            ("zielinski", vec!["Tomasz Zieliński"]),
            ("ZIEL%20tom", vec!["Tomasz Zieliński"]),
            ("grosse", vec!["Zoë Größe"]),
            ("lukasz", vec!["Łukasz 100%_Sure"]),
            ("tomasz-zielinski@mesh.example", vec!["Tomasz Zieliński"]),
            // Words that begin so come before those that only hold it.
            ("an", vec!["Diana Anders"]),
            ("%25", vec![]),
            ("%F0%9F%A7%B5", vec![]),
            ("nobody", vec![]),
        ] {
            assert_eq!(names(&mesh, &format!("query={query}")).await, found, "{query}");
        }
        mesh.person("Juan Bell", Some(Role::Member)).await;
        assert_eq!(names(&mesh, "query=an").await, ["Diana Anders", "Juan Bell"]);
        assert_eq!(names(&mesh, "shown=assignable&query=lukasz").await, Vec::<String>::new());
        assert_eq!(names(&mesh, "role=none").await, ["Łukasz 100%_Sure"]);
        assert_eq!(names(&mesh, "role=steward").await, ["Diana Anders"]);
        assert_eq!(names(&mesh, &format!("query={}", "x".repeat(5_000))).await, Vec::<String>::new());
    }

    async fn people_of_an_earlier_schema_are_found_once_the_workspace_is_open(mesh) {
        const FORGET: &str = "UPDATE people SET search_key = ''";
        mesh.person("Tomasz Zieliński", Some(Role::Member)).await;
        let (folder, database_url) = mesh.close().await;
        match &database_url {
            Some(url) => {
                let mut connection = PgConnection::connect(url).await.expect("connects");
                sqlx::query(FORGET).execute(&mut connection).await.expect("forgets");
            }
            None => {
                let file = format!("sqlite://{}", folder.path().join("selvedge.db").display());
                let mut connection = SqliteConnection::connect(&file).await.expect("connects");
                sqlx::query(FORGET).execute(&mut connection).await.expect("forgets");
                connection.close().await.expect("closes");
            }
        }
        let mesh = Mesh::open_in(folder, database_url).await;
        assert_eq!(names(&mesh, "query=zielinski").await, ["Tomasz Zieliński"]);
    }

    async fn pages_of_people_leave_nobody_out_and_show_nobody_twice(mesh) {
        for number in 0..23 {
            mesh.person(&format!("Person {number:02}"), Some(Role::Member)).await;
        }
        for query in ["", "&query=erso", "&query=person%20mesh"] {
            let mut found = Vec::new();
            let mut token = String::new();
            loop {
                let path = format!("/people?pageSize=5{query}{token}");
                let page = mesh.call(Some(&mesh.administrator), Method::GET, &path, None).await;
                found.extend(page.body["items"].as_array().into_iter().flatten().map(|item| item["name"].to_string()));
                match page.body["nextPageToken"].as_str() {
                    Some(next) => token = format!("&pageToken={next}"),
                    None => break,
                }
            }
            let expected = if query.is_empty() { 24 } else { 23 };
            let mut once = found.clone();
            once.dedup();
            assert_eq!((found.len(), once.len()), (expected, expected), "{query}");
            assert!(found.is_sorted(), "{query}");
        }
    }

    async fn people_are_counted_by_role_and_those_who_left_apart(mesh) {
        let gone = mesh.person("Gone", Some(Role::Member)).await;
        mesh.person("Viewer", Some(Role::Viewer)).await;
        mesh.person("Stranger", None).await;
        let account = json!({ "name": "Export", "purpose": "Exports", "role": "viewer" });
        mesh.call(Some(&mesh.administrator), Method::POST, "/service-accounts", Some(account)).await;
        leaves(&mesh, &gone).await;
        let counts = mesh.call(Some(&mesh.administrator), Method::GET, "/people/counts", None).await;
        assert_eq!(counts.body, json!({ "administrator": 1, "steward": 0, "member": 0, "viewer": 1, "none": 1, "left": 1 }));
        let some = mesh.call(Some(&mesh.administrator), Method::GET, "/people/counts?query=view", None).await;
        assert_eq!(some.body["viewer"], 1);
        assert_eq!(some.body["administrator"], 0);
        assert_eq!(names(&mesh, "shown=left").await, ["Gone"]);
        assert!(!names(&mesh, "").await.contains(&"Gone".to_owned()));
    }

    async fn somebody_who_left_gets_no_role_and_no_link_by_the_way(mesh) {
        let gone = mesh.person("Gone", Some(Role::Member)).await;
        leaves(&mesh, &gone).await;
        let path = format!("/people/{}", gone.principal.id);
        let now = mesh.call(Some(&mesh.administrator), Method::GET, &path, None).await;
        assert!(now.body["leftAt"].is_string() && now.body["role"].is_null(), "{}", now.body);
        let tag = now.headers["etag"].to_str().unwrap_or_default().to_owned();
        let edit = json!({ "name": "Gone", "role": "member" });
        let refused = mesh.call_with(Some(&mesh.administrator), Method::PUT, &path, &[("if-match", &tag)], Some(edit)).await;
        assert_eq!((refused.status.as_u16(), &refused.body["params"]["reason"]), (409, &json!("person_left")));
        let refused = mesh.call(Some(&mesh.administrator), Method::POST, &format!("{path}/sign-in-link"), None).await;
        assert_eq!(refused.status, StatusCode::CONFLICT);
    }

    async fn a_person_is_shown_with_everything_they_look_after(mesh) {
        let owner = mesh.person("Owner", Some(Role::Member)).await;
        let domain = mesh.domain("Sales", owner.principal.id).await;
        let published = mesh.publish(&owner, &domain, "Orders", "id\n1\n").await;
        assert_eq!(published["state"], "succeeded");
        let stewarded = json!({ "name": "Stock", "purpose": "P", "kind": "aggregate",
            "ownerIds": [mesh.administrator.principal.id, owner.principal.id], "stewardIds": [owner.principal.id] });
        let stewarded = mesh.call(Some(&mesh.administrator), Method::POST, "/domains", Some(stewarded)).await;
        assert_eq!(stewarded.status, StatusCode::CREATED, "{}", stewarded.body);
        let team = json!({ "name": "Shops", "purpose": "P", "members": [{ "personId": owner.principal.id, "lead": true }] });
        mesh.call(Some(&owner), Method::POST, "/teams", Some(team)).await;
        let account = json!({ "name": "Export", "purpose": "Exports", "role": "viewer" });
        mesh.call(Some(&owner), Method::POST, "/service-accounts", Some(account)).await;

        let path = format!("/people/{}/holdings", owner.principal.id);
        let held = mesh.call(Some(&owner), Method::GET, &path, None).await;
        assert_eq!(held.status, StatusCode::OK, "{}", held.body);
        let told = |list: &str, names: &[&str]| held.body[list].as_array().into_iter().flatten()
            .map(|thing| names.iter().map(|name| thing[*name].clone()).collect::<Vec<Value>>()).collect::<Vec<_>>();
        assert_eq!(told("domains", &["name", "owner", "steward"]),
            [[json!("Sales"), json!(true), json!(false)], [json!("Stock"), json!(true), json!(true)]]);
        assert_eq!(told("dataProducts", &["name"]), [[json!("Orders")]]);
        assert_eq!(held.body["dataProducts"][0]["domain"]["name"], "Sales");
        assert_eq!(told("teams", &["name", "lead"]), [[json!("Shops"), json!(true)]]);
        assert_eq!(told("serviceAccounts", &["name"]), [[json!("Export")]]);
    }
}
