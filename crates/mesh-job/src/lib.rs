//! What core and worker say to each other, and nothing else: jobs, their
//! outputs, the events on the way and the frames that carry them.
//!
//! The core writes one [`Order`] to the worker's standard input, the worker
//! answers with [`Event`]s on its standard output: first [`Event::Hello`],
//! last [`Event::Done`] or [`Event::Failed`].

mod column;
mod comparison;
mod event;
mod failure;
mod frame;
mod intake;
mod job;
mod offer;
mod output;
mod profile;
mod rule;

pub use column::{Column, ColumnNote, ColumnNoteCode, ColumnType};
pub use comparison::{
    ColumnChange, ColumnDifference, Comparison, KeyProblem, KeyProblemCode, WriteMode,
};
pub use event::{Cage, Event, LogLevel, Progress, Unit};
pub use failure::{Failure, FailureCode};
pub use frame::{FrameError, HEAD_BYTES, MAX_FRAME_BYTES, body_length, decode, encode, read_frame};
pub use intake::{
    DateOrder, IntakeChoices, IntakeQuestion, IntakeQuestionCode, Misfits, Nested, NumberStyle,
    Quote, Reject, RejectReason, TextEncoding,
};
pub use job::{ColumnChoice, Job, Limits, Order};
pub use offer::{IntakeNote, IntakeNoteCode, Offer, Offers};
pub use output::{ColumnSummary, FileFormat, Output, Preview, Published, RowPage, TableSummary};
pub use profile::{ColumnProfile, Counted, Lengths, Meaning, MeaningKind, Quantile, TableProfile};
pub use rule::{Checked, Demand, Example, Outcome, Survey};

/// Names this build's language; the engine refuses a worker that answers with
/// another one.
pub const PROTOCOL: &str = concat!("selvedge-job/5 ", env!("CARGO_PKG_VERSION"));
