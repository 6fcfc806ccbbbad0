//! Whether rows keep what is demanded of them, batch by batch and in bounded memory.

use std::collections::HashSet;

use datafusion::arrow::{
    array::{Array, ArrayRef, AsArray, BooleanArray, RecordBatch, Scalar, StringArray},
    compute::{
        CastOptions, cast, cast_with_options,
        kernels::cmp::{gt, lt},
        or_kleene,
    },
    datatypes::DataType,
};
use mesh_job::{Demand, Example, Failure, Outcome};
use regex::Regex;
use twox_hash::XxHash64;

use crate::{display, failures::from_chain};

/// Rows that are shown of those that break a demand.
const EXAMPLES: usize = 3;

/// Values that are remembered to find one that occurs twice, of all demands together: about 400 MB.
const MOST_REMEMBERED: usize = 12_000_000;

/// The largest compiled expression, in bytes.
const EXPRESSION_BYTES: usize = 1 << 20;

/// Takes in batches of one schema and tells how they keep demands.
pub(crate) struct Demands {
    rows: u64,
    cases: Vec<Case>,
}

struct Case {
    test: Test,
    outcome: Outcome,
}

enum Test {
    NotEmpty(usize),
    Unique {
        columns: Vec<usize>,
        seen: HashSet<u128>,
        most: usize,
    },
    OneOf(usize, HashSet<String>),
    Between {
        column: usize,
        min: Option<Scalar<ArrayRef>>,
        max: Option<Scalar<ArrayRef>>,
    },
    Matches(usize, Regex),
    MaxLength(usize, u64),
    RowCount {
        min: Option<u64>,
        max: Option<u64>,
    },
    /// It can't be measured in this table: a column is gone, a bound isn't of the column's type.
    Unmeasured,
}

impl Demands {
    /// For columns with their physical name, the owner's header and their type.
    pub(crate) fn new(demands: &[Demand], columns: &[(&str, &str, DataType)]) -> Self {
        let unique = |demand: &&Demand| matches!(demand, Demand::Unique { .. });
        let most = MOST_REMEMBERED / demands.iter().filter(unique).count().max(1);
        let cases = demands.iter().map(|demand| Case {
            test: test(demand, columns, most).unwrap_or(Test::Unmeasured),
            outcome: Outcome {
                checked: Some(0),
                broken: 0,
                examples: Vec::new(),
            },
        });
        Self {
            rows: 0,
            cases: cases.collect(),
        }
    }

    /// Takes in a batch whose columns stand in the order of [`Self::new`].
    pub(crate) fn add(&mut self, batch: &RecordBatch) -> Result<(), Failure> {
        for case in &mut self.cases {
            case.add(batch, self.rows)?;
        }
        self.rows += batch.num_rows() as u64;
        Ok(())
    }

    /// One outcome a demand, in their order.
    pub(crate) fn finish(self) -> Vec<Outcome> {
        let rows = self.rows;
        let ended = self.cases.into_iter().map(|case| {
            let mut outcome = case.outcome;
            match case.test {
                Test::RowCount { min, max } => {
                    let kept =
                        min.is_none_or(|min| rows >= min) && max.is_none_or(|max| rows <= max);
                    outcome.checked = Some(rows);
                    // A table with too few or too many rows is one thing that isn't as it should be.
                    outcome.broken = u64::from(!kept);
                }
                Test::Unmeasured => outcome.checked = None,
                _ => outcome.checked = Some(rows),
            }
            outcome
        });
        ended.collect()
    }
}

fn test(demand: &Demand, columns: &[(&str, &str, DataType)], most: usize) -> Option<Test> {
    let find = |name: &str| columns.iter().position(|(known, ..)| *known == name);
    Some(match demand {
        Demand::NotEmpty { column } => Test::NotEmpty(find(column)?),
        Demand::Unique { columns } => Test::Unique {
            columns: columns
                .iter()
                .map(|name| find(name))
                .collect::<Option<_>>()?,
            seen: HashSet::new(),
            most,
        },
        Demand::OneOf { column, values } => {
            Test::OneOf(find(column)?, values.iter().cloned().collect())
        }
        Demand::Between { column, min, max } => {
            let at = find(column)?;
            let bound = |text: &Option<String>| match text {
                None => Some(None),
                Some(text) => scalar(text, &columns[at].2).map(Some),
            };
            Test::Between {
                column: at,
                min: bound(min)?,
                max: bound(max)?,
            }
        }
        Demand::Matches { column, pattern } => {
            let whole = format!("^(?:{pattern})$");
            let mut expression = regex::RegexBuilder::new(&whole);
            let expression = expression.size_limit(EXPRESSION_BYTES).build().ok()?;
            Test::Matches(find(column)?, expression)
        }
        Demand::MaxLength { column, length } => Test::MaxLength(find(column)?, *length),
        Demand::RowCount { min, max } => Test::RowCount {
            min: *min,
            max: *max,
        },
    })
}

/// A bound as a value of the column's type.
fn scalar(text: &str, data_type: &DataType) -> Option<Scalar<ArrayRef>> {
    let strict = CastOptions {
        safe: false,
        ..CastOptions::default()
    };
    let text: ArrayRef = std::sync::Arc::new(StringArray::from(vec![text.trim()]));
    let value = cast_with_options(&text, data_type, &strict).ok()?;
    (value.null_count() == 0).then(|| Scalar::new(value))
}

impl Case {
    fn add(&mut self, batch: &RecordBatch, before: u64) -> Result<(), Failure> {
        let broken = match &mut self.test {
            Test::RowCount { .. } | Test::Unmeasured => return Ok(()),
            Test::NotEmpty(at) => empty(batch.column(*at)),
            Test::Unique {
                columns,
                seen,
                most,
            } => {
                let found = twice(batch, columns, seen)?;
                if seen.len() > *most {
                    self.test = Test::Unmeasured;
                    self.outcome.broken = 0;
                    self.outcome.examples.clear();
                    return Ok(());
                }
                found
            }
            Test::OneOf(at, values) => each_text(batch.column(*at), |text| !values.contains(text))?,
            Test::Matches(at, expression) => {
                each_text(batch.column(*at), |text| !expression.is_match(text))?
            }
            Test::MaxLength(at, most) => {
                let most = usize::try_from(*most).unwrap_or(usize::MAX);
                // Bytes are never fewer than characters.
                each_text(batch.column(*at), |text| {
                    text.len() > most && text.chars().count() > most
                })?
            }
            Test::Between { column, min, max } => {
                let values = batch.column(*column);
                let below = min.as_ref().map(|min| lt(values, min));
                let above = max.as_ref().map(|max| gt(values, max));
                let failed = |error| from_chain(&error);
                match (
                    below.transpose().map_err(failed)?,
                    above.transpose().map_err(failed)?,
                ) {
                    (Some(below), Some(above)) => or_kleene(&below, &above).map_err(failed)?,
                    (Some(one), None) | (None, Some(one)) => one,
                    (None, None) => return Ok(()),
                }
            }
        };
        self.note(batch, &broken, before)
    }

    fn note(
        &mut self,
        batch: &RecordBatch,
        broken: &BooleanArray,
        before: u64,
    ) -> Result<(), Failure> {
        self.outcome.broken += broken.true_count() as u64;
        if self.outcome.examples.len() >= EXAMPLES || broken.true_count() == 0 {
            return Ok(());
        }
        let columns = match &self.test {
            Test::Unique { columns, .. } => columns.clone(),
            Test::NotEmpty(at)
            | Test::OneOf(at, _)
            | Test::Matches(at, _)
            | Test::MaxLength(at, _)
            | Test::Between { column: at, .. } => vec![*at],
            Test::RowCount { .. } | Test::Unmeasured => return Ok(()),
        };
        for at in 0..broken.len() {
            if self.outcome.examples.len() >= EXAMPLES {
                break;
            }
            if !(broken.is_valid(at) && broken.value(at)) {
                continue;
            }
            let row = batch.slice(at, 1).project(&columns);
            let row = row.map_err(|error| from_chain(&error))?;
            let cells = display::rows(&[row])?.pop().unwrap_or_default();
            let value = if cells.iter().all(Option::is_none) {
                None
            } else {
                let cells = cells.into_iter().map(Option::unwrap_or_default);
                Some(cells.collect::<Vec<_>>().join(" · "))
            };
            self.outcome.examples.push(Example {
                row: before + at as u64 + 1,
                value,
            });
        }
        Ok(())
    }
}

/// Where a column has no value, or text of spaces only.
fn empty(values: &ArrayRef) -> BooleanArray {
    let text = values.as_string_opt::<i32>();
    (0..values.len())
        .map(|at| {
            let blank = |text: &StringArray| text.value(at).trim().is_empty();
            Some(values.is_null(at) || text.is_some_and(blank))
        })
        .collect()
}

/// Where the text of a value breaks something; rows without a value break nothing.
fn each_text(values: &ArrayRef, breaks: impl Fn(&str) -> bool) -> Result<BooleanArray, Failure> {
    let text = cast(values, &DataType::Utf8).map_err(|error| from_chain(&error))?;
    let text = text.as_string::<i32>();
    Ok(text
        .iter()
        .map(|text| Some(text.is_some_and(&breaks)))
        .collect())
}

/// Where the values of a row occurred before.
fn twice(
    batch: &RecordBatch,
    columns: &[usize],
    seen: &mut HashSet<u128>,
) -> Result<BooleanArray, Failure> {
    let texts = columns
        .iter()
        .map(|at| cast(batch.column(*at), &DataType::Utf8).map_err(|error| from_chain(&error)))
        .collect::<Result<Vec<_>, _>>()?;
    let texts: Vec<&StringArray> = texts.iter().map(|text| text.as_string::<i32>()).collect();
    let mut key = Vec::new();
    let rows = (0..batch.num_rows()).map(|at| {
        if texts.iter().any(|text| text.is_null(at)) {
            return Some(false);
        }
        key.clear();
        for text in &texts {
            let text = text.value(at).as_bytes();
            key.extend_from_slice(&(text.len() as u64).to_le_bytes());
            key.extend_from_slice(text);
        }
        let halves = [0, 1].map(|seed| u128::from(XxHash64::oneshot(seed, &key)));
        Some(!seen.insert(halves[0] << 64 | halves[1]))
    });
    Ok(rows.collect())
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use datafusion::arrow::{
        array::{Date32Array, Decimal128Array, Int64Array},
        datatypes::{Field, Schema},
    };

    use super::*;

    fn outcomes(demands: &[Demand]) -> Vec<(Option<u64>, u64, Vec<u64>)> {
        let decimals = Decimal128Array::from(vec![Some(150), Some(-5), None, Some(9_999)]);
        let decimals = decimals.with_precision_and_scale(10, 2).expect("it fits");
        let columns: Vec<(&str, ArrayRef)> = vec![
            ("id", Arc::new(Int64Array::from(vec![1, 2, 2, 4]))),
            (
                "name",
                Arc::new(StringArray::from(vec![
                    Some("ann"),
                    Some(" "),
                    None,
                    Some("zoë"),
                ])),
            ),
            ("price", Arc::new(decimals)),
            ("day", Arc::new(Date32Array::from(vec![0, 1, 2, 20_000]))),
        ];
        let named =
            |(name, values): &(&str, ArrayRef)| Field::new(*name, values.data_type().clone(), true);
        let schema = Schema::new(columns.iter().map(named).collect::<Vec<_>>());
        let known: Vec<_> = columns
            .iter()
            .map(|(name, values)| (*name, *name, values.data_type().clone()))
            .collect();
        let values = columns.iter().map(|(_, values)| values.clone()).collect();
        let batch = RecordBatch::try_new(Arc::new(schema), values).expect("a batch");
        let mut judged = Demands::new(demands, &known);
        // Cut anywhere, the rows say the same.
        judged.add(&batch.slice(0, 2)).expect("judged");
        judged.add(&batch.slice(2, 2)).expect("judged");
        let told = judged.finish().into_iter().map(|outcome| {
            let rows = outcome.examples.iter().map(|example| example.row);
            (outcome.checked, outcome.broken, rows.collect())
        });
        told.collect()
    }

    fn column(name: &str) -> String {
        name.to_owned()
    }

    #[test]
    fn each_demand_finds_the_rows_that_break_it() {
        let found = outcomes(&[
            Demand::NotEmpty {
                column: column("name"),
            },
            Demand::Unique {
                columns: vec![column("id")],
            },
            Demand::Unique {
                columns: vec![column("id"), column("name")],
            },
            Demand::OneOf {
                column: column("name"),
                values: vec!["ann".to_owned(), " ".to_owned()],
            },
            Demand::Between {
                column: column("price"),
                min: Some("0".to_owned()),
                max: Some("99.98".to_owned()),
            },
            Demand::Between {
                column: column("day"),
                min: None,
                max: Some("2020-01-01".to_owned()),
            },
            Demand::Matches {
                column: column("name"),
                pattern: "[a-z]+".to_owned(),
            },
            Demand::MaxLength {
                column: column("name"),
                length: 2,
            },
            Demand::RowCount {
                min: Some(5),
                max: None,
            },
        ]);
        let some = |broken, rows: &[u64]| (Some(4), broken, rows.to_vec());
        assert_eq!(found[0], some(2, &[2, 3]));
        assert_eq!(found[1], some(1, &[3]));
        assert_eq!(found[2], some(0, &[]));
        assert_eq!(found[3], some(1, &[4]));
        assert_eq!(found[4], some(2, &[2, 4]));
        assert_eq!(found[5], some(1, &[4]));
        assert_eq!(found[6], some(2, &[2, 4]));
        assert_eq!(found[7], some(2, &[1, 4]));
        assert_eq!(found[8], some(1, &[]));
    }

    #[test]
    fn what_the_table_cannot_answer_is_not_measured() {
        let found = outcomes(&[
            Demand::NotEmpty {
                column: column("gone"),
            },
            Demand::Between {
                column: column("price"),
                min: Some("cheap".to_owned()),
                max: None,
            },
            Demand::Matches {
                column: column("name"),
                pattern: "(".to_owned(),
            },
        ]);
        assert!(
            found
                .iter()
                .all(|(checked, broken, _)| (*checked, *broken) == (None, 0))
        );
    }
}
