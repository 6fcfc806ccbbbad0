//! Parquet files.

mod cast;
mod footer;
mod table;
mod types;

pub(crate) use table::ParquetTable;
