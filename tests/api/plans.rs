//! Plans: what they say, what they do, how they are undone, and what stands in their way.

use http::{Method, StatusCode};
use mesh_model::Role;
use mesh_tests::{Answer, Caller, Mesh, on_both};
use serde_json::{Value, json};

async fn create_below(mesh: &Mesh, name: &str, parent: Option<&Value>) -> Value {
    let input = json!({
        "name": name, "purpose": "P", "kind": "aggregate", "ownerIds": [mesh.administrator.principal.id],
        "parentId": parent.map(|parent| parent["id"].clone()),
    });
    let made = mesh
        .call(
            Some(&mesh.administrator),
            Method::POST,
            "/domains",
            Some(input),
        )
        .await;
    assert_eq!(made.status, StatusCode::CREATED, "{}", made.body);
    made.body
}

async fn get(mesh: &Mesh, by: &Caller, path: &str) -> Answer {
    mesh.call(Some(by), Method::GET, path, None).await
}

async fn undo(mesh: &Mesh, applied: &Value) -> Answer {
    let path = format!("/plans/{}/undo", applied["id"].as_str().unwrap_or_default());
    mesh.call(Some(&mesh.administrator), Method::POST, &path, None)
        .await
}

fn codes(plan: &Value) -> Vec<&str> {
    let sentences = plan["sentences"].as_array().into_iter().flatten();
    sentences
        .map(|sentence| sentence["code"].as_str().unwrap_or_default())
        .collect()
}

fn field(plan: &Value) -> (&str, &str) {
    let field = &plan["fields"][0];
    (
        field["pointer"].as_str().unwrap_or_default(),
        field["code"].as_str().unwrap_or_default(),
    )
}

on_both! {
    async fn a_renamed_domain_is_found_by_both_ids_until_it_is_undone(mesh) {
        let admin = &mesh.administrator;
        let sales = create_below(&mesh, "Sales", None).await;
        let plan = json!({ "kind": "rename-domain", "domainId": sales["id"], "name": "Revenue" });
        let looked = mesh.look(admin, plan.clone()).await;
        assert_eq!(codes(&looked), ["domain_renamed", "domain_id_changed"]);
        let applied = mesh.apply(admin, plan).await;
        assert_eq!(applied["undo"]["possible"], true);
        for slug in ["sales", "revenue"] {
            let found = get(&mesh, admin, &format!("/domains/{slug}")).await;
            assert_eq!((found.status, &found.body["name"], &found.body["slug"]), (StatusCode::OK, &json!("Revenue"), &json!("revenue")));
        }
        let undone = undo(&mesh, &applied).await;
        assert_eq!(undone.status, StatusCode::OK, "{}", undone.body);
        let found = get(&mesh, admin, "/domains/sales").await;
        assert_eq!((&found.body["name"], &found.body["slug"]), (&json!("Sales"), &json!("sales")));
        let again = undo(&mesh, &applied).await;
        assert_eq!((again.status, &again.body["params"]["reason"]), (StatusCode::CONFLICT, &json!("plan_undone")));
    }

    async fn an_id_that_leads_elsewhere_is_taken(mesh) {
        let admin = &mesh.administrator;
        let sales = create_below(&mesh, "Sales", None).await;
        mesh.apply(admin, json!({ "kind": "rename-domain", "domainId": sales["id"], "name": "Revenue" })).await;
        let shops = create_below(&mesh, "Shops", None).await;
        let asked = json!({ "kind": "rename-domain", "domainId": shops["id"], "name": "Shops", "slug": "sales" });
        assert_eq!(field(&mesh.look(admin, asked).await), ("/slug", "former_id"));
        let asked = json!({ "kind": "rename-domain", "domainId": shops["id"], "name": "Shops", "slug": "Not An Id" });
        assert_eq!(field(&mesh.look(admin, asked).await), ("/slug", "malformed"));
        let second = create_below(&mesh, "Sales", None).await;
        assert_eq!(second["slug"], "sales-2", "a new domain doesn't take an id that leads elsewhere");
        let back = json!({ "kind": "rename-domain", "domainId": sales["id"], "name": "Revenue", "slug": "sales" });
        mesh.apply(admin, back).await;
        assert_eq!(get(&mesh, admin, "/domains/sales").await.body["id"], sales["id"]);
    }

    async fn a_tree_has_no_cycles_even_when_two_move_at_once(mesh) {
        let admin = mesh.administrator.clone();
        let a = create_below(&mesh, "A", None).await;
        let b = create_below(&mesh, "B", None).await;
        let below = create_below(&mesh, "Below A", Some(&a)).await;
        let cycle = json!({ "kind": "move-domain", "domainId": a["id"], "parentId": below["id"] });
        assert_eq!(field(&mesh.look(&admin, cycle).await), ("/parentId", "cycle"));
        let itself = json!({ "kind": "move-domain", "domainId": a["id"], "parentId": a["id"] });
        assert_eq!(field(&mesh.look(&admin, itself).await), ("/parentId", "cycle"));

        let mesh = std::sync::Arc::new(mesh);
        let mut moving = tokio::task::JoinSet::new();
        for (one, other) in [(a.clone(), b.clone()), (b, a)].into_iter().cycle().take(16) {
            let (mesh, admin) = (mesh.clone(), admin.clone());
            moving.spawn(async move {
                let plan = json!({ "kind": "move-domain", "domainId": one["id"], "parentId": other["id"] });
                let looked = mesh.look(&admin, plan.clone()).await;
                let request = json!({ "plan": plan, "basis": looked["basis"] });
                mesh.call(Some(&admin), Method::POST, "/plans", Some(request)).await.status
            });
        }
        let done = moving.join_all().await;
        assert_eq!(done.iter().filter(|status| **status == StatusCode::CREATED).count(), 1, "{done:?}");
    }

    async fn roles_and_rules_come_and_go_with_the_place(mesh) {
        let admin = &mesh.administrator;
        let boss = mesh.person("Boss", Some(Role::Member)).await;
        let input = json!({
            "name": "Commerce", "purpose": "P", "kind": "aggregate", "ownerIds": [boss.principal.id],
            "defaultClassification": "confidential", "discoverability": "members",
        });
        let commerce = mesh.call(Some(admin), Method::POST, "/domains", Some(input)).await.body;
        let shop = create_below(&mesh, "Shop", None).await;
        let plan = json!({ "kind": "move-domain", "domainId": shop["id"], "parentId": commerce["id"] });
        let looked = mesh.look(admin, plan.clone()).await;
        assert_eq!(codes(&looked), ["domain_moved", "role_gained", "classification_tightened", "discoverability_tightened"]);
        let applied = mesh.apply(admin, plan).await;
        let path = format!("/domains/{}", shop["slug"].as_str().unwrap_or_default());
        let seen = get(&mesh, &boss, &path).await.body;
        assert_eq!((&seen["can"]["edit"], &seen["can"]["createDataProduct"]), (&json!(true), &json!(true)));
        assert_eq!(seen["inherited"][0]["from"]["name"], "Commerce");
        assert_eq!(seen["inheritedRules"]["classification"]["value"], "confidential");

        let looser = json!({ "purpose": "P", "kind": "aggregate", "ownerIds": [admin.principal.id] });
        let etag = format!("\"{}\"", seen["revision"]);
        let id = format!("/domains/{}", shop["id"].as_str().unwrap_or_default());
        let refused = mesh.call_with(Some(admin), Method::PUT, &id, &[("if-match", &etag)], Some(looser)).await;
        assert_eq!((refused.field("/defaultClassification"), refused.field("/discoverability")), ("too_loose", "too_loose"));

        assert_eq!(undo(&mesh, &applied).await.status, StatusCode::OK);
        let seen = get(&mesh, &boss, &path).await.body;
        assert_eq!((&seen["can"]["edit"], &seen["inherited"]), (&json!(false), &json!([])), "what came with the place went with it");
    }

    async fn retiring_moves_what_a_domain_holds_and_undoing_brings_it_back(mesh) {
        let admin = mesh.administrator.clone();
        let top = create_below(&mesh, "Top", None).await;
        let shop = mesh.domain("Shop", admin.principal.id).await;
        mesh.apply(&admin, json!({ "kind": "move-domain", "domainId": shop.id, "parentId": top["id"] })).await;
        let below = create_below(&mesh, "Till", Some(&json!({ "id": shop.id }))).await;
        let published = mesh.publish(&admin, &shop, "Orders", "id\n1\n").await;
        let product = format!("/data-products/{}", published["dataProductId"].as_str().unwrap_or_default());

        let asked = json!({ "kind": "retire-domain", "domainId": shop.id });
        assert_eq!(field(&mesh.look(&admin, asked).await), ("/productsTo", "required"));
        let asked = json!({ "kind": "retire-domain", "domainId": shop.id, "productsTo": shop.id });
        assert_eq!(field(&mesh.look(&admin, asked).await), ("/productsTo", "cycle"));
        let plan = json!({ "kind": "retire-domain", "domainId": shop.id, "productsTo": top["id"] });
        let looked = mesh.look(&admin, plan.clone()).await;
        assert_eq!(codes(&looked), ["product_moved", "subdomain_moved", "domain_retired"]);
        let held: Vec<&str> = looked["holdings"].as_array().into_iter().flatten().filter_map(|held| held["code"].as_str()).collect();
        assert_eq!(held, ["subdomains", "products", "domain_roles"]);
        let applied = mesh.apply(&admin, plan).await;

        assert_eq!(get(&mesh, &admin, &product).await.body["domain"]["name"], "Top");
        let till = format!("/domains/{}", below["id"].as_str().unwrap_or_default());
        assert_eq!(get(&mesh, &admin, &till).await.body["path"][0]["name"], "Top");
        let retired = get(&mesh, &admin, "/domains/shop").await.body;
        assert_eq!((&retired["lifecycle"], &retired["can"]["createDataProduct"]), (&json!("retired"), &json!(false)));
        let into = json!({ "kind": "move-domain", "domainId": below["id"], "parentId": shop.id });
        assert_eq!(field(&mesh.look(&admin, into).await), ("/parentId", "retired"));

        assert_eq!(undo(&mesh, &applied).await.status, StatusCode::OK);
        assert_eq!(get(&mesh, &admin, &product).await.body["domain"]["name"], "Shop");
        assert_eq!(get(&mesh, &admin, &till).await.body["path"][1]["name"], "Shop");
    }

    async fn what_changed_since_is_named_and_the_opposite_plan_is_offered(mesh) {
        let admin = &mesh.administrator;
        let sales = create_below(&mesh, "Sales", None).await;
        let applied = mesh.apply(admin, json!({ "kind": "rename-domain", "domainId": sales["id"], "name": "Revenue" })).await;
        let id = format!("/domains/{}", sales["id"].as_str().unwrap_or_default());
        let edit = json!({ "purpose": "Another", "kind": "aggregate", "ownerIds": [admin.principal.id] });
        let edited = mesh.call_with(Some(admin), Method::PUT, &id, &[("if-match", "\"2\"")], Some(edit)).await;
        assert_eq!(edited.status, StatusCode::OK, "{}", edited.body);
        let refused = undo(&mesh, &applied).await;
        assert_eq!(refused.body["params"]["reason"], "plan_touched");
        let path = format!("/plans/{}", applied["id"].as_str().unwrap_or_default());
        let told = get(&mesh, admin, &path).await.body;
        assert_eq!(told["undo"]["changed"][0]["name"], "Revenue");
        let opposite = told["undo"]["opposite"].clone();
        mesh.apply(admin, opposite).await;
        let back = get(&mesh, admin, "/domains/sales").await.body;
        assert_eq!((&back["name"], &back["purpose"]), (&json!("Sales"), &json!("Another")), "the later change stays");
    }

    async fn a_plan_that_stands_on_what_is_no_longer_so_is_refused(mesh) {
        let admin = &mesh.administrator;
        let sales = create_below(&mesh, "Sales", None).await;
        let plan = json!({ "kind": "rename-domain", "domainId": sales["id"], "name": "Revenue" });
        let looked = mesh.look(admin, plan.clone()).await;
        mesh.apply(admin, json!({ "kind": "rename-domain", "domainId": sales["id"], "name": "Turnover" })).await;
        let request = json!({ "plan": plan, "basis": looked["basis"] });
        let refused = mesh.call(Some(admin), Method::POST, "/plans", Some(request)).await;
        assert_eq!((refused.status, refused.code()), (StatusCode::PRECONDITION_FAILED, "stale"));
        let unseen = json!({ "plan": plan });
        let refused = mesh.call(Some(admin), Method::POST, "/plans", Some(unseen)).await;
        assert_eq!(refused.code(), "stale", "a plan is looked at first");
    }

    async fn whoever_leaves_hands_everything_over_and_has_no_way_in(mesh) {
        let admin = mesh.administrator.clone();
        let leaver = mesh.person("Leaver", Some(Role::Member)).await;
        let heir = mesh.person("Heir", Some(Role::Member)).await;
        let shop = mesh.domain("Shop", leaver.principal.id).await;
        let published = mesh.publish(&leaver, &shop, "Orders", "id\n1\n").await;
        let draft = json!({ "kind": "domain-create", "title": "Half", "step": "business", "values": {} });
        mesh.call(Some(&leaver), Method::POST, "/drafts", Some(draft)).await;
        let team = json!({ "name": "Tills", "purpose": "P", "members": [{ "personId": leaver.principal.id, "lead": true }, { "personId": admin.principal.id, "lead": false }] });
        let team = mesh.call(Some(&admin), Method::POST, "/teams", Some(team)).await;
        assert_eq!(team.status, StatusCode::CREATED, "{}", team.body);

        let alone = json!({ "kind": "replace-person", "personId": leaver.principal.id });
        assert_eq!(field(&mesh.look(&admin, alone).await), ("/successorId", "required"));
        let plan = json!({ "kind": "replace-person", "personId": leaver.principal.id, "successorId": heir.principal.id });
        let looked = mesh.look(&admin, plan.clone()).await;
        for code in ["domain_owner_replaced", "product_owner_replaced", "team_place_taken", "drafts_handed_over", "person_left"] {
            assert!(codes(&looked).contains(&code), "{code} in {looked}");
        }
        let forbidden = json!({ "plan": plan });
        let refused = mesh.call(Some(&leaver), Method::POST, "/plans?dryRun=true", Some(forbidden)).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN);
        let applied = mesh.apply(&admin, plan).await;

        assert_eq!(get(&mesh, &leaver, "/domains").await.status, StatusCode::UNAUTHORIZED, "every way in is closed");
        assert_eq!(get(&mesh, &heir, "/domains/shop").await.body["owners"][0]["name"], "Heir");
        let rows = format!("/data-products/{}/rows", published["dataProductId"].as_str().unwrap_or_default());
        assert_eq!(get(&mesh, &heir, &rows).await.status, StatusCode::OK);
        assert_eq!(get(&mesh, &heir, "/drafts").await.body["items"][0]["title"], "Half");
        let again = json!({ "kind": "replace-person", "personId": leaver.principal.id, "successorId": heir.principal.id });
        assert_eq!(field(&mesh.look(&admin, again).await), ("/personId", "unchanged"));

        assert_eq!(undo(&mesh, &applied).await.status, StatusCode::OK);
        assert_eq!(get(&mesh, &heir, "/domains/shop").await.body["owners"][0]["name"], "Leaver");
        assert_eq!(get(&mesh, &leaver, "/domains").await.status, StatusCode::UNAUTHORIZED, "tokens stay revoked");
    }

    async fn the_last_administrator_does_not_leave(mesh) {
        let heir = mesh.person("Heir", Some(Role::Member)).await;
        let plan = json!({ "kind": "replace-person", "personId": mesh.administrator.principal.id, "successorId": heir.principal.id });
        assert_eq!(field(&mesh.look(&mesh.administrator, plan).await), ("/personId", "not_allowed"));
    }
}
