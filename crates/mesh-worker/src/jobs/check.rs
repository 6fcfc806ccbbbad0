use std::path::Path;

use futures::TryStreamExt;
use mesh_job::{Failure, Progress, TableSummary, Unit};

use crate::{
    checksum::{Tally, compare},
    delta::Location,
    voice::Voice,
};

/// Reads a version back and compares it with what was written.
pub(super) async fn run(
    table: &Path,
    delta_version: i64,
    expected: &TableSummary,
    voice: &Voice,
) -> Result<(), Failure> {
    let version = Location::find(table)?.version(delta_version).await?;
    let total = Some(version.rows());
    let mut tally = Tally::new(version.columns().iter().map(|one| one.column.name.as_str()));
    let mut batches = version.read(0, u64::MAX);
    while let Some(batch) = batches.try_next().await? {
        tally.add(&batch)?;
        voice.progress(Progress {
            done: tally.rows(),
            total,
            unit: Unit::Rows,
        });
    }
    compare(expected, &tally.finish())
}
