use std::{
    path::Path,
    sync::{Arc, Mutex, PoisonError},
};

use deltalake::kernel::Add;
use mesh_job::{
    ColumnChoice, Failure, FailureCode, IntakeChoices, Progress, Published, TableSummary,
};

use crate::{
    checksum::Tally,
    csv::{Keeper, Kept},
    delta::{DataFiles, Location, Receipt, commit},
    failures::unreadable,
    source::{Depth, Meter, Reading, Source, SourceColumn},
    target::arrow_schema,
    voice::Voice,
};

/// What is to be published where.
pub(super) struct Order<'a> {
    pub(super) file: &'a Path,
    pub(super) file_name: &'a str,
    pub(super) intake: &'a IntakeChoices,
    pub(super) rejects: &'a Path,
    pub(super) choices: &'a [ColumnChoice],
    pub(super) table: &'a Path,
    pub(super) app_id: &'a str,
    pub(super) version: i64,
}

/// Writes a file's rows as a new version of a table, or finds the version that
/// an interrupted attempt committed.
pub(super) async fn run(order: Order<'_>, voice: &Voice) -> Result<Published, Failure> {
    let location = Location::of(order.table)?;
    let newest = location.newest().await?;
    if let Some(newest) = &newest
        && let Some(published) = location
            .committed(newest, order.app_id, order.version)
            .await?
    {
        return Ok(published);
    }
    let meter = Meter::default();
    let judging = || {
        let total = order.file.metadata().map_or(0, |found| found.len());
        let progress = Progress {
            done: meter.done() / 2,
            total: Some(total),
            unit: mesh_job::Unit::Bytes,
        };
        voice.progress(progress);
    };
    let keeper: Keeper = Arc::new(Mutex::new(Some(Kept::at(order.rejects))));
    let reading = Reading {
        intake: order.intake,
        depth: Depth::Whole,
        keeper: Arc::clone(&keeper),
    };
    let mut source = Source::open(order.file, order.file_name, &reading, &meter, &judging)?;
    choose(&mut source.columns, order.choices)?;
    let schema = arrow_schema(
        source
            .columns
            .iter()
            .map(|one| (one.column.name.as_str(), one.target)),
    );
    let mut files = DataFiles::start(&location, schema, order.app_id, order.version)?;
    let summary = match write(&mut source, &mut files, &meter, voice).await {
        Ok(summary) => summary,
        Err(failure) => {
            files.abandon();
            with_kept(&keeper, Kept::abandon);
            return Err(failure);
        }
    };
    let kept = with_kept(&keeper, Kept::finish).unwrap_or(Ok(0));
    let whole = kept.and_then(|rejected| accounted(&source, &summary, rejected));
    let adds = match (whole, files.finish().await) {
        (Ok(()), Ok(adds)) => adds,
        (Err(failure), _) | (_, Err(failure)) => {
            with_kept(&keeper, Kept::abandon);
            return Err(failure);
        }
    };
    source.verify_unchanged(order.file)?;
    let receipt = Receipt {
        rejected: source.rejects.count,
        summary,
        size_bytes: adds.iter().map(size).sum(),
        columns: source
            .columns
            .iter()
            .map(|one| one.column.clone())
            .collect(),
    };
    let transaction = (order.app_id, order.version);
    commit(
        &location,
        newest.as_ref(),
        &source.columns,
        adds,
        receipt,
        transaction,
    )
    .await
}

async fn write(
    source: &mut Source,
    files: &mut DataFiles,
    meter: &Meter,
    voice: &Voice,
) -> Result<TableSummary, Failure> {
    let mut tally = Tally::new(source.columns.iter().map(|one| one.column.name.as_str()));
    let (total, unit) = source.total;
    while let Some(batch) = source.batches.next().transpose()? {
        tally.add(&batch)?;
        files.write(&batch).await?;
        let done = (meter.done() / source.passes).min(total);
        voice.progress(Progress {
            done,
            total: Some(total),
            unit,
        });
    }
    voice.progress(Progress {
        done: total,
        total: Some(total),
        unit,
    });
    Ok(tally.finish())
}

fn with_kept<T>(keeper: &Keeper, act: impl FnOnce(&mut Kept) -> T) -> Option<T> {
    let mut keeper = keeper.lock().unwrap_or_else(PoisonError::into_inner);
    keeper.as_mut().map(act)
}

/// Every row of the file is in the table or among the rows that are kept beside it.
fn accounted(source: &Source, summary: &TableSummary, rejected: u64) -> Result<(), Failure> {
    let rows = source.rows.0.unwrap_or(summary.row_count);
    if rows == summary.row_count && rejected == source.rejects.count {
        Ok(())
    } else {
        Err(Failure::new(FailureCode::FileVanished))
    }
}

/// Gives the columns the owner's names and words.
fn choose(columns: &mut [SourceColumn], choices: &[ColumnChoice]) -> Result<(), Failure> {
    for choice in choices {
        let chosen = columns
            .iter_mut()
            .find(|one| one.column.name == choice.name);
        let Some(chosen) = chosen else {
            return Err(unreadable("columns_changed").with("column", &choice.business_name));
        };
        chosen
            .column
            .business_name
            .clone_from(&choice.business_name);
        chosen.column.description.clone_from(&choice.description);
    }
    Ok(())
}

fn size(add: &Add) -> u64 {
    u64::try_from(add.size).unwrap_or(0)
}
