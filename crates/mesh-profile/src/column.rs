//! What one column holds, value by value.

use arrow_array::{Array, ArrayRef, ArrowPrimitiveType, cast::AsArray, types};
use arrow_schema::DataType;
use mesh_job::{ColumnProfile, Counted, Lengths, Quantile};

use crate::{
    bounds::{Bounds, LONGEST_KEPT, PATTERNS},
    cell::{self, Cell, Shape, canonical},
    counts::Counts,
    distinct::Distinct,
    meaning::{self, Column, Facts},
    pattern,
    quantity::{Quantities, SHARES},
    sample::Sample,
};

/// Values and forms that are shown.
const TOP_VALUES: usize = 10;
const TOP_PATTERNS: usize = 5;

/// Bytes of the smallest and largest text that are kept.
const LONGEST_EXTREME: usize = 1_000;

#[derive(Debug, Clone)]
pub(crate) struct ColumnState {
    name: String,
    header: String,
    shape: Shape,
    rows: u64,
    nulls: u64,
    extremes: Option<(Cell, Cell)>,
    quantities: Quantities,
    lengths: Option<(u64, u64)>,
    characters: u64,
    distinct: Distinct,
    counts: Counts,
    patterns: Counts,
    sample: Sample,
    form: String,
}

impl ColumnState {
    pub(crate) fn new(name: &str, header: &str, data_type: &DataType, bounds: Bounds) -> Self {
        Self {
            name: name.to_owned(),
            header: header.to_owned(),
            shape: Shape::of(data_type),
            rows: 0,
            nulls: 0,
            extremes: None,
            quantities: Quantities::new(),
            lengths: None,
            characters: 0,
            distinct: Distinct::new(bounds.distinct),
            counts: Counts::new(bounds.counted),
            patterns: Counts::new(PATTERNS),
            sample: Sample::new(bounds.sampled),
            form: String::new(),
        }
    }

    pub(crate) fn add(&mut self, values: &ArrayRef) {
        self.rows += values.len() as u64;
        self.nulls += values.null_count() as u64;
        match values.data_type() {
            DataType::Boolean => {
                for value in values.as_boolean().iter().flatten() {
                    self.whole(i128::from(value));
                }
            }
            DataType::Int8 => self.wholes::<types::Int8Type>(values),
            DataType::Int16 => self.wholes::<types::Int16Type>(values),
            DataType::Int32 => self.wholes::<types::Int32Type>(values),
            DataType::Int64 => self.wholes::<types::Int64Type>(values),
            DataType::Decimal128(..) => self.wholes::<types::Decimal128Type>(values),
            DataType::Date32 => self.wholes::<types::Date32Type>(values),
            DataType::Timestamp(arrow_schema::TimeUnit::Microsecond, _) => {
                self.wholes::<types::TimestampMicrosecondType>(values);
            }
            DataType::Float32 => {
                let values = values.as_primitive::<types::Float32Type>();
                values
                    .iter()
                    .flatten()
                    .for_each(|value| self.float(f64::from(value)));
            }
            DataType::Float64 => {
                let values = values.as_primitive::<types::Float64Type>();
                values.iter().flatten().for_each(|value| self.float(value));
            }
            DataType::Utf8 => {
                let values = values.as_string::<i32>();
                values.iter().flatten().for_each(|value| self.text(value));
            }
            DataType::Binary => {
                for value in values.as_binary::<i32>().iter().flatten() {
                    self.length(value.len() as u64);
                    self.distinct.add(cell::hash_bytes(value));
                }
            }
            _ => {}
        }
    }

    fn wholes<T: ArrowPrimitiveType<Native: Into<i128>>>(&mut self, values: &ArrayRef) {
        let values = values.as_primitive::<T>();
        values
            .iter()
            .flatten()
            .for_each(|value| self.whole(value.into()));
    }

    fn whole(&mut self, value: i128) {
        let hash = cell::hash_whole(value);
        match &mut self.extremes {
            Some((Cell::Whole(min), Cell::Whole(max))) => {
                *min = value.min(*min);
                *max = value.max(*max);
            }
            _ => self.extremes = Some((Cell::Whole(value), Cell::Whole(value))),
        }
        if self.shape.is_quantity() {
            self.quantities.add(cell::quantity(value, self.shape));
        }
        self.distinct.add(hash);
        self.counts.add(hash, 1, || Cell::Whole(value));
        let shape = self.shape;
        self.sample
            .add(hash, || shape.show(&Cell::Whole(value)).into());
    }

    fn float(&mut self, value: f64) {
        let value = canonical(value);
        let hash = cell::hash_float(value);
        if !value.is_nan() {
            match &mut self.extremes {
                Some((Cell::Float(min), Cell::Float(max))) => {
                    *min = value.min(*min);
                    *max = value.max(*max);
                }
                _ => self.extremes = Some((Cell::Float(value), Cell::Float(value))),
            }
        }
        self.quantities.add(value);
        self.distinct.add(hash);
        self.counts.add(hash, 1, || Cell::Float(value));
        let shape = self.shape;
        self.sample
            .add(hash, || shape.show(&Cell::Float(value)).into());
    }

    fn text(&mut self, text: &str) {
        let hash = cell::hash_bytes(text.as_bytes());
        match &mut self.extremes {
            Some((Cell::Text(min), Cell::Text(max))) => {
                if text < &**min {
                    *min = cut(text, LONGEST_EXTREME);
                } else if text > &**max {
                    *max = cut(text, LONGEST_EXTREME);
                }
            }
            _ => {
                let only = Cell::Text(cut(text, LONGEST_EXTREME));
                self.extremes = Some((only.clone(), only));
            }
        }
        self.length(text.chars().count() as u64);
        self.distinct.add(hash);
        if text.len() <= LONGEST_KEPT {
            self.counts.add(hash, 1, || Cell::Text(text.into()));
        }
        pattern::write(text, &mut self.form);
        let form = &self.form;
        self.patterns.add(cell::hash_bytes(form.as_bytes()), 1, || {
            Cell::Text(form.as_str().into())
        });
        self.sample.add(hash, || cut(text, 4 * LONGEST_KEPT));
    }

    fn length(&mut self, length: u64) {
        let (min, max) = self.lengths.unwrap_or((length, length));
        self.lengths = Some((min.min(length), max.max(length)));
        self.characters += length;
    }

    pub(crate) fn merge(&mut self, other: Self) {
        self.rows += other.rows;
        self.nulls += other.nulls;
        self.extremes = match (self.extremes.take(), other.extremes) {
            (Some((min, max)), Some((other_min, other_max))) => Some((
                if below(&other_min, &min) {
                    other_min
                } else {
                    min
                },
                if below(&max, &other_max) {
                    other_max
                } else {
                    max
                },
            )),
            (one, other) => one.or(other),
        };
        self.quantities.merge(other.quantities);
        self.lengths = match (self.lengths, other.lengths) {
            (Some((min, max)), Some((least, most))) => Some((min.min(least), max.max(most))),
            (one, other) => one.or(other),
        };
        self.characters += other.characters;
        self.distinct.merge(other.distinct);
        self.counts.merge(other.counts);
        self.patterns.merge(other.patterns);
        self.sample.merge(other.sample);
    }

    pub(crate) fn finish(self) -> ColumnProfile {
        let shape = self.shape;
        let values = self.rows - self.nulls;
        let (distinct, distinct_is_exact) = self.distinct.count();
        let distinct = distinct.min(values);
        let lengths = self.lengths.map(|(min, max)| Lengths {
            min,
            max,
            mean: self.characters as f64 / values.max(1) as f64,
        });
        let facts = Facts {
            rows: self.rows,
            values,
            distinct,
            mean_length: lengths.map_or(0.0, |lengths| lengths.mean),
        };
        let texts = self.sample.texts();
        let meaning = meaning::judge(&Column {
            name: &self.name,
            header: &self.header,
            is_boolean: shape == Shape::Boolean,
            is_number: matches!(shape, Shape::Integer | Shape::Decimal { .. } | Shape::Float),
            is_text: shape == Shape::Text,
            is_time: matches!(shape, Shape::Date | Shape::Timestamp),
            facts,
            values: &texts,
        });
        let moments = self.quantities.moments;
        let mean = moments.mean().map(|mean| shape.show_quantity(mean));
        let standard_deviation = moments
            .standard_deviation()
            .filter(|_| !matches!(shape, Shape::Date | Shape::Timestamp))
            .map(|deviation| Shape::Float.show_quantity(deviation));
        let (quantiles, histogram) = self.quantities.spread(shape, &self.counts);
        let show = |cell: &Cell| shape.show(cell);
        let extreme = |cell: &Cell| Some(shape.show(cell));
        ColumnProfile {
            name: self.name,
            nulls: self.nulls,
            distinct,
            distinct_is_exact,
            min: self.extremes.as_ref().and_then(|(min, _)| extreme(min)),
            max: self.extremes.as_ref().and_then(|(_, max)| extreme(max)),
            mean,
            standard_deviation,
            quantiles: SHARES
                .iter()
                .zip(quantiles)
                .map(|(share, value)| Quantile {
                    share: *share,
                    value: shape.show_quantity(value),
                })
                .collect(),
            histogram,
            lengths,
            top_values: counted(self.counts.top(TOP_VALUES, show)),
            top_values_are_exact: self.counts.are_exact(),
            patterns: counted(self.patterns.top(TOP_PATTERNS, show_form)),
            meaning,
        }
    }
}

fn show_form(form: &Cell) -> String {
    match form {
        Cell::Text(form) => form.to_string(),
        _ => String::new(),
    }
}

fn counted(found: Vec<(String, u64)>) -> Vec<Counted> {
    found
        .into_iter()
        .map(|(value, count)| Counted { value, count })
        .collect()
}

fn below(one: &Cell, other: &Cell) -> bool {
    match (one, other) {
        (Cell::Whole(one), Cell::Whole(other)) => one < other,
        (Cell::Float(one), Cell::Float(other)) => one < other,
        (Cell::Text(one), Cell::Text(other)) => one < other,
        _ => false,
    }
}

fn cut(text: &str, most: usize) -> Box<str> {
    let end = if text.len() <= most {
        text.len()
    } else {
        text.floor_char_boundary(most)
    };
    text[..end].into()
}
