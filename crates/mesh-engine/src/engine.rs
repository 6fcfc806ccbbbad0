use std::{
    process::Stdio,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use mesh_job::{
    Cage, Event, Failure, FailureCode, FrameError, HEAD_BYTES, Job, Limits, LogLevel, Order,
    Output, PROTOCOL, Progress, body_length, decode, encode,
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    process::{Child, ChildStdin, ChildStdout, Command},
    sync::Semaphore,
    time::timeout,
};

use crate::{EngineConfig, ending, stderr};

/// How long a worker may take to end after its last word.
const FAREWELL: Duration = Duration::from_secs(1);

/// What is heard of a job while it is done.
#[derive(Debug, Clone, PartialEq)]
pub enum Heard {
    /// A worker was free and got the job.
    Began,
    /// What the system keeps the worker from.
    Caged(Cage),
    /// How far it is.
    Progress(Progress),
    /// A line of its log, without values out of the user's data.
    Said(String),
}

/// Runs jobs in workers. Clones share the limit on workers at work.
#[derive(Debug, Clone)]
pub struct Engine {
    config: Arc<EngineConfig>,
    places: Arc<Semaphore>,
    /// Started, and waiting for its order.
    ready: Arc<Mutex<Option<Child>>>,
    cage: Arc<Mutex<Option<Cage>>>,
}

impl Engine {
    /// An engine; starts nothing yet.
    #[must_use]
    pub fn new(config: EngineConfig) -> Self {
        let places = Arc::new(Semaphore::new(config.concurrency.max(1)));
        Self {
            config: Arc::new(config),
            places,
            ready: Arc::default(),
            cage: Arc::default(),
        }
    }

    /// Starts the worker that is kept ready, if one is to be; within a tokio runtime.
    pub fn get_ready(&self) {
        if !self.config.keeps_ready {
            return;
        }
        let mut ready = self.ready.lock().unwrap_or_else(PoisonError::into_inner);
        if ready.is_none() {
            // That none can be started is told to the job that needs it.
            *ready = self.start().ok();
        }
    }

    /// What the system kept the last worker from; nothing before the first job.
    #[must_use]
    pub fn cage(&self) -> Option<Cage> {
        *self.cage.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// How workers are started.
    #[must_use]
    pub fn config(&self) -> &EngineConfig {
        &self.config
    }

    /// [`Self::run_watched`], of which only the progress matters.
    ///
    /// # Errors
    /// As [`Self::run_watched`].
    pub async fn run(
        &self,
        job: Job,
        deadline: Duration,
        mut on_progress: impl FnMut(Progress) + Send,
    ) -> Result<Output, Failure> {
        let on_heard = |heard| {
            if let Heard::Progress(progress) = heard {
                on_progress(progress);
            }
        };
        self.run_watched(job, deadline, on_heard).await
    }

    /// Runs a job to its end, in a worker of its own.
    ///
    /// The `deadline` counts from the moment a worker is free. Dropping the
    /// future kills the worker.
    ///
    /// # Errors
    /// The worker's own [`Failure`], or one that says how the worker ended.
    pub async fn run_watched(
        &self,
        job: Job,
        deadline: Duration,
        mut on_heard: impl FnMut(Heard) + Send,
    ) -> Result<Output, Failure> {
        let _place = self
            .places
            .acquire()
            .await
            .map_err(|_| failed("internal"))?;
        let mut child = self.take()?;
        self.get_ready();
        on_heard(Heard::Began);
        let served = timeout(deadline, self.serve(&mut child, job, &mut on_heard)).await;
        // Whatever happened, nothing of this job may write after the answer.
        let _ = child.kill().await;
        let outcome = served.unwrap_or_else(|_| {
            Err(Failure::new(FailureCode::WorkerTimeout).with("seconds", deadline.as_secs()))
        });
        outcome.inspect_err(|failure| tracing::info!(%failure, "a job failed"))
    }

    /// The worker that waits, or a new one where it has ended meanwhile.
    fn take(&self) -> Result<Child, Failure> {
        let waiting = self
            .ready
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take();
        if let Some(mut child) = waiting
            && matches!(child.try_wait(), Ok(None))
        {
            return Ok(child);
        }
        self.start()
    }

    fn start(&self) -> Result<Child, Failure> {
        let mut command = Command::new(&self.config.worker);
        command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .kill_on_drop(true)
            // The core's environment holds secrets that are none of the worker's business.
            .env_clear()
            // Each of glibc's arenas reserves address space, which is what is limited.
            .env("MALLOC_ARENA_MAX", "2");
        for kept in ["TMPDIR", "SystemRoot", "LD_LIBRARY_PATH"] {
            if let Some(value) = std::env::var_os(kept) {
                command.env(kept, value);
            }
        }
        command.spawn().map_err(|error| {
            tracing::error!(worker = %self.config.worker.display(), %error, "cannot start a worker");
            failed("missing")
        })
    }

    async fn serve(
        &self,
        child: &mut Child,
        job: Job,
        on_heard: &mut (impl FnMut(Heard) + Send),
    ) -> Result<Output, Failure> {
        let (Some(stdin), Some(stdout), Some(stderr)) =
            (child.stdin.take(), child.stdout.take(), child.stderr.take())
        else {
            return Err(failed("internal"));
        };
        let tail = stderr::drain(stderr);
        let order = Order {
            limits: Limits {
                memory_bytes: self.config.memory_limit_bytes,
                caged: self.config.caged,
            },
            job,
        };
        match self.converse(stdin, stdout, order, on_heard).await {
            Ok(outcome) => {
                let _ = timeout(FAREWELL, child.wait()).await;
                outcome
            }
            Err(silence) => {
                tracing::warn!(error = %silence, "a worker fell silent");
                if !matches!(silence, FrameError::Io(_)) {
                    return Err(failed("protocol"));
                }
                let status = child.wait().await.ok();
                let tail = tail.await.unwrap_or_default();
                Err(ending::of(status, &tail, self.config.memory_limit_bytes))
            }
        }
    }

    /// Hands the order over and listens until the worker's last word.
    ///
    /// Standard input stays open meanwhile: a worker ends when it closes, so that
    /// none outlives a core that was killed.
    async fn converse(
        &self,
        mut stdin: ChildStdin,
        mut stdout: ChildStdout,
        order: Order,
        on_heard: &mut (impl FnMut(Heard) + Send),
    ) -> Result<Result<Output, Failure>, FrameError> {
        match read_event(&mut stdout).await? {
            Event::Hello { protocol } if protocol == PROTOCOL => {}
            other => {
                tracing::error!(
                    ?other,
                    expected = PROTOCOL,
                    "this worker is of another build"
                );
                return Ok(Err(failed("protocol")));
            }
        }
        stdin.write_all(&encode(&order)?).await?;
        stdin.flush().await?;
        loop {
            match read_event(&mut stdout).await? {
                Event::Hello { .. } => {}
                Event::Caged(cage) => {
                    self.note(cage);
                    on_heard(Heard::Caged(cage));
                }
                Event::Progress(progress) => on_heard(Heard::Progress(progress)),
                Event::Log { level, message } => {
                    log(level, &message);
                    on_heard(Heard::Said(message));
                }
                Event::Done(output) => return Ok(Ok(output)),
                Event::Failed(failure) => return Ok(Err(failure)),
            }
        }
    }

    fn note(&self, cage: Cage) {
        let before = self
            .cage
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .replace(cage);
        if !cage.is_whole() && before != Some(cage) {
            tracing::warn!(?cage, "this system can't lock workers in wholly");
        }
    }
}

async fn read_event(stdout: &mut ChildStdout) -> Result<Event, FrameError> {
    let mut head = [0; HEAD_BYTES];
    stdout.read_exact(&mut head).await?;
    let mut body = vec![0; body_length(head)?];
    stdout.read_exact(&mut body).await?;
    decode(&body)
}

fn log(level: LogLevel, message: &str) {
    match level {
        LogLevel::Debug => tracing::debug!(target: "selvedge_worker", "{message}"),
        LogLevel::Info => tracing::info!(target: "selvedge_worker", "{message}"),
        LogLevel::Warn => tracing::warn!(target: "selvedge_worker", "{message}"),
    }
}

fn failed(problem: &str) -> Failure {
    Failure::new(FailureCode::WorkerFailed).with("problem", problem)
}
