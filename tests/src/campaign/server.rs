//! The server as a program that is killed without warning.

use std::{
    ffi::OsString,
    io::{BufRead, BufReader},
    path::Path,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

/// A running server.
#[derive(Debug)]
pub struct Server {
    child: Child,
    /// Where it answers.
    pub url: String,
    /// The administrator's token.
    pub token: String,
    /// From being started to answering.
    pub ready_after: Duration,
}

impl Server {
    /// Starts a server on a folder and waits until it answers.
    ///
    /// # Errors
    /// That it doesn't start.
    pub fn start(
        folder: &Path,
        database: Option<&str>,
        environment: &[(&str, OsString)],
    ) -> Result<Self, String> {
        let began = Instant::now();
        let program = crate::worker().with_file_name("selvedge-server");
        let mut command = Command::new(program);
        command
            .env("SELVEDGE_WORKER", crate::worker())
            .env_remove("SELVEDGE_DATABASE_URL")
            .envs(environment.iter().map(|(name, value)| (name, value)))
            .args(["serve", "--demo", "--listen", "127.0.0.1:0", "--data-dir"])
            .arg(folder)
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        if let Some(url) = database {
            command.args(["--database-url", url]);
        }
        let mut child = command.spawn().map_err(|error| error.to_string())?;
        let out = child.stdout.take().ok_or("no output")?;
        let mut url = String::new();
        for line in BufReader::new(out).lines().map_while(Result::ok) {
            if let Some(told) = line.strip_prefix("Selvedge is open at ") {
                told.clone_into(&mut url);
            }
            if line.starts_with("Ctrl-C") {
                break;
            }
        }
        if url.is_empty() {
            let _ = child.kill();
            let _ = child.wait();
            return Err("the server doesn't start again".to_owned());
        }
        let tokens = std::fs::read_to_string(folder.join("demo-tokens.json"))
            .map_err(|error| error.to_string())?;
        let tokens: serde_json::Value =
            serde_json::from_str(&tokens).map_err(|error| error.to_string())?;
        Ok(Self {
            child,
            url,
            token: tokens["administrator"]
                .as_str()
                .unwrap_or_default()
                .to_owned(),
            ready_after: began.elapsed(),
        })
    }

    /// Kills one of its workers that serves a job, if there is one.
    #[must_use]
    pub fn kill_a_worker(&self) -> bool {
        let parent = self.child.id().to_string();
        let workers = std::fs::read_dir("/proc").into_iter().flatten().flatten();
        let ours = workers.filter(|entry| {
            let stat = std::fs::read_to_string(entry.path().join("stat")).unwrap_or_default();
            let Some((name, rest)) = stat.rsplit_once(')') else {
                return false;
            };
            name.contains("(selvedge-worke") && rest.split_whitespace().nth(1) == Some(&parent)
        });
        // The one that waits for the next job was started last.
        let pids = ours.filter_map(|entry| entry.file_name().to_str()?.parse::<u32>().ok());
        let Some(pid) = pids.min() else {
            return false;
        };
        let killed = Command::new("kill").args(["-9", &pid.to_string()]).status();
        killed.is_ok_and(|status| status.success())
    }

    /// Kills it, as a failing power supply does.
    pub fn kill(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.kill();
    }
}
