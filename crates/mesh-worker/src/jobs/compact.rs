//! Many small files that appends left become one; the rows stay what they are.

use deltalake::protocol::DeltaOperation;
use futures::TryStreamExt;
use mesh_job::{Failure, Published};

use crate::{
    delta::{DataFile, DataFiles, Location, NewVersion, Version, commit},
    failures::from_chain,
};

/// From how many small files on it pays.
const FILES: usize = 16;

/// A file below this size is small.
const SMALL_BYTES: u64 = 32 * 1024 * 1024;

/// What is written together at most.
const MOST_BYTES: u64 = 512 * 1024 * 1024;

/// Compacts what a publication left, if that pays. The publication stands
/// whether or not that ends well.
pub(super) async fn after(
    location: &Location,
    (app_id, version): (&str, i64),
    published: Published,
) -> Published {
    let app_id = format!("{app_id}-compacted");
    match compacted(location, (&app_id, version), &published).await {
        Ok(Some(compacted)) => compacted,
        Ok(None) => published,
        Err(failure) => {
            eprintln!("not compacted: {failure}");
            published
        }
    }
}

async fn compacted(
    location: &Location,
    transaction: (&str, i64),
    published: &Published,
) -> Result<Option<Published>, Failure> {
    let Some(newest) = location.newest().await? else {
        return Ok(None);
    };
    let done = location.committed(&newest, transaction.0, transaction.1);
    if let Ok(Some(done)) = done.await {
        return Ok(Some(done));
    }
    if i64::try_from(newest.number()?) != Ok(published.delta_version) {
        return Ok(None);
    }
    // The last of them only: rows stay in their order.
    let mut bytes = 0;
    let small = newest.files().iter().rev().take_while(|file| {
        bytes += file.bytes();
        file.bytes() < SMALL_BYTES && bytes < MOST_BYTES
    });
    let small = small.count();
    if small < FILES {
        return Ok(None);
    }
    let (kept, small) = newest.files().split_at(newest.files().len() - small);
    rewrite(location, &newest, (kept, small), transaction, published)
        .await
        .map(Some)
}

async fn rewrite(
    location: &Location,
    newest: &Version,
    (kept, small): (&[DataFile], &[DataFile]),
    transaction: (&str, i64),
    published: &Published,
) -> Result<Published, Failure> {
    let Some(mut receipt) = location.receipt(newest.number()?).await? else {
        return Err(crate::failures::unreadable("damaged"));
    };
    let columns = newest.columns();
    let schema = crate::delta::schema_of(columns);
    let mut files = DataFiles::start(location, schema, Some(newest), transaction)?;
    let mut batches = newest.read_files(small, columns);
    let copied = async {
        while let Some(batch) = batches.try_next().await? {
            files.write(&batch).await?;
        }
        Ok::<_, Failure>(())
    };
    if let Err(failure) = copied.await {
        files.abandon();
        return Err(failure);
    }
    let written = files.finish().await?;
    let size = |add: &deltalake::kernel::Add| u64::try_from(add.size).unwrap_or(0);
    receipt.size_bytes =
        kept.iter().map(DataFile::bytes).sum::<u64>() + written.iter().map(size).sum::<u64>();
    receipt.rejected = published.rejected;
    let target_size = i64::try_from(SMALL_BYTES).map_err(|error| from_chain(&error))?;
    let new = NewVersion {
        columns,
        kept: kept.to_vec(),
        written,
        operation: DeltaOperation::Optimize {
            predicate: None,
            target_size,
        },
        data_change: false,
        receipt,
        transaction,
    };
    commit(location, Some(newest), new).await
}
