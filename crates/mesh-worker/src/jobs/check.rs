use std::path::Path;

use datafusion::arrow::datatypes::DataType;
use futures::TryStreamExt;
use mesh_job::{Checked, Demand, Failure, Progress, TableSummary, Unit};
use mesh_profile::Profiler;

use crate::{
    checksum::{Tally, compare},
    delta::{Location, Version},
    demands::Demands,
    voice::Voice,
};

/// Reads a version back, compares it with what was written and tells what it holds.
pub(super) async fn run(
    table: &Path,
    delta_version: i64,
    expected: &TableSummary,
    demands: &[Demand],
    voice: &Voice,
) -> Result<Checked, Failure> {
    let version = Location::find(table)?.version(delta_version).await?;
    let total = Some(version.rows());
    let mut tally = Tally::new(version.columns().iter().map(|one| one.column.name.as_str()));
    let mut profiler = profiler(&version);
    let mut demands = Demands::new(demands, &described(&version));
    let mut batches = version.read(0, u64::MAX);
    while let Some(batch) = batches.try_next().await? {
        tally.add(&batch)?;
        profiler.add(&batch);
        demands.add(&batch)?;
        voice.progress(Progress {
            done: tally.rows(),
            total,
            unit: Unit::Rows,
        });
    }
    compare(expected, &tally.finish())?;
    Ok(Checked {
        profile: profiler.finish(),
        outcomes: demands.finish(),
    })
}

/// For a version's columns, as [`Version::read`] gives them.
pub(super) fn profiler(version: &Version) -> Profiler {
    Profiler::new(&described(version))
}

fn described(version: &Version) -> Vec<(&str, &str, DataType)> {
    let columns = version.columns().iter().map(|one| {
        let (name, header) = (one.column.name.as_str(), one.column.business_name.as_str());
        (name, header, one.target.arrow())
    });
    columns.collect()
}
