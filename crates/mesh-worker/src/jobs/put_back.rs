use std::path::Path;

use deltalake::protocol::DeltaOperation;
use mesh_job::{Failure, Published};

use crate::delta::{Location, NewVersion, Receipt, commit};

/// Makes a version that holds what an earlier one held: its files are still
/// there, so nothing is written but the log.
pub(super) async fn run(
    table: &Path,
    delta_version: i64,
    transaction: (&str, i64),
) -> Result<Published, Failure> {
    let location = Location::find(table)?;
    let newest = location.version_newest().await?;
    let (app_id, version) = transaction;
    if let Some(published) = location.committed(&newest, app_id, version).await? {
        return Ok(published);
    }
    let earlier = location.version(delta_version).await?;
    let number = earlier.number()?;
    let columns = earlier.columns();
    let told = location.receipt(number).await?;
    let receipt = Receipt {
        summary: location.summary(&earlier).await?,
        size_bytes: earlier.files().iter().map(|file| file.bytes()).sum(),
        columns: told.map_or_else(
            || columns.iter().map(|one| one.column.clone()).collect(),
            |told| told.columns,
        ),
        rejected: 0,
    };
    let new = NewVersion {
        columns,
        kept: earlier.files().to_vec(),
        written: Vec::new(),
        operation: DeltaOperation::Restore {
            version: Some(number),
            datetime: None,
        },
        data_change: true,
        receipt,
        transaction,
    };
    commit(&location, Some(&newest), new).await
}
