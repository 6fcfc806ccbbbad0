//! How many different values there are.

use std::collections::HashSet;

use datasketches::hll::{HllSketch, HllType, HllUnion};

/// Registers of the sketch, as a power of two: off by less than 1 % two times in three.
const REGISTERS: u8 = 14;

/// Exact for few, an estimate for many.
#[derive(Debug, Clone)]
pub(crate) enum Distinct {
    Exact {
        most: usize,
        hashes: HashSet<u64>,
    },
    Sketch(HllSketch),
    /// No sketch could be made; what was told apart until then.
    AtLeast(u64),
}

impl Distinct {
    pub(crate) fn new(most: usize) -> Self {
        Self::Exact {
            most,
            hashes: HashSet::new(),
        }
    }

    pub(crate) fn add(&mut self, hash: u64) {
        match self {
            Self::Exact { most, hashes } => {
                hashes.insert(hash);
                if hashes.len() > *most {
                    *self = sketched(hashes);
                }
            }
            Self::Sketch(sketch) => sketch.update(hash),
            Self::AtLeast(_) => {}
        }
    }

    pub(crate) fn merge(&mut self, other: Self) {
        match (&mut *self, other) {
            (_, Self::Exact { hashes, .. }) => {
                for hash in hashes {
                    self.add(hash);
                }
            }
            (Self::Exact { hashes, .. }, mut other) => {
                for hash in hashes.drain() {
                    other.add(hash);
                }
                *self = other;
            }
            (Self::Sketch(one), Self::Sketch(other)) => {
                if let Ok(mut union) = HllUnion::new(REGISTERS) {
                    union.update(one);
                    union.update(&other);
                    *one = union.to_sketch(HllType::Hll8);
                }
            }
            (one, other) => *one = Self::AtLeast(one.count().0.max(other.count().0)),
        }
    }

    /// The number, and whether it is exact.
    pub(crate) fn count(&self) -> (u64, bool) {
        match self {
            Self::Exact { hashes, .. } => (hashes.len() as u64, true),
            Self::Sketch(sketch) => (sketch.estimate().round() as u64, false),
            Self::AtLeast(count) => (*count, false),
        }
    }
}

fn sketched(hashes: &HashSet<u64>) -> Distinct {
    let Ok(mut sketch) = HllSketch::new(REGISTERS, HllType::Hll8) else {
        return Distinct::AtLeast(hashes.len() as u64);
    };
    for hash in hashes {
        sketch.update(hash);
    }
    Distinct::Sketch(sketch)
}
