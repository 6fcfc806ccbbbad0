//! What versions hold, and how much of it whom is told.

use http::{Method, StatusCode};
use mesh_model::Role;
use mesh_tests::{Answer, Caller, Mesh, on_both};
use serde_json::{Value, json};

const PEOPLE: &str = "id,E-Mail,Vorname,salary,note\n\
    1,ada@example.org,Ada,100,a\n2,grace@example.org,Grace,200,a\n3,alan@example.org,Alan,300,a\n\
    4,edsger@example.org,Edsger,400,a\n5,barbara@example.org,Barbara,500,a\n6,donald@example.org,Donald,600,\n\
    7,,,700,\n8,,,800,\n9,,,900,b\n10,,,1000,a\n";

async fn profile(mesh: &Mesh, who: &Caller, product: &Value, query: &str) -> Answer {
    let id = product.as_str().unwrap_or_default();
    let path = format!("/data-products/{id}/profile{query}");
    mesh.call(Some(who), Method::GET, &path, None).await
}

fn column<'a>(answer: &'a Answer, name: &str) -> &'a Value {
    let columns = answer.body["columns"]
        .as_array()
        .map(Vec::as_slice)
        .unwrap_or_default();
    columns
        .iter()
        .find(|column| column["name"] == name)
        .unwrap_or(&Value::Null)
}

on_both! {
    async fn the_owner_is_told_all_of_what_a_version_holds(mesh) {
        let owner = mesh.person("Olga Owner", Some(Role::Member)).await;
        let domain = mesh.domain("Staff", owner.principal.id).await;
        let published = mesh.publish(&owner, &domain, "People", PEOPLE).await;
        let told = profile(&mesh, &owner, &published["dataProductId"], "").await;
        assert_eq!(told.status, StatusCode::OK, "{}", told.body);
        assert_eq!((&told.body["complete"], &told.body["rowCount"], &told.body["version"]), (&json!(true), &json!(10), &json!(1)));
        let email = column(&told, "e_mail");
        assert_eq!(email["businessName"], "E-Mail");
        assert_eq!((&email["meaning"]["kind"], &email["meaning"]["personal"]), (&json!("email"), &json!(true)), "{email}");
        assert_eq!((&email["filled"]["count"], &email["missing"]["count"]), (&json!(6), &json!(4)));
        assert_eq!(email["min"], "ada@example.org");
        assert_eq!(column(&told, "vorname")["meaning"]["kind"], "first-name");
        let salary = column(&told, "salary");
        assert_eq!((&salary["min"], &salary["max"], &salary["mean"]), (&json!("100"), &json!("1000"), &json!("550")));
        assert_eq!(column(&told, "note")["topValues"][0], json!({ "value": "a", "count": 6 }));
    }

    async fn others_are_told_no_values_no_range_of_personal_data_and_no_small_counts(mesh) {
        let owner = mesh.person("Olga Owner", Some(Role::Member)).await;
        let member = mesh.person("Mika Member", Some(Role::Member)).await;
        let domain = mesh.domain("Staff", owner.principal.id).await;
        let published = mesh.publish(&owner, &domain, "People", PEOPLE).await;
        // Office gives no rows: the administrator is told no more than a member.
        for who in [&member, &mesh.administrator] {
            let told = profile(&mesh, who, &published["dataProductId"], "").await;
            assert_eq!(told.status, StatusCode::OK, "{}", told.body);
            assert_eq!(told.body["complete"], json!(false));
            let email = column(&told, "e_mail");
            assert_eq!(email["meaning"]["personal"], json!(true));
            assert_eq!((&email["min"], &email["max"], &email["lengths"]), (&Value::Null, &Value::Null, &Value::Null));
            assert_eq!((&email["missing"]["fewerThan"], &email["filled"]["count"]), (&json!(5), &Value::Null), "{email}");
            assert_eq!(column(&told, "salary")["max"], "1000");
            let text = told.body.to_string();
            for secret in ["example.org", "Ada", "Barbara"] {
                assert!(!text.contains(secret), "{secret} in {text}");
            }
            let columns = told.body["columns"].as_array().map(Vec::as_slice).unwrap_or_default();
            assert!(columns.iter().all(|column| column["topValues"] == json!([])), "{text}");
        }
    }

    async fn versions_have_profiles_of_their_own(mesh) {
        let owner = mesh.person("Olga Owner", Some(Role::Member)).await;
        let domain = mesh.domain("Staff", owner.principal.id).await;
        let published = mesh.publish(&owner, &domain, "People", PEOPLE).await;
        let product = &published["dataProductId"];
        let upload = mesh.upload(&owner, "next.csv", b"id\n1\n2\n").await;
        let asked = json!({ "uploadId": upload, "columns": [], "dataProductId": product });
        let started = mesh.call(Some(&owner), Method::POST, "/publications", Some(asked)).await;
        let ended = mesh.ended(&owner, started.body["id"].as_str().unwrap_or_default()).await;
        assert_eq!(ended["state"], "succeeded", "{ended}");
        assert_eq!(profile(&mesh, &owner, product, "").await.body["rowCount"], 2);
        assert_eq!(profile(&mesh, &owner, product, "?version=1").await.body["rowCount"], 10);
        assert_eq!(profile(&mesh, &owner, product, "?version=9").await.status, StatusCode::NOT_FOUND);
    }
}
