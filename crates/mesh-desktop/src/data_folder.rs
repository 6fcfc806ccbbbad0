//! Where this window's workspace lies.

use std::io;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

/// The application's identifier, as desktops and message buses know it.
pub const IDENTIFIER: &str = "io.selvedge.portal";

/// A folder of workspaces, and what the window remembers of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DataFolder {
    path: PathBuf,
}

impl DataFolder {
    /// Takes the folder that was asked for, else the one below the operating
    /// system's data folder, and makes it if it is missing (readable by its
    /// owner only).
    ///
    /// # Errors
    /// The operating system's error if the folder cannot be made or is a file;
    /// `NotFound` if none was asked for and the person has no data folder.
    pub fn open(asked: Option<&Path>) -> io::Result<Self> {
        let path = match asked {
            Some(path) => path.to_owned(),
            None => dirs::data_dir()
                .ok_or_else(|| io::Error::new(io::ErrorKind::NotFound, "no data folder"))?
                .join("selvedge"),
        };
        make(&path)?;
        Ok(Self {
            path: path.canonicalize()?,
        })
    }

    /// The folder itself, absolute and without links.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// A name on the message bus that is the same for every start on this
    /// folder and another one for every other folder.
    #[must_use]
    pub fn instance_id(&self) -> String {
        let digest = Sha256::digest(self.path.as_os_str().as_encoded_bytes());
        let mark: String = digest[..8]
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        format!("{IDENTIFIER}.w{mark}")
    }

    /// What the person prefers in this window (JSON).
    #[must_use]
    pub fn preferences(&self) -> PathBuf {
        self.path.join("desktop").join("preferences.json")
    }

    /// The window's size and place (JSON).
    #[must_use]
    pub fn window_state(&self) -> PathBuf {
        self.path.join("desktop").join("window.json")
    }

    /// Where workspaces lie. One of an older Selvedge lies in the folder itself.
    #[must_use]
    pub fn workspaces(&self) -> PathBuf {
        self.path.join("workspaces")
    }

    /// Which workspace was open last (JSON).
    #[must_use]
    pub fn last_workspace(&self) -> PathBuf {
        self.path.join("desktop").join("workspace.json")
    }

    /// A backup on its way in.
    #[must_use]
    pub fn received_backup(&self) -> PathBuf {
        self.path.join("desktop").join("received.selvedge-backup")
    }

    /// The web view's own folder.
    #[must_use]
    pub fn web_view(&self) -> PathBuf {
        self.path.join("desktop").join("web-view")
    }
}

fn make(path: &Path) -> io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_folder_is_made_for_its_owner_only() {
        let outer = tempfile::tempdir().unwrap();
        let asked = outer.path().join("a/b");
        let folder = DataFolder::open(Some(&asked)).unwrap();
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = std::fs::metadata(folder.path())
                .unwrap()
                .permissions()
                .mode();
            assert_eq!(mode & 0o777, 0o700);
        }
        assert!(folder.preferences().starts_with(folder.path()));
    }

    #[test]
    fn the_same_folder_has_one_instance_however_it_is_written() {
        let outer = tempfile::tempdir().unwrap();
        let plain = DataFolder::open(Some(&outer.path().join("one"))).unwrap();
        let winding = DataFolder::open(Some(&outer.path().join("one/../one/."))).unwrap();
        let other = DataFolder::open(Some(&outer.path().join("two"))).unwrap();
        assert_eq!(plain.instance_id(), winding.instance_id());
        assert_ne!(plain.instance_id(), other.instance_id());
        assert!(plain.instance_id().starts_with("io.selvedge.portal.w"));
    }

    #[test]
    fn a_file_is_no_folder() {
        let outer = tempfile::tempdir().unwrap();
        let file = outer.path().join("file");
        std::fs::write(&file, "x").unwrap();
        assert!(DataFolder::open(Some(&file)).is_err());
    }
}
