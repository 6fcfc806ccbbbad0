//! The preferences' file, below the data folder.

use std::path::PathBuf;
use std::sync::Arc;

use mesh_desktop::data_folder::DataFolder;
use mesh_desktop::{DesktopError, preferences};
use serde_json::{Map, Value};
use tauri::{AppHandle, Wry};
use tauri_plugin_store::{Store, StoreExt};

/// Where this window's preferences are kept.
pub(crate) struct PreferencesFile {
    path: PathBuf,
}

impl PreferencesFile {
    /// The file of a data folder.
    pub(crate) fn new(folder: &DataFolder) -> Self {
        Self {
            path: folder.preferences(),
        }
    }

    /// All preferences; none if the file is missing or unreadable.
    pub(crate) fn all(&self, app: &AppHandle) -> Result<Map<String, Value>, DesktopError> {
        Ok(self.store(app)?.entries().into_iter().collect())
    }

    /// Keeps one preference beyond this run.
    pub(crate) fn set(
        &self,
        app: &AppHandle,
        key: String,
        value: Value,
    ) -> Result<(), DesktopError> {
        let store = self.store(app)?;
        let others = store.length() - usize::from(store.has(&key));
        preferences::check(&key, &value, others)?;
        store.set(key, value);
        store.save().map_err(not_saved)
    }

    fn store(&self, app: &AppHandle) -> Result<Arc<Store<Wry>>, DesktopError> {
        let builder = app.store_builder(&self.path).disable_auto_save();
        builder.build().map_err(not_saved)
    }
}

fn not_saved(error: tauri_plugin_store::Error) -> DesktopError {
    DesktopError::PreferencesNotSaved(error.to_string())
}
