//! Cells become Arrow columns.

use std::sync::Arc;

use datafusion::arrow::array::{
    ArrayBuilder, ArrayRef, BooleanBuilder, Date32Builder, Decimal128Builder, Float64Builder,
    Int64Builder, StringBuilder, TimestampMicrosecondBuilder,
};

use super::{
    numbers::{Style, plain},
    reader::Cell,
    values::{boolean, date, timestamp, unscaled},
    words::Words,
};
use crate::target::Target;

/// Collects the cells of one column.
pub(crate) enum Cells {
    Boolean(BooleanBuilder),
    Long(Int64Builder),
    Decimal(Decimal128Builder, usize),
    Double(Float64Builder),
    Text(StringBuilder),
    Date(Date32Builder),
    Timestamp(TimestampMicrosecondBuilder),
}

/// A cell does not fit its column: the file is no longer the one that was judged.
pub(crate) struct Misfit;

impl Cells {
    pub(crate) fn new(target: Target) -> Self {
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
            Target::Date => Self::Date(Date32Builder::new()),
            Target::Timestamp => {
                Self::Timestamp(TimestampMicrosecondBuilder::new().with_data_type(target.arrow()))
            }
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
            Self::Date(values) => values.append_option(held(missing, || date(text))?),
            Self::Timestamp(values) => {
                values.append_option(held(missing, || timestamp(text).map(|(micros, _)| micros))?);
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
            Self::Date(values) => Arc::new(values.finish()),
            Self::Timestamp(values) => Arc::new(values.finish()),
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
