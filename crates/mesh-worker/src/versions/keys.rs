//! Rows and keys as numbers of 128 bits.

use std::{
    collections::HashMap,
    hash::{BuildHasherDefault, Hasher, RandomState},
};

use datafusion::arrow::{
    array::{ArrayRef, RecordBatch},
    row::{RowConverter, SortField},
};
use mesh_job::Failure;
use twox_hash::XxHash64;

use crate::failures::from_chain;

/// By the hash of a row or key.
pub(super) type ByHash<T> = HashMap<u128, T, BuildHasherDefault<Same>>;

/// What is a hash already needs no other.
#[derive(Default)]
pub(super) struct Same(u64);

impl Hasher for Same {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(*byte);
        }
    }

    fn write_u128(&mut self, hash: u128) {
        // The lower half decides in which pass a row is looked at.
        self.0 = (hash >> 64) as u64;
    }
}

/// Seeds that no file can know.
#[derive(Clone, Copy)]
pub(super) struct Seeds(u64, u64);

impl Seeds {
    pub(super) fn new() -> Self {
        use std::hash::BuildHasher;
        Self(
            RandomState::new().hash_one(1_u8),
            RandomState::new().hash_one(2_u8),
        )
    }
}

/// Hashes some columns of each row.
pub(super) struct RowHashes {
    columns: Vec<usize>,
    converter: RowConverter,
    seeds: Seeds,
}

impl RowHashes {
    /// Of these columns of batches of this schema.
    pub(super) fn new(
        batch: &RecordBatch,
        columns: Vec<usize>,
        seeds: Seeds,
    ) -> Result<Self, Failure> {
        let fields = columns
            .iter()
            .map(|at| SortField::new(batch.schema().field(*at).data_type().clone()));
        Ok(Self {
            converter: RowConverter::new(fields.collect()).map_err(|error| from_chain(&error))?,
            columns,
            seeds,
        })
    }

    pub(super) fn of(&self, batch: &RecordBatch) -> Result<Vec<u128>, Failure> {
        let columns: Vec<ArrayRef> = self
            .columns
            .iter()
            .map(|at| batch.column(*at).clone())
            .collect();
        let rows = self
            .converter
            .convert_columns(&columns)
            .map_err(|error| from_chain(&error))?;
        let Seeds(one, other) = self.seeds;
        Ok(rows
            .iter()
            .map(|row| {
                let bytes: &[u8] = row.as_ref();
                let high = u128::from(XxHash64::oneshot(one, bytes)) << 64;
                high | u128::from(XxHash64::oneshot(other, bytes))
            })
            .collect())
    }
}
