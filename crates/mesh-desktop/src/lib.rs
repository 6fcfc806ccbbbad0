//! The desktop without its window: the API in process, the frames it crosses
//! the web view in, streams pulled by credit, files received as uploads, the
//! data folder and the preferences kept in it.
//!
//! Nothing here knows Tauri; `src-tauri` only translates.

pub mod backend;
pub mod data_folder;
pub mod error;
pub mod files;
pub mod frame;
pub mod local_person;
pub mod preferences;
pub mod saving;
pub mod start;
pub mod streams;
pub mod workspaces;

pub use backend::{Backend, Embedded};
pub use error::{DesktopError, HostProblem};
