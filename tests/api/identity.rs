//! Who calls is found in cookie or bearer alone.

use axum::body::Body;
use http::{Method, Request, StatusCode, header};
use mesh_model::{PersonId, Role};
use mesh_tests::{Database, Mesh, answer};
use serde_json::{Value, json};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_header_can_say_who_calls() {
    let mesh = Mesh::open(Database::Sqlite).await;
    let id = mesh.administrator.principal.id.to_string();
    let token = mesh.administrator.token.clone();
    let workspace = mesh.platform.workspace().id.0.simple().to_string();
    let plausible: &[(&str, String)] = &[
        ("x-principal", id.clone()),
        ("x-selvedge-principal", id.clone()),
        ("x-user", id.clone()),
        ("x-user-id", id.clone()),
        ("x-forwarded-user", id.clone()),
        ("x-remote-user", id.clone()),
        ("remote-user", id.clone()),
        ("x-auth-request-user", id.clone()),
        ("x-webauth-user", id.clone()),
        ("x-authenticated-user", id.clone()),
        ("x-person", id.clone()),
        ("x-role", "administrator".to_owned()),
        ("x-original-user", id.clone()),
        ("x-access-token", token.clone()),
        ("x-api-key", token.clone()),
        ("api-key", token.clone()),
        ("proxy-authorization", format!("Bearer {token}")),
        ("authorization", id.clone()),
        ("authorization", format!("Basic {token}")),
        ("authorization", format!("Bearer {id}")),
        ("authorization", token.clone()),
        ("authorization", "Bearer ".to_owned()),
        ("cookie", format!("selvedge_session={token}")),
        ("cookie", format!("selvedge_session_{workspace}={id}")),
        ("cookie", format!("selvedge_session_{workspace}={token}")),
        ("cookie", format!("selvedge_session_{workspace}=")),
        ("forwarded", format!("for={id}")),
        ("x-forwarded-email", "ada-okafor@this.computer".to_owned()),
    ];
    for (name, value) in plausible {
        let got = mesh
            .call_with(None, Method::GET, "/session", &[(name, value)], None)
            .await;
        assert_eq!(
            (got.status, got.code()),
            (StatusCode::UNAUTHORIZED, "unauthenticated"),
            "{name}: {value}"
        );
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_revoked_token_and_a_lost_role_end_at_once() {
    let mesh = Mesh::open(Database::Sqlite).await;
    let member = mesh.person("Member", Some(Role::Member)).await;
    let tokens = mesh
        .call(Some(&member), Method::GET, "/access-tokens", None)
        .await;
    let token = tokens.body["items"][0]["id"]
        .as_str()
        .unwrap_or_default()
        .to_owned();
    let path = format!("/people/{}", member.principal.id);
    let edit = Some(json!({ "name": "Member", "role": null }));
    let done = mesh
        .call_with(
            Some(&mesh.administrator),
            Method::PUT,
            &path,
            &[("if-match", "\"1\"")],
            edit,
        )
        .await;
    assert_eq!(done.status, StatusCode::OK, "{}", done.body);
    assert_eq!(
        mesh.call(Some(&member), Method::GET, "/domains", None)
            .await
            .status,
        StatusCode::FORBIDDEN
    );
    let gone = mesh
        .call(
            Some(&member),
            Method::DELETE,
            &format!("/access-tokens/{token}"),
            None,
        )
        .await;
    assert_eq!(gone.status, StatusCode::NO_CONTENT);
    assert_eq!(
        mesh.call(Some(&member), Method::GET, "/session", None)
            .await
            .status,
        StatusCode::UNAUTHORIZED
    );
}

async fn post(mesh: &Mesh, path: &str, cookie: &str, body: Value) -> mesh_tests::Answer {
    let request = Request::post(format!("/api/v1{path}"))
        .header(header::CONTENT_TYPE, "application/json")
        .header(header::COOKIE, cookie)
        .body(Body::from(body.to_string()))
        .expect("a request");
    answer(mesh.router.clone(), request).await
}

fn cookie_of(answer: &mesh_tests::Answer, kind: &str) -> String {
    let set = answer
        .headers
        .get_all(header::SET_COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok());
    let cookie = set
        .filter(|value| value.starts_with(kind))
        .find(|value| !value.contains("Max-Age=0"));
    let cookie = cookie.unwrap_or_else(|| panic!("no cookie {kind}: {:?}", answer.headers));
    assert!(
        cookie.contains("HttpOnly")
            && cookie.contains("SameSite=Strict")
            && cookie.contains("Path=/"),
        "{cookie}"
    );
    cookie.split(';').next().unwrap_or_default().to_owned()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_invited_person_chooses_a_password_once_and_signs_in() {
    let mesh = Mesh::open(Database::Sqlite).await;
    let member = mesh.person("Mira Sol", Some(Role::Member)).await;
    let path = format!("/people/{}/sign-in-link", member.principal.id);
    let link = mesh
        .call(Some(&mesh.administrator), Method::POST, &path, None)
        .await;
    let code = link.body["url"]
        .as_str()
        .and_then(|url| url.split_once("code="))
        .expect("a code")
        .1
        .to_owned();

    let redeemed = post(&mesh, "/set-up/redeem", "", json!({ "code": code })).await;
    assert_eq!(
        redeemed.body,
        json!({ "purpose": "sign-in", "person": { "id": member.principal.id, "name": "Mira Sol" } })
    );
    let workspace = mesh.platform.workspace().id.0.simple().to_string();
    let ticket = cookie_of(&redeemed, "selvedge_set_up");
    assert!(
        ticket.starts_with(&format!("selvedge_set_up_{workspace}=")),
        "the cookie names the workspace: {ticket}"
    );
    let again = post(&mesh, "/set-up/redeem", "", json!({ "code": code })).await;
    assert_eq!(
        (again.status.as_u16(), again.code()),
        (410, "set_up_link_invalid")
    );

    let short = post(
        &mesh,
        "/set-up/complete",
        &ticket,
        json!({ "password": "short" }),
    )
    .await;
    assert_eq!(short.field("/password"), "too_short");
    let password = "a good long password";
    let done = post(
        &mesh,
        "/set-up/complete",
        &ticket,
        json!({ "password": password }),
    )
    .await;
    assert_eq!(done.body["person"]["name"], "Mira Sol", "{}", done.body);
    let session = cookie_of(&done, "selvedge_session");
    let twice = post(
        &mesh,
        "/set-up/complete",
        &ticket,
        json!({ "password": password }),
    )
    .await;
    assert_eq!(twice.code(), "set_up_link_invalid");

    let got = mesh
        .call_with(None, Method::GET, "/session", &[("cookie", &session)], None)
        .await;
    assert_eq!(got.body["person"]["id"], json!(member.principal.id));
    let out = mesh
        .call_with(
            None,
            Method::DELETE,
            "/session",
            &[("cookie", &session)],
            None,
        )
        .await;
    assert_eq!(out.status, StatusCode::NO_CONTENT);
    let ended = mesh
        .call_with(None, Method::GET, "/session", &[("cookie", &session)], None)
        .await;
    assert_eq!(ended.status, StatusCode::UNAUTHORIZED);

    let credentials =
        |password: &str| json!({ "email": "MIRA-SOL@mesh.example", "password": password });
    assert_eq!(
        post(&mesh, "/session", "", credentials(password))
            .await
            .status,
        StatusCode::OK
    );
    for _ in 0..5 {
        assert_eq!(
            post(&mesh, "/session", "", credentials("wrong"))
                .await
                .code(),
            "sign_in_failed"
        );
    }
    let slowed = post(&mesh, "/session", "", credentials(password)).await;
    assert_eq!(
        (slowed.status.as_u16(), slowed.code()),
        (429, "too_many_requests")
    );
    assert!(slowed.headers.contains_key(header::RETRY_AFTER));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_token_of_nobody_known_is_nobody() {
    let mesh = Mesh::open(Database::Sqlite).await;
    let forged = mesh_tests::Caller {
        principal: mesh_platform::Principal {
            id: PersonId::new(),
            name: String::new(),
            role: Some(Role::Administrator),
        },
        token: format!("selvedge_{}", "0".repeat(64)),
    };
    assert_eq!(
        mesh.call(Some(&forged), Method::GET, "/session", None)
            .await
            .status,
        StatusCode::UNAUTHORIZED
    );
}
