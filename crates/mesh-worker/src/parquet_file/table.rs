//! A Parquet file as a table.

use std::fs::File;

use datafusion::{
    arrow::{array::RecordBatch, datatypes::SchemaRef, error::ArrowError},
    parquet::{
        arrow::arrow_reader::{
            ArrowReaderMetadata, ArrowReaderOptions, ParquetRecordBatchReader,
            ParquetRecordBatchReaderBuilder,
        },
        errors::ParquetError,
    },
};
use mesh_job::{Failure, FailureCode};

use super::{cast::cast, footer, types::target_of};
use crate::{
    failures::{from_chain, from_io, unreadable},
    source::{Batches, Meter, SourceColumn, name_columns},
    target::arrow_schema,
};

/// Values in a batch; wide tables get fewer rows.
const BATCH_CELLS: usize = 256 * 1024;

/// A Parquet file whose metadata is known.
pub(crate) struct ParquetTable {
    file: File,
    metadata: ArrowReaderMetadata,
    columns: Vec<SourceColumn>,
}

impl ParquetTable {
    /// Reads a file's metadata.
    ///
    /// # Errors
    /// `file_truncated`, `file_unreadable`, `too_many_columns`.
    pub(crate) fn open(mut file: File) -> Result<Self, Failure> {
        footer::check(&mut file)?;
        let metadata = ArrowReaderMetadata::load(&file, ArrowReaderOptions::new())
            .map_err(|error| damaged(&error))?;
        let fields = metadata.schema().fields();
        let headers: Vec<String> = fields.iter().map(|field| field.name().clone()).collect();
        let typed = fields.iter().map(|field| target_of(field.data_type()));
        let columns = name_columns(&headers, typed)?;
        Ok(Self {
            file,
            metadata,
            columns,
        })
    }

    pub(crate) fn columns(&self) -> &[SourceColumn] {
        &self.columns
    }

    pub(crate) fn rows(&self) -> u64 {
        let groups = self.metadata.metadata().row_groups();
        groups
            .iter()
            .map(|group| u64::try_from(group.num_rows()).unwrap_or(0))
            .sum()
    }

    /// The rows, from the first.
    pub(crate) fn batches(&self, meter: &Meter) -> Result<Batches, Failure> {
        let file = self.file.try_clone().map_err(|error| from_io(&error))?;
        let rows = (BATCH_CELLS / self.columns.len().max(1)).clamp(64, 8 * 1024);
        let reader =
            ParquetRecordBatchReaderBuilder::new_with_metadata(file, self.metadata.clone())
                .with_batch_size(rows)
                .build()
                .map_err(|error| damaged(&error))?;
        let schema = arrow_schema(
            self.columns
                .iter()
                .map(|one| (one.column.name.as_str(), one.target)),
        );
        Ok(Box::new(Rows {
            reader,
            columns: self.columns.clone(),
            schema,
            meter: meter.clone(),
        }))
    }
}

struct Rows {
    reader: ParquetRecordBatchReader,
    columns: Vec<SourceColumn>,
    schema: SchemaRef,
    meter: Meter,
}

impl Iterator for Rows {
    type Item = Result<RecordBatch, Failure>;

    fn next(&mut self) -> Option<Self::Item> {
        let batch = match self.reader.next()? {
            Ok(batch) => batch,
            Err(error) => return Some(Err(damaged_values(&error))),
        };
        self.meter.add(batch.num_rows() as u64);
        Some(self.cast(&batch))
    }
}

impl Rows {
    fn cast(&self, batch: &RecordBatch) -> Result<RecordBatch, Failure> {
        let mut columns = Vec::with_capacity(self.columns.len());
        for (values, one) in batch.columns().iter().zip(&self.columns) {
            columns.push(cast(values, one.target).map_err(|error| {
                eprintln!("cannot cast: {error}");
                unreadable("value_range").with("column", &one.column.business_name)
            })?);
        }
        RecordBatch::try_new(self.schema.clone(), columns).map_err(|error| from_chain(&error))
    }
}

/// What it means that Parquet cannot be read; an error of the disk keeps its own meaning.
fn damaged(error: &ParquetError) -> Failure {
    eprintln!("cannot read Parquet: {error}");
    meaning(from_chain(error), matches!(error, ParquetError::EOF(_)))
}

fn damaged_values(error: &ArrowError) -> Failure {
    eprintln!("cannot read Parquet: {error}");
    meaning(from_chain(error), false)
}

fn meaning(cause: Failure, ended: bool) -> Failure {
    match cause.code {
        FailureCode::WorkerFailed if ended => Failure::new(FailureCode::FileTruncated),
        FailureCode::WorkerFailed => unreadable("damaged"),
        _ => cause,
    }
}
