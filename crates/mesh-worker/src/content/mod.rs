//! What a file holds, unpacked where it is packed.

mod feed;
mod packed;
mod pump;
mod zip_file;

pub(crate) use feed::{Feed, Produced, write_value};
pub(crate) use packed::Content;
pub(crate) use zip_file::{Member, check_parts, members};
