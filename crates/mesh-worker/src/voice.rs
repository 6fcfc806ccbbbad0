//! The worker's side of the conversation with the core.

use std::{
    io::{self, Write},
    sync::Mutex,
    time::{Duration, Instant},
};

use mesh_job::{Event, Failure, FailureCode, FrameError, Progress, encode};

/// Progress is told no more often than a screen can show it.
const PROGRESS_EVERY: Duration = Duration::from_millis(100);

/// Says events on standard output.
pub(crate) struct Voice {
    last_progress: Mutex<Option<Instant>>,
}

impl Voice {
    pub(crate) fn new() -> Self {
        Self {
            last_progress: Mutex::new(None),
        }
    }

    /// Says an event; an answer that is too long becomes a failure.
    pub(crate) fn say(&self, event: &Event) -> io::Result<()> {
        let frame = encode(event).or_else(|error| {
            eprintln!("cannot say: {error}");
            let failed = Failure::new(FailureCode::WorkerFailed).with("problem", "internal");
            encode(&Event::Failed(failed))
        });
        let frame = frame.map_err(|error| match error {
            FrameError::Io(error) => error,
            other => io::Error::other(other),
        })?;
        let mut out = io::stdout().lock();
        out.write_all(&frame)?;
        out.flush()
    }

    /// Says how far the job is, now and then. A core that no longer listens is
    /// noticed by the watch on standard input.
    pub(crate) fn progress(&self, progress: Progress) {
        let Ok(mut last) = self.last_progress.lock() else {
            return;
        };
        let finished = progress.total == Some(progress.done);
        if !finished && last.is_some_and(|last| last.elapsed() < PROGRESS_EVERY) {
            return;
        }
        *last = Some(Instant::now());
        let _ = self.say(&Event::Progress(progress));
    }
}
