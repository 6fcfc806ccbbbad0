//! JSON as a table: a list of objects, or an object a line.

mod columns;
mod document;
mod scan;

pub(crate) use document::Document;
