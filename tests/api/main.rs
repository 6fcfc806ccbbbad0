//! The API as its clients meet it.

mod audit;
mod authorization;
mod document;
mod domains;
mod drafts;
mod identity;
mod publications;
mod search;
mod uploads;
