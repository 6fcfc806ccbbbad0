//! The same request through `oneshot`, through the desktop's Backend and through a socket gets the same answer.

use axum::body::Body;
use http::{Method, Request, StatusCode, header};
use http_body_util::BodyExt;
use mesh_desktop::{Backend, Embedded};
use mesh_model::{AccessTokenInput, Persona};
use mesh_platform::{Platform, Principal};
use mesh_server::{ServeOptions, Server};
use serde_json::{Value, json};
use tempfile::TempDir;
use tower::ServiceExt;

struct Ways {
    platform: Platform,
    principal: Principal,
    token: String,
    address: std::net::SocketAddr,
    backend: Backend,
    _folder: TempDir,
}

#[derive(Debug, PartialEq)]
struct Told {
    status: u16,
    kind: Option<String>,
    etag: Option<String>,
    body: Value,
}

impl Ways {
    async fn open() -> Self {
        let folder = TempDir::new().expect("a folder");
        let options = ServeOptions {
            data_dir: folder.path().to_owned(),
            listen: "127.0.0.1:0".parse().expect("an address"),
            database_url: None,
            host_names: Vec::new(),
            allow_uncaged: false,
            demo: true,
        };
        // Cargo starts tests before the environment can be changed: the worker is found beside them or by name.
        let server = Server::open_with(
            options,
            mesh_platform::EngineConfig::new(mesh_tests::worker()),
        )
        .await;
        let server = server.expect("opens");
        let (platform, address) = (server.platform().clone(), server.address());
        let signed_in = platform
            .sign_in()
            .as_persona(Persona::DataOwner, None)
            .await
            .expect("signs in");
        let principal = Principal::from(&signed_in.session.person);
        let input = AccessTokenInput {
            name: "Parity".to_owned(),
            expires_in_days: 1,
        };
        let token = platform
            .access_tokens()
            .create(&principal, input)
            .await
            .expect("makes a token")
            .secret;
        let backend = Backend::Embedded(Embedded::new(
            mesh_api::router(platform.clone()),
            principal.clone(),
        ));
        tokio::spawn(server.run(std::future::pending()));
        Self {
            platform,
            principal,
            token,
            address,
            backend,
            _folder: folder,
        }
    }

    async fn oneshot(
        &self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: Option<&Value>,
    ) -> Told {
        let request = request(method, path, headers, body)
            .header(header::AUTHORIZATION, format!("Bearer {}", self.token))
            .body(Body::from(body.map(Value::to_string).unwrap_or_default()))
            .expect("a request");
        let response = mesh_api::router(self.platform.clone())
            .oneshot(request)
            .await
            .expect("never fails");
        let (head, body) = response.into_parts();
        told(
            head.status,
            &head.headers,
            &body.collect().await.expect("a body").to_bytes(),
        )
    }

    async fn backend(
        &self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: Option<&Value>,
    ) -> Told {
        let request = request(method, path, headers, body)
            .body(bytes::Bytes::from(
                body.map(Value::to_string).unwrap_or_default(),
            ))
            .expect("a request");
        let (head, body) = self
            .backend
            .answer(request)
            .await
            .expect("answers")
            .into_parts();
        told(head.status, &head.headers, &body)
    }

    async fn socket(
        &self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: Option<&Value>,
    ) -> Told {
        let client = reqwest::Client::new();
        let mut request = client
            .request(method, format!("http://{}{path}", self.address))
            .header(header::AUTHORIZATION, format!("Bearer {}", self.token));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        if let Some(body) = body {
            request = request.json(body);
        }
        let response = request.send().await.expect("the server answers");
        let (status, headers) = (response.status(), response.headers().clone());
        told(status, &headers, &response.bytes().await.expect("a body"))
    }
}

fn request(
    method: Method,
    path: &str,
    headers: &[(&str, &str)],
    body: Option<&Value>,
) -> http::request::Builder {
    let mut request = Request::builder().method(method).uri(path);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    if body.is_some() {
        request = request.header(header::CONTENT_TYPE, "application/json");
    }
    request
}

fn told(status: StatusCode, headers: &http::HeaderMap, body: &[u8]) -> Told {
    assert!(
        headers.contains_key("x-request-id"),
        "every answer names its request"
    );
    let text = |name| {
        headers
            .get(name)
            .and_then(|value| value.to_str().ok())
            .map(str::to_owned)
    };
    let mut body: Value = serde_json::from_slice(body).unwrap_or(Value::Null);
    if let Some(problem) = body.as_object_mut() {
        problem.remove("requestId");
    }
    Told {
        status: status.as_u16(),
        kind: text(header::CONTENT_TYPE),
        etag: text(header::ETAG),
        body,
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn three_ways_one_answer() {
    let ways = Ways::open().await;
    let owner = ways.principal.id;
    let bad = json!({ "name": "", "purpose": "", "kind": "aggregate", "ownerIds": [owner] });
    let odd = json!({ "name": 7 });
    let cases: [(Method, &str, Option<&Value>, u16); 19] = [
        (Method::GET, "/api/v1/workspace", None, 200),
        (Method::GET, "/api/v1/session", None, 200),
        (Method::GET, "/api/v1/domains", None, 200),
        (Method::GET, "/api/v1/domains?pageSize=2", None, 200),
        (Method::GET, "/api/v1/domains?pageSize=two", None, 400),
        (Method::GET, "/api/v1/domains/sales", None, 200),
        (Method::GET, "/api/v1/domains/nowhere", None, 404),
        (Method::GET, "/api/v1/domains/%E2%98%83", None, 404),
        (Method::GET, "/api/v1/data-products/orders", None, 200),
        (Method::GET, "/api/v1/search?q=ordres", None, 200),
        (Method::POST, "/api/v1/domains?dryRun=true", Some(&bad), 200),
        (Method::POST, "/api/v1/domains", Some(&bad), 422),
        (Method::POST, "/api/v1/domains", Some(&odd), 400),
        (Method::POST, "/api/v1/domains", None, 415),
        (Method::PUT, "/api/v1/domains/sales", Some(&bad), 404),
        (
            Method::PUT,
            "/api/v1/uploads/00000000-0000-7000-8000-000000000000/content?offset=0",
            None,
            404,
        ),
        (Method::DELETE, "/api/v1/domains", None, 405),
        (Method::GET, "/api/v1/nothing", None, 404),
        (Method::GET, "/api/v1/openapi.json", None, 200),
    ];
    for (method, path, body, status) in cases {
        let oneshot = ways.oneshot(method.clone(), path, &[], body).await;
        let backend = ways.backend(method.clone(), path, &[], body).await;
        let socket = ways.socket(method.clone(), path, &[], body).await;
        assert_eq!(oneshot.status, status, "{method} {path}: {}", oneshot.body);
        assert_eq!(oneshot, backend, "{method} {path}");
        assert_eq!(oneshot, socket, "{method} {path}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_change_by_one_way_is_seen_and_told_by_the_others() {
    let ways = Ways::open().await;
    let url = format!("http://{}/api/v1/events", ways.address);
    let mut events = reqwest::Client::new()
        .get(url)
        .bearer_auth(&ways.token)
        .send()
        .await
        .expect("a stream");
    let input = json!({ "name": "Returns", "purpose": "What comes back", "kind": "source-aligned", "ownerIds": [ways.principal.id] });
    let made = ways
        .backend(Method::POST, "/api/v1/domains", &[], Some(&input))
        .await;
    assert_eq!(made.status, 201, "{}", made.body);
    let seen = ways
        .socket(Method::GET, "/api/v1/domains/returns", &[], None)
        .await;
    assert_eq!(seen.body["id"], made.body["id"]);
    let told = tokio::time::timeout(std::time::Duration::from_secs(10), async {
        let mut text = String::new();
        while let Ok(Some(chunk)) = events.chunk().await {
            text.push_str(&String::from_utf8_lossy(&chunk));
            if text.contains("domain.created") {
                break;
            }
        }
        text
    });
    let told = told.await.expect("is told within ten seconds");
    assert!(
        told.contains(made.body["id"].as_str().unwrap_or("?")),
        "{told}"
    );
    assert!(
        !told.contains("Returns"),
        "an event names the thing, never what it says: {told}"
    );
}
