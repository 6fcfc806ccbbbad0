//! Writes the data files of a publication; nobody sees them until its commit.

use std::{fs, io, num::NonZeroU64, path::PathBuf};

use datafusion::{
    arrow::{array::RecordBatch, datatypes::SchemaRef},
    parquet::{
        basic::{Compression, ZstdLevel},
        file::properties::WriterProperties,
    },
};
use deltalake::{
    Path as ObjectPath,
    datafile::writer::{PartitionWriter, PartitionWriterConfig},
    kernel::Add,
};
use mesh_job::Failure;
use twox_hash::XxHash64;

use super::{
    open::{Location, Version},
    sync,
};
use crate::failures::{from_chain, from_io};

/// A file of a table ends about here.
const FILE_BYTES: u64 = 256 * 1024 * 1024;

/// A row group, which is held in memory, ends at whichever comes first.
const GROUP_ROWS: usize = 128 * 1024;
const GROUP_BYTES: usize = 64 * 1024 * 1024;

/// The data files of one publication.
pub(crate) struct DataFiles {
    writer: PartitionWriter,
    table: PathBuf,
    folder: PathBuf,
}

impl DataFiles {
    /// Starts the files of publication `version`, in a folder of their own whose
    /// name follows those of all files before, `newest` being the last commit:
    /// what an interrupted attempt left there is removed.
    pub(crate) fn start(
        location: &Location,
        schema: SchemaRef,
        newest: Option<&Version>,
        (app_id, version): (&str, i64),
    ) -> Result<Self, Failure> {
        let next = newest.map(Version::number).transpose()?;
        let next = next.map_or(0, |number| number + 1);
        // Folders were once called "publication-…": those come before.
        let name = format!(
            "rows-{next:020}-{version}-{:016x}",
            XxHash64::oneshot(0, app_id.as_bytes())
        );
        let folder = location.folder.join(&name);
        remove(&folder).map_err(|error| from_io(&error))?;
        let properties = WriterProperties::builder()
            .set_compression(Compression::ZSTD(ZstdLevel::default()))
            .set_max_row_group_row_count(Some(GROUP_ROWS))
            .set_max_row_group_bytes(Some(GROUP_BYTES))
            .build();
        let config = PartitionWriterConfig::try_new(
            schema,
            Default::default(),
            Some(properties),
            NonZeroU64::new(FILE_BYTES),
            None,
            None,
            Some(ObjectPath::from(name)),
        );
        let writer = config.and_then(|config| {
            let store = location.log.object_store(None);
            PartitionWriter::try_with_config(store, config, Default::default(), None)
        });
        let writer = writer.map_err(|error| from_chain(&error))?;
        Ok(Self {
            writer,
            table: location.folder.clone(),
            folder,
        })
    }

    pub(crate) async fn write(&mut self, batch: &RecordBatch) -> Result<(), Failure> {
        self.writer
            .write(batch)
            .await
            .map_err(|error| from_chain(&error))
    }

    /// Finishes the files and brings them to the disk.
    pub(crate) async fn finish(self) -> Result<Vec<Add>, Failure> {
        let finished = self
            .writer
            .close()
            .await
            .map_err(|error| from_chain(&error));
        let synced = finished.and_then(|adds| {
            for add in &adds {
                sync::file(&self.table.join(&add.path)).map_err(|error| from_io(&error))?;
            }
            sync::folder(&self.table).map_err(|error| from_io(&error))?;
            Ok(adds)
        });
        if synced.is_err() {
            // Room for whatever made it fail.
            let _ = remove(&self.folder);
        }
        synced
    }

    /// Gives up and removes what was written.
    pub(crate) fn abandon(self) {
        // Not the writer's own way to give up: it panics after a failed write.
        drop(self.writer);
        let _ = remove(&self.folder);
    }
}

fn remove(folder: &std::path::Path) -> io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        other => other,
    }
}
