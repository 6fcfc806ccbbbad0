//! Which of Delta's types a column is cast to, and what its owner is told.

use datafusion::arrow::datatypes::{DataType, TimeUnit};
use mesh_job::{ColumnNote, ColumnNoteCode};

use crate::target::Target;

/// Most digits of a decimal that every reader knows.
const MOST_DIGITS: u8 = 38;

/// The target of a column, and the note on its values.
pub(crate) fn target_of(data_type: &DataType) -> (Target, Option<ColumnNote>) {
    let note = |code| Some(note(code, data_type));
    match data_type {
        DataType::Boolean => (Target::Boolean, None),
        DataType::Int8 => (Target::Byte, None),
        DataType::Int16 | DataType::UInt8 => (Target::Short, None),
        DataType::Int32 | DataType::UInt16 => (Target::Integer, None),
        DataType::Int64 | DataType::UInt32 => (Target::Long, None),
        DataType::UInt64 => (
            Target::Decimal(20, 0),
            note(ColumnNoteCode::UnsignedToDecimal),
        ),
        DataType::Float16 | DataType::Float32 => (Target::Float, None),
        DataType::Float64 => (Target::Double, None),
        DataType::Decimal32(precision, scale)
        | DataType::Decimal64(precision, scale)
        | DataType::Decimal128(precision, scale)
        | DataType::Decimal256(precision, scale) => match decimal(*precision, *scale) {
            Some(target) => (target, None),
            None => (Target::String, note(ColumnNoteCode::OtherToString)),
        },
        DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View => (Target::String, None),
        DataType::Binary
        | DataType::LargeBinary
        | DataType::BinaryView
        | DataType::FixedSizeBinary(_) => (Target::Binary, None),
        DataType::Date32 | DataType::Date64 => (Target::Date, None),
        DataType::Timestamp(TimeUnit::Nanosecond, _) => (
            Target::Timestamp,
            note(ColumnNoteCode::NanosecondsToMicroseconds),
        ),
        DataType::Timestamp(_, None) => {
            (Target::Timestamp, note(ColumnNoteCode::TimestampTakenAsUtc))
        }
        DataType::Timestamp(_, Some(_)) => (Target::Timestamp, None),
        DataType::Time32(_) | DataType::Time64(_) => {
            (Target::String, note(ColumnNoteCode::TimeToString))
        }
        DataType::Null => (Target::String, note(ColumnNoteCode::NullToString)),
        DataType::Dictionary(_, values) => target_of(values),
        DataType::RunEndEncoded(_, values) => target_of(values.data_type()),
        nested if nested.is_nested() => (Target::String, note(ColumnNoteCode::NestedToString)),
        _ => (Target::String, note(ColumnNoteCode::OtherToString)),
    }
}

fn decimal(precision: u8, scale: i8) -> Option<Target> {
    let (precision, scale) = match u8::try_from(scale) {
        Ok(scale) => (precision.max(scale), scale),
        // A negative scale counts zeros before the point.
        Err(_) => (precision.checked_add(scale.unsigned_abs())?, 0),
    };
    (precision <= MOST_DIGITS).then_some(Target::Decimal(precision, scale))
}

fn note(code: ColumnNoteCode, from: &DataType) -> ColumnNote {
    ColumnNote {
        code,
        params: [("from".to_owned(), plain_name(from).to_owned())].into(),
    }
}

/// The type in the file as a word that a sentence can hold.
fn plain_name(data_type: &DataType) -> &'static str {
    match data_type {
        DataType::UInt64 => "uint64",
        DataType::Null => "null",
        DataType::Time32(_) | DataType::Time64(_) => "time",
        DataType::Timestamp(..) => "timestamp",
        DataType::Duration(_) => "duration",
        DataType::Interval(_) => "interval",
        DataType::Struct(_) => "struct",
        DataType::Map(..) => "map",
        DataType::Decimal256(..) => "decimal",
        nested if nested.is_nested() => "list",
        _ => "other",
    }
}
