//! The API as its clients meet it.

mod authorization;
mod backups;
mod document;
mod domains;
mod drafts;
mod hidden;
mod identity;
mod plans;
mod publications;
mod search;
mod uploads;
