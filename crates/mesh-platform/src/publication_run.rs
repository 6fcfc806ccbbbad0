//! Running a publication: each step is idempotent and recorded, so that it can be cut off anywhere.

use std::{
    path::PathBuf,
    sync::{Arc, Mutex},
    time::Duration,
};

use mesh_job::{Job, Output, Progress, Published};
use mesh_model::{
    AuditAction, ChangeType, Publication, PublicationFailure, PublicationId, PublicationState,
    QualityRule, StepCode, StepProgress, StepState, with_marks,
};
use mesh_store::{NewVersion, PublicationRecord, Tx};
use serde_json::Value;
use tokio::task::AbortHandle;

use crate::{
    Platform, Refusal,
    clock::now,
    comparisons, intake, job,
    jobs::{About, step_progress},
    news, profiles, quality,
    recording::Recording,
};

const WRITE_DEADLINE: Duration = Duration::from_secs(60 * 60);
const CHECK_DEADLINE: Duration = Duration::from_secs(30 * 60);
const FIRST_PAUSE: Duration = Duration::from_millis(200);
const LONGEST_PAUSE: Duration = Duration::from_secs(5);
/// Each publication has its own id in the Delta log's application transactions, so that it writes once.
const ONLY_WRITE: i64 = 1;

/// A publication that runs in this process.
pub(crate) struct Running {
    task: AbortHandle,
    pub(crate) progress: Arc<Mutex<Option<StepProgress>>>,
}

/// Begins to run a publication, unless it runs already.
pub(crate) async fn begin(platform: &Platform, id: PublicationId) {
    let mut running = platform.shared.running.lock().await;
    if running.contains_key(&id) {
        return;
    }
    let progress = Arc::new(Mutex::new(None));
    let task = {
        let (platform, progress) = (platform.clone(), progress.clone());
        async move {
            if let Err(refusal) = run(&platform, id, &progress).await {
                tracing::warn!(publication = %id, error = %refusal, "a publication failed");
                record_failure(&platform, id, failure(&refusal)).await;
            }
            platform.shared.running.lock().await.remove(&id);
        }
    };
    let mut tasks = platform.shared.tasks.lock().await;
    while tasks.try_join_next().is_some() {}
    running.insert(
        id,
        Running {
            task: tasks.spawn(task),
            progress,
        },
    );
}

/// Stops running a publication; its worker is killed.
pub(crate) async fn end(platform: &Platform, id: PublicationId) {
    if let Some(running) = platform.shared.running.lock().await.remove(&id) {
        running.task.abort();
    }
}

async fn run(
    platform: &Platform,
    id: PublicationId,
    progress: &Arc<Mutex<Option<StepProgress>>>,
) -> Result<(), Refusal> {
    let record = platform
        .store
        .read()
        .await?
        .publication(id)
        .await?
        .ok_or(Refusal::NotFound)?;
    let table = platform
        .shared
        .folder
        .table(record.publication.data_product_id, "default");
    let rejects = platform.shared.folder.rejects(
        record.publication.data_product_id,
        "default",
        record.publication.version_number,
    );
    let report = {
        let progress = progress.clone();
        move |now: Progress| {
            *progress
                .lock()
                .unwrap_or_else(std::sync::PoisonError::into_inner) = Some(step_progress(now));
        }
    };

    let written = match record.written.clone() {
        Some(written) => parse(written)?,
        None => {
            begin_step(platform, id, StepCode::WriteTable).await?;
            let job = write_job(platform, &record, table.clone(), rejects).await?;
            let about = about(platform, &record).await?;
            let written = match platform
                .work(about, job, WRITE_DEADLINE, report.clone())
                .await?
            {
                Output::Published(written) => written,
                other => return Err(job::unexpected(&other)),
            };
            let kept = serde_json::to_value(&written)
                .map_err(|error| Refusal::Internal(error.to_string()))?;
            end_step(platform, id, StepCode::WriteTable, Some(kept)).await?;
            written
        }
    };

    begin_step(platform, id, StepCode::CheckTable).await?;
    let rules = rules(platform, &record).await?;
    let check = Job::Check {
        table,
        delta_version: written.delta_version,
        expected: written.summary.clone(),
        demands: quality::demands(&rules),
    };
    let about = about(platform, &record).await?;
    let (profile, quality) = match platform.work(about, check, CHECK_DEADLINE, report).await? {
        Output::Checked(found) => {
            if let Some((first, broken)) = quality::blocking(&rules, &found.outcomes) {
                let column = first
                    .demand
                    .columns()
                    .first()
                    .map(|name| (*name).to_owned());
                return Err(Refusal::RulesBroken { broken, column });
            }
            (
                profiles::kept(&found.profile)?,
                (rules, quality::kept(&found.outcomes)?),
            )
        }
        other => return Err(job::unexpected(&other)),
    };
    end_step(platform, id, StepCode::CheckTable, None).await?;

    let file_name = file_name(platform, &record).await?;
    activate(platform, id, written, profile, quality, file_name).await?;
    if record.publication.put_back.is_some() {
        return Ok(());
    }
    match platform
        .uploads()
        .forget(record.started_by, record.upload)
        .await
    {
        Ok(()) | Err(Refusal::NotFound) => Ok(()),
        Err(error) => {
            tracing::warn!(%error, "a published file's upload could not be removed");
            Ok(())
        }
    }
}

/// What writes the version: rows of a file, or what an earlier version held.
async fn write_job(
    platform: &Platform,
    record: &PublicationRecord,
    table: PathBuf,
    rejects: PathBuf,
) -> Result<Job, Refusal> {
    let product = record.publication.data_product_id;
    let app_id = record.publication.id.to_string();
    let versions = platform
        .store
        .read()
        .await?
        .product_versions(product)
        .await?;
    if let Some(number) = record.publication.put_back {
        let earlier = versions
            .iter()
            .find(|known| known.version.number == number)
            .ok_or(Refusal::NotFound)?;
        return Ok(Job::PutBack {
            table,
            delta_version: earlier.delta_version,
            app_id,
            version: ONLY_WRITE,
        });
    }
    Ok(Job::Publish {
        file: platform.shared.folder.upload(record.upload),
        file_name: file_name(platform, record).await?,
        intake: intake::choices(record.intake.clone()),
        mode: comparisons::mode(&record.publication.how),
        // The current version is the newest one: no other may be published meanwhile.
        base: versions.first().map(|newest| newest.delta_version),
        rejects,
        columns: record.columns.iter().map(job::choice).collect(),
        table,
        app_id,
        version: ONLY_WRITE,
    })
}

/// What is promised of the version: what was said for it, or else what the version before or put back promises.
pub(crate) async fn rules(
    platform: &Platform,
    record: &PublicationRecord,
) -> Result<Vec<QualityRule>, Refusal> {
    let mut read = platform.store.read().await?;
    if let Some(said) = read.publication_rules(record.publication.id).await? {
        return Ok(said);
    }
    let product = read
        .data_product(record.publication.data_product_id)
        .await?
        .ok_or(Refusal::NotFound)?;
    // What is put back keeps what was promised of it.
    let current = product.current_version.map(|version| version.number);
    let Some(number) = record.publication.put_back.or(current) else {
        return Ok(Vec::new());
    };
    let kept = read.product_rules(product.id, number).await?;
    Ok(kept.map(|(rules, _)| rules).unwrap_or_default())
}

async fn about(platform: &Platform, record: &PublicationRecord) -> Result<About, Refusal> {
    let mut read = platform.store.read().await?;
    let person = read.person(record.started_by).await?;
    let by = crate::Principal::from(&person.ok_or(Refusal::NotFound)?);
    let publication = &record.publication;
    let (name, slug) = (
        &publication.data_product_name,
        &publication.data_product_slug,
    );
    Ok(About::product(by.person_ref(), name, slug))
}

/// The file from which the version comes, whether now or when it was first published.
async fn file_name(platform: &Platform, record: &PublicationRecord) -> Result<String, Refusal> {
    if let Some(number) = record.publication.put_back {
        let product = record.publication.data_product_id;
        let versions = platform
            .store
            .read()
            .await?
            .product_versions(product)
            .await?;
        let earlier = versions
            .into_iter()
            .find(|known| known.version.number == number);
        return earlier
            .map(|known| known.version.file_name)
            .ok_or(Refusal::NotFound);
    }
    let upload = platform
        .store
        .read()
        .await?
        .upload(record.started_by, record.upload)
        .await?;
    upload
        .map(|upload| upload.file_name)
        .ok_or_else(|| mesh_job::Failure::new(mesh_job::FailureCode::FileVanished).into())
}

async fn begin_step(platform: &Platform, id: PublicationId, code: StepCode) -> Result<(), Refusal> {
    record(
        platform,
        id,
        move |publication| set(publication, code, StepState::Running),
        None,
    )
    .await
}

async fn end_step(
    platform: &Platform,
    id: PublicationId,
    code: StepCode,
    written: Option<Value>,
) -> Result<(), Refusal> {
    record(
        platform,
        id,
        move |publication| set(publication, code, StepState::Done),
        written,
    )
    .await
}

fn set(publication: &mut Publication, code: StepCode, state: StepState) {
    for step in publication
        .steps
        .iter_mut()
        .filter(|step| step.code == code)
    {
        step.state = state;
        step.progress = None;
    }
}

/// Records a step of a publication that is still meant to run.
async fn record(
    platform: &Platform,
    id: PublicationId,
    change: impl Fn(&mut Publication) + Send + Sync + 'static,
    written: Option<Value>,
) -> Result<(), Refusal> {
    let change = Arc::new(change);
    platform
        .store
        .write(move |tx| {
            let (change, written) = (change.clone(), written.clone());
            Box::pin(async move {
                let record = running(tx, id).await?;
                let mut publication = record.publication;
                change(&mut publication);
                tx.record_publication(&publication, written.or(record.written).as_ref())
                    .await?;
                tx.tell(
                    ChangeType::PublicationUpdated,
                    id.0,
                    publication.revision + 1,
                    now(),
                )
                .await?;
                Ok::<_, Refusal>(())
            })
        })
        .await
}

async fn running(tx: &mut Tx, id: PublicationId) -> Result<PublicationRecord, Refusal> {
    let record = tx.read().publication(id).await?.ok_or(Refusal::NotFound)?;
    if record.publication.state == PublicationState::Running {
        Ok(record)
    } else {
        Err(Refusal::Conflict("publication_ended"))
    }
}

/// Makes the written version the product's current one; this alone makes it visible.
async fn activate(
    platform: &Platform,
    id: PublicationId,
    written: Published,
    profile: Value,
    quality: (Vec<QualityRule>, Value),
    file_name: String,
) -> Result<(), Refusal> {
    platform
        .store
        .write(move |tx| {
            let (written, profile, file_name) =
                (written.clone(), profile.clone(), file_name.clone());
            let (rules, outcomes) = quality.clone();
            Box::pin(async move {
                let record = running(tx, id).await?;
                let before = tx
                    .read()
                    .data_product(record.publication.data_product_id)
                    .await?
                    .ok_or(Refusal::NotFound)?;
                let at = now();
                let version = NewVersion {
                    product: before.id,
                    number: record.publication.version_number,
                    delta_version: written.delta_version,
                    row_count: written.summary.row_count as i64,
                    size_bytes: written.size_bytes as i64,
                    columns: with_marks(
                        written.columns.into_iter().map(job::column).collect(),
                        &record.columns,
                        &before.output_port.columns,
                    ),
                    file_name,
                    intake: record.intake,
                    rejected_count: written.rejected as i64,
                    how: record.publication.how.clone(),
                    put_back: record.publication.put_back,
                    published_at: at,
                    published_by: record.started_by,
                };
                tx.publish_version(&version, before.lifecycle.published())
                    .await?;
                tx.keep_product_profile(before.id, version.number, &profile)
                    .await?;
                if !rules.is_empty() {
                    tx.keep_product_rules(before.id, version.number, &rules, &outcomes)
                        .await?;
                }
                let mut publication = record.publication;
                for step in &mut publication.steps {
                    step.state = StepState::Done;
                    step.progress = None;
                }
                publication.state = PublicationState::Succeeded;
                publication.finished_at = Some(at);
                tx.record_publication(&publication, record.written.as_ref())
                    .await?;
                let after = tx
                    .read()
                    .data_product(before.id)
                    .await?
                    .ok_or(Refusal::NotFound)?;
                let publisher = tx
                    .read()
                    .person(record.started_by)
                    .await?
                    .ok_or(Refusal::NotFound)?;
                let action = match publication.put_back {
                    Some(_) => AuditAction::PutBackVersion,
                    None => AuditAction::PublishVersion,
                };
                Recording::of(action, after.id.0)
                    .before(&before)
                    .after(&after)
                    .tell(ChangeType::DataProductUpdated, after.revision)
                    .news(news::of_version(&after, publication.version_number))
                    .write(tx, Some(&crate::Principal::from(&publisher)), at)
                    .await?;
                tx.tell(
                    ChangeType::PublicationUpdated,
                    id.0,
                    publication.revision + 1,
                    at,
                )
                .await?;
                Ok::<_, Refusal>(())
            })
        })
        .await
}

/// Records a failure, once the database can be written: what stopped the publication, such as a full disk, may keep
/// that from being written down too, and nobody could resume what seems to run.
async fn record_failure(platform: &Platform, id: PublicationId, failure: PublicationFailure) {
    let mut pause = FIRST_PAUSE;
    while let Err(error) = fail(platform, id, failure.clone()).await {
        tracing::error!(publication = %id, %error, "a failed publication could not be recorded yet");
        tokio::time::sleep(pause).await;
        pause = (pause * 2).min(LONGEST_PAUSE);
    }
}

async fn fail(
    platform: &Platform,
    id: PublicationId,
    failure: PublicationFailure,
) -> Result<(), Refusal> {
    platform
        .store
        .write(move |tx| {
            let failure = failure.clone();
            Box::pin(async move {
                let record = match running(tx, id).await {
                    Ok(record) => record,
                    // It was cancelled, or is gone with its product: there is nothing to record.
                    Err(Refusal::Conflict(_) | Refusal::NotFound) => return Ok(()),
                    Err(other) => return Err(other),
                };
                let mut publication = record.publication;
                publication.state = PublicationState::Failed;
                publication.failure = Some(failure);
                publication.finished_at = Some(now());
                let stopped = publication
                    .steps
                    .iter_mut()
                    .find(|step| step.state != StepState::Done);
                if let Some(step) = stopped {
                    step.state = StepState::Failed;
                }
                tx.record_publication(&publication, record.written.as_ref())
                    .await?;
                publication.revision += 1;
                let product = tx
                    .read()
                    .data_product(publication.data_product_id)
                    .await?
                    .ok_or(Refusal::NotFound)?;
                let news = news::of_failure(&product, &publication, record.started_by);
                Recording::of(AuditAction::FailPublication, id.0)
                    .after(&publication)
                    .tell(ChangeType::PublicationUpdated, publication.revision)
                    .news(news)
                    .write(tx, None, now())
                    .await
            })
        })
        .await
}

fn failure(refusal: &Refusal) -> PublicationFailure {
    use mesh_model::{Params, ProblemCode};
    let code = match refusal {
        Refusal::Job(failure) => return job::problem(failure),
        Refusal::RulesBroken { broken, column } => {
            let mut params = Params::from([("broken".to_owned(), (*broken).into())]);
            params.extend(
                column
                    .clone()
                    .map(|name| ("column".to_owned(), name.into())),
            );
            return PublicationFailure {
                code: ProblemCode::RulesBroken,
                params,
            };
        }
        Refusal::StorageFull => ProblemCode::StorageFull,
        Refusal::StorageFailed(_) | Refusal::Folder(_) => ProblemCode::StorageFailed,
        _ => ProblemCode::Internal,
    };
    PublicationFailure {
        code,
        params: Params::new(),
    }
}

fn parse(written: Value) -> Result<Published, Refusal> {
    serde_json::from_value(written).map_err(|error| Refusal::Internal(error.to_string()))
}
