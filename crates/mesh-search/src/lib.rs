//! The catalog's index: derived from the store, kept in memory, rebuilt at any time.
//!
//! The exact name comes first, then words and beginnings of words, then one typo; each hit says why it matched.

mod document;
mod index;
mod query;

pub use document::{Document, DocumentKind};
pub use index::{Catalog, SearchError};
pub use query::{Field, Hit};
