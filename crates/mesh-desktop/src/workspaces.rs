//! The workspaces on this computer: which there are, which one is open, and
//! making, restoring, switching and deleting them.
//!
//! The web view names a workspace by a key that it was told; no key leads
//! anywhere but to a workspace that was found.

mod folders;
mod received;

use std::sync::Arc;

use chrono::{DateTime, Utc};
use mesh_model::{Fields, WorkspaceId, check_name, fold};
use mesh_platform::backup::{BackupProgress, Passphrase, RestoreTarget, restore};
use mesh_platform::look_at;
use serde::Serialize;
use tokio::sync::{Mutex, watch};

use crate::backend::Backend;
use crate::data_folder::DataFolder;
use crate::error::DesktopError;
use crate::start::{self, Opened, StartFailure};

use folders::Folders;
use received::Received;

/// All workspaces of a data folder.
pub struct Workspaces {
    folders: Folders,
    received: Received,
    state: watch::Sender<State>,
    /// Switching, making and deleting happen one after the other.
    changing: Mutex<()>,
}

enum State {
    Opening,
    /// None is open: this is the first run, or the last one was deleted.
    None,
    Open {
        key: String,
        opened: Opened,
    },
}

/// The workspaces of this computer, as the web view is told of them.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct WorkspaceList {
    /// The key of the one that is open.
    pub open: Option<String>,
    /// All of them by name.
    pub workspaces: Vec<ListedWorkspace>,
}

/// A workspace on this computer.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ListedWorkspace {
    /// Names it in commands.
    pub key: String,
    /// What is known of it; nothing if its database can't be read.
    pub about: Option<AboutWorkspace>,
}

/// What a workspace says of itself.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct AboutWorkspace {
    /// Its id.
    pub id: WorkspaceId,
    /// Its name.
    pub name: String,
    /// Whether it is the sample company.
    pub sample: bool,
    /// When it came into being.
    pub created_at: DateTime<Utc>,
    /// How many domains it holds.
    pub domains: i64,
    /// How many data products it holds.
    pub data_products: i64,
    /// How many people are in it.
    pub people: i64,
    /// Bytes on the disk.
    pub size_bytes: u64,
}

/// What became of a restore.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RestoredWorkspace {
    /// Its name.
    pub name: String,
    /// When the backup was made.
    pub made_at: DateTime<Utc>,
    /// How many people's roles were taken or lowered again.
    pub revoked: usize,
}

impl Workspaces {
    /// The workspaces of a data folder; the last one is still to be opened.
    #[must_use]
    pub fn new(folder: DataFolder) -> Self {
        Self {
            received: Received::new(folder.received_backup()),
            folders: Folders::new(folder),
            state: watch::Sender::new(State::Opening),
            changing: Mutex::new(()),
        }
    }

    /// Opens the workspace that was open last. Where there is none, or where
    /// it can't be opened but others can be chosen, none is open afterwards.
    ///
    /// # Errors
    /// Why the only workspace did not open.
    pub async fn start(&self) -> Result<(), StartFailure> {
        let _changing = self.changing.lock().await;
        let all = self.folders.all();
        let chosen = self
            .folders
            .last()
            .filter(|last| all.contains(last))
            .or_else(|| all.first().cloned());
        let Some(key) = chosen else {
            self.state.send_replace(State::None);
            return Ok(());
        };
        match self.open_key(&key).await {
            Err(failure) if all.len() > 1 => {
                tracing::error!(error = &failure as &dyn std::error::Error, "not opened");
                self.state.send_replace(State::None);
                Ok(())
            }
            outcome => outcome,
        }
    }

    /// Whom the window talks to, waiting until that is known.
    ///
    /// # Errors
    /// `NotOpen` if no workspace is open.
    pub async fn backend(&self) -> Result<Backend, DesktopError> {
        let mut state = self.state.subscribe();
        let known = state
            .wait_for(|state| !matches!(state, State::Opening))
            .await
            .map_err(|_| DesktopError::NotOpen)?;
        match &*known {
            State::Open { opened, .. } => Ok(opened.backend.clone()),
            State::Opening | State::None => Err(DesktopError::NotOpen),
        }
    }

    /// All workspaces, once it is known which one is open.
    pub async fn list(&self) -> WorkspaceList {
        let mut state = self.state.subscribe();
        let open = match state
            .wait_for(|state| !matches!(state, State::Opening))
            .await
        {
            Ok(known) => match &*known {
                State::Open { key, .. } => Some(key.clone()),
                State::Opening | State::None => None,
            },
            Err(_) => None,
        };
        let mut workspaces = Vec::new();
        for key in self.folders.all() {
            let about = self.about(&key).await;
            workspaces.push(ListedWorkspace { key, about });
        }
        let name = |listed: &ListedWorkspace| listed.about.as_ref().map(|about| fold(&about.name));
        workspaces.sort_by_key(name);
        WorkspaceList { open, workspaces }
    }

    async fn about(&self, key: &str) -> Option<AboutWorkspace> {
        let folder = self.folders.of(key)?;
        let summary = look_at(&folder).await.ok()??;
        Some(AboutWorkspace {
            id: summary.record.id,
            name: summary.record.name,
            sample: summary.record.born_demo,
            created_at: summary.record.created_at,
            domains: summary.counts.domains,
            data_products: summary.counts.data_products,
            people: summary.counts.people,
            size_bytes: folders::size(&folder),
        })
    }

    /// Opens another workspace; the one that was open opens again if that fails.
    ///
    /// # Errors
    /// `NoSuchWorkspace`, or why it did not open.
    pub async fn switch(&self, key: &str) -> Result<(), DesktopError> {
        let _changing = self.changing.lock().await;
        if self.folders.of(key).is_none() {
            return Err(DesktopError::NoSuchWorkspace);
        }
        let before = self.leave().await;
        if let Err(failure) = self.open_key(key).await {
            self.come_back(before).await;
            return Err(failure.into());
        }
        Ok(())
    }

    /// Makes a workspace and opens it: an empty one with this name, or
    /// without a name the sample company.
    ///
    /// # Errors
    /// `Name` if the name doesn't hold, or why it did not open; then nothing of it is left.
    pub async fn create(&self, name: Option<String>) -> Result<(), DesktopError> {
        if let Some(name) = &name {
            let mut fields = Fields::default();
            check_name(&mut fields, "/name", name);
            if !fields.is_empty() {
                return Err(DesktopError::Name);
            }
        }
        let _changing = self.changing.lock().await;
        let (key, folder) = self.folders.make()?;
        let before = self.leave().await;
        let made = async {
            let opened = start::open(&folder, name.is_none()).await?;
            if let Some(name) = name
                && let Err(refusal) = opened.rename(name).await
            {
                opened.close().await;
                return Err(DesktopError::NotNamed(refusal));
            }
            Ok(opened)
        }
        .await;
        match made {
            Ok(opened) => {
                self.entered(key, opened);
                Ok(())
            }
            Err(error) => {
                self.folders.discard(&folder);
                self.come_back(before).await;
                Err(error)
            }
        }
    }

    /// Takes the next piece of a backup's file.
    ///
    /// # Errors
    /// `Malformed` if it isn't the next piece, or that the disk failed.
    pub async fn receive(&self, offset: u64, piece: &[u8]) -> Result<(), DesktopError> {
        self.received.append(offset, piece).await
    }

    /// Restores the backup that was received into a workspace of its own and
    /// opens it. After a wrong passphrase the file waits for another one.
    ///
    /// # Errors
    /// `Restore` with why; then nothing was touched.
    pub async fn restore(&self, passphrase: String) -> Result<RestoredWorkspace, DesktopError> {
        let _changing = self.changing.lock().await;
        let file = self.received.open().await?;
        let (key, folder) = self.folders.name();
        let target = RestoreTarget {
            folder,
            replace: false,
            siblings: self.folders.all_paths(),
        };
        let progress = Arc::new(BackupProgress::default());
        let restored = restore(file, Passphrase::from(passphrase), target, progress).await?;
        self.received.forget().await;
        let before = self.leave().await;
        if let Err(failure) = self.open_key(&key).await {
            self.come_back(before).await;
            return Err(failure.into());
        }
        Ok(RestoredWorkspace {
            name: restored.about.workspace_name,
            made_at: restored.about.created_at,
            revoked: restored.revoked,
        })
    }

    /// Deletes a workspace whose name was typed. If it was the open one, the
    /// first of the others is opened, if there is one.
    ///
    /// # Errors
    /// `NoSuchWorkspace`, `NameDiffers`, or that the disk failed.
    pub async fn delete(&self, key: &str, typed: &str) -> Result<(), DesktopError> {
        let _changing = self.changing.lock().await;
        let folder = self.folders.of(key).ok_or(DesktopError::NoSuchWorkspace)?;
        let name = self.about(key).await.map(|about| about.name);
        if name.is_some_and(|name| name.trim() != typed.trim()) {
            return Err(DesktopError::NameDiffers);
        }
        let open = matches!(&*self.state.borrow(), State::Open { key: open, .. } if open == key);
        if open {
            self.leave().await;
        }
        let deleted = self.folders.delete(&folder);
        if open {
            let next = self.folders.all().into_iter().find(|other| other != key);
            let next = next
                .filter(|_| deleted.is_ok())
                .or(deleted.is_err().then(|| key.to_owned()));
            self.come_back(next).await;
        }
        deleted
    }

    /// Closes the workspace that is open, as when the window closes.
    pub async fn close(&self) {
        self.leave().await;
    }

    async fn open_key(&self, key: &str) -> Result<(), StartFailure> {
        let folder = self.folders.of(key).unwrap_or_default();
        let sample =
            matches!(look_at(&folder).await, Ok(Some(summary)) if summary.record.born_demo);
        let opened = start::open(&folder, sample).await?;
        self.entered(key.to_owned(), opened);
        Ok(())
    }

    fn entered(&self, key: String, opened: Opened) {
        self.folders.remember(&key);
        self.state.send_replace(State::Open { key, opened });
    }

    /// Closes the open workspace and says which it was.
    async fn leave(&self) -> Option<String> {
        // A request that comes meanwhile is refused: it was meant for the workspace that is left.
        match self.state.send_replace(State::None) {
            State::Open { key, opened } => {
                opened.close().await;
                Some(key)
            }
            State::Opening | State::None => None,
        }
    }

    async fn come_back(&self, key: Option<String>) {
        if let Some(key) = key
            && let Err(failure) = self.open_key(&key).await
        {
            tracing::error!(
                error = &failure as &dyn std::error::Error,
                "not opened again"
            );
        }
    }
}
