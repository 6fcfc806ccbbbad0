//! Tables as Delta Lake keeps them.

mod commit;
mod file;
mod open;
mod receipt;
mod schema;
mod sync;
mod write;

pub(crate) use commit::commit;
pub(crate) use open::{Location, Version, make_private};
pub(crate) use receipt::Receipt;
pub(crate) use write::DataFiles;
