//! What a table holds, in numbers that do not depend on the order of rows.

use datafusion::arrow::{
    array::{Array, ArrayRef, ArrowPrimitiveType, AsArray, RecordBatch},
    datatypes::{
        DataType, Date32Type, Decimal128Type, Float32Type, Float64Type, Int8Type, Int16Type,
        Int32Type, Int64Type, TimestampMicrosecondType, ToByteSlice,
    },
};
use mesh_job::{ColumnSummary, Failure, FailureCode, TableSummary};
use twox_hash::XxHash64;

use crate::failures::unreadable;

/// Sums up batches of one schema.
pub(crate) struct Tally {
    names: Vec<String>,
    rows: u64,
    columns: Vec<(u64, u128)>,
}

impl Tally {
    pub(crate) fn new<'a>(names: impl IntoIterator<Item = &'a str>) -> Self {
        let names: Vec<_> = names.into_iter().map(str::to_owned).collect();
        let columns = vec![(0, 0); names.len()];
        Self {
            names,
            rows: 0,
            columns,
        }
    }

    /// Rows summed up so far.
    pub(crate) fn rows(&self) -> u64 {
        self.rows
    }

    /// Adds a batch whose columns stand in the order of the names.
    pub(crate) fn add(&mut self, batch: &RecordBatch) -> Result<(), Failure> {
        self.rows += batch.num_rows() as u64;
        for (column, (nulls, sum)) in batch.columns().iter().zip(&mut self.columns) {
            *nulls += column.null_count() as u64;
            *sum = sum.wrapping_add(sum_of_hashes(column)?);
        }
        Ok(())
    }

    pub(crate) fn finish(self) -> TableSummary {
        let columns = self
            .names
            .into_iter()
            .zip(self.columns)
            .map(|(name, (nulls, sum))| ColumnSummary {
                name,
                nulls,
                checksum: format!("{sum:032x}"),
            });
        TableSummary {
            row_count: self.rows,
            columns: columns.collect(),
        }
    }
}

/// What a table holds after rows came and went; columns that are new are
/// missing in all rows from before.
pub(crate) fn after(
    before: &TableSummary,
    gone: Option<&TableSummary>,
    came: &TableSummary,
) -> Result<TableSummary, Failure> {
    let nothing = ColumnSummary {
        name: String::new(),
        nulls: 0,
        checksum: format!("{:032x}", 0),
    };
    let gone_rows = gone.map_or(0, |gone| gone.row_count);
    let mut columns = Vec::with_capacity(came.columns.len());
    for (at, new) in came.columns.iter().enumerate() {
        let old = before.columns.iter().find(|one| one.name == new.name);
        let left = gone.map_or(&nothing, |gone| &gone.columns[at]);
        let (nulls, sum) = match old {
            Some(old) => (old.nulls, checksum(old)?),
            None => (before.row_count, 0),
        };
        let sum = sum
            .wrapping_sub(checksum(left)?)
            .wrapping_add(checksum(new)?);
        columns.push(ColumnSummary {
            name: new.name.clone(),
            nulls: (nulls + new.nulls).saturating_sub(left.nulls),
            checksum: format!("{sum:032x}"),
        });
    }
    Ok(TableSummary {
        row_count: (before.row_count + came.row_count).saturating_sub(gone_rows),
        columns,
    })
}

fn checksum(column: &ColumnSummary) -> Result<u128, Failure> {
    u128::from_str_radix(&column.checksum, 16).map_err(|_| unreadable("damaged"))
}

/// Compares a table read back with what was written.
///
/// # Errors
/// `check_mismatch`, naming the first column that differs.
pub(crate) fn compare(expected: &TableSummary, found: &TableSummary) -> Result<(), Failure> {
    let mismatch = Failure::new(FailureCode::CheckMismatch);
    if expected.row_count != found.row_count || expected.columns.len() != found.columns.len() {
        return Err(mismatch
            .with("expected", expected.row_count)
            .with("found", found.row_count));
    }
    match expected
        .columns
        .iter()
        .zip(&found.columns)
        .find(|(one, other)| one != other)
    {
        Some((column, _)) => Err(mismatch.with("column", &column.name)),
        None => Ok(()),
    }
}

fn sum_of_hashes(column: &ArrayRef) -> Result<u128, Failure> {
    Ok(match column.data_type() {
        DataType::Boolean => {
            let values = column.as_boolean();
            sum(values
                .iter()
                .flatten()
                .map(|value| hash(&[u8::from(value)])))
        }
        DataType::Int8 => of_primitive::<Int8Type>(column),
        DataType::Int16 => of_primitive::<Int16Type>(column),
        DataType::Int32 => of_primitive::<Int32Type>(column),
        DataType::Int64 => of_primitive::<Int64Type>(column),
        DataType::Decimal128(..) => of_primitive::<Decimal128Type>(column),
        DataType::Float32 => of_primitive::<Float32Type>(column),
        DataType::Float64 => of_primitive::<Float64Type>(column),
        DataType::Date32 => of_primitive::<Date32Type>(column),
        DataType::Timestamp(..) => of_primitive::<TimestampMicrosecondType>(column),
        DataType::Utf8 => sum(column
            .as_string::<i32>()
            .iter()
            .flatten()
            .map(|text| hash(text.as_bytes()))),
        DataType::Binary => sum(column.as_binary::<i32>().iter().flatten().map(hash)),
        _ => return Err(unreadable("damaged")),
    })
}

fn of_primitive<T: ArrowPrimitiveType>(column: &ArrayRef) -> u128 {
    let values = column.as_primitive::<T>();
    sum(values
        .iter()
        .flatten()
        .map(|value| hash(value.to_byte_slice())))
}

fn hash(bytes: &[u8]) -> u64 {
    XxHash64::oneshot(0, bytes)
}

/// A sum, unlike an exclusive or, also sees equal values that come in pairs.
fn sum(hashes: impl Iterator<Item = u64>) -> u128 {
    hashes.fold(0, |sum, hash| sum.wrapping_add(u128::from(hash)))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use datafusion::arrow::array::{Int64Array, StringArray};

    use super::*;

    fn summary(numbers: Vec<Option<i64>>, texts: Vec<&str>) -> TableSummary {
        let columns: Vec<(&str, ArrayRef)> = vec![
            ("n", Arc::new(Int64Array::from(numbers))),
            ("t", Arc::new(StringArray::from(texts))),
        ];
        let mut tally = Tally::new(["n", "t"]);
        tally
            .add(&RecordBatch::try_from_iter(columns).expect("a batch"))
            .expect("known types");
        tally.finish()
    }

    #[test]
    fn order_does_not_matter_and_values_do() {
        let one = summary(vec![Some(1), None, Some(3)], vec!["a", "b", "c"]);
        let turned = summary(vec![Some(3), Some(1), None], vec!["c", "b", "a"]);
        assert_eq!(compare(&one, &turned), Ok(()));
        let other = summary(vec![Some(1), None, Some(3)], vec!["a", "b", "d"]);
        let failure = compare(&one, &other).expect_err("a different value");
        assert_eq!(failure.params["column"], "t");
        let nulls = summary(vec![Some(1), Some(0), Some(3)], vec!["a", "b", "c"]);
        assert_eq!(
            compare(&one, &nulls).expect_err("a null").params["column"],
            "n"
        );
        let fewer = summary(vec![Some(1), None], vec!["a", "b"]);
        assert_eq!(
            compare(&one, &fewer).expect_err("a row").params["found"],
            "2"
        );
    }
}
