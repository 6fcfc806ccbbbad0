//! Text with a delimiter.

mod cells;
mod dates;
mod encoding;
mod evidence;
mod layout;
mod numbers;
mod reader;
mod rejects;
mod style;
mod table;
mod tally;
mod title;
mod values;
mod words;

pub(crate) use rejects::{Kept, Listed};
pub(crate) use table::{CsvTable, Keeper};
