//! The API as its clients meet it.

mod audit;
mod authorization;
mod document;
mod domains;
mod drafts;
mod hidden;
mod identity;
mod plans;
mod publications;
mod search;
mod uploads;
