//! The server as a program: set-up link, demo, refusals.

mod backups;
mod upgrades;

use std::{
    io::{BufRead, BufReader},
    path::Path,
    process::{Child, Command, Output, Stdio},
};

use http::{StatusCode, header};
use serde_json::{Value, json};
use tempfile::TempDir;

fn program() -> std::path::PathBuf {
    mesh_tests::worker().with_file_name("selvedge-server")
}

fn command(folder: &Path, more: &[&str]) -> Command {
    let mut command = Command::new(program());
    command
        .env("SELVEDGE_WORKER", mesh_tests::worker())
        .env_remove("SELVEDGE_DATABASE_URL");
    command.args(["serve", "--data-dir"]).arg(folder).args(more);
    if !more.contains(&"--listen") {
        command.args(["--listen", "127.0.0.1:0"]);
    }
    command
}

fn refused(folder: &Path, more: &[&str]) -> String {
    let Output { status, stderr, .. } = command(folder, more).output().expect("starts");
    assert!(!status.success());
    String::from_utf8(stderr).expect("text")
}

/// A server that runs until it is dropped.
struct Running {
    child: Child,
    address: String,
    link: Option<String>,
}

impl Running {
    fn start(folder: &Path, more: &[&str]) -> Self {
        let mut child = command(folder, more)
            .stdout(Stdio::piped())
            .spawn()
            .expect("starts");
        let out = BufReader::new(child.stdout.take().expect("a pipe"));
        let (mut address, mut link) = (String::new(), None);
        for line in out.lines().map_while(Result::ok) {
            if let Some(told) = line.strip_prefix("Selvedge is open at ") {
                told.clone_into(&mut address);
            }
            if line.contains("/set-up?code=") {
                link = Some(line.trim().to_owned());
            }
            if line.starts_with("Ctrl-C") {
                break;
            }
        }
        assert!(
            !address.is_empty(),
            "the server doesn't say where it listens"
        );
        Self {
            child,
            address,
            link,
        }
    }

    async fn post(&self, path: &str, body: Value, cookie: &str) -> reqwest::Response {
        let client = reqwest::Client::new();
        let request = client
            .post(format!("{}/api/v1{path}", self.address))
            .json(&body)
            .header(header::COOKIE, cookie);
        request.send().await.expect("answers")
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn cookies(response: &reqwest::Response) -> String {
    let set = response
        .headers()
        .get_all(header::SET_COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok());
    set.filter_map(|value| value.split(';').next())
        .filter(|pair| !pair.ends_with('='))
        .collect::<Vec<_>>()
        .join("; ")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_set_up_link_makes_the_first_administrator_once() {
    let folder = TempDir::new().expect("a folder");
    let server = Running::start(folder.path(), &[]);
    let link = server.link.clone().expect("a set-up link is printed");
    let code = link.split_once("code=").expect("a code").1.to_owned();
    let page = reqwest::get(&link).await.expect("the link leads somewhere");
    assert_ne!(page.status(), StatusCode::FORBIDDEN);

    let redeemed = server
        .post("/set-up/redeem", json!({ "code": code }), "")
        .await;
    assert_eq!(redeemed.status(), StatusCode::OK);
    let ticket = cookies(&redeemed);
    assert_eq!(
        server
            .post("/set-up/redeem", json!({ "code": code }), "")
            .await
            .status(),
        StatusCode::GONE
    );
    let account =
        json!({ "name": "Ada", "email": "ada@mesh.example", "password": "a good long password" });
    let done = server.post("/set-up/complete", account, &ticket).await;
    assert_eq!(done.status(), StatusCode::OK);
    let session: Value = done.json().await.expect("a session");
    assert_eq!(session["person"]["role"], "administrator");
    drop(server);

    let again = Running::start(folder.path(), &[]);
    assert_eq!(
        again.link, None,
        "a workspace with an administrator needs no set-up"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_demo_is_a_small_company_that_closes_its_doors() {
    let folder = TempDir::new().expect("a folder");
    let tokens_file = folder.path().join("demo-tokens.json");
    let read_tokens = || -> Value {
        serde_json::from_str(&std::fs::read_to_string(&tokens_file).expect("tokens are written"))
            .expect("JSON")
    };
    let server = Running::start(folder.path(), &["--demo"]);
    let tokens = read_tokens();
    for persona in [
        "administrator",
        "data-owner",
        "steward",
        "analyst",
        "manager",
    ] {
        let client = reqwest::Client::new();
        let url = format!("{}/api/v1/data-products", server.address);
        let token = tokens[persona].as_str().expect("a token for each persona");
        let list: Value = client
            .get(url)
            .bearer_auth(token)
            .send()
            .await
            .expect("answers")
            .json()
            .await
            .expect("JSON");
        assert_eq!(
            list["items"].as_array().map(Vec::len),
            Some(2),
            "{persona}: {list}"
        );
        let signed_in = server
            .post("/session/persona", json!({ "persona": persona }), "")
            .await;
        assert_eq!(signed_in.status(), StatusCode::OK, "{persona}");
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = |path: &Path| {
            std::fs::metadata(path)
                .expect("is there")
                .permissions()
                .mode()
                & 0o777
        };
        assert_eq!((mode(&tokens_file), mode(folder.path())), (0o600, 0o700));
    }
    drop(server);

    let server = Running::start(folder.path(), &["--demo"]);
    assert_ne!(read_tokens(), tokens, "tokens are new at each start");
    let old = reqwest::Client::new().get(format!("{}/api/v1/session", server.address));
    let old = old
        .bearer_auth(tokens["analyst"].as_str().unwrap_or_default())
        .send()
        .await
        .expect("answers");
    assert_eq!(old.status(), StatusCode::UNAUTHORIZED);
    let tokens = read_tokens();
    let session = cookies(
        &server
            .post(
                "/session/persona",
                json!({ "persona": "administrator" }),
                "",
            )
            .await,
    );
    drop(server);

    let server = Running::start(folder.path(), &[]);
    assert!(
        server.link.is_some(),
        "without --demo nobody can sign in until the set-up link is used"
    );
    assert!(!tokens_file.exists());
    let url = format!("{}/api/v1/session", server.address);
    let by_token = reqwest::Client::new()
        .get(&url)
        .bearer_auth(tokens["administrator"].as_str().unwrap_or_default());
    let by_cookie = reqwest::Client::new()
        .get(&url)
        .header(header::COOKIE, session);
    for closed in [by_token, by_cookie] {
        assert_eq!(
            closed.send().await.expect("answers").status(),
            StatusCode::UNAUTHORIZED
        );
    }
    let persona = server
        .post("/session/persona", json!({ "persona": "analyst" }), "")
        .await;
    assert_eq!(persona.status(), StatusCode::NOT_FOUND);
}

#[test]
fn a_demo_is_refused_where_it_would_harm() {
    let folder = TempDir::new().expect("a folder");
    let far = refused(folder.path(), &["--demo", "--listen", "0.0.0.0:0"]);
    assert!(far.contains("loopback"), "{far}");
    std::fs::write(folder.path().join("letter.txt"), "Dear friend").expect("writes");
    let full = refused(folder.path(), &["--demo"]);
    assert!(full.contains("neither empty nor a demo"), "{full}");
    let kept: Vec<_> = std::fs::read_dir(folder.path())
        .expect("reads")
        .flatten()
        .map(|entry| entry.file_name())
        .collect();
    assert!(
        kept.iter().any(|name| name == "letter.txt")
            && !kept.iter().any(|name| name == "selvedge.db"),
        "{kept:?}"
    );
}

#[test]
fn a_second_server_on_the_same_folder_is_told_so() {
    let folder = TempDir::new().expect("a folder");
    let _first = Running::start(folder.path(), &[]);
    let told = refused(folder.path(), &[]);
    assert!(
        told.contains("in use by another Selvedge") && told.contains("--data-dir"),
        "{told}"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_foreign_name_or_page_is_refused_at_the_door() {
    let folder = TempDir::new().expect("a folder");
    let server = Running::start(folder.path(), &[]);
    let url = format!("{}/api/v1/workspace", server.address);
    for (name, value) in [
        ("host", "evil.example"),
        ("origin", "http://evil.example"),
        ("sec-fetch-site", "cross-site"),
    ] {
        let answer = reqwest::Client::new()
            .get(&url)
            .header(name, value)
            .send()
            .await
            .expect("answers");
        assert_eq!(answer.status(), StatusCode::FORBIDDEN, "{name}: {value}");
    }
    assert_eq!(
        reqwest::get(&url).await.expect("answers").status(),
        StatusCode::OK
    );
}

#[test]
fn help_explains_itself() {
    for (words, told) in [
        (&["--help"][..], "serve"),
        (&["serve", "--help"], "set-up link"),
        (&["migrate", "--help"], "--database-url"),
    ] {
        let output = Command::new(program())
            .args(words)
            .output()
            .expect("starts");
        let text = String::from_utf8(output.stdout).expect("text");
        assert!(
            output.status.success() && text.contains(told),
            "{words:?}: {text}"
        );
    }
}
