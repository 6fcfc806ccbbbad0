//! Cells become Arrow columns.

use std::sync::Arc;

use datafusion::arrow::array::{
    ArrayBuilder, ArrayRef, BooleanBuilder, Date32Builder, Decimal128Builder, Float64Builder,
    Int64Builder, StringBuilder, TimestampMicrosecondBuilder,
};

use super::{
    dates::{self, Order},
    numbers::{Style, plain},
    reader::Cell,
    values::{boolean, date, timestamp, unscaled},
    words::Words,
};
use crate::target::Target;

const MICROS_OF_DAY: i64 = 86_400_000_000;

/// Collects the cells of one column.
pub(crate) enum Cells {
    Boolean(BooleanBuilder),
    Long(Int64Builder),
    Decimal(Decimal128Builder, usize),
    Double(Float64Builder),
    Text(StringBuilder),
    Date(Date32Builder, Order),
    Timestamp(TimestampMicrosecondBuilder, Order),
}

/// A cell does not fit its column: the file is no longer the one that was judged.
pub(crate) struct Misfit;

impl Cells {
    /// For a column whose dates are written in this order.
    pub(crate) fn new(target: Target, order: Order) -> Self {
        match target {
            Target::Boolean => Self::Boolean(BooleanBuilder::new()),
            Target::Byte | Target::Short | Target::Integer | Target::Long => {
                Self::Long(Int64Builder::new())
            }
            Target::Decimal(_, scale) => Self::Decimal(
                Decimal128Builder::new().with_data_type(target.arrow()),
                usize::from(scale),
            ),
            Target::Float | Target::Double => Self::Double(Float64Builder::new()),
            Target::Date => Self::Date(Date32Builder::new(), order),
            Target::Timestamp => Self::Timestamp(
                TimestampMicrosecondBuilder::new().with_data_type(target.arrow()),
                order,
            ),
            Target::String | Target::Binary => Self::Text(StringBuilder::new()),
        }
    }

    /// Adds a cell, a number in the column's style. Between values that are not
    /// text, blanks and the words for a missing value are missing.
    pub(crate) fn add(
        &mut self,
        cell: Cell<'_>,
        style: Style,
        words: &Words,
    ) -> Result<(), Misfit> {
        if let Self::Text(texts) = self {
            texts.append_option((!cell.text.is_empty() || cell.quoted).then_some(cell.text));
            return Ok(());
        }
        let text = cell.text.trim_matches(' ');
        let missing = text.is_empty() || words.contains(text);
        match self {
            Self::Text(_) => {}
            Self::Boolean(values) => values.append_option(held(missing, || boolean(text))?),
            Self::Long(values) => {
                values.append_option(held(missing, || plain(text, style)?.parse().ok())?);
            }
            Self::Decimal(values, scale) => {
                values.append_option(held(missing, || unscaled(&plain(text, style)?, *scale))?);
            }
            Self::Double(values) => {
                values.append_option(held(missing, || plain(text, style)?.parse().ok())?);
            }
            Self::Date(values, order) => {
                let day = || date(text).or_else(|| dates::days(text, *order));
                values.append_option(held(missing, day)?);
            }
            Self::Timestamp(values, order) => {
                let iso = || timestamp(text).map(|(micros, _)| micros);
                let midnight = || Some(i64::from(date(text)?) * MICROS_OF_DAY);
                let time = || {
                    iso()
                        .or_else(|| dates::micros(text, *order))
                        .or_else(midnight)
                };
                values.append_option(held(missing, time)?);
            }
        }
        Ok(())
    }

    /// The cells so far as a column; collecting starts anew.
    pub(crate) fn finish(&mut self) -> ArrayRef {
        match self {
            Self::Boolean(values) => Arc::new(values.finish()),
            Self::Long(values) => Arc::new(values.finish()),
            Self::Decimal(values, _) => ArrayBuilder::finish(values),
            Self::Double(values) => Arc::new(values.finish()),
            Self::Text(values) => Arc::new(values.finish()),
            Self::Date(values, _) => Arc::new(values.finish()),
            Self::Timestamp(values, _) => Arc::new(values.finish()),
        }
    }
}

fn held<T>(missing: bool, value: impl FnOnce() -> Option<T>) -> Result<Option<T>, Misfit> {
    if missing {
        Ok(None)
    } else {
        value().map(Some).ok_or(Misfit)
    }
}
