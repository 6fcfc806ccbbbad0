//! The API: one axum router, one OpenAPI 3.1 document.
//!
//! Handlers translate between HTTP and the platform's use cases; they decide nothing.

mod access_tokens;
mod activity;
mod audit_entries;
mod backups;
mod contracts;
mod cookie;
mod csv;
mod data_products;
mod document;
mod domains;
mod drafts;
mod events;
mod extract;
mod identity;
mod jobs;
mod notifications;
mod page;
mod people;
mod plans;
mod problem;
mod publications;
mod publishing_policies;
mod request_id;
mod router;
mod search;
mod service_accounts;
mod session;
mod set_up;
mod teams;
mod uploads;
mod workspace;

pub use document::document;
pub use problem::Problem;
pub use router::{router, routes};
