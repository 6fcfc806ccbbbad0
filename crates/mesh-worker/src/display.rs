//! Cells as people read them.

use std::fmt::Write;

use chrono::{DateTime, NaiveDate, SecondsFormat, TimeDelta};
use datafusion::arrow::{
    array::{Array, ArrayRef, AsArray, RecordBatch},
    datatypes::{
        DataType, Date32Type, Decimal128Type, Float32Type, Float64Type, Int8Type, Int16Type,
        Int32Type, Int64Type, TimeUnit, TimestampMicrosecondType,
    },
};
use mesh_job::Failure;

use crate::failures::unreadable;

/// Characters of a cell that are shown.
const LONGEST_CELL: usize = 2_000;

/// Bytes of text on one page; far under the frame's bound, because JSON may
/// need six bytes for one.
const PAGE_BYTES: usize = 8 * 1024 * 1024;

/// The rows of `batches` as text. Pages with very many cells show less of each.
pub(crate) fn rows(batches: &[RecordBatch]) -> Result<Vec<Vec<Option<String>>>, Failure> {
    let cells: usize = batches
        .iter()
        .map(|batch| batch.num_rows() * batch.num_columns())
        .sum();
    let longest = LONGEST_CELL.min((PAGE_BYTES / cells.max(1) / 4).max(8));
    let mut rows = Vec::new();
    for batch in batches {
        let first = rows.len();
        rows.resize_with(first + batch.num_rows(), || {
            Vec::with_capacity(batch.num_columns())
        });
        for column in batch.columns() {
            for (at, row) in rows[first..].iter_mut().enumerate() {
                row.push(cell(column, at, longest)?);
            }
        }
    }
    Ok(rows)
}

fn cell(column: &ArrayRef, row: usize, longest: usize) -> Result<Option<String>, Failure> {
    if column.is_null(row) {
        return Ok(None);
    }
    Ok(Some(match column.data_type() {
        DataType::Boolean => column.as_boolean().value(row).to_string(),
        DataType::Int8 => column.as_primitive::<Int8Type>().value(row).to_string(),
        DataType::Int16 => column.as_primitive::<Int16Type>().value(row).to_string(),
        DataType::Int32 => column.as_primitive::<Int32Type>().value(row).to_string(),
        DataType::Int64 => column.as_primitive::<Int64Type>().value(row).to_string(),
        DataType::Decimal128(..) => column.as_primitive::<Decimal128Type>().value_as_string(row),
        DataType::Float32 => {
            let value = column.as_primitive::<Float32Type>().value(row);
            number(f64::from(value), value.to_string(), format!("{value:e}"))
        }
        DataType::Float64 => {
            let value = column.as_primitive::<Float64Type>().value(row);
            number(value, value.to_string(), format!("{value:e}"))
        }
        DataType::Utf8 => shortened(column.as_string::<i32>().value(row), longest),
        DataType::Date32 => date(column.as_primitive::<Date32Type>().value(row)),
        DataType::Timestamp(TimeUnit::Microsecond, _) => {
            timestamp(column.as_primitive::<TimestampMicrosecondType>().value(row))
        }
        DataType::Binary => hexadecimal(column.as_binary::<i32>().value(row), longest),
        _ => return Err(unreadable("damaged")),
    }))
}

/// Plain digits where they stay short.
fn number(value: f64, plain: String, exponent: String) -> String {
    let size = value.abs();
    if value.is_nan() {
        "NaN".to_owned()
    } else if value.is_infinite() {
        if value > 0.0 { "Infinity" } else { "-Infinity" }.to_owned()
    } else if size != 0.0 && !(1e-6..1e16).contains(&size) {
        exponent
    } else {
        plain
    }
}

fn shortened(text: &str, longest: usize) -> String {
    match text.char_indices().nth(longest) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

fn date(days: i32) -> String {
    NaiveDate::from_ymd_opt(1970, 1, 1)
        .and_then(|epoch| epoch.checked_add_signed(TimeDelta::days(i64::from(days))))
        .map_or_else(
            || format!("{days} days since 1970-01-01"),
            |date| date.to_string(),
        )
}

fn timestamp(micros: i64) -> String {
    DateTime::from_timestamp_micros(micros).map_or_else(
        || format!("{micros} µs since 1970-01-01T00:00:00Z"),
        |time| time.to_rfc3339_opts(SecondsFormat::AutoSi, true),
    )
}

fn hexadecimal(bytes: &[u8], longest: usize) -> String {
    let shown = bytes.len().min(longest / 2);
    let mut text = String::with_capacity(2 * shown + 5);
    text.push_str("0x");
    for byte in &bytes[..shown] {
        let _ = write!(text, "{byte:02x}");
    }
    if shown < bytes.len() {
        text.push('…');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short_and_exact() {
        let shown = |value: f64| number(value, value.to_string(), format!("{value:e}"));
        assert_eq!(shown(1.0), "1");
        assert_eq!(shown(0.1), "0.1");
        assert_eq!(shown(1e300), "1e300");
        assert_eq!(shown(-0.0), "-0");
        assert_eq!(shown(f64::NEG_INFINITY), "-Infinity");
    }

    #[test]
    fn long_text_is_cut_between_characters() {
        assert_eq!(shortened("äöü", 2), "äö…");
        assert_eq!(shortened("äöü", 3), "äöü");
        assert_eq!(hexadecimal(&[0xAB; 9], 8), "0xabababab…");
    }

    #[test]
    fn times_are_rfc_3339() {
        assert_eq!(timestamp(0), "1970-01-01T00:00:00Z");
        assert_eq!(timestamp(-1), "1969-12-31T23:59:59.999999Z");
        assert_eq!(date(-1), "1969-12-31");
    }
}
