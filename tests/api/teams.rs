//! Teams: who belongs to them, who may change them, what they are called.

use http::{Method, StatusCode};
use mesh_model::Role;
use mesh_tests::{Answer, Caller, Mesh, on_both};
use serde_json::{Value, json};

/// A team's input; the first member leads it.
fn input(name: &str, members: &[&Caller]) -> Value {
    let members: Vec<Value> = members
        .iter()
        .enumerate()
        .map(|(place, member)| json!({ "personId": member.principal.id, "lead": place == 0 }))
        .collect();
    json!({ "name": name, "purpose": "Looks after it", "members": members })
}

async fn create(mesh: &Mesh, by: &Caller, body: Value) -> Answer {
    mesh.call(Some(by), Method::POST, "/teams", Some(body))
        .await
}

async fn put(mesh: &Mesh, by: &Caller, team: &Value, body: Value) -> Answer {
    let path = format!("/teams/{}", team["id"].as_str().unwrap_or_default());
    let tag = format!("\"{}\"", team["revision"]);
    mesh.call_with(
        Some(by),
        Method::PUT,
        &path,
        &[("if-match", &tag)],
        Some(body),
    )
    .await
}

async fn delete(mesh: &Mesh, by: &Caller, team: &Value) -> Answer {
    let path = format!("/teams/{}", team["id"].as_str().unwrap_or_default());
    let tag = format!("\"{}\"", team["revision"]);
    mesh.call_with(Some(by), Method::DELETE, &path, &[("if-match", &tag)], None)
        .await
}

/// Somebody leaves, by the plan that finds everything they hold.
async fn leaves(mesh: &Mesh, who: &Caller) {
    let plan = json!({ "kind": "replace-person", "personId": who.principal.id,
        "successorId": mesh.administrator.principal.id });
    mesh.apply(&mesh.administrator, plan).await;
}

on_both! {
    async fn a_team_is_created_found_by_both_ids_and_listed_with_its_people(mesh) {
        let lead = mesh.person("Zoe Lead", Some(Role::Member)).await;
        let other = mesh.person("Ann Other", Some(Role::Viewer)).await;
        let made = create(&mesh, &lead, input("Shops & more", &[&lead, &other])).await;
        assert_eq!(made.status, StatusCode::CREATED, "{}", made.body);
        assert_eq!(made.body["slug"], "shops-more");
        let members = |team: &Value| team["members"].as_array().into_iter().flatten()
            .map(|member| format!("{}{}", member["person"]["name"].as_str().unwrap_or_default(),
                if member["lead"] == true { "*" } else { "" })).collect::<Vec<_>>();
        assert_eq!(members(&made.body), ["Zoe Lead*", "Ann Other"], "those who lead come first");
        for id in [made.body["id"].as_str().unwrap_or_default(), "shops-more"] {
            let read = mesh.call(Some(&other), Method::GET, &format!("/teams/{id}"), None).await;
            assert_eq!((read.status, &read.body["name"]), (StatusCode::OK, &json!("Shops & more")));
            assert_eq!(read.body["can"], json!({ "edit": false, "delete": false }));
        }
        create(&mesh, &lead, input("Apples", &[&other])).await;
        let list = mesh.call(Some(&other), Method::GET, "/teams?pageSize=1", None).await;
        assert_eq!(list.body["items"][0]["name"], "Apples");
        assert_eq!(members(&list.body["items"][0]), ["Ann Other*"], "only its own");
        let token = list.body["nextPageToken"].as_str().unwrap_or_default();
        let next = mesh.call(Some(&other), Method::GET, &format!("/teams?pageSize=1&pageToken={token}"), None).await;
        assert_eq!(members(&next.body["items"][0]), ["Zoe Lead*", "Ann Other"]);
        assert_eq!(next.body["nextPageToken"], Value::Null);
    }

    async fn members_that_do_not_hold_are_refused_at_the_field(mesh) {
        let by = &mesh.administrator;
        let gone = mesh.person("Gone", Some(Role::Member)).await;
        let stranger = mesh.person("Stranger", None).await;
        leaves(&mesh, &gone).await;
        let account = json!({ "name": "Export", "purpose": "Exports", "role": "viewer" });
        let account = mesh.call(Some(by), Method::POST, "/service-accounts", Some(account)).await;
        let me = by.principal.id;
        let member = |id: Value, lead: bool| json!({ "personId": id, "lead": lead });
        for (members, pointer, code) in [
            (json!([]), "/members", "required"),
            (json!([member(json!(me), false)]), "/members", "no_lead"),
            (json!([member(json!(me), true), member(json!(me), false)]), "/members/1/personId", "duplicate"),
            (json!([member(json!(gone.principal.id), true)]), "/members/0/personId", "has_left"),
            (json!([member(json!(me), true), member(json!(stranger.principal.id), false)]), "/members/1/personId", "no_role"),
            (json!([member(json!(uuid::Uuid::now_v7()), true)]), "/members/0/personId", "unknown"),
            (json!([member(account.body["id"].clone(), true)]), "/members/0/personId", "unknown"),
        ] {
            let asked = json!({ "name": "Shops", "purpose": "P", "members": members });
            let refused = create(&mesh, by, asked).await;
            assert_eq!((refused.status.as_u16(), refused.field(pointer)), (422, code), "{}", refused.body);
        }
        let many: Vec<Value> = (0..501).map(|_| member(json!(uuid::Uuid::now_v7()), true)).collect();
        let refused = create(&mesh, by, json!({ "name": "Shops", "purpose": "P", "members": many })).await;
        assert_eq!(refused.field("/members"), "too_many");
        let list = mesh.call(Some(by), Method::GET, "/teams", None).await;
        assert_eq!(list.body["items"], json!([]), "nothing was created");
    }

    async fn names_that_do_not_hold_are_refused_at_the_field(mesh) {
        let by = &mesh.administrator;
        assert_eq!(create(&mesh, by, input("Sales", &[by])).await.status, StatusCode::CREATED);
        let long = "x".repeat(10_000);
        for (name, code) in [
            ("", "required"),
            (long.as_str(), "too_long"),
            ("a\u{0}b", "control_characters"),
            ("S\u{0430}les", "look_alike"),
            ("  sALES ", "taken"),
        ] {
            let refused = create(&mesh, by, input(name, &[by])).await;
            assert_eq!((refused.code(), refused.field("/name")), ("invalid", code), "{name:?}");
        }
        let mut asked = input("Stock", &[by]);
        asked["purpose"] = json!(" ");
        assert_eq!(create(&mesh, by, asked).await.field("/purpose"), "required");
    }

    async fn a_check_says_id_and_similar_names_and_changes_nothing(mesh) {
        let by = &mesh.administrator;
        create(&mesh, by, input("Shop owners", &[by])).await;
        let asked = Some(input("Shop owner", &[]));
        let check = mesh.call(Some(by), Method::POST, "/teams?dryRun=true", asked).await;
        assert_eq!(check.status, StatusCode::OK, "{}", check.body);
        assert_eq!(check.body["slug"], "shop-owner");
        assert_eq!(check.body["lookAlikes"][0]["name"], "Shop owners");
        assert_eq!(check.body["fields"][0]["pointer"], "/members");
        let list = mesh.call(Some(by), Method::GET, "/teams", None).await;
        assert_eq!(list.body["items"].as_array().map(Vec::len), Some(1));
    }

    async fn those_who_lead_change_the_team_and_nobody_else_but_administrators(mesh) {
        let lead = mesh.person("Lead", Some(Role::Member)).await;
        let member = mesh.person("Member", Some(Role::Member)).await;
        let steward = mesh.person("Steward", Some(Role::Steward)).await;
        let viewer = mesh.person("Viewer", Some(Role::Viewer)).await;
        let refused = create(&mesh, &viewer, input("Shops", &[&viewer])).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN);
        let team = create(&mesh, &steward, input("Shops", &[&lead, &viewer, &member])).await.body;
        for by in [&member, &steward, &viewer] {
            let refused = put(&mesh, by, &team, input("Mine", &[by])).await;
            assert_eq!((refused.status, &refused.body["params"]["who"]), (StatusCode::FORBIDDEN, &json!("Lead")));
            assert_eq!(delete(&mesh, by, &team).await.status, StatusCode::FORBIDDEN);
        }
        let changed = put(&mesh, &lead, &team, input("Stores", &[&member])).await;
        assert_eq!(changed.status, StatusCode::OK, "{}", changed.body);
        assert_eq!((&changed.body["slug"], &changed.body["can"]["edit"]), (&json!("shops"), &json!(false)), "led by another now");
        let stale = put(&mesh, &member, &team, input("Else", &[&member])).await;
        assert_eq!((stale.status.as_u16(), stale.code()), (412, "stale"));
        let viewer_leads = put(&mesh, &mesh.administrator, &changed.body, input("Stores", &[&viewer])).await;
        assert_eq!(viewer_leads.status, StatusCode::OK);
        let still = put(&mesh, &viewer, &viewer_leads.body, input("Stores", &[&viewer])).await;
        assert_eq!(still.status, StatusCode::FORBIDDEN, "viewers change nothing, even what they lead");
    }

    async fn a_team_that_looks_after_a_domain_stays(mesh) {
        let by = &mesh.administrator;
        let team = create(&mesh, by, input("Shops", &[by])).await.body;
        let domain = json!({ "name": "Sales", "purpose": "P", "kind": "aggregate",
            "ownerIds": [by.principal.id], "teamId": team["id"] });
        let domain = mesh.call(Some(by), Method::POST, "/domains", Some(domain)).await;
        assert_eq!(domain.status, StatusCode::CREATED, "{}", domain.body);
        let read = mesh.call(Some(by), Method::GET, "/teams/shops", None).await;
        assert_eq!(read.body["domains"][0]["name"], "Sales");
        let refused = delete(&mesh, by, &read.body).await;
        assert_eq!((refused.status.as_u16(), refused.code()), (409, "conflict"));
        assert_eq!((&refused.body["params"]["reason"], &refused.body["params"]["names"]), (&json!("team_in_use"), &json!("Sales")));

        let other = create(&mesh, by, input("Nobody's", &[by])).await.body;
        assert_eq!(delete(&mesh, by, &other).await.status, StatusCode::NO_CONTENT);
        let gone = mesh.call(Some(by), Method::GET, "/teams/nobody-s", None).await;
        assert_eq!(gone.status, StatusCode::NOT_FOUND);
        assert_eq!(create(&mesh, by, input("Nobody's", &[by])).await.status, StatusCode::CREATED, "the name is free again");
    }

    async fn a_hidden_domain_is_neither_named_nor_counted_by_its_team(mesh) {
        let by = &mesh.administrator;
        let outside = mesh.person("Outside", Some(Role::Member)).await;
        let team = create(&mesh, by, input("Shops", &[by])).await.body;
        let domain = json!({ "name": "Secret", "purpose": "P", "kind": "aggregate", "ownerIds": [by.principal.id],
            "teamId": team["id"], "discoverability": "members" });
        let domain = mesh.call(Some(by), Method::POST, "/domains", Some(domain)).await;
        assert_eq!(domain.status, StatusCode::CREATED, "{}", domain.body);
        let seen = async |by: &Caller| mesh.call(Some(by), Method::GET, "/teams/shops", None).await.body["domains"].clone();
        assert_eq!(seen(by).await[0]["name"], "Secret");
        assert_eq!(seen(&outside).await, json!([]));
        let held = async |of: &Caller| {
            let path = format!("/people/{}/holdings", by.principal.id);
            mesh.call(Some(of), Method::GET, &path, None).await.body["domains"].clone()
        };
        assert_eq!(held(by).await[0]["name"], "Secret");
        assert_eq!(held(&outside).await, json!([]));
    }

    async fn a_repeated_create_makes_one_team(mesh) {
        let by = &mesh.administrator;
        let key = [("idempotency-key", "one")];
        let ask = async |name: &str| {
            mesh.call_with(Some(by), Method::POST, "/teams", &key, Some(input(name, &[by]))).await
        };
        assert_eq!(ask("Shops").await.body["id"], ask("Shops").await.body["id"]);
        assert_eq!(ask("Else").await.status, StatusCode::CONFLICT);
    }

    async fn of_sixteen_who_take_a_name_at_once_one_gets_it(mesh) {
        let mesh = std::sync::Arc::new(mesh);
        let mut asking = tokio::task::JoinSet::new();
        for _ in 0..16 {
            let mesh = mesh.clone();
            asking.spawn(async move { create(&mesh, &mesh.administrator, input("Shops", &[&mesh.administrator])).await });
        }
        let answers = asking.join_all().await;
        let made = answers.iter().filter(|answer| answer.status == StatusCode::CREATED).count();
        let taken = answers.iter().filter(|answer| answer.field("/name") == "taken").count();
        assert_eq!((made, taken), (1, 15));
    }
}
