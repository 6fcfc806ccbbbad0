//! Selvedge for a team: the API and the portal's pages on one address.

mod guard;
mod pages;
mod serve;

pub use serve::{ServeError, ServeOptions, Server};
