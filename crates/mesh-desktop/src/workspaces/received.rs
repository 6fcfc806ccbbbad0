//! A backup that the web view hands over in pieces: it reads the file that the
//! person chose, so that no path crosses its border.

use std::fs::File;
use std::io;
use std::path::PathBuf;

use tokio::fs::OpenOptions;
use tokio::io::AsyncWriteExt;
use tokio::sync::Mutex;

use crate::error::DesktopError;

pub(super) struct Received {
    file: PathBuf,
    length: Mutex<u64>,
}

impl Received {
    pub(super) fn new(file: PathBuf) -> Self {
        // What an earlier window received is nobody's any more.
        let _ = std::fs::remove_file(&file);
        Self {
            file,
            length: Mutex::new(0),
        }
    }

    /// Takes the piece that begins at `offset`; 0 begins anew.
    pub(super) async fn append(&self, offset: u64, piece: &[u8]) -> Result<(), DesktopError> {
        let mut length = self.length.lock().await;
        if offset == 0 {
            self.begin().await.map_err(DesktopError::of_disk)?;
            *length = 0;
        }
        if offset != *length {
            return Err(DesktopError::Malformed("the piece is not the next one"));
        }
        let appended = async {
            let mut file = OpenOptions::new().append(true).open(&self.file).await?;
            file.write_all(piece).await?;
            file.flush().await
        };
        appended.await.map_err(DesktopError::of_disk)?;
        *length += piece.len() as u64;
        Ok(())
    }

    async fn begin(&self) -> io::Result<()> {
        if let Some(folder) = self.file.parent() {
            tokio::fs::create_dir_all(folder).await?;
        }
        tokio::fs::write(&self.file, []).await
    }

    pub(super) async fn open(&self) -> Result<File, DesktopError> {
        let _length = self.length.lock().await;
        File::open(&self.file).map_err(|_| DesktopError::Malformed("no backup was received"))
    }

    pub(super) async fn forget(&self) {
        let mut length = self.length.lock().await;
        *length = 0;
        let _ = tokio::fs::remove_file(&self.file).await;
    }
}
