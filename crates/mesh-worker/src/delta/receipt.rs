//! What a publication leaves in the log, so that one that was interrupted
//! after its commit is found again.

use futures::TryStreamExt;
use mesh_job::{Column, Failure, FailureCode, Published, TableSummary};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::open::{Location, Version};
use crate::{checksum::Tally, failures::from_chain};

/// Where a receipt stands in a commit's information.
pub(super) const KEY: &str = "selvedge";

/// What was handed to the writer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Receipt {
    pub(crate) summary: TableSummary,
    pub(crate) size_bytes: u64,
    pub(crate) columns: Vec<Column>,
    /// Rows of the file that are not in the table.
    #[serde(default)]
    pub(crate) rejected: u64,
}

impl Receipt {
    pub(crate) fn published(self, delta_version: i64) -> Published {
        Published {
            summary: self.summary,
            delta_version,
            size_bytes: self.size_bytes,
            columns: self.columns,
            rejected: self.rejected,
        }
    }
}

impl Location {
    /// The publication `version` of `app_id`, if it was committed.
    ///
    /// # Errors
    /// `worker_failed` with `superseded` where only a later one was.
    pub(crate) async fn committed(
        &self,
        newest: &Version,
        app_id: &str,
        version: i64,
    ) -> Result<Option<Published>, Failure> {
        let last = newest
            .state()?
            .transaction_version(self.log.as_ref(), app_id)
            .await
            .map_err(|error| from_chain(&error))?;
        if last.is_none_or(|last| last < version) {
            return Ok(None);
        }
        for number in (0..=newest.number()?).rev() {
            let entry = self.log.read_commit_entry(number).await;
            let Some(entry) = entry.map_err(|error| from_chain(&error))? else {
                break;
            };
            if let Some(receipt) = find(&entry, app_id, version)? {
                let number = i64::try_from(number).unwrap_or(i64::MAX);
                return Ok(Some(receipt.published(number)));
            }
        }
        Err(Failure::new(FailureCode::WorkerFailed).with("problem", "superseded"))
    }
}

impl Location {
    /// What a version's commit left behind; nothing where another program wrote it.
    pub(crate) async fn receipt(&self, number: u64) -> Result<Option<Receipt>, Failure> {
        let entry = self.log.read_commit_entry(number).await;
        let Some(entry) = entry.map_err(|error| from_chain(&error))? else {
            return Ok(None);
        };
        let mut receipt = None;
        for line in lines(&entry) {
            let action: Value = serde_json::from_slice(line).map_err(|error| from_chain(&error))?;
            if let Some(found) = action["commitInfo"].get(KEY) {
                receipt = serde_json::from_value(found.clone()).ok();
            }
        }
        Ok(receipt)
    }
}

impl Location {
    /// What a version holds: as it was told when it was made, or as it is read now.
    pub(crate) async fn summary(&self, version: &Version) -> Result<TableSummary, Failure> {
        if let Some(receipt) = self.receipt(version.number()?).await? {
            return Ok(receipt.summary);
        }
        let mut tally = Tally::new(version.columns().iter().map(|one| one.column.name.as_str()));
        let mut batches = version.read(0, u64::MAX);
        while let Some(batch) = batches.try_next().await? {
            tally.add(&batch)?;
        }
        Ok(tally.finish())
    }
}

fn lines(entry: &[u8]) -> impl Iterator<Item = &[u8]> {
    let lines = entry.split(|byte| *byte == b'\n');
    lines.filter(|line| !line.is_empty())
}

fn find(entry: &[u8], app_id: &str, version: i64) -> Result<Option<Receipt>, Failure> {
    let (mut ours, mut receipt) = (false, None);
    for line in lines(entry) {
        let action: Value = serde_json::from_slice(line).map_err(|error| from_chain(&error))?;
        let transaction = &action["txn"];
        ours |= transaction["appId"] == app_id && transaction["version"] == version;
        if let Some(found) = action["commitInfo"].get(KEY) {
            receipt = serde_json::from_value(found.clone()).ok();
        }
    }
    Ok(receipt.filter(|_| ours))
}

impl From<&Receipt> for Value {
    fn from(receipt: &Receipt) -> Self {
        serde_json::to_value(receipt).unwrap_or(Value::Null)
    }
}
