//! What the window's commands share.

use mesh_desktop::start::Opened;
use mesh_desktop::streams::Streams;
use mesh_desktop::{Backend, DesktopError};
use tokio::sync::watch;

/// The platform, once it is open, and the streams that the page has open.
pub(crate) struct Desktop {
    opened: watch::Receiver<Option<Opened>>,
    pub(crate) streams: Streams,
}

impl Desktop {
    /// A desktop whose platform is still opening, and the place to put it.
    pub(crate) fn opening() -> (Self, watch::Sender<Option<Opened>>) {
        let (place, opened) = watch::channel(None);
        let desktop = Self {
            opened,
            streams: Streams::default(),
        };
        (desktop, place)
    }

    /// The platform, waiting until it is open.
    ///
    /// # Errors
    /// `NotOpen` if it could not start.
    pub(crate) async fn backend(&self) -> Result<Backend, DesktopError> {
        let mut opening = self.opened.clone();
        let opened = opening
            .wait_for(Option::is_some)
            .await
            .map_err(|_| DesktopError::NotOpen)?;
        opened
            .as_ref()
            .map(|opened| opened.backend.clone())
            .ok_or(DesktopError::NotOpen)
    }

    /// Closes the platform, if it is open.
    pub(crate) async fn close(&self) {
        self.streams.cancel_all();
        let opened = self.opened.borrow().clone();
        if let Some(opened) = opened {
            opened.close().await;
        }
    }
}
