//! The one moment in which a publication becomes visible.

use deltalake::{
    kernel::{
        Action, Add, MetadataExt, Protocol, Transaction, new_metadata,
        transaction::{CommitBuilder, CommitProperties, TableReference},
    },
    protocol::{DeltaOperation, SaveMode},
};
use futures::TryStreamExt;
use mesh_job::{Failure, Published};
use serde_json::Value;

use super::{
    open::{Location, Version},
    receipt::{KEY, Receipt},
    schema, sync,
};
use crate::{
    failures::{from_chain, from_io, unreadable},
    source::SourceColumn,
};

impl Version {
    /// Number in Delta's log.
    pub(super) fn number(&self) -> Result<u64, Failure> {
        Ok(self.state()?.version())
    }
}

/// Commits data files as the table's new and only content.
pub(crate) async fn commit(
    location: &Location,
    newest: Option<&Version>,
    columns: &[SourceColumn],
    adds: Vec<Add>,
    receipt: Receipt,
    transaction: (&str, i64),
) -> Result<Published, Failure> {
    let mut actions = describe(newest, columns)?;
    if let Some(version) = newest {
        let removes: Vec<Action> = version
            .state()?
            .snapshot()
            .file_views(location.log.as_ref(), None)
            .map_ok(|view| Action::Remove(view.remove_action(true)))
            .try_collect()
            .await
            .map_err(|error| from_chain(&error))?;
        actions.extend(removes);
    }
    actions.extend(adds.into_iter().map(Action::Add));
    let reference: Option<&dyn TableReference> = newest.map(Version::reference).transpose()?;
    let properties = CommitProperties::default()
        .with_application_transaction(Transaction::new(transaction.0, transaction.1))
        .with_metadata([(KEY.to_owned(), Value::from(&receipt))])
        // The log of old versions is what makes them readable.
        .with_cleanup_expired_logs(Some(false));
    let operation = DeltaOperation::Write {
        mode: SaveMode::Overwrite,
        partition_by: None,
        predicate: None,
    };
    let committed = CommitBuilder::from(properties)
        .with_actions(actions)
        .build(reference, location.log.clone(), operation)
        .await
        .map_err(|error| from_chain(&error))?;
    let number = committed.version();
    let entry = location
        .folder
        .join("_delta_log")
        .join(format!("{number:020}.json"));
    sync::file(&entry).map_err(|error| from_io(&error))?;
    Ok(receipt.published(i64::try_from(number).unwrap_or(i64::MAX)))
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
