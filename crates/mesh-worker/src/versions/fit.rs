//! Whether a file's columns fit a table's.

use datafusion::arrow::{
    array::{Array, ArrayRef, RecordBatch, new_null_array},
    compute::{CastOptions, cast_with_options},
    datatypes::SchemaRef,
    util::display::{ArrayFormatter, FormatOptions},
};
use mesh_job::{ColumnChange, ColumnDifference, Failure};

use crate::{
    delta::schema_of,
    failures::{from_chain, unreadable},
    source::SourceColumn,
    target::Target,
};

/// A file's columns in the order and with the types of a table's, new ones last.
pub(crate) struct Layout {
    /// The table's columns after the file's rows came.
    pub(crate) columns: Vec<SourceColumn>,
    /// Columns that differ, but for types: those show in the values.
    pub(crate) differences: Vec<ColumnDifference>,
    /// For each column its place in the file and its type there.
    from: Vec<Option<(usize, Target)>>,
    schema: SchemaRef,
}

/// A value that doesn't fit its column.
pub(crate) struct Misfit {
    pub(crate) column: usize,
    /// Row of the batch.
    pub(crate) row: usize,
    pub(crate) value: String,
}

impl Layout {
    pub(crate) fn of(file: &[SourceColumn], table: &[SourceColumn]) -> Self {
        let place = |name: &str| file.iter().position(|one| one.column.name == name);
        let mut columns = table.to_vec();
        let mut from: Vec<_> = table
            .iter()
            .map(|one| place(&one.column.name).map(|at| (at, file[at].target)))
            .collect();
        let differs = |one: &SourceColumn, change| ColumnDifference {
            name: one.column.name.clone(),
            business_name: one.column.business_name.clone(),
            change,
            example: None,
            row: None,
        };
        let mut differences: Vec<_> = table
            .iter()
            .zip(&from)
            .filter(|(_, place)| place.is_none())
            .map(|(one, _)| differs(one, ColumnChange::Gone))
            .collect();
        for (at, one) in file.iter().enumerate() {
            if !table
                .iter()
                .any(|known| known.column.name == one.column.name)
            {
                differences.push(differs(one, ColumnChange::Added));
                columns.push(one.clone());
                from.push(Some((at, one.target)));
            }
        }
        Self {
            schema: schema_of(&columns),
            columns,
            differences,
            from,
        }
    }

    /// A file's columns as they are, but with the types that a table gave them before, save for those at `except`.
    pub(crate) fn typed_as_before(
        file: &[SourceColumn],
        table: &[SourceColumn],
        except: &[usize],
    ) -> Self {
        let mut columns = file.to_vec();
        for (at, one) in columns.iter_mut().enumerate() {
            let before = table
                .iter()
                .find(|known| known.column.name == one.column.name);
            if let Some(before) = before.filter(|_| !except.contains(&at)) {
                one.target = before.target;
                one.column.column_type = before.target.column_type();
                one.column.physical_type = before.target.delta_name();
            }
        }
        let from = file.iter().enumerate();
        Self {
            schema: schema_of(&columns),
            columns,
            differences: Vec::new(),
            from: from.map(|(at, one)| Some((at, one.target))).collect(),
        }
    }

    /// Whether a batch of the file has to be changed at all.
    pub(crate) fn changes(&self) -> bool {
        let same = |(column, from): (&SourceColumn, &Option<(usize, Target)>)| {
            from.is_some_and(|(_, target)| target == column.target)
        };
        !self.columns.iter().zip(&self.from).all(same)
    }

    /// A batch of the file as a batch of the table, or the first value of each
    /// column that can't be one.
    ///
    /// # Errors
    /// That a batch can't be made.
    pub(crate) fn fit(
        &self,
        batch: &RecordBatch,
    ) -> Result<Result<RecordBatch, Vec<Misfit>>, Failure> {
        let mut misfits = Vec::new();
        let mut columns = Vec::with_capacity(self.columns.len());
        for (at, (to, from)) in self.columns.iter().zip(&self.from).enumerate() {
            let arrow = to.target.arrow();
            columns.push(match from {
                None => new_null_array(&arrow, batch.num_rows()),
                Some((place, from)) => {
                    let values = batch.column(*place);
                    match fitted(values, *from, to.target) {
                        Ok(column) => column,
                        Err(row) => {
                            let value = shown(values, row)?;
                            misfits.push(Misfit {
                                column: at,
                                row,
                                value,
                            });
                            new_null_array(&arrow, batch.num_rows())
                        }
                    }
                }
            });
        }
        if !misfits.is_empty() {
            return Ok(Err(misfits));
        }
        RecordBatch::try_new(self.schema.clone(), columns)
            .map(Ok)
            .map_err(|error| from_chain(&error))
    }

    /// As [`Layout::fit`], where what doesn't fit is no longer told in full.
    ///
    /// # Errors
    /// `file_unreadable` with `value_range` and the column.
    pub(crate) fn require(&self, batch: &RecordBatch) -> Result<RecordBatch, Failure> {
        self.fit(batch)?.map_err(|misfits| {
            let name = misfits.first().map(|misfit| {
                let column = &self.columns[misfit.column].column;
                column.business_name.clone()
            });
            unreadable("value_range").with("column", name.unwrap_or_default())
        })
    }
}

/// A column as another type, or the first row whose value would be another one.
fn fitted(values: &ArrayRef, from: Target, to: Target) -> Result<ArrayRef, usize> {
    if from == to {
        return Ok(values.clone());
    }
    let first = || (0..values.len()).find(|row| values.is_valid(*row));
    let Some(first) = first() else {
        return Ok(new_null_array(&to.arrow(), values.len()));
    };
    if !may_become(from, to) {
        return Err(first);
    }
    let safe = CastOptions {
        safe: true,
        ..CastOptions::default()
    };
    let there = cast_with_options(values, &to.arrow(), &safe).map_err(|_| first)?;
    let back = cast_with_options(&there, &from.arrow(), &safe).map_err(|_| first)?;
    let lost = (0..values.len()).find(|row| values.slice(*row, 1) != back.slice(*row, 1));
    if values == &back {
        Ok(there)
    } else {
        Err(lost.unwrap_or(first))
    }
}

/// Whether values may change from one type to another, each of them being looked at.
fn may_become(from: Target, to: Target) -> bool {
    use Target as T;
    let is_number = |one| {
        matches!(
            one,
            T::Byte | T::Short | T::Integer | T::Long | T::Decimal(..) | T::Float | T::Double
        )
    };
    match (from, to) {
        (T::Byte | T::Short | T::Integer | T::Long | T::Decimal(..) | T::Date, T::String) => true,
        (T::Date, T::Timestamp) | (T::Timestamp, T::Date) => true,
        (from, to) => is_number(from) && is_number(to),
    }
}

fn shown(values: &ArrayRef, row: usize) -> Result<String, Failure> {
    let options = FormatOptions::default();
    let formatter =
        ArrayFormatter::try_new(values.as_ref(), &options).map_err(|error| from_chain(&error))?;
    Ok(formatter.value(row).to_string())
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use datafusion::arrow::array::{Float64Array, Int64Array, StringArray};

    use super::*;

    #[test]
    fn a_value_becomes_another_type_only_if_it_comes_back() {
        let whole: ArrayRef = Arc::new(Int64Array::from(vec![Some(12), None]));
        assert!(fitted(&whole, Target::Long, Target::Double).is_ok());
        assert!(fitted(&whole, Target::Long, Target::Decimal(10, 2)).is_ok());
        assert!(fitted(&whole, Target::Long, Target::String).is_ok());
        assert_eq!(fitted(&whole, Target::Long, Target::Date), Err(0));
        let broken: ArrayRef = Arc::new(Float64Array::from(vec![12.0, 12.5]));
        assert_eq!(fitted(&broken, Target::Double, Target::Long), Err(1));
        assert!(fitted(&broken.slice(0, 1), Target::Double, Target::Long).is_ok());
        let large: ArrayRef = Arc::new(Int64Array::from(vec![(1 << 53) + 1]));
        assert_eq!(fitted(&large, Target::Long, Target::Double), Err(0));
        let text: ArrayRef = Arc::new(StringArray::from(vec![None, Some("x")]));
        assert_eq!(fitted(&text, Target::String, Target::Long), Err(1));
        assert!(fitted(&text.slice(0, 1), Target::String, Target::Long).is_ok());
    }
}
