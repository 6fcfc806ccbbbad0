//! A mesh to test: a real workspace on a real database, with people who call its API.

pub mod campaign;
pub mod company;

use std::path::PathBuf;

use axum::{Router, body::Body};
use http::{HeaderMap, Method, Request, StatusCode, header};
use http_body_util::BodyExt;
use mesh_model::{
    AccessTokenInput, Classification, Discoverability, Domain, DomainInput, DomainKind, PersonId,
    PersonInput, Role, UploadId, WorkspaceKind,
};
use mesh_platform::{DataFolder, EngineConfig, Keyed, Platform, PlatformConfig, Principal};
use serde_json::Value;
use sqlx::{Connection, PgConnection};
use tempfile::TempDir;
use tower::ServiceExt;

/// Which database to test on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Database {
    /// A file of its own.
    Sqlite,
    /// A database of its own, on the server that `SELVEDGE_TEST_POSTGRES` names.
    Postgres,
}

/// An open workspace and the folder that goes with it.
pub struct Mesh {
    /// The workspace.
    pub platform: Platform,
    /// Its API.
    pub router: Router,
    /// Its administrator.
    pub administrator: Caller,
    /// Its PostgreSQL database, if it has one.
    pub database_url: Option<String>,
    folder: TempDir,
}

/// Somebody who calls the API.
#[derive(Debug, Clone)]
pub struct Caller {
    /// Who they are.
    pub principal: Principal,
    /// Their bearer token.
    pub token: String,
}

/// What the API answered.
#[derive(Debug)]
pub struct Answer {
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The body, null if there is none.
    pub body: Value,
}

impl Answer {
    /// The problem's code, or an empty text.
    #[must_use]
    pub fn code(&self) -> &str {
        self.body["code"].as_str().unwrap_or_default()
    }

    /// The code at the field with this pointer.
    #[must_use]
    pub fn field(&self, pointer: &str) -> &str {
        let fields = self.body["fields"]
            .as_array()
            .map(Vec::as_slice)
            .unwrap_or_default();
        fields
            .iter()
            .find(|field| field["pointer"] == pointer)
            .and_then(|field| field["code"].as_str())
            .unwrap_or_default()
    }
}

/// The worker that was built with these tests.
#[must_use]
pub fn worker() -> PathBuf {
    let named = std::env::var_os("SELVEDGE_WORKER").map(PathBuf::from);
    let built = || {
        let test = std::env::current_exe().ok()?;
        Some(test.parent()?.parent()?.join("selvedge-worker"))
    };
    let worker = named.or_else(built).expect("a test has a path");
    assert!(
        worker.exists(),
        "{} is missing: build the whole workspace first",
        worker.display()
    );
    worker
}

/// A new database on the test server.
///
/// # Panics
/// If `SELVEDGE_TEST_POSTGRES` names none; `npm test` starts one.
pub async fn new_postgres() -> String {
    let server = std::env::var("SELVEDGE_TEST_POSTGRES")
        .expect("SELVEDGE_TEST_POSTGRES names no server: run `npm test -- rust`, which starts one");
    let name = format!("mesh_{}", uuid::Uuid::now_v7().simple());
    let mut connection = PgConnection::connect(&server)
        .await
        .expect("the test server answers");
    let create = sqlx::AssertSqlSafe(format!("CREATE DATABASE {name}"));
    sqlx::raw_sql(create)
        .execute(&mut connection)
        .await
        .expect("the test server makes a database");
    let (base, _) = server
        .rsplit_once('/')
        .expect("the address names a database");
    format!("{base}/{name}")
}

impl Mesh {
    /// Opens a new local workspace.
    pub async fn open(database: Database) -> Self {
        let database_url = match database {
            Database::Sqlite => None,
            Database::Postgres => Some(new_postgres().await),
        };
        let folder = TempDir::new().expect("a folder");
        Self::open_in(folder, database_url).await
    }

    /// Opens the workspace that lies in a folder.
    pub async fn open_in(folder: TempDir, database_url: Option<String>) -> Self {
        let platform = Platform::open(PlatformConfig {
            folder: DataFolder::open(folder.path()).expect("opens the folder"),
            database_url: database_url.clone(),
            engine: EngineConfig::new(worker()),
            kind: WorkspaceKind::Local,
            demo: false,
            local_person: Some("Ada Okafor".to_owned()),
        })
        .await
        .expect("opens the workspace");
        let administrator = platform
            .local_principal()
            .await
            .expect("has an administrator");
        let administrator = signed_in(&platform, administrator).await;
        let router = mesh_api::router(platform.clone());
        Self {
            platform,
            router,
            administrator,
            database_url,
            folder,
        }
    }

    /// Closes the workspace and keeps its folder.
    pub async fn close(self) -> (TempDir, Option<String>) {
        self.platform.close().await;
        (self.folder, self.database_url)
    }

    /// The workspace's folder.
    #[must_use]
    pub fn folder(&self) -> &std::path::Path {
        self.folder.path()
    }

    /// Adds a person with a token.
    pub async fn person(&self, name: &str, role: Option<Role>) -> Caller {
        let email = format!("{}@mesh.example", mesh_model::readable_id(name, "person"));
        let input = PersonInput {
            name: name.to_owned(),
            email,
            role,
        };
        let person = self
            .platform
            .people()
            .create(&self.administrator.principal, Keyed::once(input))
            .await
            .expect("adds a person");
        signed_in(&self.platform, Principal::from(&person)).await
    }

    /// Creates a domain.
    pub async fn domain(&self, name: &str, owner: PersonId) -> Domain {
        let input = DomainInput {
            name: name.to_owned(),
            purpose: format!("All about {name}"),
            parent_id: None,
            kind: DomainKind::SourceAligned,
            owner_ids: vec![owner],
            steward_ids: Vec::new(),
            team_id: None,
            default_classification: Classification::Internal,
            discoverability: Discoverability::Everyone,
        };
        self.platform
            .domains()
            .create(&self.administrator.principal, Keyed::once(input))
            .await
            .expect("creates a domain")
    }

    /// Looks at a plan and applies it.
    ///
    /// # Panics
    /// If it can't be applied.
    pub async fn apply(&self, by: &Caller, plan: Value) -> Value {
        let looked = self.look(by, plan.clone()).await;
        assert_eq!(looked["fields"], serde_json::json!([]), "{looked}");
        let request = serde_json::json!({ "plan": plan, "basis": looked["basis"] });
        let applied = self
            .call(Some(by), http::Method::POST, "/plans", Some(request))
            .await;
        assert_eq!(
            applied.status,
            http::StatusCode::CREATED,
            "{}",
            applied.body
        );
        applied.body
    }

    /// Looks at a plan.
    ///
    /// # Panics
    /// If there is none.
    pub async fn look(&self, by: &Caller, plan: Value) -> Value {
        let request = serde_json::json!({ "plan": plan });
        let path = "/plans?dryRun=true";
        let looked = self
            .call(Some(by), http::Method::POST, path, Some(request))
            .await;
        assert_eq!(looked.status, http::StatusCode::OK, "{}", looked.body);
        looked.body
    }

    /// Uploads a file.
    pub async fn upload(&self, by: &Caller, file_name: &str, content: &[u8]) -> UploadId {
        let size = content.len() as i64;
        let receive = self.platform.uploads();
        receive
            .receive(&by.principal, file_name.to_owned(), size, content)
            .await
            .expect("receives a file")
            .id
    }

    /// Calls the API.
    pub async fn call(
        &self,
        by: Option<&Caller>,
        method: Method,
        path: &str,
        body: Option<Value>,
    ) -> Answer {
        self.call_with(by, method, path, &[], body).await
    }

    /// Calls the API with further headers.
    pub async fn call_with(
        &self,
        by: Option<&Caller>,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: Option<Value>,
    ) -> Answer {
        let mut request = Request::builder()
            .method(method)
            .uri(format!("/api/v1{path}"));
        if let Some(caller) = by {
            request = request.header(header::AUTHORIZATION, format!("Bearer {}", caller.token));
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let body = match body {
            Some(value) => {
                request = request.header(header::CONTENT_TYPE, "application/json");
                Body::from(value.to_string())
            }
            None => Body::empty(),
        };
        answer(self.router.clone(), request.body(body).expect("a request")).await
    }

    /// Publishes a CSV file as a new product and waits for the end; gives the publication as it ended.
    pub async fn publish(&self, by: &Caller, domain: &Domain, name: &str, csv: &str) -> Value {
        let id = self.begin_publishing(by, domain, name, csv).await;
        self.ended(by, &id).await
    }

    /// Begins to publish a CSV file as a new product; gives the publication's id.
    pub async fn begin_publishing(
        &self,
        by: &Caller,
        domain: &Domain,
        name: &str,
        csv: &str,
    ) -> String {
        let upload = self.upload(by, "rows.csv", csv.as_bytes()).await;
        let asked = serde_json::json!({
            "uploadId": upload,
            "columns": [],
            "dataProduct": { "domainId": domain.id, "name": name, "purpose": "For tests" },
        });
        let started = self
            .call(Some(by), Method::POST, "/publications", Some(asked))
            .await;
        assert_eq!(started.status, StatusCode::ACCEPTED, "{}", started.body);
        started.body["id"].as_str().unwrap_or_default().to_owned()
    }

    /// Waits until a publication ends.
    pub async fn ended(&self, by: &Caller, id: &str) -> Value {
        for _ in 0..1_200 {
            let answer = self
                .call(Some(by), Method::GET, &format!("/publications/{id}"), None)
                .await;
            if answer.body["state"] != "running" {
                return answer.body;
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
        panic!("publication {id} doesn't end");
    }
}

async fn signed_in(platform: &Platform, principal: Principal) -> Caller {
    let input = AccessTokenInput {
        name: "Tests".to_owned(),
        expires_in_days: 1,
    };
    let token = platform
        .access_tokens()
        .create(&principal, input)
        .await
        .expect("makes a token")
        .secret;
    Caller { principal, token }
}

/// Sends a request to a router and reads the whole answer.
pub async fn answer(router: Router, request: Request<Body>) -> Answer {
    let response = router.oneshot(request).await.expect("a router never fails");
    let (head, body) = response.into_parts();
    let streams = head
        .headers
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind == "text/event-stream");
    let bytes = if streams {
        bytes::Bytes::new()
    } else {
        body.collect().await.expect("a whole body").to_bytes()
    };
    let body = serde_json::from_slice(&bytes).unwrap_or(Value::Null);
    Answer {
        status: head.status,
        headers: head.headers,
        body,
    }
}

/// Runs the same test on both databases.
#[macro_export]
macro_rules! on_both {
    ($($(#[$doc:meta])* async fn $name:ident($mesh:ident) $body:block)+) => {$(
        mod $name {
            #[allow(unused_imports)]
            use super::*;

            async fn test($mesh: $crate::Mesh) $body

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn sqlite() {
                test($crate::Mesh::open($crate::Database::Sqlite).await).await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn postgres() {
                test($crate::Mesh::open($crate::Database::Postgres).await).await;
            }
        }
    )+};
}
