//! A table's columns, batch by batch.

use arrow_array::RecordBatch;
use arrow_schema::DataType;
use mesh_job::TableProfile;

use crate::{bounds::Bounds, column::ColumnState};

/// Takes in batches of one schema and tells what they hold.
#[derive(Debug, Clone)]
pub struct Profiler {
    rows: u64,
    columns: Vec<ColumnState>,
}

impl Profiler {
    /// For columns with their physical name, the owner's header and their type.
    #[must_use]
    pub fn new(columns: &[(&str, &str, DataType)]) -> Self {
        let bounds = Bounds::of(columns.len());
        Self {
            rows: 0,
            columns: columns
                .iter()
                .map(|(name, header, data_type)| ColumnState::new(name, header, data_type, bounds))
                .collect(),
        }
    }

    /// Takes in a batch whose columns stand in the order of [`Self::new`].
    pub fn add(&mut self, batch: &RecordBatch) {
        self.rows += batch.num_rows() as u64;
        for (values, column) in batch.columns().iter().zip(&mut self.columns) {
            column.add(values);
        }
    }

    /// Takes in what another profiler of the same columns took in.
    pub fn merge(&mut self, other: Self) {
        self.rows += other.rows;
        for (column, other) in self.columns.iter_mut().zip(other.columns) {
            column.merge(other);
        }
    }

    /// What the columns hold and mean.
    #[must_use]
    pub fn finish(self) -> TableProfile {
        TableProfile {
            row_count: self.rows,
            columns: self.columns.into_iter().map(ColumnState::finish).collect(),
        }
    }
}
