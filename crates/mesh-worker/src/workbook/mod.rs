//! Excel workbooks, read a row at a time.

mod book;
mod cells;
mod dates;
mod sheet;
mod xml;

pub(crate) use book::{Book, Sheet};
pub(crate) use sheet::Found;
