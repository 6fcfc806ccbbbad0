use std::path::Path;

use futures::TryStreamExt;
use mesh_job::{Failure, TableProfile};

use crate::delta::Location;

use super::check::profiler;

/// Tells what a version holds.
pub(super) async fn run(table: &Path, delta_version: i64) -> Result<TableProfile, Failure> {
    let version = Location::find(table)?.version(delta_version).await?;
    let mut profiler = profiler(&version);
    let mut batches = version.read(0, u64::MAX);
    while let Some(batch) = batches.try_next().await? {
        profiler.add(&batch);
    }
    Ok(profiler.finish())
}
