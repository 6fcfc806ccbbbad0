//! Clients that write without pause and note what was acknowledged.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use reqwest::{Client, Method};
use serde_json::{Value, json};
use tokio::task::JoinSet;

use super::{Known, Seeded, Server};

const PATIENCE: Duration = Duration::from_secs(10);

/// Writers that end when their server does.
pub struct Clients(JoinSet<()>);

impl Clients {
    /// Starts writers.
    ///
    /// # Errors
    /// That the server doesn't answer.
    pub async fn start(
        server: &Server,
        known: &Arc<Known>,
        random: &mut Seeded,
        count: u64,
    ) -> Result<Self, String> {
        let mut set = JoinSet::new();
        for _ in 0..count {
            let mut writer = Writer::new(server, known, Seeded(random.number())).await?;
            set.spawn(async move { while writer.one().await.is_some() {} });
        }
        Ok(Self(set))
    }

    /// Waits until every writer noticed that its server is gone.
    pub async fn end(mut self) {
        while self.0.join_next().await.is_some() {}
    }
}

struct Caller {
    http: Client,
    known: Arc<Known>,
    url: String,
    token: String,
}

impl Caller {
    fn new(server: &Server, known: Arc<Known>) -> Self {
        Self {
            http: Client::new(),
            known,
            url: format!("{}/api/v1", server.url),
            token: server.token.clone(),
        }
    }

    async fn get(&self, path: &str) -> Option<Value> {
        self.send(Method::GET, path, None, None).await?.1
    }

    /// The status and the answer; nothing when the server is gone.
    async fn send(
        &self,
        method: Method,
        path: &str,
        revision: Option<i64>,
        body: Option<Value>,
    ) -> Option<(u16, Option<Value>)> {
        let mut request = self
            .http
            .request(method.clone(), format!("{}{path}", self.url))
            .bearer_auth(&self.token);
        if let Some(revision) = revision {
            request = request.header("if-match", format!("\"{revision}\""));
        }
        if let Some(body) = body {
            request = request
                .header("content-type", "application/json")
                .body(body.to_string());
        }
        let answer = request.send().await.ok()?;
        let status = answer.status().as_u16();
        let text = answer.text().await.ok()?;
        if status == 500 {
            self.known.blame(format!("{method} {path} answered {text}"));
        }
        Some((status, serde_json::from_str(&text).ok()))
    }
}

/// Somebody who writes without pause, one thing after the other.
pub struct Writer {
    caller: Caller,
    known: Arc<Known>,
    random: Seeded,
    me: String,
    /// How long it waits for a publication that neither succeeds nor fails.
    pub patience: Duration,
    /// The domains that this writer made: id, and nobody else changes them.
    domains: Vec<String>,
}

impl Writer {
    /// A writer who is the administrator.
    ///
    /// # Errors
    /// That the server doesn't answer.
    pub async fn new(server: &Server, known: &Arc<Known>, random: Seeded) -> Result<Self, String> {
        let caller = Caller::new(server, known.clone());
        let session = caller.get("/session").await;
        let me = session
            .and_then(|session| session["person"]["id"].as_str().map(str::to_owned))
            .ok_or("the administrator isn't let in")?;
        Ok(Self {
            caller,
            known: known.clone(),
            random,
            me,
            patience: PATIENCE,
            domains: Vec::new(),
        })
    }

    /// Writes one thing; nothing when the server is gone.
    pub async fn one(&mut self) -> Option<()> {
        let name = self.name();
        match self.random.below(10) {
            0..=3 => self.create_domain(&name).await.map(drop),
            4 => self.create_person(&name).await,
            5 => self.edit_domain().await,
            6 => self.plan(&name, true).await,
            7 => self.plan(&name, false).await,
            _ => self.publish(&name).await,
        }
    }

    /// Creates a domain and answers whether it was acknowledged; nothing when the server is gone.
    pub async fn domain(&mut self) -> Option<bool> {
        let name = self.name();
        self.create_domain(&name).await
    }

    /// The status of reading something; nothing when the server is gone.
    pub async fn read(&self, path: &str) -> Option<u16> {
        let answer = self.caller.send(Method::GET, path, None, None).await?;
        Some(answer.0)
    }

    fn name(&mut self) -> String {
        format!("Thing {:016x}", self.random.number())
    }

    async fn create_domain(&mut self, name: &str) -> Option<bool> {
        let body =
            json!({ "name": name, "purpose": "P", "kind": "aggregate", "ownerIds": [self.me] });
        let (status, made) = self
            .caller
            .send(Method::POST, "/domains", None, Some(body))
            .await?;
        if status == 201 {
            let id = made?["id"].as_str()?.to_owned();
            self.known.acknowledge(&id, 1);
            self.domains.push(id);
        }
        Some(status == 201)
    }

    async fn create_person(&mut self, name: &str) -> Option<()> {
        let email = format!("{}@mesh.example", name.replace(' ', "-"));
        let body = json!({ "name": name, "email": email, "role": "viewer" });
        let (status, made) = self
            .caller
            .send(Method::POST, "/people", None, Some(body))
            .await?;
        if status == 201 {
            self.known.acknowledge(made?["id"].as_str()?, 1);
        }
        Some(())
    }

    fn any_domain(&mut self) -> Option<String> {
        if self.domains.is_empty() {
            return None;
        }
        let at = self.random.below(self.domains.len() as u64) as usize;
        self.domains.get(at).cloned()
    }

    async fn edit_domain(&mut self) -> Option<()> {
        let Some(id) = self.any_domain() else {
            return Some(());
        };
        let path = format!("/domains/{id}");
        let Some(revision) = self.caller.get(&path).await?["revision"].as_i64() else {
            return Some(());
        };
        let body = json!({ "purpose": "Changed", "kind": "source-aligned", "ownerIds": [self.me] });
        let (status, after) = self
            .caller
            .send(Method::PUT, &path, Some(revision), Some(body))
            .await?;
        if status == 200 {
            self.known.acknowledge(&id, after?["revision"].as_i64()?);
        }
        Some(())
    }

    async fn plan(&mut self, name: &str, rename: bool) -> Option<()> {
        let (Some(id), Some(other)) = (self.any_domain(), self.any_domain()) else {
            return Some(());
        };
        let plan = if rename {
            json!({ "kind": "rename-domain", "domainId": id, "name": name })
        } else {
            json!({ "kind": "move-domain", "domainId": id, "parentId": other })
        };
        let look = json!({ "plan": plan });
        let (_, looked) = self
            .caller
            .send(Method::POST, "/plans?dryRun=true", None, Some(look))
            .await?;
        let apply = json!({ "plan": plan, "basis": looked?["basis"] });
        let (status, applied) = self
            .caller
            .send(Method::POST, "/plans", None, Some(apply))
            .await?;
        if status == 201 {
            self.known.acknowledge_plan(&applied?);
        }
        Some(())
    }

    async fn publish(&mut self, name: &str) -> Option<()> {
        let Some(domain) = self.any_domain() else {
            return Some(());
        };
        let content = "id,amount\n1,2.5\n2,3.5\n";
        let upload = json!({ "fileName": "rows.csv", "sizeBytes": content.len() });
        let (status, upload) = self
            .caller
            .send(Method::POST, "/uploads", None, Some(upload))
            .await?;
        if status != 201 {
            return Some(());
        }
        let upload = upload?["id"].as_str()?.to_owned();
        let part = self
            .caller
            .http
            .put(format!(
                "{}/uploads/{upload}/content?offset=0",
                self.caller.url
            ))
            .bearer_auth(&self.caller.token)
            .header("content-type", "application/octet-stream")
            .body(content);
        part.send().await.ok()?;
        let body = json!({
            "uploadId": upload, "columns": [],
            "dataProduct": { "domainId": domain, "name": name, "purpose": "P" },
        });
        let (status, begun) = self
            .caller
            .send(Method::POST, "/publications", None, Some(body))
            .await?;
        if status != 202 {
            return Some(());
        }
        let begun = begun?;
        let product = begun["dataProductId"].as_str()?.to_owned();
        self.known.acknowledge(&product, 1);
        let path = format!("/publications/{}", begun["id"].as_str()?);
        let until = Instant::now() + self.patience;
        while Instant::now() < until {
            let now = self.caller.get(&path).await?;
            match now["state"].as_str() {
                Some("running") => tokio::time::sleep(Duration::from_millis(20)).await,
                Some("succeeded") => {
                    self.known.publish(&product);
                    return Some(());
                }
                _ => return Some(()),
            }
        }
        Some(())
    }
}
