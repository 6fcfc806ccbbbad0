//! The folder in which a workspace lies: its database, uploads and tables. One process at a time.

use std::{
    fs::{self, File, OpenOptions, TryLockError},
    io,
    path::{Path, PathBuf},
};

use mesh_model::{DataProductId, UploadId};

const LOCK: &str = "selvedge.lock";
const DATABASE: &str = "selvedge.db";
/// Beside a table's data, what of its files did not fit.
pub(crate) const REJECTS: &str = "_rejects";

/// A workspace's folder, held by this process until it is dropped.
#[derive(Debug)]
pub struct DataFolder {
    root: PathBuf,
    lock: File,
}

/// Why a folder can't be used.
#[derive(Debug, thiserror::Error)]
pub enum DataFolderError {
    /// Another Selvedge has it open.
    #[error("{} is in use by another Selvedge", .0.display())]
    InUse(PathBuf),
    /// It can't be made or read.
    #[error("{} can't be used: {source}", path.display())]
    Unusable {
        /// The folder.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
}

impl DataFolder {
    /// Opens a folder, making it if it is missing, readable by this user only.
    ///
    /// # Errors
    /// That another process has it open, or that it can't be made.
    pub fn open(root: &Path) -> Result<Self, DataFolderError> {
        let unusable = |source| DataFolderError::Unusable {
            path: root.to_owned(),
            source,
        };
        fs::create_dir_all(root).map_err(unusable)?;
        let root = root.canonicalize().map_err(unusable)?;
        close_to_others(&root).map_err(unusable)?;
        for part in ["uploads", "tables"] {
            fs::create_dir_all(root.join(part)).map_err(unusable)?;
        }
        let lock = OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .open(root.join(LOCK))
            .map_err(unusable)?;
        match lock.try_lock() {
            Ok(()) => Ok(Self { root, lock }),
            Err(TryLockError::WouldBlock) => Err(DataFolderError::InUse(root)),
            Err(TryLockError::Error(source)) => Err(unusable(source)),
        }
    }

    /// The folder itself.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The SQLite database's file.
    #[must_use]
    pub fn database(&self) -> PathBuf {
        self.root.join(DATABASE)
    }

    /// Lets another process have the folder, once nothing here writes to it any more.
    pub(crate) fn release(&self) {
        if let Err(error) = self.lock.unlock() {
            tracing::warn!(%error, "the data folder could not be let go; it is when this process ends");
        }
    }

    /// Whether nothing but this process has left anything here.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let foreign = |entry: io::Result<fs::DirEntry>| {
            entry.is_ok_and(|entry| {
                !["uploads", "tables", LOCK]
                    .iter()
                    .any(|known| entry.file_name() == *known)
            })
        };
        let mut entries = match fs::read_dir(&self.root) {
            Ok(entries) => entries,
            Err(_) => return false,
        };
        !entries.any(foreign)
    }

    pub(crate) fn upload(&self, id: UploadId) -> PathBuf {
        self.root.join("uploads").join(id.to_string())
    }

    pub(crate) fn product_tables(&self, id: DataProductId) -> PathBuf {
        self.root.join("tables").join(id.to_string())
    }

    /// Rows that don't fit a version of a port's table: in a folder that readers of Delta tables pass over.
    pub(crate) fn rejects(&self, id: DataProductId, port: &str, version: i64) -> PathBuf {
        let name = format!("{version}.ndjson");
        self.table(id, port).join(REJECTS).join(name)
    }

    pub(crate) fn table(&self, id: DataProductId, port: &str) -> PathBuf {
        self.product_tables(id).join(port)
    }
}

#[cfg(unix)]
fn close_to_others(root: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(root, fs::Permissions::from_mode(0o700))
}

#[cfg(not(unix))]
fn close_to_others(_: &Path) -> io::Result<()> {
    Ok(())
}
