//! What the window's commands share.

use mesh_desktop::data_folder::DataFolder;
use mesh_desktop::streams::Streams;
use mesh_desktop::workspaces::Workspaces;
use mesh_desktop::{Backend, DesktopError};

/// The workspaces of this computer, and the streams that the page has open.
pub(crate) struct Desktop {
    pub(crate) workspaces: Workspaces,
    pub(crate) streams: Streams,
}

impl Desktop {
    /// A desktop whose workspace is still to be opened.
    pub(crate) fn new(folder: DataFolder) -> Self {
        Self {
            workspaces: Workspaces::new(folder),
            streams: Streams::default(),
        }
    }

    /// The open workspace, waiting until it is open.
    ///
    /// # Errors
    /// `NotOpen` if none is open.
    pub(crate) async fn backend(&self) -> Result<Backend, DesktopError> {
        self.workspaces.backend().await
    }

    /// Closes the workspace, if one is open.
    pub(crate) async fn close(&self) {
        self.streams.cancel_all();
        self.workspaces.close().await;
    }
}
