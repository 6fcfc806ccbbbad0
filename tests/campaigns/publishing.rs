//! One data product that is published again and again while the core or the worker is killed at random moments: rows
//! added, merged by their key and replaced, and earlier versions put back, on SQLite and on PostgreSQL. Whatever was
//! acknowledged ends as a version with exactly the rows of the oracle, however often it was cut off; nothing else
//! becomes visible, and earlier versions stay what they were.
//!
//! `campaign-publishing [--count N] [--seed S]`; N kills on each database.

use std::{collections::BTreeMap, process::ExitCode, time::Duration};

use mesh_tests::{
    Database,
    campaign::{Seeded, Server, on_both},
    new_postgres,
};
use reqwest::{Client, Method};
use serde_json::{Value, json};

const SLICE: u64 = 6;
/// A kill comes at any moment of a publication.
const MOMENT_MAX_MILLISECONDS: u64 = 1_200;
const ENDING: Duration = Duration::from_secs(60);
const PAGE: usize = 500;

type Rows = BTreeMap<i64, i64>;

#[tokio::main(flavor = "multi_thread", worker_threads = 2)]
async fn main() -> ExitCode {
    on_both("publishing", SLICE, run).await
}

async fn run(database: Database, count: u64, seed: u64) -> Result<String, String> {
    let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
    let url = match database {
        Database::Sqlite => None,
        Database::Postgres => Some(new_postgres().await),
    };
    let mut random = Seeded(seed);
    let mut server = Server::start(folder.path(), url.as_deref(), &[])?;
    let mut product = Product::make(&Caller::of(&server)).await?;
    let (mut cores, mut workers, mut resumed) = (0, 0, 0);
    let mut kill = 0;
    while kill < count {
        let caller = Caller::of(&server);
        let (request, expected) = product.next(&caller, &mut random).await?;
        let (at, version) = (kill, product.versions.len() + 1);
        let fault = move |what: String| format!("after kill {at}, version {version}: {what}");
        let attempt = tokio::spawn({
            let (caller, request) = (caller.clone(), request.clone());
            async move { caller.ends(&request).await }
        });
        tokio::time::sleep(Duration::from_millis(random.below(MOMENT_MAX_MILLISECONDS))).await;
        if random.below(2) == 0 {
            server.kill();
            (cores, kill) = (cores + 1, kill + 1);
            let _ = attempt.await;
            server = Server::start(folder.path(), url.as_deref(), &[]).map_err(fault)?;
        } else {
            // Between two jobs there is none.
            let killed = server.kill_a_worker();
            (workers, kill) = (workers + u64::from(killed), kill + u64::from(killed));
            let _ = attempt.await;
        }
        let caller = Caller::of(&server);
        resumed += caller.completes(&request).await.map_err(fault)?;
        product.versions.push(expected);
        product.check(&caller, &mut random).await.map_err(fault)?;
    }
    server.kill();
    Ok(format!(
        "{cores} kills of the core and {workers} of the worker, {} versions, {resumed} resumed: none lost, none half published, rows equal",
        product.versions.len(),
    ))
}

/// A request that is made with the same key until it was acknowledged.
#[derive(Clone)]
struct Request {
    path: String,
    key: String,
    body: Option<Value>,
}

struct Product {
    id: String,
    /// What each version holds, the first one first.
    versions: Vec<Rows>,
    last_id: i64,
}

impl Product {
    async fn make(caller: &Caller) -> Result<Self, String> {
        let session = caller.get("/session").await?;
        let domain = json!({ "name": "Killed", "purpose": "P", "kind": "aggregate", "ownerIds": [session["person"]["id"]] });
        let domain = caller
            .send(Method::POST, "/domains", None, Some(domain))
            .await?;
        let rows: Rows = (1..=50).map(|id| (id, id * 10)).collect();
        let upload = caller.upload(&csv(&rows)).await?;
        let request = Request {
            path: "/publications".to_owned(),
            key: "first".to_owned(),
            body: Some(json!({
                "uploadId": upload, "columns": [],
                "dataProduct": { "domainId": domain["id"], "name": "Killed", "purpose": "P" },
            })),
        };
        caller.completes(&request).await?;
        let begun = caller.request(&request).await?;
        Ok(Self {
            id: begun["dataProductId"]
                .as_str()
                .ok_or("no product")?
                .to_owned(),
            versions: vec![rows],
            last_id: 50,
        })
    }

    /// What is published next, and what the version has to hold then.
    async fn next(
        &mut self,
        caller: &Caller,
        random: &mut Seeded,
    ) -> Result<(Request, Rows), String> {
        let number = self.versions.len() + 1;
        let now = self.versions.last().cloned().unwrap_or_default();
        let new = |last: &mut i64, random: &mut Seeded| {
            let mut rows = Rows::new();
            for _ in 0..=random.below(40) {
                *last += 1;
                rows.insert(*last, random.below(1_000) as i64);
            }
            rows
        };
        let (how, file, expected) = match random.below(8) {
            0 => {
                let back = random.below(self.versions.len() as u64) as usize;
                if back + 1 < self.versions.len() {
                    let request = Request {
                        path: format!("/data-products/{}/versions/{}/put-back", self.id, back + 1),
                        key: format!("version-{number}"),
                        body: None,
                    };
                    return Ok((request, self.versions[back].clone()));
                }
                let rows = new(&mut self.last_id, random);
                (json!({ "mode": "replace" }), rows.clone(), rows)
            }
            1 => {
                let rows = new(&mut self.last_id, random);
                (json!({ "mode": "replace" }), rows.clone(), rows)
            }
            2..=4 => {
                let rows = new(&mut self.last_id, random);
                let mut all = now;
                all.extend(rows.iter());
                (json!({ "mode": "append" }), rows, all)
            }
            _ => {
                let mut rows = new(&mut self.last_id, random);
                for (id, value) in &now {
                    let changed = match random.below(6) {
                        0 => *value,
                        1 => value + 1,
                        _ => continue,
                    };
                    rows.insert(*id, changed);
                }
                let mut all = now;
                all.extend(rows.iter());
                (json!({ "mode": "merge", "key": ["id"] }), rows, all)
            }
        };
        let upload = caller.upload(&csv(&file)).await?;
        let body =
            json!({ "uploadId": upload, "columns": [], "dataProductId": self.id, "how": how });
        let request = Request {
            path: "/publications".to_owned(),
            key: format!("version-{number}"),
            body: Some(body),
        };
        Ok((request, expected))
    }

    /// The current version and one from before hold what they have to, and there is no other.
    async fn check(&self, caller: &Caller, random: &mut Seeded) -> Result<(), String> {
        let product = caller.get(&format!("/data-products/{}", self.id)).await?;
        let number = product["currentVersion"]["number"].as_u64();
        if number != Some(self.versions.len() as u64) {
            return Err(format!("the current version is {number:?}"));
        }
        let other = random.below(self.versions.len() as u64) as usize;
        for at in [self.versions.len() - 1, other] {
            let found = self.rows(caller, at + 1).await?;
            if found != self.versions[at] {
                return Err(format!(
                    "version {} holds other rows than it has to",
                    at + 1
                ));
            }
        }
        Ok(())
    }

    async fn rows(&self, caller: &Caller, version: usize) -> Result<Rows, String> {
        let mut rows = Rows::new();
        for page in 0.. {
            let path = format!(
                "/data-products/{}/rows?version={version}&offset={}&limit={PAGE}",
                self.id,
                page * PAGE
            );
            let answer = caller.get(&path).await?;
            let found = answer["rows"]
                .as_array()
                .ok_or_else(|| answer.to_string())?;
            for row in found {
                let number = |at: usize| row[at].as_str().and_then(|text| text.parse::<i64>().ok());
                let (Some(id), Some(value)) = (number(0), number(1)) else {
                    return Err(format!("a row that was never written: {row}"));
                };
                if rows.insert(id, value).is_some() {
                    return Err(format!("row {id} stands twice in version {version}"));
                }
            }
            if found.len() < PAGE {
                break;
            }
        }
        Ok(rows)
    }
}

fn csv(rows: &Rows) -> String {
    let lines = rows.iter().map(|(id, value)| format!("{id},{value}\n"));
    std::iter::once("id,value\n".to_owned())
        .chain(lines)
        .collect()
}

#[derive(Clone)]
struct Caller {
    http: Client,
    url: String,
    token: String,
}

impl Caller {
    fn of(server: &Server) -> Self {
        Self {
            http: Client::new(),
            url: format!("{}/api/v1", server.url),
            token: server.token.clone(),
        }
    }

    async fn get(&self, path: &str) -> Result<Value, String> {
        self.send(Method::GET, path, None, None).await
    }

    async fn request(&self, request: &Request) -> Result<Value, String> {
        let key = Some(request.key.as_str());
        self.send(Method::POST, &request.path, key, request.body.clone())
            .await
    }

    async fn send(
        &self,
        method: Method,
        path: &str,
        key: Option<&str>,
        body: Option<Value>,
    ) -> Result<Value, String> {
        let mut request = self
            .http
            .request(method.clone(), format!("{}{path}", self.url))
            .bearer_auth(&self.token);
        if let Some(key) = key {
            request = request.header("idempotency-key", key);
        }
        if let Some(body) = body {
            request = request
                .header("content-type", "application/json")
                .body(body.to_string());
        }
        let answer = request.send().await.map_err(|error| error.to_string())?;
        let status = answer.status();
        let text = answer.text().await.map_err(|error| error.to_string())?;
        if status.is_success() {
            serde_json::from_str(&text).map_err(|error| error.to_string())
        } else {
            Err(format!("{method} {path} answered {status}: {text}"))
        }
    }

    async fn upload(&self, content: &str) -> Result<String, String> {
        let input = json!({ "fileName": "rows.csv", "sizeBytes": content.len() });
        let upload = self
            .send(Method::POST, "/uploads", None, Some(input))
            .await?;
        let id = upload["id"].as_str().ok_or("no upload")?.to_owned();
        let part = self
            .http
            .put(format!("{}/uploads/{id}/content?offset=0", self.url))
            .bearer_auth(&self.token)
            .header("content-type", "application/octet-stream")
            .body(content.to_owned());
        part.send().await.map_err(|error| error.to_string())?;
        Ok(id)
    }

    /// Begins a publication, or finds the one that was begun, and waits until it ends.
    async fn ends(&self, request: &Request) -> Result<Value, String> {
        let begun = self.request(request).await?;
        let path = format!("/publications/{}", begun["id"].as_str().unwrap_or_default());
        let until = tokio::time::Instant::now() + ENDING;
        loop {
            let now = self.get(&path).await?;
            if now["state"] != "running" {
                return Ok(now);
            }
            if tokio::time::Instant::now() > until {
                return Err(format!("a publication never ends: {now}"));
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// Brings a publication to its end, resuming it as a person would; answers how often that was needed.
    async fn completes(&self, request: &Request) -> Result<u64, String> {
        for resumed in 0..5 {
            // A worker that was killed while it looked at the file is a plan that has to be asked for again.
            let Ok(now) = self.ends(request).await else {
                continue;
            };
            match now["state"].as_str() {
                Some("succeeded") => return Ok(resumed),
                Some("failed") => {
                    let path = format!(
                        "/publications/{}/resume",
                        now["id"].as_str().unwrap_or_default()
                    );
                    self.send(Method::POST, &path, None, None).await?;
                }
                _ => return Err(format!("it ended otherwise: {now}")),
            }
        }
        let last = self.ends(request).await?;
        match last["state"].as_str() {
            Some("succeeded") => Ok(5),
            _ => Err(format!("it can't be completed: {last}")),
        }
    }
}
