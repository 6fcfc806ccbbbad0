//! Makes sure that what was written survives a power cut.

use std::{fs::File, io, path::Path};

/// Syncs a file and the folder that names it.
pub(super) fn file(path: &Path) -> io::Result<()> {
    File::open(path)?.sync_all()?;
    path.parent().map_or(Ok(()), folder)
}

#[cfg(unix)]
pub(super) fn folder(path: &Path) -> io::Result<()> {
    File::open(path)?.sync_all()
}

/// Elsewhere folders cannot be opened; their journal has to do.
#[cfg(not(unix))]
pub(super) fn folder(_path: &Path) -> io::Result<()> {
    Ok(())
}
