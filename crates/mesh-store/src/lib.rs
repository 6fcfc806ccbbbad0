//! What the mesh remembers, on SQLite and on PostgreSQL: the same SQL text, the same answers.
//!
//! Reads go through a [`Reader`], writes only through a [`Tx`], and every write runs to its end in a task of its
//! own, whether or not the client that asked for it is still there.

mod access_tokens;
mod audit;
mod audit_trail;
mod backup;
mod changes;
mod code;
mod connect;
mod contracts;
mod data_products;
mod domain_list;
mod domain_tree;
mod domains;
mod drafts;
mod error;
mod held;
mod holdings;
mod idempotency;
mod leaving;
mod many;
mod migrate;
mod notifications;
mod people;
mod plans;
mod product_list;
mod product_profiles;
mod publications;
mod publishing_policies;
mod quality;
mod reader;
mod safeguard;
mod service_accounts;
mod sessions;
mod set_up_links;
mod sight;
mod sought;
mod teams;
mod tx;
mod uploads;
mod workspace;

pub use access_tokens::NewAccessToken;
pub use audit::{AuditBreak, ChainCheck, ChainedEntry, NewAuditEntry, verify_chain};
pub use backup::{ChainEnd, Standing, StoredVersion, WorkspaceCounts};
pub use connect::{SQLITE_MINIMUM, Store, StoreConfig};
pub use data_products::{NewVersion, ProductRecord, VersionRecord};
pub use domains::NewDomain;
pub use error::StoreError;
pub use holdings::{Held, REGISTRY, Registered};
pub use idempotency::Remembered;
pub use leaving::TeamPlace;
pub use migrate::{SCHEMA_VERSION, SchemaState, migrations};
pub use notifications::NewNotification;
pub use people::NewPerson;
pub use plans::PlanRecord;
pub use publications::{NewPublication, PublicationRecord};
pub use reader::Reader;
pub use safeguard::Safeguard;
pub use service_accounts::ServiceAccountRecord;
pub use set_up_links::SetUpLink;
pub use sight::Sight;
pub use teams::NewTeam;
pub use tx::{Contended, Tx, Writing};
pub use workspace::WorkspaceRecord;
