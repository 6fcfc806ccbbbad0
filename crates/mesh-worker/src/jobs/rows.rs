use std::path::Path;

use futures::TryStreamExt;
use mesh_job::{Failure, RowPage};

use crate::{delta::Location, display};

/// Reads a page of a version's rows.
pub(super) async fn run(
    table: &Path,
    delta_version: i64,
    offset: u64,
    limit: usize,
) -> Result<RowPage, Failure> {
    let version = Location::find(table)?.version(delta_version).await?;
    let batches: Vec<_> = version.read(offset, limit as u64).try_collect().await?;
    Ok(RowPage {
        columns: version
            .columns()
            .iter()
            .map(|one| one.column.clone())
            .collect(),
        rows: display::rows(&batches)?,
        offset,
        row_count: version.rows(),
    })
}
