//! What columns hold and mean: one pass over Arrow batches in bounded memory.
//!
//! Pure: no files, no engine. [`Profiler`] takes batches in any order;
//! profilers of parts of a table are merged into that of the whole.

mod bounds;
mod cell;
mod column;
mod counts;
mod distinct;
mod meaning;
mod moments;
mod pattern;
mod quantity;
mod sample;
mod table;

pub use meaning::{Column, Facts, judge};
pub use table::Profiler;
