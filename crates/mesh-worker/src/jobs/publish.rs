use std::{
    path::Path,
    sync::{Arc, Mutex, PoisonError},
};

use datafusion::arrow::{
    array::{BooleanArray, RecordBatch},
    compute::{filter_record_batch, not},
};
use deltalake::{kernel::Add, protocol::SaveMode};
use futures::TryStreamExt;
use mesh_job::{
    ColumnChange, ColumnChoice, ColumnDifference, Failure, FailureCode, IntakeChoices, Progress,
    Published, WriteMode,
};

use super::compact;
use crate::{
    checksum::{Tally, after},
    csv::{Keeper, Kept},
    delta::{
        DataFile, DataFiles, Location, NewVersion, Receipt, Version, commit, schema_of,
        write_operation,
    },
    failures::{from_chain, unreadable},
    source::{Depth, Meter, Reading, Source, SourceColumn},
    versions::{Bits, Compared, Layout, compare},
    voice::Voice,
};

/// What is to be published where.
pub(super) struct Order<'a> {
    pub(super) file: &'a Path,
    pub(super) file_name: &'a str,
    pub(super) intake: &'a IntakeChoices,
    pub(super) mode: &'a WriteMode,
    pub(super) base: Option<i64>,
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
        return Ok(compact::after(&location, (order.app_id, order.version), published).await);
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
    let base = base(&order, &location, newest.as_ref()).await?;
    let base = base.as_ref().or(newest.as_ref());
    let before = base.filter(|_| *order.mode != WriteMode::Replace);
    let matched = match (before, order.mode) {
        (Some(before), WriteMode::Merge { .. }) => matched(&order, before).await?,
        _ => Compared::default(),
    };
    let retyped = match (base, order.mode) {
        (Some(base), WriteMode::Replace) => retyped(&order, base)?,
        _ => Vec::new(),
    };
    let keeper: Keeper = Arc::new(Mutex::new(Some(Kept::at(order.rejects))));
    let reading = Reading {
        intake: order.intake,
        depth: Depth::Whole,
        keeper: Arc::clone(&keeper),
    };
    let mut source = Source::open(order.file, order.file_name, &reading, &meter, &judging)?;
    choose(&mut source.columns, order.choices)?;
    let layout = match (before, base) {
        (Some(before), _) => Some(Layout::of(&source.columns, before.columns())),
        (None, Some(base)) => {
            let layout = Layout::typed_as_before(&source.columns, base.columns(), &retyped);
            Some(layout).filter(Layout::changes)
        }
        (None, None) => None,
    };
    let columns = match &layout {
        None => source.columns.clone(),
        Some(layout) => {
            let gone = |one: &&ColumnDifference| one.change == ColumnChange::Gone;
            if let Some(gone) = layout.differences.iter().find(gone) {
                return Err(unreadable("columns_changed").with("column", &gone.business_name));
            }
            let mut columns = layout.columns.clone();
            reword(&mut columns, order.choices);
            columns
        }
    };
    let transaction = (order.app_id, order.version);
    let schema = schema_of(&columns);
    let mut files = DataFiles::start(&location, schema, newest.as_ref(), transaction)?;
    let names = columns.iter().map(|one| one.column.name.as_str());
    let mut rows = Rows {
        layout: layout.as_ref(),
        skipped: &matched.skipped,
        read: 0,
        came: Tally::new(names.clone()),
    };
    let mut gone = Tally::new(names);
    let mut kept = Vec::new();
    let written = async {
        if let Some(before) = before {
            kept = keep(before, &columns, &matched.replaced, &mut files, &mut gone).await?;
        }
        write(&mut source, &mut rows, &mut files, &meter, voice).await
    };
    if let Err(failure) = written.await {
        files.abandon();
        with_kept(&keeper, Kept::abandon);
        return Err(failure);
    }
    let aside = with_kept(&keeper, Kept::finish).unwrap_or(Ok(0));
    let whole = aside.and_then(|rejected| accounted(&source, rows.read, rejected));
    let adds = match (whole, files.finish().await) {
        (Ok(()), Ok(adds)) => adds,
        (Err(failure), _) | (_, Err(failure)) => {
            with_kept(&keeper, Kept::abandon);
            return Err(failure);
        }
    };
    source.verify_unchanged(order.file)?;
    let came = rows.came.finish();
    let summary = match before {
        None => came,
        Some(before) => after(
            &location.summary(before).await?,
            Some(&gone.finish()),
            &came,
        )?,
    };
    let receipt = Receipt {
        rejected: source.rejects.count,
        summary,
        size_bytes: adds.iter().map(size).sum::<u64>()
            + kept.iter().map(DataFile::bytes).sum::<u64>(),
        columns: columns.iter().map(|one| one.column.clone()).collect(),
    };
    let save = match order.mode {
        WriteMode::Append => SaveMode::Append,
        WriteMode::Replace | WriteMode::Merge { .. } => SaveMode::Overwrite,
    };
    let new = NewVersion {
        columns: &columns,
        kept,
        written: adds,
        operation: write_operation(save),
        data_change: true,
        receipt,
        transaction,
    };
    let published = commit(&location, newest.as_ref(), new).await?;
    Ok(compact::after(&location, (order.app_id, order.version), published).await)
}

/// The version on which the file's rows are put.
async fn base(
    order: &Order<'_>,
    location: &Location,
    newest: Option<&Version>,
) -> Result<Option<Version>, Failure> {
    match (order.base, newest) {
        (Some(base), Some(newest)) if i64::try_from(newest.number()?) != Ok(base) => {
            location.version(base).await.map(Some)
        }
        _ => Ok(None),
    }
}

/// Columns of a file whose values don't fit the types that the table gave them so far: a type stays as long as it
/// can, for whoever reads the table.
fn retyped(order: &Order<'_>, base: &Version) -> Result<Vec<usize>, Failure> {
    let source = anew(order)?;
    let layout = Layout::typed_as_before(&source.columns, base.columns(), &[]);
    let mut retyped = Vec::new();
    if !layout.changes() {
        return Ok(retyped);
    }
    for batch in source.batches {
        if let Err(misfits) = layout.fit(&batch?)? {
            retyped.extend(misfits.into_iter().map(|misfit| misfit.column));
        }
    }
    retyped.sort_unstable();
    retyped.dedup();
    Ok(retyped)
}

/// The file from its beginning, where rows that don't fit are passed over.
fn anew(order: &Order<'_>) -> Result<Source, Failure> {
    let reading = Reading {
        intake: order.intake,
        depth: Depth::Whole,
        keeper: Keeper::default(),
    };
    let meter = Meter::default();
    Source::open(order.file, order.file_name, &reading, &meter, &|| {})
}

/// What a merge makes of each row.
async fn matched(order: &Order<'_>, before: &Version) -> Result<Compared, Failure> {
    let matched = compare(&|| anew(order), before, order.mode).await?;
    if let Some(problem) = matched.told.key_problems.first() {
        // Whoever sees the product sees why a publication failed: the row is named, its values aren't.
        return Err(unreadable("key").with("row", problem.row));
    }
    Ok(matched)
}

/// Keeps the files of which every row stays; of the others the rows that stay are written again.
async fn keep(
    before: &Version,
    columns: &[SourceColumn],
    replaced: &Bits,
    files: &mut DataFiles,
    gone: &mut Tally,
) -> Result<Vec<DataFile>, Failure> {
    let mut kept = Vec::new();
    let mut first = 0;
    for file in before.files() {
        if !replaced.any(first..first + file.rows()) {
            kept.push(file.clone());
            first += file.rows();
            continue;
        }
        let mut batches = before.read_files(std::slice::from_ref(file), columns);
        while let Some(batch) = batches.try_next().await? {
            let rows = first..first + batch.num_rows() as u64;
            first = rows.end;
            let stays: BooleanArray = rows.map(|row| Some(!replaced.has(row))).collect();
            files.write(&filtered(&batch, &stays)?).await?;
            let goes = not(&stays).map_err(|error| from_chain(&error))?;
            gone.add(&filtered(&batch, &goes)?)?;
        }
    }
    Ok(kept)
}

fn filtered(batch: &RecordBatch, rows: &BooleanArray) -> Result<RecordBatch, Failure> {
    filter_record_batch(batch, rows).map_err(|error| from_chain(&error))
}

/// The file's rows on their way into the table.
struct Rows<'a> {
    layout: Option<&'a Layout>,
    /// Those that the table holds already.
    skipped: &'a Bits,
    read: u64,
    came: Tally,
}

impl Rows<'_> {
    /// What of a batch is written.
    fn take(&mut self, batch: RecordBatch) -> Result<RecordBatch, Failure> {
        let rows = self.read..self.read + batch.num_rows() as u64;
        self.read = rows.end;
        let batch = match self.layout {
            Some(layout) => layout.require(&batch)?,
            None => batch,
        };
        let batch = if self.skipped.any(rows.clone()) {
            let new: BooleanArray = rows.map(|row| Some(!self.skipped.has(row))).collect();
            filtered(&batch, &new)?
        } else {
            batch
        };
        self.came.add(&batch)?;
        Ok(batch)
    }
}

async fn write(
    source: &mut Source,
    rows: &mut Rows<'_>,
    files: &mut DataFiles,
    meter: &Meter,
    voice: &Voice,
) -> Result<(), Failure> {
    let (total, unit) = source.total;
    while let Some(batch) = source.batches.next().transpose()? {
        let batch = rows.take(batch)?;
        if batch.num_rows() > 0 {
            files.write(&batch).await?;
        }
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
    Ok(())
}

fn with_kept<T>(keeper: &Keeper, act: impl FnOnce(&mut Kept) -> T) -> Option<T> {
    let mut keeper = keeper.lock().unwrap_or_else(PoisonError::into_inner);
    keeper.as_mut().map(act)
}

/// Every row of the file was read for the table or is among the rows that are kept beside it.
fn accounted(source: &Source, read: u64, rejected: u64) -> Result<(), Failure> {
    let rows = source.rows.0.unwrap_or(read);
    if rows == read && rejected == source.rejects.count {
        Ok(())
    } else {
        Err(Failure::new(FailureCode::FileVanished))
    }
}

/// Gives the columns of a file the owner's names and words.
fn choose(columns: &mut [SourceColumn], choices: &[ColumnChoice]) -> Result<(), Failure> {
    let unknown =
        |choice: &&ColumnChoice| !columns.iter().any(|one| one.column.name == choice.name);
    if let Some(choice) = choices.iter().find(unknown) {
        return Err(unreadable("columns_changed").with("column", &choice.business_name));
    }
    reword(columns, choices);
    Ok(())
}

fn reword(columns: &mut [SourceColumn], choices: &[ColumnChoice]) {
    for one in columns {
        if let Some(choice) = choices.iter().find(|choice| choice.name == one.column.name) {
            one.column.business_name.clone_from(&choice.business_name);
            one.column.description.clone_from(&choice.description);
        }
    }
}

fn size(add: &Add) -> u64 {
    u64::try_from(add.size).unwrap_or(0)
}
