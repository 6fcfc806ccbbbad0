//! Tables as Delta Lake keeps them.

mod commit;
mod file;
mod open;
mod receipt;
mod schema;
mod sync;
mod write;

pub(crate) use commit::{NewVersion, commit, write_operation};
pub(crate) use open::{DataFile, Location, Version, make_private, schema_of};
pub(crate) use receipt::Receipt;
pub(crate) use write::DataFiles;
