//! Casts a file's columns to their targets.

use std::sync::Arc;

use datafusion::arrow::{
    array::{Array, ArrayRef, AsArray, StringBuilder},
    compute::{CastOptions, cast_with_options},
    datatypes::{DataType, Field, TimeUnit, TimestampMicrosecondType},
    error::ArrowError,
    json::writer::{EncoderOptions, make_encoder},
    util::display::{ArrayFormatter, FormatOptions},
};

use crate::target::Target;

/// Casts a column; a value that does not fit is an error, never a null.
pub(crate) fn cast(column: &ArrayRef, target: Target) -> Result<ArrayRef, ArrowError> {
    match column.data_type() {
        DataType::Dictionary(_, values) => return cast(&plain(column, values)?, target),
        DataType::RunEndEncoded(_, values) => {
            return cast(&plain(column, values.data_type())?, target);
        }
        from if *from == target.arrow() => return Ok(Arc::clone(column)),
        _ => {}
    }
    match target {
        Target::Timestamp => timestamp(column),
        Target::String => text(column),
        _ => plain(column, &target.arrow()),
    }
}

fn plain(column: &ArrayRef, to: &DataType) -> Result<ArrayRef, ArrowError> {
    let options = CastOptions {
        safe: false,
        format_options: FormatOptions::default(),
    };
    cast_with_options(column, to, &options)
}

/// The same instants in microseconds; what has no time zone is taken as UTC.
fn timestamp(column: &ArrayRef) -> Result<ArrayRef, ArrowError> {
    let DataType::Timestamp(_, zone) = column.data_type() else {
        return plain(column, &Target::Timestamp.arrow());
    };
    let micros = plain(
        column,
        &DataType::Timestamp(TimeUnit::Microsecond, zone.clone()),
    )?;
    let micros = micros.as_primitive::<TimestampMicrosecondType>().clone();
    Ok(Arc::new(micros.with_timezone("UTC")))
}

fn text(column: &ArrayRef) -> Result<ArrayRef, ArrowError> {
    match column.data_type() {
        DataType::Null
        | DataType::LargeUtf8
        | DataType::Utf8View
        | DataType::Time32(_)
        | DataType::Time64(_) => plain(column, &DataType::Utf8),
        nested if nested.is_nested() => json(column).or_else(|_| formatted(column)),
        _ => formatted(column),
    }
}

fn json(column: &ArrayRef) -> Result<ArrayRef, ArrowError> {
    let options = EncoderOptions::default().with_explicit_nulls(true);
    let field = Arc::new(Field::new("value", column.data_type().clone(), true));
    let mut encoder = make_encoder(&field, column.as_ref(), &options)?;
    let mut texts = StringBuilder::new();
    let mut bytes = Vec::new();
    for row in 0..column.len() {
        if column.is_null(row) {
            texts.append_null();
            continue;
        }
        bytes.clear();
        encoder.encode(row, &mut bytes);
        let json = std::str::from_utf8(&bytes)
            .map_err(|error| ArrowError::ExternalError(Box::new(error)))?;
        texts.append_value(json);
    }
    Ok(Arc::new(texts.finish()))
}

fn formatted(column: &ArrayRef) -> Result<ArrayRef, ArrowError> {
    let options = FormatOptions::default();
    let formatter = ArrayFormatter::try_new(column.as_ref(), &options)?;
    let mut texts = StringBuilder::new();
    for row in 0..column.len() {
        if column.is_null(row) {
            texts.append_null();
        } else {
            texts.append_value(formatter.value(row).try_to_string()?);
        }
    }
    Ok(Arc::new(texts.finish()))
}

#[cfg(test)]
mod tests {
    use datafusion::arrow::{
        array::{
            Decimal256Array, DictionaryArray, Int32Array, ListArray, Time64MicrosecondArray,
            TimestampNanosecondArray, TimestampSecondArray, UInt64Array,
        },
        datatypes::{Int32Type, i256},
    };

    use super::*;
    use crate::parquet_file::types::target_of;

    fn shown(column: ArrayRef) -> Vec<String> {
        let target = target_of(column.data_type()).0;
        let column = cast(&column, target).expect("castable");
        assert_eq!(*column.data_type(), target.arrow());
        let options = FormatOptions::default().with_null("null");
        let formatter = ArrayFormatter::try_new(&column, &options).expect("a known type");
        (0..column.len())
            .map(|row| formatter.value(row).to_string())
            .collect()
    }

    #[test]
    fn values_keep_their_meaning() {
        assert_eq!(
            shown(Arc::new(UInt64Array::from(vec![u64::MAX]))),
            ["18446744073709551615"]
        );
        let nanos = TimestampNanosecondArray::from(vec![1_999]).with_timezone("Europe/Berlin");
        assert_eq!(shown(Arc::new(nanos)), ["1970-01-01T00:00:00.000001Z"]);
        assert_eq!(
            shown(Arc::new(TimestampSecondArray::from(vec![1]))),
            ["1970-01-01T00:00:01Z"]
        );
        assert_eq!(
            shown(Arc::new(Time64MicrosecondArray::from(vec![1_000_000]))),
            ["00:00:01"]
        );
        let dictionary: DictionaryArray<Int32Type> = ["b", "a", "b"].into_iter().collect();
        assert_eq!(shown(Arc::new(dictionary)), ["b", "a", "b"]);
        let wide = Decimal256Array::from(vec![i256::from_i128(-15)]);
        let wide = wide.with_precision_and_scale(60, 1).expect("bounds");
        assert_eq!(shown(Arc::new(wide)), ["-1.5"]);
    }

    #[test]
    fn nested_values_become_json() {
        let rows = vec![Some(vec![Some(1), None]), None, Some(vec![])];
        let list = ListArray::from_iter_primitive::<Int32Type, _, _>(rows);
        assert_eq!(shown(Arc::new(list)), ["[1,null]", "null", "[]"]);
    }

    #[test]
    fn what_does_not_fit_is_an_error_and_never_missing() {
        let column: ArrayRef = Arc::new(Int32Array::from(vec![1000]));
        assert!(cast(&column, Target::Byte).is_err());
        let far: ArrayRef = Arc::new(TimestampSecondArray::from(vec![i64::MAX]));
        assert!(cast(&far, Target::Timestamp).is_err());
    }
}
