//! Starts, limits and kills workers.
//!
//! One worker process serves one job. Whatever happens inside it (a crash, too
//! much memory, an endless loop) ends as a [`Failure`] of that job alone.

mod config;
mod ending;
mod engine;
mod stderr;

pub use config::{EngineConfig, WorkerMissing};
pub use engine::{Engine, Heard};
pub use mesh_job::{Cage, Failure, FailureCode, Job, Output, Progress};
