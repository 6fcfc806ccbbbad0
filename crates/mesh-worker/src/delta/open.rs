//! Tables and their versions on the disk.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use datafusion::{
    arrow::{
        array::{RecordBatch, new_null_array},
        compute::cast,
        datatypes::SchemaRef,
    },
    parquet::arrow::ParquetRecordBatchStreamBuilder,
};
use deltalake::{
    DeltaTable, Path as ObjectPath,
    kernel::{Add, Remove, transaction::TableReference},
    logstore::{LogStoreRef, ObjectStoreRef, StorageConfig, default_logstore},
    table::state::DeltaTableState,
};
use futures::{Stream, StreamExt, TryStreamExt, stream};
use mesh_job::{Failure, FailureCode};
use object_store::local::LocalFileSystem;
use url::Url;

use super::{file::StoredFile, schema};
use crate::{
    failures::{from_chain, from_io, unreadable},
    source::SourceColumn,
    target::arrow_schema,
};

/// A folder that is or becomes a table.
pub(crate) struct Location {
    pub(super) folder: PathBuf,
    pub(super) log: LogStoreRef,
}

/// One version of a table.
pub(crate) struct Version {
    table: DeltaTable,
    files: Vec<DataFile>,
    columns: Vec<SourceColumn>,
}

/// One of a version's data files.
#[derive(Debug, Clone)]
pub(crate) struct DataFile {
    path: ObjectPath,
    bytes: u64,
    rows: u64,
    /// What brings it into a version.
    pub(super) add: Add,
    /// What takes it out of one.
    pub(super) remove: Remove,
}

impl DataFile {
    /// Number of rows, from the log.
    pub(crate) fn rows(&self) -> u64 {
        self.rows
    }

    pub(crate) fn bytes(&self) -> u64 {
        self.bytes
    }

    /// Whether both are the same file.
    pub(super) fn is(&self, other: &Self) -> bool {
        self.path == other.path
    }
}

impl Location {
    /// An existing table's folder.
    ///
    /// # Errors
    /// `file_vanished`.
    pub(crate) fn find(folder: &Path) -> Result<Self, Failure> {
        if folder.join("_delta_log").is_dir() {
            Self::of(folder)
        } else {
            Err(Failure::new(FailureCode::FileVanished))
        }
    }

    /// A folder in which a table is or will be.
    pub(crate) fn of(folder: &Path) -> Result<Self, Failure> {
        let folder = folder.canonicalize().map_err(|error| from_io(&error))?;
        let store = LocalFileSystem::new_with_prefix(&folder)
            .map_err(|error| from_chain(&error))?
            .with_automatic_cleanup(false);
        // The table is the root of its store: a folder whose name holds `%20`
        // would be decoded on its way through a URL, and not found.
        let root = Url::parse("file:///").map_err(|error| from_chain(&error))?;
        let store: ObjectStoreRef = Arc::new(store);
        let log = default_logstore(store.clone(), store, &root, &StorageConfig::default());
        Ok(Self { folder, log })
    }

    /// The newest version; `None` where no table is yet.
    pub(crate) async fn newest(&self) -> Result<Option<Version>, Failure> {
        let exists = self
            .log
            .is_delta_table_location()
            .await
            .map_err(|error| from_chain(&error))?;
        if exists {
            self.load(None).await.map(Some)
        } else {
            Ok(None)
        }
    }

    /// The newest version of a table that is there.
    ///
    /// # Errors
    /// `file_vanished`.
    pub(crate) async fn version_newest(&self) -> Result<Version, Failure> {
        let newest = self.newest().await?;
        newest.ok_or_else(|| Failure::new(FailureCode::FileVanished))
    }

    /// The version with this number in Delta's log.
    ///
    /// # Errors
    /// `file_vanished`.
    pub(crate) async fn version(&self, number: i64) -> Result<Version, Failure> {
        let vanished = || Failure::new(FailureCode::FileVanished);
        let number = u64::try_from(number).map_err(|_| vanished())?;
        let newest = self
            .log
            .get_latest_version(0)
            .await
            .map_err(|error| from_chain(&error))?;
        if number > newest {
            return Err(vanished());
        }
        self.load(Some(number)).await
    }

    async fn load(&self, number: Option<u64>) -> Result<Version, Failure> {
        let mut table = DeltaTable::new(self.log.clone());
        match number {
            Some(number) => table.load_version(number).await,
            None => table.load().await,
        }
        .map_err(|error| from_chain(&error))?;
        let state = table.snapshot().map_err(|error| from_chain(&error))?;
        let columns = schema::from_delta(&state.schema())?;
        let mut files: Vec<DataFile> = state
            .snapshot()
            .file_views(self.log.as_ref(), None)
            .map(|view| {
                let view = view.map_err(|error| from_chain(&error))?;
                #[expect(deprecated, reason = "what is meant to replace it isn't public")]
                let add = view.add_action();
                Ok::<_, Failure>(DataFile {
                    path: view.object_store_path(),
                    bytes: u64::try_from(view.size()).unwrap_or(0),
                    rows: view.num_records().ok_or_else(|| unreadable("damaged"))? as u64,
                    add,
                    remove: view.remove_action(true),
                })
            })
            .try_collect()
            .await?;
        // The writer numbers its files, so that their names give the rows' order.
        files.sort_by(|one, other| one.path.cmp(&other.path));
        Ok(Version {
            table,
            files,
            columns,
        })
    }
}

impl Version {
    pub(super) fn state(&self) -> Result<&DeltaTableState, Failure> {
        self.table.snapshot().map_err(|error| from_chain(&error))
    }

    pub(super) fn reference(&self) -> Result<&dyn TableReference, Failure> {
        Ok(self.state()?)
    }

    pub(crate) fn columns(&self) -> &[SourceColumn] {
        &self.columns
    }

    /// Number of rows, from the log.
    pub(crate) fn rows(&self) -> u64 {
        self.files.iter().map(|file| file.rows).sum()
    }

    /// The data files, in the order in which their rows were written.
    pub(crate) fn files(&self) -> &[DataFile] {
        &self.files
    }

    /// Reads at most `limit` rows after the first `offset`, in the order in
    /// which they were written.
    pub(crate) fn read(
        &self,
        mut offset: u64,
        mut limit: u64,
    ) -> impl Stream<Item = Result<RecordBatch, Failure>> + Send + Unpin + 'static {
        let mut parts = Vec::new();
        for file in &self.files {
            let skipped = offset.min(file.rows);
            let taken = limit.min(file.rows - skipped);
            offset -= skipped;
            limit -= taken;
            if taken > 0 {
                parts.push((file.clone(), skipped, taken));
            }
        }
        self.read_parts(parts, schema_of(&self.columns))
    }

    /// Reads the rows of some of its files as rows with these columns: one that
    /// came later is missing in rows that were written before.
    pub(crate) fn read_files(
        &self,
        files: &[DataFile],
        columns: &[SourceColumn],
    ) -> impl Stream<Item = Result<RecordBatch, Failure>> + Send + Unpin + 'static {
        let whole = files.iter().map(|file| (file.clone(), 0, file.rows));
        self.read_parts(whole.collect(), schema_of(columns))
    }

    fn read_parts(
        &self,
        parts: Vec<(DataFile, u64, u64)>,
        schema: SchemaRef,
    ) -> impl Stream<Item = Result<RecordBatch, Failure>> + Send + Unpin + 'static {
        let store = self.table.object_store();
        stream::iter(parts)
            .then(move |(file, skipped, taken)| {
                let (store, schema) = (store.clone(), schema.clone());
                async move {
                    let reader = StoredFile {
                        store,
                        path: file.path,
                        bytes: file.bytes,
                    };
                    let rows = ParquetRecordBatchStreamBuilder::new(reader)
                        .await
                        .and_then(|builder| {
                            builder
                                .with_offset(usize::try_from(skipped).unwrap_or(usize::MAX))
                                .with_limit(usize::try_from(taken).unwrap_or(usize::MAX))
                                .build()
                        })
                        .map_err(|error| from_chain(&error))?;
                    Ok::<_, Failure>(rows.map(move |batch| {
                        let batch = batch.map_err(|error| from_chain(&error))?;
                        conform(&batch, &schema)
                    }))
                }
            })
            .try_flatten()
            .boxed()
    }
}

/// The Arrow schema of some columns.
pub(crate) fn schema_of(columns: &[SourceColumn]) -> SchemaRef {
    arrow_schema(
        columns
            .iter()
            .map(|one| (one.column.name.as_str(), one.target)),
    )
}

/// A batch with the schema's columns in its order and exactly its types.
fn conform(batch: &RecordBatch, schema: &SchemaRef) -> Result<RecordBatch, Failure> {
    let mut columns = Vec::with_capacity(schema.fields().len());
    for field in schema.fields() {
        columns.push(match batch.column_by_name(field.name()) {
            Some(column) => cast(column, field.data_type()).map_err(|error| from_chain(&error))?,
            // The column came after the file was written.
            None => new_null_array(field.data_type(), batch.num_rows()),
        });
    }
    RecordBatch::try_new(schema.clone(), columns).map_err(|error| from_chain(&error))
}

/// Whoever can read the storage reads every row: others may not enter.
#[cfg(unix)]
pub(crate) fn make_private(folder: &Path) -> std::io::Result<()> {
    use std::{fs::DirBuilder, os::unix::fs::DirBuilderExt};
    DirBuilder::new().recursive(true).mode(0o700).create(folder)
}

#[cfg(not(unix))]
pub(crate) fn make_private(folder: &Path) -> std::io::Result<()> {
    std::fs::create_dir_all(folder)
}
