//! Lists of domains and data products: what is asked for, in the order that is asked for, page by page.

use http::{Method, StatusCode};
use mesh_model::Role;
use mesh_tests::{Caller, Database, Mesh, company, new_postgres, on_both};
use serde_json::{Value, json};
use tempfile::TempDir;

async fn page(mesh: &Mesh, by: &Caller, path: &str) -> Value {
    let answer = mesh.call(Some(by), Method::GET, path, None).await;
    assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.body);
    answer.body
}

fn names(page: &Value) -> Vec<String> {
    let items = page["items"].as_array().cloned().unwrap_or_default();
    items
        .iter()
        .map(|item| item["name"].as_str().unwrap_or_default().to_owned())
        .collect()
}

/// Everything on all pages of two.
async fn all(mesh: &Mesh, by: &Caller, path: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut token = String::new();
    loop {
        let part = page(mesh, by, &format!("{path}pageSize=2{token}")).await;
        assert_eq!(part["total"].is_null(), !token.is_empty(), "{part}");
        found.extend(names(&part));
        match part["nextPageToken"].as_str() {
            Some(next) => token = format!("&pageToken={next}"),
            None => return found,
        }
    }
}

async fn below(
    mesh: &Mesh,
    by: &Caller,
    name: &str,
    parent: &str,
    owner: &Caller,
    seen: &str,
) -> String {
    let input = json!({
        "name": name, "purpose": format!("All about {name}"), "kind": "aggregate", "parentId": parent,
        "ownerIds": [owner.principal.id], "discoverability": seen,
    });
    let made = mesh
        .call(Some(by), Method::POST, "/domains", Some(input))
        .await;
    assert_eq!(made.status, StatusCode::CREATED, "{}", made.body);
    made.body["id"].as_str().unwrap_or_default().to_owned()
}

on_both! {
    async fn domains_are_found_by_words_owners_and_what_lies_above(mesh) {
        let ada = mesh.administrator.clone();
        let zoe = mesh.person("Zoë Größe", Some(Role::Member)).await;
        let retail = mesh.domain("Retail", ada.principal.id).await.id.to_string();
        let shops = below(&mesh, &ada, "Shops", &retail, &zoe, "everyone").await;
        below(&mesh, &zoe, "Tills", &shops, &zoe, "everyone").await;
        mesh.domain("Weather", zoe.principal.id).await;
        mesh.publish(&zoe, &mesh.domain("Wind", zoe.principal.id).await, "Gusts", "id\n1\n").await;

        let found = async |path: &str| names(&page(&mesh, &ada, &format!("/domains?{path}")).await);
        assert_eq!(found("").await, ["Retail", "Shops", "Tills", "Weather", "Wind"]);
        assert_eq!(found("query=retail").await, ["Retail", "Shops", "Tills"]);
        assert_eq!(found("query=grosse").await, ["Shops", "Tills", "Weather", "Wind"]);
        assert_eq!(found("query=tills%20zoe").await, ["Tills"]);
        assert_eq!(found("query=about%20weather").await, ["Weather"]);
        assert_eq!(found("query=%25").await, Vec::<String>::new());
        assert_eq!(found(&format!("parentId={retail}")).await, ["Shops"]);
        assert_eq!(found(&format!("ownerId={}", zoe.principal.id)).await, ["Shops", "Tills", "Weather", "Wind"]);
        assert_eq!(found("shown=retired").await, Vec::<String>::new());
        assert_eq!(found("order=products").await[0], "Wind");
        assert_eq!(found("order=updated").await[0], "Wind");
        for order in ["name", "updated", "products"] {
            let mut paged = all(&mesh, &ada, &format!("/domains?order={order}&")).await;
            assert_eq!(paged, found(&format!("order={order}&pageSize=100")).await, "{order}");
            paged.sort();
            assert_eq!(paged, ["Retail", "Shops", "Tills", "Weather", "Wind"], "{order}");
        }
        let counted = page(&mesh, &ada, "/domains?query=retail&pageSize=1").await;
        assert_eq!(counted["total"], 3, "{counted}");
    }

    async fn a_word_of_a_domain_that_one_may_not_know_of_finds_nothing(mesh) {
        let ada = mesh.administrator.clone();
        let mia = mesh.person("Mia", Some(Role::Member)).await;
        let bob = mesh.person("Bob", Some(Role::Member)).await;
        let above = below_top(&mesh, &ada, "Takeover").await;
        below(&mesh, &ada, "Talks", &above, &mia, "members").await;
        let found = async |by: &Caller, path: &str| names(&page(&mesh, by, path).await);
        assert_eq!(found(&ada, "/domains?query=takeover").await, ["Takeover", "Talks"]);
        assert_eq!(found(&mia, "/domains").await, ["Talks"]);
        assert!(found(&mia, "/domains?query=takeover").await.is_empty());
        assert!(found(&bob, "/domains").await.is_empty());
        assert_eq!(page(&mesh, &bob, "/domains").await["total"], 0);
        let tree = page(&mesh, &mia, "/domain-tree").await;
        assert_eq!(names(&tree), ["Talks"]);
        assert_eq!(tree["items"][0]["parentId"], Value::Null, "{tree}");
        let whole = page(&mesh, &ada, "/domain-tree").await;
        assert_eq!(names(&whole), ["Takeover", "Talks"]);
        assert_eq!(whole["items"][1]["parentId"], json!(above));
    }

    async fn a_picker_is_given_what_one_may_do_something_with(mesh) {
        let ada = mesh.administrator.clone();
        let mia = mesh.person("Mia", Some(Role::Member)).await;
        let top = mesh.domain("Top", mia.principal.id).await.id.to_string();
        below(&mesh, &ada, "Below", &top, &ada, "everyone").await;
        for number in 0..5 {
            mesh.domain(&format!("Area {number}"), ada.principal.id).await;
        }
        for can in ["edit", "create-subdomain", "create-data-product"] {
            let path = format!("/domains?can={can}&");
            let mut own: Vec<String> = Vec::new();
            let mut token = String::new();
            loop {
                let part = page(&mesh, &mia, &format!("{path}pageSize=1{token}")).await;
                own.extend(names(&part));
                let Some(next) = part["nextPageToken"].as_str() else { break };
                token = format!("&pageToken={next}");
            }
            assert_eq!(own, ["Below", "Top"], "{can}");
            assert_eq!(names(&page(&mesh, &ada, &path).await).len(), 7, "{can}");
        }
        assert_eq!(names(&page(&mesh, &mia, "/domains?can=edit&query=to").await), ["Below", "Top"]);
    }

    async fn products_are_found_by_words_columns_owners_and_domains(mesh) {
        let ada = mesh.administrator.clone();
        let zoe = mesh.person("Zoë Größe", Some(Role::Member)).await;
        let shops = mesh.domain("Shops", zoe.principal.id).await;
        let mills = mesh.domain("Mills", ada.principal.id).await;
        mesh.publish(&zoe, &shops, "Orders", "Receipt number\n1\n2\n3\n").await;
        mesh.publish(&zoe, &shops, "Returns", "id\n1\n").await;
        mesh.publish(&ada, &mills, "Yarn", "id\n1\n2\n").await;
        let found = async |path: &str| names(&page(&mesh, &zoe, &format!("/data-products?{path}")).await);
        assert_eq!(found("").await, ["Orders", "Returns", "Yarn"]);
        assert_eq!(found("query=receipt").await, ["Orders"]);
        assert_eq!(found("query=shops").await, ["Orders", "Returns"]);
        assert_eq!(found("query=zoe%20ret").await, ["Returns"]);
        assert_eq!(found(&format!("ownerId={}", ada.principal.id)).await, ["Yarn"]);
        assert_eq!(found(&format!("domainId={}", shops.id)).await, ["Orders", "Returns"]);
        assert_eq!(found("order=rows").await, ["Orders", "Yarn", "Returns"]);
        assert_eq!(found("order=updated").await, ["Yarn", "Returns", "Orders"]);
        for order in ["name", "updated", "rows"] {
            let paged = all(&mesh, &zoe, &format!("/data-products?order={order}&")).await;
            assert_eq!(paged, found(&format!("order={order}&pageSize=100")).await, "{order}");
            assert_eq!(paged.len(), 3, "{order}");
        }
    }
}

async fn below_top(mesh: &Mesh, by: &Caller, name: &str) -> String {
    let input = json!({
        "name": name, "purpose": "P", "kind": "aggregate", "ownerIds": [by.principal.id], "discoverability": "members",
    });
    let made = mesh
        .call(Some(by), Method::POST, "/domains", Some(input))
        .await;
    assert_eq!(made.status, StatusCode::CREATED, "{}", made.body);
    made.body["id"].as_str().unwrap_or_default().to_owned()
}

/// A small one of the company that the figures speak of; answers the names of what is in it.
async fn filled(database: Database, seed: u64) -> Vec<String> {
    let size = company::Size {
        domains: 190,
        people: 60,
        products: 120,
        teams: 4,
        service_accounts: 3,
    };
    let folder = TempDir::new().expect("a folder");
    let url = match database {
        Database::Sqlite => None,
        Database::Postgres => Some(new_postgres().await),
    };
    company::fill(folder.path(), url.clone(), size, seed)
        .await
        .expect("fills the folder");
    let again = company::fill(folder.path(), url.clone(), size, seed).await;
    assert!(again.is_err(), "what is there is never written over");
    let mesh = Mesh::open_in(folder, url).await;
    let by = mesh.administrator.clone();
    let mut found = Vec::new();
    for (path, count) in [
        ("/domains?", 190),
        ("/data-products?", 120),
        ("/domain-tree?", 190),
        ("/people?", 60),
        ("/teams?", 4),
        ("/service-accounts?", 3),
    ] {
        let listed = names(&page(&mesh, &by, &format!("{path}pageSize=500")).await);
        assert_eq!(listed.len(), count, "{path}");
        found.extend(listed);
    }
    let check = mesh
        .call(
            Some(&by),
            Method::POST,
            "/audit-entries/verification",
            Some(json!({})),
        )
        .await;
    assert_eq!(check.status, StatusCode::OK, "{}", check.body);
    assert_eq!(check.body["brokenAt"], Value::Null, "{}", check.body);
    found
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_company_to_measure_is_whole_and_replays_from_its_seed() {
    let first = filled(Database::Sqlite, 1).await;
    assert_eq!(first, filled(Database::Postgres, 1).await);
    assert_ne!(first, filled(Database::Sqlite, 2).await);
}
