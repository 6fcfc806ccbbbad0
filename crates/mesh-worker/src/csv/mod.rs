//! Text with a delimiter.

mod cells;
mod encoding;
mod evidence;
mod layout;
mod reader;
mod table;
mod values;

pub(crate) use table::CsvTable;
