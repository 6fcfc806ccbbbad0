//! The one moment in which a publication becomes visible.

use deltalake::{
    kernel::{
        Action, Add, MetadataExt, Protocol, Transaction, new_metadata,
        transaction::{CommitBuilder, CommitProperties, TableReference},
    },
    protocol::{DeltaOperation, SaveMode},
};
use mesh_job::{Failure, Published};
use serde_json::Value;

use super::{
    open::{DataFile, Location, Version},
    receipt::{KEY, Receipt},
    schema, sync,
};
use crate::{
    failures::{from_chain, from_io, unreadable},
    source::SourceColumn,
};

impl Version {
    /// Number in Delta's log.
    pub(crate) fn number(&self) -> Result<u64, Failure> {
        Ok(self.state()?.version())
    }
}

/// What a new version holds and leaves behind in the log.
pub(crate) struct NewVersion<'a> {
    pub(crate) columns: &'a [SourceColumn],
    /// Files that other versions wrote.
    pub(crate) kept: Vec<DataFile>,
    /// Files that this one writes.
    pub(crate) written: Vec<Add>,
    /// What other programs are told of it.
    pub(crate) operation: DeltaOperation,
    /// Whether its rows differ from those of the version before.
    pub(crate) data_change: bool,
    pub(crate) receipt: Receipt,
    pub(crate) transaction: (&'a str, i64),
}

/// Commits a version that holds exactly what it is to hold, whatever the newest
/// one holds.
pub(crate) async fn commit(
    location: &Location,
    newest: Option<&Version>,
    new: NewVersion<'_>,
) -> Result<Published, Failure> {
    let mut actions = describe(newest, new.columns)?;
    let present = newest.map(Version::files).unwrap_or_default();
    let gone = present
        .iter()
        .filter(|file| !new.kept.iter().any(|kept| kept.is(file)));
    actions.extend(gone.map(|file| {
        let mut remove = file.remove.clone();
        remove.data_change = new.data_change;
        Action::Remove(remove)
    }));
    let back = new
        .kept
        .iter()
        .filter(|kept| !present.iter().any(|file| file.is(kept)));
    actions.extend(back.map(|file| Action::Add(file.add.clone())));
    actions.extend(new.written.into_iter().map(|mut add| {
        add.data_change = new.data_change;
        Action::Add(add)
    }));
    let reference: Option<&dyn TableReference> = newest.map(Version::reference).transpose()?;
    let (app_id, version) = new.transaction;
    let properties = CommitProperties::default()
        .with_application_transaction(Transaction::new(app_id, version))
        .with_metadata([(KEY.to_owned(), Value::from(&new.receipt))])
        // The log of old versions is what makes them readable.
        .with_cleanup_expired_logs(Some(false));
    let committed = CommitBuilder::from(properties)
        .with_actions(actions)
        .build(reference, location.log.clone(), new.operation)
        .await
        .map_err(|error| from_chain(&error))?;
    let number = committed.version();
    let entry = location
        .folder
        .join("_delta_log")
        .join(format!("{number:020}.json"));
    sync::file(&entry).map_err(|error| from_io(&error))?;
    Ok(new
        .receipt
        .published(i64::try_from(number).unwrap_or(i64::MAX)))
}

/// What other programs are told of rows that were written.
pub(crate) fn write_operation(mode: SaveMode) -> DeltaOperation {
    DeltaOperation::Write {
        mode,
        partition_by: None,
        predicate: None,
    }
}

/// The table's protocol and schema, where they are new.
fn describe(newest: Option<&Version>, columns: &[SourceColumn]) -> Result<Vec<Action>, Failure> {
    let schema = schema::to_delta(columns)?;
    let Some(version) = newest else {
        let metadata = new_metadata(&schema, [""; 0], [("", ""); 0]);
        return Ok(vec![
            Action::Protocol(protocol()?),
            Action::Metadata(metadata.map_err(|error| from_chain(&error))?),
        ]);
    };
    let state = version.state()?;
    if *state.schema() == schema {
        return Ok(Vec::new());
    }
    let metadata = state.metadata().clone().with_schema(&schema);
    Ok(vec![Action::Metadata(
        metadata.map_err(|error| from_chain(&error))?,
    )])
}

/// The oldest protocol, which every reader knows: our types need no more.
fn protocol() -> Result<Protocol, Failure> {
    let versions = serde_json::json!({ "minReaderVersion": 1, "minWriterVersion": 2 });
    serde_json::from_value(versions).map_err(|_| unreadable("damaged"))
}
