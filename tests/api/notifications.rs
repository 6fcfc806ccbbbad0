//! Notifications: who learns of what, who doesn't, and how they are read.

use futures::StreamExt;
use http::{Method, StatusCode};
use mesh_model::{ChangeKind, Domain, Role};
use mesh_tests::{Answer, Caller, Mesh, on_both};
use serde_json::{Value, json};

async fn get(mesh: &Mesh, by: &Caller, path: &str) -> Answer {
    let answer = mesh.call(Some(by), Method::GET, path, None).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
    answer
}

async fn post(mesh: &Mesh, by: &Caller, path: &str, body: Option<Value>) -> Answer {
    mesh.call(Some(by), Method::POST, path, body).await
}

/// The notifications, newest first.
async fn inbox(mesh: &Mesh, by: &Caller) -> Vec<Value> {
    let answer = get(mesh, by, "/notifications").await;
    answer.body["items"].as_array().cloned().unwrap_or_default()
}

async fn kinds(mesh: &Mesh, by: &Caller) -> Vec<String> {
    let kind = |item: Value| item["kind"].as_str().unwrap_or_default().to_owned();
    inbox(mesh, by).await.into_iter().map(kind).collect()
}

async fn unread(mesh: &Mesh, by: &Caller) -> i64 {
    let answer = get(mesh, by, "/notifications?pageSize=1").await;
    answer.body["unreadCount"].as_i64().unwrap_or(-1)
}

/// Changes a thing as the administrator, whatever its revision.
async fn change(mesh: &Mesh, path: &str, body: Value) -> Value {
    let admin = &mesh.administrator;
    let found = get(mesh, admin, path).await;
    let tag = found.headers["etag"]
        .to_str()
        .unwrap_or_default()
        .to_owned();
    let changed = mesh
        .call_with(
            Some(admin),
            Method::PUT,
            path,
            &[("if-match", &tag)],
            Some(body),
        )
        .await;
    assert_eq!(changed.status, StatusCode::OK, "{}", changed.body);
    changed.body
}

async fn look_after(mesh: &Mesh, domain: &Domain, owners: &[&Caller], stewards: &[&Caller]) {
    look_after_as(mesh, domain, owners, stewards, "everyone").await;
}

async fn look_after_as(
    mesh: &Mesh,
    domain: &Domain,
    owners: &[&Caller],
    stewards: &[&Caller],
    found_by: &str,
) {
    let ids = |people: &[&Caller]| -> Vec<Value> {
        let ids = people.iter().map(|person| json!(person.principal.id));
        ids.collect()
    };
    let edit = json!({ "purpose": "P", "kind": "aggregate", "ownerIds": ids(owners),
        "stewardIds": ids(stewards), "discoverability": found_by });
    change(mesh, &format!("/domains/{}", domain.id), edit).await;
}

on_both! {
    async fn whoever_gains_or_loses_a_domain_learns_of_it_and_the_doer_does_not(mesh) {
        let admin = mesh.administrator.clone();
        let (ann, ben) = (mesh.person("Ann", Some(Role::Member)).await, mesh.person("Ben", Some(Role::Member)).await);
        let sales = mesh.domain("Sales", ann.principal.id).await;
        look_after(&mesh, &sales, &[&ben, &admin], &[&ann]).await;
        look_after(&mesh, &sales, &[&ben, &admin], &[]).await;

        assert_eq!(kinds(&mesh, &ann).await, ["domain_steward_lost", "domain_steward_gained", "domain_owner_lost", "domain_owner_gained"]
            .map(str::to_owned), "newest first; what one change tells stands together");
        let told = &inbox(&mesh, &ben).await[0];
        assert_eq!((&told["kind"], &told["by"]["name"]), (&json!("domain_owner_gained"), &json!("Ada Okafor")));
        assert_eq!(told["thing"], json!({ "kind": "domain", "id": sales.id, "name": "Sales", "slug": "sales" }));
        assert_eq!((&told["readAt"], &told["params"]), (&Value::Null, &json!({})));
        assert!(inbox(&mesh, &admin).await.is_empty(), "nobody is told what they did themselves");
    }

    async fn owners_and_stewards_learn_what_plans_do_to_their_domain(mesh) {
        let admin = mesh.administrator.clone();
        let (ann, ben) = (mesh.person("Ann", Some(Role::Member)).await, mesh.person("Ben", Some(Role::Viewer)).await);
        let sales = mesh.domain("Sales", ann.principal.id).await;
        look_after(&mesh, &sales, &[&ann], &[&ben]).await;
        let top = mesh.domain("Commerce", admin.principal.id).await;
        let published = mesh.publish(&ann, &sales, "Orders", "id\n1\n").await;
        assert_eq!(published["state"], "succeeded", "{published}");
        post(&mesh, &ann, "/notifications/read", Some(json!({}))).await;

        mesh.apply(&admin, json!({ "kind": "rename-domain", "domainId": sales.id, "name": "Revenue" })).await;
        mesh.apply(&admin, json!({ "kind": "move-domain", "domainId": sales.id, "parentId": top.id })).await;
        mesh.apply(&admin, json!({ "kind": "retire-domain", "domainId": sales.id, "productsTo": top.id })).await;
        mesh.apply(&admin, json!({ "kind": "reopen-domain", "domainId": sales.id })).await;

        let unread = get(&mesh, &ann, "/notifications?unread=true").await.body;
        let items = unread["items"].as_array().cloned().unwrap_or_default();
        let told: Vec<&str> = items.iter().filter_map(|item| item["kind"].as_str()).collect();
        assert_eq!(told, ["domain_reopened", "domain_retired", "product_moved", "domain_moved", "domain_renamed"]);
        assert_eq!(items[2]["params"], json!({ "place": "Commerce" }));
        assert_eq!(items[3]["params"], json!({ "place": "Commerce" }));
        assert_eq!(items[4]["params"], json!({ "from": "Sales", "to": "Revenue" }));
        assert_eq!((&items[4]["thing"]["name"], &items[4]["thing"]["slug"]), (&json!("Revenue"), &json!("revenue")));
        assert_eq!(kinds(&mesh, &ben).await[..4], ["domain_reopened", "domain_retired", "domain_moved", "domain_renamed"].map(str::to_owned));

        // A place that its owner may not know of isn't named.
        let closed = mesh.domain("Mergers", admin.principal.id).await;
        look_after_as(&mesh, &closed, &[&admin], &[], "members").await;
        let moved = mesh.domain("Shops", ann.principal.id).await;
        mesh.apply(&admin, json!({ "kind": "move-domain", "domainId": moved.id, "parentId": closed.id })).await;
        let told = &inbox(&mesh, &ann).await[0];
        assert_eq!((&told["kind"], &told["params"]), (&json!("domain_moved"), &json!({})));
    }

    async fn whose_plan_is_undone_by_somebody_else_hears_of_that_alone(mesh) {
        let admin = mesh.administrator.clone();
        let ann = mesh.person("Ann", Some(Role::Member)).await;
        let sales = mesh.domain("Sales", ann.principal.id).await;
        let plan = mesh.apply(&ann, json!({ "kind": "rename-domain", "domainId": sales.id, "name": "Revenue" })).await;
        let undo = format!("/plans/{}/undo", plan["id"].as_str().unwrap_or_default());
        assert_eq!(post(&mesh, &admin, &undo, None).await.status, StatusCode::OK);
        let told = inbox(&mesh, &ann).await;
        assert_eq!((&told[0]["kind"], &told[0]["params"]), (&json!("plan_undone"), &json!({ "plan": "rename-domain" })));
        assert_eq!(told[1]["kind"], "domain_owner_gained", "and not that it was renamed back");
    }

    async fn a_products_owner_learns_of_what_others_published_and_failed_to(mesh) {
        let (ann, ben) = (mesh.person("Ann", Some(Role::Member)).await, mesh.person("Ben", Some(Role::Member)).await);
        let sales = mesh.domain("Sales", ann.principal.id).await;
        let first = mesh.publish(&ann, &sales, "Orders", "id\n1\n").await;
        assert!(!kinds(&mesh, &ann).await.contains(&"version_published".to_owned()), "it was their own");
        look_after(&mesh, &sales, &[&ben], &[]).await;
        for vanishes in [false, true] {
            let upload = mesh.upload(&ben, "second.csv", b"id\n1\n2\n").await;
            let asked = json!({ "uploadId": upload, "columns": [], "dataProductId": first["dataProductId"] });
            post(&mesh, &ben, "/publications?dryRun=true", Some(asked.clone())).await;
            if vanishes {
                std::fs::remove_file(mesh.folder().join("uploads").join(upload.to_string())).expect("removes the file");
            }
            let started = post(&mesh, &ben, "/publications", Some(asked)).await;
            mesh.ended(&ben, started.body["id"].as_str().unwrap_or_default()).await;
        }
        let told = inbox(&mesh, &ann).await;
        assert_eq!((&told[0]["kind"], &told[0]["params"], &told[0]["by"]), (&json!("publication_failed"), &json!({ "version": 3 }), &Value::Null));
        assert_eq!((&told[1]["kind"], &told[1]["params"], &told[1]["by"]["name"]), (&json!("version_published"), &json!({ "version": 2 }), &json!("Ben")));
        assert_eq!(kinds(&mesh, &ben).await, ["domain_owner_gained"]);
    }

    async fn people_learn_of_their_teams_service_accounts_and_role(mesh) {
        let admin = mesh.administrator.clone();
        let ann = mesh.person("Ann", Some(Role::Member)).await;
        let members = |people: &[(&Caller, bool)]| -> Vec<Value> {
            people.iter().map(|(who, lead)| json!({ "personId": who.principal.id, "lead": lead })).collect()
        };
        let team = |people: &[(&Caller, bool)]| json!({ "name": "Shops", "purpose": "P", "members": members(people) });
        let made = post(&mesh, &admin, "/teams", Some(team(&[(&admin, true), (&ann, false)]))).await.body;
        let path = format!("/teams/{}", made["id"].as_str().unwrap_or_default());
        change(&mesh, &path, team(&[(&admin, true)])).await;
        let back = change(&mesh, &path, team(&[(&admin, false), (&ann, true)])).await;
        let tag = format!("\"{}\"", back["revision"]);
        let gone = mesh.call_with(Some(&admin), Method::DELETE, &path, &[("if-match", &tag)], None).await;
        assert_eq!(gone.status, StatusCode::NO_CONTENT, "{}", gone.body);

        let account = json!({ "name": "Export", "purpose": "P", "role": "viewer", "ownerId": ann.principal.id });
        let account = post(&mesh, &admin, "/service-accounts", Some(account)).await.body;
        let path = format!("/service-accounts/{}", account["id"].as_str().unwrap_or_default());
        change(&mesh, &path, json!({ "name": "Export", "purpose": "P", "role": "viewer", "ownerId": admin.principal.id })).await;
        change(&mesh, &format!("/people/{}", ann.principal.id), json!({ "name": "Ann", "role": "steward" })).await;

        let told = inbox(&mesh, &ann).await;
        let kinds: Vec<&str> = told.iter().filter_map(|item| item["kind"].as_str()).collect();
        assert_eq!(kinds, ["role_changed", "service_account_passed_on", "service_account_received", "team_deleted", "team_joined", "team_left", "team_joined"]);
        assert_eq!(told[0]["params"], json!({ "role": "steward", "from": "member" }));
        assert_eq!((&told[3]["thing"]["name"], &told[3]["thing"]["slug"]), (&json!("Shops"), &Value::Null), "what is gone leads nowhere");
        assert_eq!((&told[4]["params"], &told[6]["params"]), (&json!({ "lead": "yes" }), &json!({ "lead": "no" })));
    }

    async fn whoever_takes_over_from_somebody_who_left_learns_why(mesh) {
        let admin = mesh.administrator.clone();
        let (leaver, heir) = (mesh.person("Leaver", Some(Role::Member)).await, mesh.person("Heir", Some(Role::Member)).await);
        let sales = mesh.domain("Sales", leaver.principal.id).await;
        mesh.publish(&leaver, &sales, "Orders", "id\n1\n").await;
        let draft = json!({ "kind": "domain-create", "title": "Half", "step": "business", "values": {} });
        post(&mesh, &leaver, "/drafts", Some(draft)).await;
        let plan = json!({ "kind": "replace-person", "personId": leaver.principal.id, "successorId": heir.principal.id });
        let looked = mesh.look(&admin, plan.clone()).await;
        let says = |list: &str, code: &str| looked[list].as_array().into_iter().flatten().any(|item| item["code"] == code);
        assert!(says("holdings", "notifications") && says("sentences", "notifications_deleted"), "{looked}");
        let applied = mesh.apply(&admin, plan).await;

        let told = inbox(&mesh, &heir).await;
        let kinds: Vec<&str> = told.iter().filter_map(|item| item["kind"].as_str()).collect();
        assert_eq!(kinds, ["drafts_received", "product_received", "domain_owner_gained"]);
        assert_eq!((&told[0]["params"], &told[0]["thing"]["name"]), (&json!({ "count": 1 }), &json!("Leaver")));
        assert_eq!(told[1]["params"], json!({ "leaver": "Leaver" }));

        let undo = format!("/plans/{}/undo", applied["id"].as_str().unwrap_or_default());
        assert_eq!(post(&mesh, &admin, &undo, None).await.status, StatusCode::OK);
        let told: Vec<Value> = inbox(&mesh, &heir).await.into_iter().take(2).map(|item| item["kind"].clone()).collect();
        assert_eq!(told, [json!("domain_owner_lost"), json!("product_passed_on")]);
    }

    async fn what_one_may_not_know_of_any_more_is_neither_told_nor_counted(mesh) {
        let (ann, ben) = (mesh.person("Ann", Some(Role::Member)).await, mesh.person("Ben", Some(Role::Member)).await);
        let salaries = mesh.domain("Salaries", ann.principal.id).await;
        assert_eq!(unread(&mesh, &ann).await, 1);
        let id = inbox(&mesh, &ann).await[0]["id"].as_str().unwrap_or_default().to_owned();
        look_after_as(&mesh, &salaries, &[&ben], &[], "members").await;
        assert_eq!((unread(&mesh, &ann).await, inbox(&mesh, &ann).await.len()), (0, 0));
        let read = format!("/notifications/{id}/read");
        assert_eq!(post(&mesh, &ann, &read, None).await.status, StatusCode::NOT_FOUND);
        assert_eq!(post(&mesh, &ann, "/notifications/read", Some(json!({}))).await.status, StatusCode::NO_CONTENT);
        look_after(&mesh, &salaries, &[&ben], &[]).await;
        assert_eq!(unread(&mesh, &ann).await, 2, "nor were they marked as read unseen");
    }

    async fn notifications_are_read_one_by_one_or_up_to_the_newest_that_was_shown(mesh) {
        let ann = mesh.person("Ann", Some(Role::Member)).await;
        for name in ["One", "Two", "Three", "Four"] {
            mesh.domain(name, ann.principal.id).await;
        }
        let all = inbox(&mesh, &ann).await;
        let ids: Vec<&str> = all.iter().filter_map(|item| item["id"].as_str()).collect();
        let page = get(&mesh, &ann, "/notifications?pageSize=3").await.body;
        assert_eq!((&page["unreadCount"], page["items"].as_array().map(Vec::len)), (&json!(4), Some(3)));
        let next = format!("/notifications?pageSize=3&pageToken={}", page["nextPageToken"].as_str().unwrap_or_default());
        let rest = get(&mesh, &ann, &next).await.body;
        assert_eq!((&rest["items"][0]["id"], &rest["nextPageToken"]), (&json!(ids[3]), &Value::Null));

        let read = format!("/notifications/{}/read", ids[3]);
        assert_eq!(post(&mesh, &mesh.administrator, &read, None).await.status, StatusCode::NOT_FOUND, "others don't even learn that it is there");
        assert_eq!(post(&mesh, &ann, &read, None).await.status, StatusCode::NO_CONTENT);
        let first = inbox(&mesh, &ann).await[3]["readAt"].clone();
        assert_eq!(post(&mesh, &ann, &read, None).await.status, StatusCode::NO_CONTENT);
        assert_eq!(inbox(&mesh, &ann).await[3]["readAt"], first, "the first time counts");
        assert_eq!(unread(&mesh, &ann).await, 3);

        post(&mesh, &ann, "/notifications/read", Some(json!({ "upTo": ids[1] }))).await;
        let left = get(&mesh, &ann, "/notifications?unread=true").await.body;
        assert_eq!((&left["unreadCount"], &left["items"][0]["id"]), (&json!(1), &json!(ids[0])), "what came later stays unread");
        post(&mesh, &ann, "/notifications/read", Some(json!({}))).await;
        assert_eq!(unread(&mesh, &ann).await, 0);
    }

    async fn open_windows_of_the_reader_alone_are_told_at_once(mesh) {
        let ann = mesh.person("Ann", Some(Role::Member)).await;
        let listen = async |who: &Caller| mesh.platform.changes(&who.principal, None).await.expect("listens");
        let (own, others) = (listen(&ann).await, listen(&mesh.administrator).await);
        mesh.domain("Sales", ann.principal.id).await;
        post(&mesh, &ann, "/notifications/read", Some(json!({}))).await;
        mesh.domain("The last", mesh.administrator.principal.id).await;
        let heard = async |stream: mesh_platform::ChangeStream| {
            let mut created = 0;
            let until_last = stream.take_while(|change| {
                created += i32::from(change.kind == ChangeKind::Domain);
                futures::future::ready(created < 2)
            });
            let told: Vec<_> = until_last.filter(|change| futures::future::ready(change.kind == ChangeKind::Notification)).collect().await;
            told.len()
        };
        assert_eq!((heard(own).await, heard(others).await), (2, 0));
    }
}
