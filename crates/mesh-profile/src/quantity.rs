//! Quantiles and histogram: exact where every value is held, else from a t-digest.

use datasketches::tdigest::TDigestMut;

use crate::{cell::Shape, counts::Counts, moments::Moments};

/// Shares of which quantiles are told.
pub(crate) const SHARES: [f64; 7] = [0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99];

/// Ranges of a histogram.
const RANGES: usize = 20;

/// How finely a t-digest tells apart: a rank is off by less than 1 % in the middle, far less at the ends.
const FINENESS: u16 = 100;

/// Values on a line.
#[derive(Debug, Clone)]
pub(crate) struct Quantities {
    pub(crate) moments: Moments,
    digest: Option<TDigestMut>,
}

impl Quantities {
    pub(crate) fn new() -> Self {
        Self {
            moments: Moments::default(),
            digest: TDigestMut::new(FINENESS).ok(),
        }
    }

    pub(crate) fn add(&mut self, value: f64) {
        if value.is_finite() {
            self.moments.add(value);
            if let Some(digest) = &mut self.digest {
                digest.update(value);
            }
        }
    }

    pub(crate) fn merge(&mut self, other: Self) {
        self.moments.merge(other.moments);
        if let (Some(one), Some(other)) = (&mut self.digest, &other.digest) {
            one.merge(other);
        }
    }

    /// Quantiles in the order of [`SHARES`], and how many values lie in each of equally wide ranges.
    pub(crate) fn spread(self, shape: Shape, counts: &Counts) -> (Vec<f64>, Vec<u64>) {
        if self.moments.count() == 0 {
            return Default::default();
        }
        if counts.are_exact() {
            return exact(shape, counts);
        }
        let Some(digest) = self.digest.map(TDigestMut::freeze) else {
            return Default::default();
        };
        let quantiles = SHARES
            .iter()
            .filter_map(|share| digest.quantile(*share))
            .collect();
        let (Some(min), Some(max)) = (digest.min_value(), digest.max_value()) else {
            return Default::default();
        };
        if min == max {
            return (quantiles, vec![self.moments.count()]);
        }
        let step = (max - min) / RANGES as f64;
        let edges: Vec<f64> = (1..RANGES).map(|at| min + step * at as f64).collect();
        let total = self.moments.count() as f64;
        let histogram = match edges.windows(2).all(|pair| pair[0] < pair[1]) {
            true => digest.pmf(&edges).unwrap_or_default(),
            false => Vec::new(),
        };
        let histogram = histogram
            .into_iter()
            .map(|share| (share * total).round() as u64)
            .collect();
        (quantiles, histogram)
    }
}

fn exact(shape: Shape, counts: &Counts) -> (Vec<f64>, Vec<u64>) {
    let mut values: Vec<(f64, u64)> = counts
        .all()
        .filter_map(|(count, cell)| Some((cell.quantity(shape)?, count)))
        .collect();
    values.sort_unstable_by(|one, other| one.0.total_cmp(&other.0));
    let total: u64 = values.iter().map(|(_, count)| count).sum();
    let (Some((min, _)), Some((max, _))) = (values.first().copied(), values.last().copied()) else {
        return Default::default();
    };
    let quantiles = SHARES
        .iter()
        .map(|share| {
            let rank = share * (total - 1) as f64;
            let (below, above) = (
                at(&values, rank.floor() as u64),
                at(&values, rank.ceil() as u64),
            );
            below + (above - below) * rank.fract()
        })
        .collect();
    if min == max {
        return (quantiles, vec![total]);
    }
    let mut histogram = vec![0; RANGES];
    for (value, count) in values {
        let place = (value - min) / (max - min) * RANGES as f64;
        histogram[(place as usize).min(RANGES - 1)] += count;
    }
    (quantiles, histogram)
}

fn at(values: &[(f64, u64)], rank: u64) -> f64 {
    let mut passed = 0;
    for (value, count) in values {
        passed += count;
        if passed > rank {
            return *value;
        }
    }
    values.last().map_or(f64::NAN, |(value, _)| *value)
}
