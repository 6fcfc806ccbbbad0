use std::{
    env, io,
    path::{Path, PathBuf},
};

/// Address space of one worker in bytes unless configured otherwise.
const DEFAULT_MEMORY_LIMIT_BYTES: u64 = 1024 * 1024 * 1024;

/// How workers are started and what they may use.
#[derive(Debug, Clone)]
pub struct EngineConfig {
    /// The worker's executable.
    pub worker: PathBuf,
    /// Address space of one worker in bytes.
    pub memory_limit_bytes: u64,
    /// Workers at work at the same time; further jobs wait.
    pub concurrency: usize,
    /// Whether a worker that the system can't lock in must not begin its job.
    pub caged: bool,
    /// Whether a worker is started before a job is there, so that none waits for one to start.
    pub keeps_ready: bool,
}

/// The worker's executable is not where it should be.
#[derive(Debug, thiserror::Error)]
#[error("the worker is not at {path}; reinstall, or name it in SELVEDGE_WORKER")]
pub struct WorkerMissing {
    /// Where it was looked for.
    pub path: PathBuf,
    source: Option<io::Error>,
}

impl EngineConfig {
    /// A worker with 1 GiB of memory, two at a time, locked in as far as the system can, started for its job.
    #[must_use]
    pub fn new(worker: PathBuf) -> Self {
        Self {
            worker,
            memory_limit_bytes: DEFAULT_MEMORY_LIMIT_BYTES,
            concurrency: 2,
            caged: false,
            keeps_ready: false,
        }
    }

    /// The default configuration with the worker found by [`Self::locate_worker`], and one kept ready.
    ///
    /// # Errors
    /// [`WorkerMissing`].
    pub fn located() -> Result<Self, WorkerMissing> {
        Ok(Self {
            keeps_ready: true,
            ..Self::new(Self::locate_worker()?)
        })
    }

    /// The worker's executable: `SELVEDGE_WORKER`, else `selvedge-worker`
    /// beside the running program.
    ///
    /// # Errors
    /// [`WorkerMissing`] when no file is there.
    pub fn locate_worker() -> Result<PathBuf, WorkerMissing> {
        let name = format!("selvedge-worker{}", env::consts::EXE_SUFFIX);
        let path = match env::var_os("SELVEDGE_WORKER").filter(|path| !path.is_empty()) {
            Some(path) => PathBuf::from(path),
            None => env::current_exe()
                .map_err(|error| WorkerMissing {
                    path: PathBuf::from(&name),
                    source: Some(error),
                })?
                .parent()
                .unwrap_or(Path::new(""))
                .join(&name),
        };
        match path.metadata() {
            Ok(found) if found.is_file() => Ok(path),
            Ok(_) => Err(WorkerMissing { path, source: None }),
            Err(error) => Err(WorkerMissing {
                path,
                source: Some(error),
            }),
        }
    }
}
