//! Service accounts: programs with rights of their own, for whom somebody answers.

use http::{Method, StatusCode};
use mesh_model::Role;
use mesh_tests::{Answer, Caller, Mesh, on_both};
use serde_json::{Value, json};

fn input(name: &str) -> Value {
    json!({ "name": name, "purpose": "Exports the orders every night", "role": "member" })
}

async fn create(mesh: &Mesh, by: &Caller, body: Value) -> Answer {
    mesh.call(Some(by), Method::POST, "/service-accounts", Some(body))
        .await
}

fn path(account: &Value) -> String {
    format!(
        "/service-accounts/{}",
        account["id"].as_str().unwrap_or_default()
    )
}

/// The account as somebody who calls the API with a new token.
async fn program(mesh: &Mesh, by: &Caller, account: &Value) -> Caller {
    let asked = json!({ "name": "Nightly", "expiresInDays": 30 });
    let tokens = format!("{}/access-tokens", path(account));
    let made = mesh
        .call(Some(by), Method::POST, &tokens, Some(asked))
        .await;
    assert_eq!(made.status, StatusCode::CREATED, "{}", made.body);
    Caller {
        token: made.body["secret"].as_str().unwrap_or_default().to_owned(),
        ..by.clone()
    }
}

on_both! {
    async fn a_program_acts_under_its_own_name_until_its_account_ends(mesh) {
        let owner = mesh.person("Owner", Some(Role::Member)).await;
        let account = create(&mesh, &owner, input("Nightly export")).await.body;
        assert_eq!(account["owner"]["name"], "Owner");
        let program = program(&mesh, &owner, &account).await;
        let session = mesh.call(Some(&program), Method::GET, "/session", None).await;
        assert_eq!((&session.body["person"]["name"], &session.body["person"]["email"]), (&json!("Nightly export"), &json!("")));
        assert_eq!(session.body["can"]["managePeople"], false);

        let team = json!({ "name": "Shops", "purpose": "P", "members": [{ "personId": owner.principal.id, "lead": true }] });
        let made = mesh.call(Some(&program), Method::POST, "/teams", Some(team)).await;
        assert_eq!(made.status, StatusCode::CREATED, "{}", made.body);

        let read = mesh.call(Some(&owner), Method::GET, &path(&account), None).await;
        assert_eq!(read.body["tokenCount"], 1);
        assert!(read.body["lastUsedAt"].is_string() && read.body["nextExpiryAt"].is_string(), "{}", read.body);

        let ended = mesh.call(Some(&owner), Method::DELETE, &path(&account), None).await;
        assert_eq!(ended.status, StatusCode::NO_CONTENT, "{}", ended.body);
        let refused = mesh.call(Some(&program), Method::GET, "/domains", None).await;
        assert_eq!(refused.status, StatusCode::UNAUTHORIZED, "its tokens went with it");
        let read = mesh.call(Some(&owner), Method::GET, &path(&account), None).await;
        assert!(read.body["endedAt"].is_string() && read.body["role"].is_null(), "{}", read.body);
        assert_eq!(read.body["can"]["manage"], false);
        let list = mesh.call(Some(&owner), Method::GET, "/service-accounts", None).await;
        assert_eq!(list.body["items"], json!([]));
        let again = mesh.call(Some(&owner), Method::DELETE, &path(&account), None).await;
        assert_eq!((again.status.as_u16(), &again.body["params"]["reason"]), (409, &json!("service_account_ended")));
        assert_eq!(create(&mesh, &owner, input("Nightly export")).await.status, StatusCode::CREATED, "the name is free");
    }

    async fn a_service_account_is_nobody(mesh) {
        let by = &mesh.administrator;
        let account = create(&mesh, by, input("Export")).await.body;
        let id = account["id"].clone();
        let person = mesh.call(Some(by), Method::GET, &format!("/people/{}", id.as_str().unwrap_or_default()), None).await;
        assert_eq!(person.status, StatusCode::NOT_FOUND);
        let people = mesh.call(Some(by), Method::GET, "/people?query=export", None).await;
        assert_eq!(people.body["items"], json!([]));
        let session = mesh.call(Some(by), Method::GET, "/session", None).await;
        assert_eq!(session.body["singlePerson"], true, "it isn't counted");
        let domain = json!({ "name": "Sales", "purpose": "P", "kind": "aggregate", "ownerIds": [id] });
        let refused = mesh.call(Some(by), Method::POST, "/domains", Some(domain)).await;
        assert_eq!(refused.code(), "invalid", "it owns nothing");
        let mut asked = input("Second");
        asked["ownerId"] = id;
        assert_eq!(create(&mesh, by, asked).await.field("/ownerId"), "unknown", "it answers for nobody");
        let mut asked = input("Third");
        asked["role"] = json!("administrator");
        assert_eq!(create(&mesh, by, asked).await.code(), "malformed");
    }

    async fn a_program_makes_no_way_in_for_itself(mesh) {
        let account = create(&mesh, &mesh.administrator, input("Export")).await.body;
        let program = program(&mesh, &mesh.administrator, &account).await;
        let asked = json!({ "name": "More", "expiresInDays": 1 });
        let own = mesh.call(Some(&program), Method::POST, "/access-tokens", Some(asked.clone())).await;
        assert_eq!((own.status, &own.body["params"]["who"]), (StatusCode::FORBIDDEN, &json!("Ada Okafor")));
        let tokens = format!("{}/access-tokens", path(&account));
        let other = mesh.call(Some(&program), Method::POST, &tokens, Some(asked)).await;
        assert_eq!(other.status, StatusCode::FORBIDDEN);
        assert_eq!(create(&mesh, &program, input("Another")).await.field("/ownerId"), "unknown");
    }

    async fn only_its_owner_and_administrators_have_its_tokens(mesh) {
        let owner = mesh.person("Owner", Some(Role::Member)).await;
        let other = mesh.person("Other", Some(Role::Member)).await;
        let steward = mesh.person("Steward", Some(Role::Steward)).await;
        assert_eq!(create(&mesh, &steward, input("Export")).await.status, StatusCode::FORBIDDEN);
        let account = create(&mesh, &owner, input("Export")).await.body;
        let tokens = format!("{}/access-tokens", path(&account));
        for (by, status) in [(&other, 403), (&steward, 403), (&owner, 200), (&mesh.administrator, 200)] {
            assert_eq!(mesh.call(Some(by), Method::GET, &tokens, None).await.status, status);
        }
        for days in [0, 366] {
            let asked = json!({ "name": "Nightly", "expiresInDays": days });
            let refused = mesh.call(Some(&owner), Method::POST, &tokens, Some(asked)).await;
            assert_eq!(refused.field("/expiresInDays"), "malformed");
        }
        let program = program(&mesh, &mesh.administrator, &account).await;
        let list = mesh.call(Some(&owner), Method::GET, &tokens, None).await;
        let token = list.body["items"][0]["id"].as_str().unwrap_or_default().to_owned();
        assert!(!list.body.to_string().contains("selvedge_"), "no secret is listed");
        let strangers = format!("/access-tokens/{token}");
        assert_eq!(mesh.call(Some(&owner), Method::DELETE, &strangers, None).await.status, StatusCode::NOT_FOUND);
        let done = mesh.call(Some(&owner), Method::DELETE, &format!("{tokens}/{token}"), None).await;
        assert_eq!(done.status, StatusCode::NO_CONTENT);
        assert_eq!(mesh.call(Some(&program), Method::GET, "/session", None).await.status, StatusCode::UNAUTHORIZED);
    }

    async fn another_owner_is_named_by_an_administrator(mesh) {
        let owner = mesh.person("Owner", Some(Role::Member)).await;
        let other = mesh.person("Other", Some(Role::Member)).await;
        let stranger = mesh.person("Stranger", None).await;
        let mut asked = input("Export");
        asked["ownerId"] = json!(other.principal.id);
        assert_eq!(create(&mesh, &owner, asked.clone()).await.field("/ownerId"), "not_allowed");
        let account = create(&mesh, &owner, input("Export")).await.body;
        let change = async |by: &Caller, body: &Value, revision: i64| {
            mesh.call_with(Some(by), Method::PUT, &path(&account), &[("if-match", &format!("\"{revision}\""))], Some(body.clone())).await
        };
        assert_eq!(change(&owner, &asked, 1).await.field("/ownerId"), "not_allowed");
        assert_eq!(change(&mesh.administrator, &asked, 7).await.status.as_u16(), 412);
        let mut nobody = asked.clone();
        nobody["ownerId"] = json!(stranger.principal.id);
        assert_eq!(change(&mesh.administrator, &nobody, 1).await.field("/ownerId"), "no_role");
        let changed = change(&mesh.administrator, &asked, 1).await;
        assert_eq!((changed.status, &changed.body["owner"]["name"]), (StatusCode::OK, &json!("Other")));
        assert_eq!(change(&owner, &input("Mine"), 2).await.status, StatusCode::FORBIDDEN);
        let kept = change(&other, &input("Renamed"), 2).await;
        assert_eq!((&kept.body["name"], &kept.body["owner"]["name"]), (&json!("Renamed"), &json!("Other")));
    }

    async fn names_that_do_not_hold_are_refused_at_the_field(mesh) {
        let by = &mesh.administrator;
        create(&mesh, by, input("Export")).await;
        let long = "x".repeat(10_000);
        for (name, code) in [(long.as_str(), "too_long"), ("eXPORT", "taken"), ("Exp\u{043e}rt", "look_alike"), (" ", "required")] {
            assert_eq!(create(&mesh, by, input(name)).await.field("/name"), code, "{name:?}");
        }
    }

    async fn whoever_answers_for_it_leaves_and_somebody_else_does(mesh) {
        let owner = mesh.person("Owner", Some(Role::Member)).await;
        let account = create(&mesh, &owner, input("Export")).await.body;
        let program = program(&mesh, &owner, &account).await;
        let plan = json!({ "kind": "replace-person", "personId": owner.principal.id,
            "successorId": mesh.administrator.principal.id });
        mesh.apply(&mesh.administrator, plan).await;
        let read = mesh.call(Some(&program), Method::GET, &path(&account), None).await;
        assert_eq!((read.status, &read.body["owner"]["name"]), (StatusCode::OK, &json!("Ada Okafor")), "and it goes on working");
    }
}
