//! The API as its clients meet it.

mod audit;
mod authorization;
mod backups;
mod contracts;
mod document;
mod domains;
mod drafts;
mod hidden;
mod identity;
mod intake;
mod jobs;
mod lists;
mod notifications;
mod people;
mod plans;
mod profiles;
mod promises;
mod publications;
mod search;
mod service_accounts;
mod teams;
mod uploads;
mod versions;
