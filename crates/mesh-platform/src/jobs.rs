//! What the workers are doing and did lately, in this process: seen, and stopped, by whom it is done for.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use mesh_engine::Heard;
use mesh_job::{Cage, Failure, FailureCode, Output, Progress, Unit};
use mesh_model::{
    Job, JobId, JobKind, JobLine, JobLineCode, JobState, PersonRef, Protection, StepProgress,
    StepUnit, Workers,
};
use mesh_policy::Intent;
use tokio::sync::Notify;

use crate::{Platform, Principal, Refusal, clock::now, job};

const REMEMBERED: usize = 200;
const LINES_MAX: usize = 200;
const MESSAGE_MAX: usize = 500;

/// The jobs of the workers.
pub struct Jobs<'p>(pub(crate) &'p Platform);

impl Jobs<'_> {
    /// One's own jobs, newest first; whoever looks after the workspace sees everybody's.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`], or that the database failed.
    pub async fn list(&self, by: &Principal) -> Result<Vec<Job>, Refusal> {
        self.0.require(by, Intent::SeeCatalog).await?;
        let sees = self.sees(by);
        let entries = self.0.shared.jobs.lock();
        let seen = entries.iter().rev().map(|entry| &entry.job).filter(sees);
        Ok(seen.cloned().collect())
    }

    /// How the workers stand.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`], or that the database failed.
    pub async fn workers(&self, by: &Principal) -> Result<Workers, Refusal> {
        self.0.require(by, Intent::SeeCatalog).await?;
        let engine = &self.0.engine;
        Ok(Workers {
            protection: engine.cage().map(protection),
            places: engine.config().concurrency as i64,
            memory_limit_bytes: engine.config().memory_limit_bytes as i64,
        })
    }

    /// Stops a job: its worker is killed, and what it was part of fails.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`], [`Refusal::NotFound`], [`Refusal::Conflict`] when it has ended, or that the database
    /// failed.
    pub async fn stop(&self, by: &Principal, id: JobId) -> Result<(), Refusal> {
        self.0.require(by, Intent::SeeCatalog).await?;
        let sees = self.sees(by);
        let entries = self.0.shared.jobs.lock();
        let entry = entries
            .iter()
            .find(|entry| entry.job.id == id && sees(&&entry.job))
            .ok_or(Refusal::NotFound)?;
        if !entry.job.state.can_stop() {
            return Err(Refusal::Conflict("job_ended"));
        }
        entry.stop.notify_one();
        Ok(())
    }

    fn sees(&self, by: &Principal) -> impl Fn(&&Job) -> bool + use<> {
        let all = self.0.decide(by, Intent::ManageWorkspace).allowed;
        let person = by.id;
        move |job| all || job.started_by.id == person
    }
}

/// Whom a job is done for, and what it is about.
pub(crate) struct About {
    pub(crate) by: PersonRef,
    pub(crate) subject: String,
    pub(crate) data_product_slug: Option<String>,
}

impl About {
    /// A file on its way in.
    pub(crate) fn file(by: &Principal, name: &str) -> Self {
        Self {
            by: by.person_ref(),
            subject: name.to_owned(),
            data_product_slug: None,
        }
    }

    /// A data product.
    pub(crate) fn product(by: PersonRef, name: &str, slug: &str) -> Self {
        Self {
            by,
            subject: name.to_owned(),
            data_product_slug: Some(slug.to_owned()),
        }
    }
}

impl Platform {
    /// Has a worker do a job that people can watch and stop.
    pub(crate) async fn work(
        &self,
        about: About,
        job: mesh_job::Job,
        deadline: Duration,
        mut on_progress: impl FnMut(Progress) + Send,
    ) -> Result<Output, Refusal> {
        let noted = Noted::begin(self, about, kind(&job));
        let on_heard = |heard: Heard| {
            if let Heard::Progress(progress) = &heard {
                on_progress(*progress);
            }
            noted.change(|job| hear(job, heard));
        };
        let worked = self.engine.run_watched(job, deadline, on_heard);
        let outcome = tokio::select! {
            outcome = worked => outcome,
            () = noted.stop.notified() => Err(Failure::new(FailureCode::Cancelled)),
        };
        noted.end(&outcome);
        Ok(outcome?)
    }
}

/// Jobs in the order in which they were asked for.
#[derive(Default)]
pub(crate) struct Ledger(Mutex<VecDeque<Entry>>);

struct Entry {
    job: Job,
    stop: Arc<Notify>,
}

impl Ledger {
    fn lock(&self) -> MutexGuard<'_, VecDeque<Entry>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A job in the ledger, which doesn't seem to run when nobody waits for it any more.
struct Noted<'p> {
    ledger: &'p Ledger,
    id: JobId,
    stop: Arc<Notify>,
}

impl<'p> Noted<'p> {
    fn begin(platform: &'p Platform, about: About, kind: JobKind) -> Self {
        let ledger = &platform.shared.jobs;
        let (id, stop) = (JobId::new(), Arc::new(Notify::new()));
        let mut job = Job {
            id,
            kind,
            subject: about.subject,
            data_product_slug: about.data_product_slug,
            started_by: about.by,
            state: JobState::Waiting,
            progress: None,
            failure: None,
            protection: None,
            asked_at: now(),
            began_at: None,
            ended_at: None,
            log: Vec::new(),
        };
        note(&mut job, JobLineCode::Asked, None);
        let mut entries = ledger.lock();
        if entries.len() >= REMEMBERED
            && let Some(oldest) = entries.iter().position(|each| !each.job.state.can_stop())
        {
            entries.remove(oldest);
        }
        let entry = Entry {
            job,
            stop: stop.clone(),
        };
        entries.push_back(entry);
        Self { ledger, id, stop }
    }

    fn change(&self, change: impl FnOnce(&mut Job)) {
        let mut entries = self.ledger.lock();
        if let Some(entry) = entries.iter_mut().rev().find(|each| each.job.id == self.id) {
            change(&mut entry.job);
        }
    }

    fn end(&self, outcome: &Result<Output, Failure>) {
        self.change(|job| {
            let (state, code) = match outcome {
                Ok(_) => (JobState::Succeeded, JobLineCode::Succeeded),
                Err(failure) if failure.code == FailureCode::Cancelled => {
                    (JobState::Stopped, JobLineCode::Stopped)
                }
                Err(failure) => {
                    job.failure = Some(job::problem(failure));
                    (JobState::Failed, JobLineCode::Failed)
                }
            };
            end(job, state, code);
        });
    }
}

impl Drop for Noted<'_> {
    fn drop(&mut self) {
        self.change(|job| {
            if job.state.can_stop() {
                end(job, JobState::Stopped, JobLineCode::Stopped);
            }
        });
        // Pages of rows and looks at a file come and go; that there was one is of no interest afterwards.
        self.ledger.lock().retain(|each| {
            each.job.id != self.id
                || !matches!(each.job.kind, JobKind::ReadRows | JobKind::Survey)
                || each.job.state == JobState::Failed
        });
    }
}

fn end(job: &mut Job, state: JobState, code: JobLineCode) {
    job.state = state;
    job.ended_at = Some(now());
    job.progress = None;
    note(job, code, None);
}

fn hear(job: &mut Job, heard: Heard) {
    match heard {
        Heard::Began => {
            job.state = JobState::Running;
            job.began_at = Some(now());
            note(job, JobLineCode::Began, None);
        }
        Heard::Caged(cage) => {
            job.protection = Some(protection(cage));
            let code = if cage.is_whole() {
                JobLineCode::LockedIn
            } else {
                JobLineCode::NotLockedIn
            };
            note(job, code, None);
        }
        Heard::Progress(progress) => job.progress = Some(step_progress(progress)),
        Heard::Said(message) => note(job, JobLineCode::Said, Some(message)),
    }
}

fn note(job: &mut Job, code: JobLineCode, message: Option<String>) {
    // The last lines say how it ended.
    if job.log.len() >= LINES_MAX {
        job.log.remove(1);
    }
    let message = message.map(|text| text.chars().take(MESSAGE_MAX).collect());
    job.log.push(JobLine {
        at: now(),
        code,
        message,
    });
}

fn kind(job: &mesh_job::Job) -> JobKind {
    use mesh_job::Job as Asked;
    match job {
        Asked::Preview { .. } | Asked::ReadDocument { .. } => JobKind::Preview,
        Asked::Publish { .. } | Asked::PutBack { .. } => JobKind::WriteTable,
        Asked::Compare { .. } => JobKind::Compare,
        Asked::Check { .. } => JobKind::CheckTable,
        Asked::Profile { .. } => JobKind::Profile,
        Asked::Survey { .. } => JobKind::Survey,
        Asked::Rows { .. } => JobKind::ReadRows,
    }
}

fn protection(cage: Cage) -> Protection {
    Protection {
        files: cage.files,
        network: cage.network,
        calls: cage.calls,
    }
}

pub(crate) fn step_progress(progress: Progress) -> StepProgress {
    StepProgress {
        done: progress.done as i64,
        total: progress.total.map(|total| total as i64),
        unit: match progress.unit {
            Unit::Rows => StepUnit::Rows,
            Unit::Bytes => StepUnit::Bytes,
        },
    }
}
