//! The mesh's use cases: each authorizes, decides, writes with its audit entry, and tells.
//!
//! This is the only room that authorizes and opens transactions.

mod access_tokens;
pub mod backup;
mod backups;
mod clock;
mod data_folder;
mod data_products;
mod demo;
mod demo_rows;
mod domains;
mod drafts;
mod error;
mod feed;
pub mod job;
mod names;
mod passwords;
mod people;
mod platform;
mod principal;
mod publication_plan;
mod publication_run;
mod publications;
mod recording;
mod rows;
mod search;
mod secret;
mod sign_in;
mod summary;
mod uploads;
mod workspace;

pub use access_tokens::AccessTokens;
pub use backups::{BackupFile, Backups, Gone, check_passphrase};
pub use data_folder::{DataFolder, DataFolderError};
pub use data_products::DataProducts;
pub use domains::Domains;
pub use drafts::Drafts;
pub use error::Refusal;
pub use feed::ChangeStream;
pub use mesh_engine::{EngineConfig, WorkerMissing};
pub use mesh_store::WorkspaceCounts;
pub use mesh_store::{SCHEMA_VERSION, SchemaState, Store, StoreConfig, StoreError};
pub use people::People;
pub use platform::{OpenError, Platform, PlatformConfig};
pub use principal::Principal;
pub use publications::Publications;
pub use recording::Keyed;
pub use rows::Rows;
pub use search::Search;
pub use sign_in::{SESSION_DAYS, SignIn, SignedIn};
pub use summary::{WorkspaceSummary, look_at};
pub use uploads::{PART_MAX, Uploads};
