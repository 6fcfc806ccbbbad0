//! Every statistic against values that were worked out in another way, and parts merged against the whole.

use std::sync::Arc;

use arrow_array::{
    ArrayRef, BooleanArray, Date32Array, Decimal128Array, Float64Array, Int64Array, RecordBatch,
    StringArray, TimestampMicrosecondArray,
};
use mesh_job::{ColumnProfile, MeaningKind, TableProfile};
use mesh_profile::Profiler;

fn profiler(batch: &RecordBatch) -> Profiler {
    let schema = batch.schema();
    let columns: Vec<_> = schema
        .fields()
        .iter()
        .map(|field| {
            let name = field.name().as_str();
            (name, name, field.data_type().clone())
        })
        .collect();
    Profiler::new(&columns)
}

fn profile(batch: &RecordBatch) -> TableProfile {
    let mut profiler = profiler(batch);
    profiler.add(batch);
    profiler.finish()
}

fn of(name: &str, values: ArrayRef) -> ColumnProfile {
    let batch = RecordBatch::try_from_iter([(name, values)]).expect("a batch");
    profile(&batch).columns.remove(0)
}

fn quantile(column: &ColumnProfile, share: f64) -> &str {
    let found = column.quantiles.iter().find(|each| each.share == share);
    found.map_or("", |each| each.value.as_str())
}

#[test]
fn numbers_have_range_mean_deviation_and_quantiles() {
    let values: Vec<Option<i64>> = (1..=101).map(Some).chain([None, None]).collect();
    let column = of("n", Arc::new(Int64Array::from(values)));
    assert_eq!((column.nulls, column.distinct), (2, 101));
    assert!(column.distinct_is_exact);
    assert_eq!(column.min.as_deref(), Some("1"));
    assert_eq!(column.max.as_deref(), Some("101"));
    assert_eq!(column.mean.as_deref(), Some("51"));
    // The square root of (101² - 1) / 12 · 101 / 100.
    assert_eq!(column.standard_deviation.as_deref(), Some("29.3002"));
    assert_eq!(quantile(&column, 0.5), "51");
    assert_eq!(quantile(&column, 0.25), "26");
    assert_eq!(column.histogram.iter().sum::<u64>(), 101);
    assert_eq!(column.histogram.len(), 20);
}

#[test]
fn every_type_is_told_as_the_rows_show_it() {
    let decimals = Decimal128Array::from(vec![105, -250, 105])
        .with_precision_and_scale(10, 2)
        .expect("a decimal");
    let column = of("d", Arc::new(decimals));
    assert_eq!(
        (column.min.as_deref(), column.max.as_deref()),
        (Some("-2.50"), Some("1.05"))
    );
    assert_eq!(column.top_values[0].value, "1.05");
    assert_eq!(column.top_values[0].count, 2);

    let column = of("day", Arc::new(Date32Array::from(vec![0, 31, 59])));
    assert_eq!(
        (column.min.as_deref(), column.mean.as_deref()),
        (Some("1970-01-01"), Some("1970-01-31"))
    );
    assert_eq!(quantile(&column, 0.5), "1970-02-01");

    let moments = TimestampMicrosecondArray::from(vec![0, 2_000_000]).with_timezone("UTC");
    let column = of("at", Arc::new(moments));
    assert_eq!(column.max.as_deref(), Some("1970-01-01T00:00:02Z"));

    let column = of("is", Arc::new(BooleanArray::from(vec![true, true, false])));
    assert_eq!(column.distinct, 2);
    assert_eq!(column.top_values[0].value, "true");
    assert_eq!(
        column.meaning.map(|meaning| meaning.kind),
        Some(MeaningKind::Flag)
    );

    let floats = vec![f64::NAN, -0.0, 0.0, 1.5, f64::INFINITY];
    let column = of("f", Arc::new(Float64Array::from(floats)));
    assert_eq!(column.distinct, 4);
    assert_eq!(column.min.as_deref(), Some("0"));

    let column = of("empty", Arc::new(StringArray::from(vec![None::<&str>; 3])));
    assert_eq!((column.nulls, column.distinct, column.min), (3, 0, None));
    assert!(column.histogram.is_empty() && column.top_values.is_empty());
}

#[test]
fn texts_have_lengths_forms_and_frequent_values() {
    let column = of(
        "code",
        Arc::new(StringArray::from(vec!["AB12", "CD34", "AB12", "Zoë"])),
    );
    let lengths = column.lengths.expect("lengths");
    assert_eq!((lengths.min, lengths.max, lengths.mean), (3, 4, 3.75));
    assert_eq!(column.patterns[0].value, "AA99");
    assert_eq!(column.patterns[0].count, 3);
    assert_eq!(
        (
            column.top_values[0].value.as_str(),
            column.top_values[0].count
        ),
        ("AB12", 2)
    );
    assert!(column.top_values_are_exact);
}

#[test]
fn very_many_values_are_estimated_within_two_percent() {
    let values: Vec<i64> = (0..300_000).map(|at| (at * 7_919) % 200_003).collect();
    let column = of("n", Arc::new(Int64Array::from(values)));
    assert!(!column.distinct_is_exact);
    let off = column.distinct as f64 / 200_003.0 - 1.0;
    assert!(off.abs() < 0.02, "{}", column.distinct);
    let median: f64 = quantile(&column, 0.5).parse().expect("a number");
    assert!((median / 100_000.0 - 1.0).abs() < 0.02, "{median}");
    assert!(
        column.top_values.is_empty(),
        "nothing stands out: {:?}",
        column.top_values
    );
}

/// Numbers as good as random, from a seed that is printed where a test fails.
struct Draw(u64);

impl Draw {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % bound
    }
}

fn random_batch(draw: &mut Draw, rows: u64) -> RecordBatch {
    let numbers: Vec<Option<i64>> = (0..rows)
        .map(|_| (draw.below(10) > 0).then(|| draw.below(500) as i64 - 250))
        .collect();
    let texts: Vec<Option<String>> = (0..rows)
        .map(|_| (draw.below(5) > 0).then(|| format!("K{:02}-{}", draw.below(90), draw.below(3))))
        .collect();
    let floats: Vec<f64> = (0..rows).map(|_| draw.below(1_000) as f64 / 8.0).collect();
    RecordBatch::try_from_iter([
        ("n", Arc::new(Int64Array::from(numbers)) as ArrayRef),
        ("t", Arc::new(StringArray::from(texts)) as ArrayRef),
        ("f", Arc::new(Float64Array::from(floats)) as ArrayRef),
    ])
    .expect("a batch")
}

#[test]
fn parts_that_are_merged_are_the_whole() {
    for seed in 1..=40 {
        let mut draw = Draw(seed);
        let rows = 1 + draw.below(3_000);
        let batch = random_batch(&mut draw, rows);
        let whole = profile(&batch);
        let cut = draw.below(rows + 1) as usize;
        let mut merged = profiler(&batch);
        merged.add(&batch.slice(0, cut));
        let mut rest = profiler(&batch);
        rest.add(&batch.slice(cut, batch.num_rows() - cut));
        merged.merge(rest);
        let merged = merged.finish();
        assert_eq!(whole.row_count, merged.row_count);
        for (mut one, mut other) in whole.columns.into_iter().zip(merged.columns) {
            // A sum of floating point numbers depends on their order in its last digits.
            for (left, right) in [
                (one.mean.take(), other.mean.take()),
                (
                    one.standard_deviation.take(),
                    other.standard_deviation.take(),
                ),
            ] {
                let number = |text: Option<String>| {
                    text.map_or(0.0, |text| text.parse::<f64>().expect("a number"))
                };
                let (left, right) = (number(left), number(right));
                assert!(
                    (left - right).abs() <= 1e-4 * left.abs().max(1.0),
                    "seed {seed}: {left}, {right}"
                );
            }
            assert_eq!(one, other, "seed {seed}");
        }
    }
}
