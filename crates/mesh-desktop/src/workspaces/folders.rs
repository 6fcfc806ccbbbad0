//! Where workspaces lie: found by looking, named by keys.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::data_folder::DataFolder;
use crate::error::DesktopError;

/// The key of the workspace that an older Selvedge made in the data folder itself.
const ROOT: &str = "root";
const DATABASE: &str = "selvedge.db";
/// What belongs to a workspace in the data folder itself; the rest of the folder is the window's.
const PARTS: [&str; 7] = [
    "selvedge.db",
    "selvedge.db-wal",
    "selvedge.db-shm",
    "selvedge.lock",
    "tables",
    "uploads",
    "backups",
];
/// How a database's copy from before a change of its schema begins.
const COPY: &str = "selvedge.before-schema-";

#[derive(Serialize, Deserialize)]
struct Last {
    key: String,
}

pub(super) struct Folders {
    data: DataFolder,
}

impl Folders {
    pub(super) fn new(data: DataFolder) -> Self {
        let folders = Self { data };
        folders.sweep();
        folders
    }

    /// The keys of all workspaces, the oldest first.
    pub(super) fn all(&self) -> Vec<String> {
        let mut keys = Vec::new();
        if self.data.path().join(DATABASE).exists() {
            keys.push(ROOT.to_owned());
        }
        let mut below: Vec<String> = fs::read_dir(self.data.workspaces())
            .into_iter()
            .flatten()
            .flatten()
            .filter(|entry| entry.path().join(DATABASE).exists())
            .filter_map(|entry| entry.file_name().into_string().ok())
            .filter(|name| !name.starts_with('.'))
            .collect();
        below.sort();
        keys.extend(below);
        keys
    }

    pub(super) fn all_paths(&self) -> Vec<PathBuf> {
        self.all().iter().filter_map(|key| self.of(key)).collect()
    }

    /// The folder of a workspace that was found.
    pub(super) fn of(&self, key: &str) -> Option<PathBuf> {
        let known = self.all().iter().any(|found| found == key);
        known.then(|| self.path(key))
    }

    fn path(&self, key: &str) -> PathBuf {
        if key == ROOT {
            self.data.path().to_owned()
        } else {
            self.data.workspaces().join(key)
        }
    }

    /// A folder that nothing has yet, and its key. Keys sort by age.
    pub(super) fn name(&self) -> (String, PathBuf) {
        let key = format!("w{}", Uuid::now_v7().simple());
        let folder = self.path(&key);
        (key, folder)
    }

    pub(super) fn make(&self) -> Result<(String, PathBuf), DesktopError> {
        let (key, folder) = self.name();
        fs::create_dir_all(&folder).map_err(DesktopError::of_disk)?;
        Ok((key, folder))
    }

    pub(super) fn last(&self) -> Option<String> {
        let text = fs::read(self.data.last_workspace()).ok()?;
        Some(serde_json::from_slice::<Last>(&text).ok()?.key)
    }

    /// Remembers which one is open. Forgetting it costs a click, so that a failure is no reason to refuse.
    pub(super) fn remember(&self, key: &str) {
        let remember = || -> io::Result<()> {
            let file = self.data.last_workspace();
            let Some(folder) = file.parent() else {
                return Ok(());
            };
            fs::create_dir_all(folder)?;
            let new = file.with_extension("new");
            let key = key.to_owned();
            fs::write(&new, serde_json::to_vec(&Last { key })?)?;
            fs::rename(new, file)
        };
        if let Err(error) = remember() {
            tracing::warn!(%error, "which workspace is open could not be kept");
        }
    }

    /// Deletes a workspace's folder: out of sight by one rename, then for good.
    pub(super) fn delete(&self, folder: &Path) -> Result<(), DesktopError> {
        let gone = self.trash();
        if folder != self.data.path() {
            fs::create_dir_all(self.data.workspaces()).map_err(DesktopError::of_disk)?;
            fs::rename(folder, &gone).map_err(DesktopError::of_disk)?;
        } else {
            fs::create_dir_all(&gone).map_err(DesktopError::of_disk)?;
            for entry in fs::read_dir(folder)
                .map_err(DesktopError::of_disk)?
                .flatten()
            {
                let name = entry.file_name();
                if PARTS.iter().any(|part| name == *part)
                    || name.to_string_lossy().starts_with(COPY)
                {
                    fs::rename(entry.path(), gone.join(name)).map_err(DesktopError::of_disk)?;
                }
            }
        }
        self.sweep();
        Ok(())
    }

    /// Takes away what was to become a workspace.
    pub(super) fn discard(&self, folder: &Path) {
        if let Err(error) = self.delete(folder) {
            tracing::warn!(%error, "a workspace that could not be made could not be removed");
        }
    }

    fn trash(&self) -> PathBuf {
        let mark = Uuid::now_v7().simple();
        self.data.workspaces().join(format!(".deleted-{mark}"))
    }

    /// Removes what was deleted or half restored when a window ended.
    fn sweep(&self) {
        let left = fs::read_dir(self.data.workspaces())
            .into_iter()
            .flatten()
            .flatten();
        for entry in left {
            if entry.file_name().to_string_lossy().starts_with('.')
                && let Err(error) = fs::remove_dir_all(entry.path())
            {
                tracing::warn!(%error, "what was deleted could not be removed");
            }
        }
    }
}

/// Bytes of a workspace's files; links are not followed.
pub(super) fn size(folder: &Path) -> u64 {
    let whole = folder.join(DATABASE).exists();
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .filter(|entry| !whole || PARTS.iter().any(|part| entry.file_name() == *part))
        .map(|entry| below(&entry))
        .sum()
}

fn below(entry: &fs::DirEntry) -> u64 {
    match entry.metadata() {
        Ok(found) if found.is_dir() => {
            let entries = fs::read_dir(entry.path()).into_iter().flatten().flatten();
            entries.map(|entry| below(&entry)).sum()
        }
        Ok(found) => found.len(),
        Err(_) => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folders() -> (tempfile::TempDir, Folders) {
        let outer = tempfile::tempdir().unwrap();
        let data = DataFolder::open(Some(outer.path())).unwrap();
        (outer, Folders::new(data))
    }

    fn workspace(folder: &Path) {
        fs::create_dir_all(folder.join("tables/p")).unwrap();
        fs::write(folder.join(DATABASE), "database").unwrap();
        fs::write(folder.join("tables/p/rows"), "rows").unwrap();
    }

    #[test]
    fn workspaces_are_found_and_nothing_else_is() {
        let (outer, folders) = folders();
        assert!(folders.all().is_empty());
        workspace(outer.path());
        let (key, folder) = folders.make().unwrap();
        assert_eq!(folders.all(), [ROOT], "an empty folder is none");
        workspace(&folder);
        assert_eq!(folders.all(), [ROOT, key.as_str()]);
        assert_eq!(folders.of(ROOT), Some(outer.path().canonicalize().unwrap()));
        for foreign in ["", ".", "..", "../..", "/etc", "workspaces", "w1"] {
            assert_eq!(folders.of(foreign), None, "{foreign}");
        }
    }

    #[test]
    fn an_older_workspace_is_deleted_without_what_is_the_windows() {
        let (outer, folders) = folders();
        workspace(outer.path());
        fs::create_dir_all(outer.path().join("desktop")).unwrap();
        fs::write(outer.path().join("desktop/preferences.json"), "{}").unwrap();
        let copy = outer.path().join("selvedge.before-schema-2.db");
        let (key, folder) = folders.make().unwrap();
        workspace(&folder);
        assert_eq!(size(&outer.path().canonicalize().unwrap()), 12);
        fs::write(&copy, "from before").unwrap();
        folders.delete(&folders.of(ROOT).unwrap()).unwrap();
        assert_eq!(folders.all(), [key]);
        assert!(!copy.exists());
        assert!(outer.path().join("desktop/preferences.json").exists());
        assert!(!outer.path().join("tables").exists());
    }

    #[test]
    fn the_last_one_is_remembered_and_deleted_ones_are_swept() {
        let (_outer, folders) = folders();
        assert_eq!(folders.last(), None);
        folders.remember("w1");
        assert_eq!(folders.last().as_deref(), Some("w1"));
        let (_, folder) = folders.make().unwrap();
        workspace(&folder);
        folders.delete(&folder).unwrap();
        assert_eq!(fs::read_dir(folders.data.workspaces()).unwrap().count(), 0);
    }
}
