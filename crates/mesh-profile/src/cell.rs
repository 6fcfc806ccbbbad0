//! A value, as it is counted and as it is shown.

use arrow_schema::{DataType, TimeUnit};
use chrono::{DateTime, NaiveDate, SecondsFormat, TimeDelta};
use twox_hash::XxHash64;

use crate::bounds::LONGEST_KEPT;

/// What kind of values a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    Boolean,
    Integer,
    Decimal {
        scale: u32,
    },
    Float,
    Text,
    Date,
    Timestamp,
    Bytes,
    /// Anything else: only what is missing is counted.
    Other,
}

impl Shape {
    pub(crate) fn of(data_type: &DataType) -> Self {
        match data_type {
            DataType::Boolean => Self::Boolean,
            DataType::Int8 | DataType::Int16 | DataType::Int32 | DataType::Int64 => Self::Integer,
            DataType::Decimal128(_, scale) => Self::Decimal {
                scale: u32::try_from(*scale).unwrap_or(0),
            },
            DataType::Float32 | DataType::Float64 => Self::Float,
            DataType::Utf8 => Self::Text,
            DataType::Date32 => Self::Date,
            DataType::Timestamp(TimeUnit::Microsecond, _) => Self::Timestamp,
            DataType::Binary => Self::Bytes,
            _ => Self::Other,
        }
    }

    /// Whether values lie on a line, so that a mean and ranges say something.
    pub(crate) fn is_quantity(self) -> bool {
        matches!(
            self,
            Self::Integer | Self::Decimal { .. } | Self::Float | Self::Date | Self::Timestamp
        )
    }

    /// A value as the rows show it.
    pub(crate) fn show(self, cell: &Cell) -> String {
        match (self, cell) {
            (Self::Boolean, Cell::Whole(value)) => (*value != 0).to_string(),
            (Self::Decimal { scale }, Cell::Whole(value)) => decimal(*value, scale),
            (Self::Date, Cell::Whole(days)) => date(*days),
            (Self::Timestamp, Cell::Whole(micros)) => timestamp(*micros),
            (_, Cell::Whole(value)) => value.to_string(),
            (_, Cell::Float(value)) => float(*value),
            (_, Cell::Text(text)) => shown(text),
        }
    }

    /// A point between values, such as a mean, as the rows would show it.
    pub(crate) fn show_quantity(self, value: f64) -> String {
        match self {
            Self::Date => date(value.round() as i128),
            Self::Timestamp => timestamp((value / 1e6).round() as i128 * 1_000_000),
            _ => rounded(value),
        }
    }
}

/// A value that is kept.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Cell {
    /// Whole numbers, units of the last decimal place, days, microseconds.
    Whole(i128),
    Float(f64),
    Text(Box<str>),
}

impl Cell {
    /// Where it lies on the line.
    pub(crate) fn quantity(&self, shape: Shape) -> Option<f64> {
        match self {
            Self::Whole(value) => Some(quantity(*value, shape)),
            Self::Float(value) => value.is_finite().then_some(*value),
            Self::Text(_) => None,
        }
    }
}

pub(crate) fn quantity(value: i128, shape: Shape) -> f64 {
    match shape {
        Shape::Decimal { scale } => value as f64 / 10f64.powi(scale.try_into().unwrap_or(0)),
        _ => value as f64,
    }
}

pub(crate) fn hash_whole(value: i128) -> u64 {
    // Nearly all fit in 64 bits, and a hash of 8 bytes costs half of one of 16.
    match i64::try_from(value) {
        Ok(small) => XxHash64::oneshot(0, &small.to_le_bytes()),
        Err(_) => XxHash64::oneshot(1, &value.to_le_bytes()),
    }
}

/// Both zeros are one value, and so are all that are no number.
pub(crate) fn hash_float(value: f64) -> u64 {
    XxHash64::oneshot(2, &canonical(value).to_bits().to_le_bytes())
}

pub(crate) fn canonical(value: f64) -> f64 {
    if value.is_nan() {
        f64::NAN
    } else if value == 0.0 {
        0.0
    } else {
        value
    }
}

pub(crate) fn hash_bytes(value: &[u8]) -> u64 {
    XxHash64::oneshot(3, value)
}

/// Text that can stand on a screen and in a database: no control characters, not too long.
pub(crate) fn shown(text: &str) -> String {
    let mut shown: String = text
        .chars()
        .take(LONGEST_KEPT)
        .map(|each| if each.is_control() { ' ' } else { each })
        .collect();
    if text.chars().nth(LONGEST_KEPT).is_some() {
        shown.push('…');
    }
    shown
}

fn decimal(value: i128, scale: u32) -> String {
    let scale = scale as usize;
    let digits = format!("{:0>width$}", value.unsigned_abs(), width = scale + 1);
    let (whole, fraction) = digits.split_at(digits.len() - scale);
    let sign = if value < 0 { "-" } else { "" };
    if fraction.is_empty() {
        format!("{sign}{whole}")
    } else {
        format!("{sign}{whole}.{fraction}")
    }
}

fn float(value: f64) -> String {
    let size = value.abs();
    if value.is_finite() && size != 0.0 && !(1e-6..1e16).contains(&size) {
        format!("{value:e}")
    } else {
        value.to_string()
    }
}

/// Six digits, which are more than a mean or a quantile is worth.
fn rounded(value: f64) -> String {
    if value == 0.0 || !value.is_finite() {
        return float(value);
    }
    let places = 5 - value.abs().log10().floor() as i32;
    if places <= 0 {
        return float(value.round());
    }
    let places = places.min(12) as usize;
    let text = format!("{value:.places$}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    match text {
        "" | "-" | "-0" => "0".to_owned(),
        _ => text.to_owned(),
    }
}

fn date(days: i128) -> String {
    i64::try_from(days)
        .ok()
        .and_then(TimeDelta::try_days)
        .and_then(|delta| NaiveDate::from_ymd_opt(1970, 1, 1)?.checked_add_signed(delta))
        .map_or_else(|| days.to_string(), |date| date.to_string())
}

fn timestamp(micros: i128) -> String {
    i64::try_from(micros)
        .ok()
        .and_then(DateTime::from_timestamp_micros)
        .map_or_else(
            || micros.to_string(),
            |at| at.to_rfc3339_opts(SecondsFormat::AutoSi, true),
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_shown_as_rows_show_them() {
        assert_eq!(
            Shape::Decimal { scale: 2 }.show(&Cell::Whole(-105)),
            "-1.05"
        );
        assert_eq!(Shape::Decimal { scale: 2 }.show(&Cell::Whole(5)), "0.05");
        assert_eq!(Shape::Decimal { scale: 0 }.show(&Cell::Whole(7)), "7");
        assert_eq!(Shape::Date.show(&Cell::Whole(-1)), "1969-12-31");
        assert_eq!(
            Shape::Timestamp.show(&Cell::Whole(1_500_000)),
            "1970-01-01T00:00:01.500Z"
        );
        assert_eq!(Shape::Boolean.show(&Cell::Whole(1)), "true");
        assert_eq!(Shape::Integer.show_quantity(2.5), "2.5");
        assert_eq!(Shape::Integer.show_quantity(1_234_567.8), "1234568");
        assert_eq!(
            Shape::Float.show_quantity(-0.000_012_345_678),
            "-0.0000123457"
        );
        assert_eq!(shown("a\u{0}b\n"), "a b ");
    }
}
