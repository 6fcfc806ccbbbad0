//! A file that is to become a table.

use std::{
    fs::File,
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::SystemTime,
};

use datafusion::arrow::array::RecordBatch;
use mesh_job::{
    Column, ColumnNote, ColumnNoteCode, Failure, FailureCode, FileFormat, IntakeChoices,
    IntakeNote, IntakeQuestion, Offers, Unit,
};

use crate::{
    csv::{CsvTable, Keeper, Listed},
    failures::{from_io, unreadable},
    names::physical_names,
    opening::{self, Opened},
    parquet_file::ParquetTable,
    target::Target,
};

/// Columns a table may have.
pub(crate) const MOST_COLUMNS: usize = 2_000;

/// Batches of a table, cast to its targets.
pub(crate) type Batches = Box<dyn Iterator<Item = Result<RecordBatch, Failure>> + Send>;

/// A column with the type it is cast to.
#[derive(Debug, Clone)]
pub(crate) struct SourceColumn {
    pub(crate) column: Column,
    pub(crate) target: Target,
}

/// How much of a file was read; shared with the code that reads it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Meter(Arc<AtomicU64>);

impl Meter {
    pub(crate) fn add(&self, done: u64) {
        self.0.fetch_add(done, Ordering::Relaxed);
    }

    pub(crate) fn done(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }
}

/// Whether a file is judged by its beginning or by all of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Depth {
    Beginning,
    Whole,
}

/// How a file is to be read.
pub(crate) struct Reading<'a> {
    pub(crate) intake: &'a IntakeChoices,
    pub(crate) depth: Depth,
    /// Takes the rows that don't fit.
    pub(crate) keeper: Keeper,
}

/// A recognised file.
pub(crate) struct Source {
    pub(crate) format: FileFormat,
    /// How it is read, completed by what was recognised.
    pub(crate) intake: IntakeChoices,
    pub(crate) questions: Vec<IntakeQuestion>,
    pub(crate) offers: Offers,
    pub(crate) notes: Vec<IntakeNote>,
    /// The first of the lines above the table.
    pub(crate) skipped: Vec<String>,
    /// Rows that don't fit.
    pub(crate) rejects: Listed,
    pub(crate) columns: Vec<SourceColumn>,
    /// Number of rows, and whether they were counted.
    pub(crate) rows: (Option<u64>, bool),
    /// How much there is to read, in what unit.
    pub(crate) total: (u64, Unit),
    /// How often it is read in all.
    pub(crate) passes: u64,
    pub(crate) batches: Batches,
    stamp: Stamp,
}

/// What tells one state of a file from another.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Stamp {
    bytes: u64,
    modified: Option<SystemTime>,
}

impl Source {
    /// Opens and judges a file; `meter` runs while it is judged and while its
    /// batches are read.
    ///
    /// # Errors
    /// Every failure whose name begins with `file_`, and `too_many_columns`.
    pub(crate) fn open(
        path: &Path,
        file_name: &str,
        reading: &Reading<'_>,
        meter: &Meter,
        on_read: &(dyn Fn() + Sync),
    ) -> Result<Self, Failure> {
        let file = File::open(path).map_err(|error| from_io(&error))?;
        let stamp = Stamp::of(&file)?;
        let opened = opening::open(path, file_name, reading)?;
        let Opened {
            offers,
            notes,
            questions,
            ..
        } = opened;
        let Some(feed) = opened.feed else {
            let table = ParquetTable::open(file)?;
            return Ok(Self {
                format: FileFormat::Parquet,
                intake: IntakeChoices::default(),
                questions,
                offers,
                notes,
                skipped: Vec::new(),
                rejects: Listed::default(),
                columns: table.columns().to_vec(),
                rows: (Some(table.rows()), true),
                total: (table.rows(), Unit::Rows),
                passes: 1,
                batches: table.batches(meter)?,
                stamp,
            });
        };
        let table = CsvTable::open(
            feed,
            stamp.bytes,
            &opened.intake,
            reading.depth,
            meter,
            on_read,
        )?;
        Ok(Self {
            format: opened.format,
            batches: table.batches(meter, reading.keeper.clone())?,
            intake: table.choices,
            questions: questions.into_iter().chain(table.questions).collect(),
            offers,
            notes,
            skipped: table.skipped,
            rejects: table.rejects,
            columns: table.columns,
            rows: table.rows,
            total: (stamp.bytes, Unit::Bytes),
            passes: 2,
            stamp,
        })
    }

    /// Makes sure that the file is still the one that was judged.
    ///
    /// # Errors
    /// `file_vanished`.
    pub(crate) fn verify_unchanged(&self, path: &Path) -> Result<(), Failure> {
        let file = File::open(path).map_err(|error| from_io(&error))?;
        if Stamp::of(&file)? == self.stamp {
            Ok(())
        } else {
            Err(Failure::new(FailureCode::FileVanished))
        }
    }
}

impl Stamp {
    fn of(file: &File) -> Result<Self, Failure> {
        let found = file.metadata().map_err(|error| from_io(&error))?;
        Ok(Self {
            bytes: found.len(),
            modified: found.modified().ok(),
        })
    }
}

/// Names columns and says what changes; `typed` gives each header's target and
/// the note on its values.
///
/// # Errors
/// `too_many_columns`, or `file_unreadable` without any column.
pub(crate) fn name_columns(
    headers: &[String],
    typed: impl IntoIterator<Item = (Target, Option<ColumnNote>)>,
) -> Result<Vec<SourceColumn>, Failure> {
    if headers.is_empty() {
        return Err(unreadable("no_columns"));
    }
    if headers.len() > MOST_COLUMNS {
        return Err(Failure::new(FailureCode::TooManyColumns)
            .with("found", headers.len())
            .with("limit", MOST_COLUMNS));
    }
    let names = physical_names(headers.iter().map(String::as_str));
    let columns =
        names
            .into_iter()
            .zip(headers)
            .zip(typed)
            .map(|((name, header), (target, note))| {
                let renamed = || {
                    (name != *header).then(|| ColumnNote {
                        code: ColumnNoteCode::Renamed,
                        params: [("header".to_owned(), header.clone())].into(),
                    })
                };
                let note = note.or_else(renamed);
                SourceColumn {
                    column: Column {
                        name,
                        business_name: header.clone(),
                        column_type: target.column_type(),
                        physical_type: target.delta_name(),
                        description: String::new(),
                        note,
                    },
                    target,
                }
            });
    Ok(columns.collect())
}
