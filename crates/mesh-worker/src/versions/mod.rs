//! What a file's rows do to the rows that a table holds already.

mod bits;
mod compare;
mod fit;
mod keys;

pub(crate) use bits::Bits;
pub(crate) use compare::{Compared, compare};
pub(crate) use fit::Layout;
