//! Different values, drawn so that neither their order nor how often they occur matters: those with the smallest hashes.

use std::collections::BTreeMap;

#[derive(Debug, Clone)]
pub(crate) struct Sample {
    most: usize,
    kept: BTreeMap<u64, Box<str>>,
    highest: u64,
}

impl Sample {
    pub(crate) fn new(most: usize) -> Self {
        Self {
            most,
            kept: BTreeMap::new(),
            highest: u64::MAX,
        }
    }

    pub(crate) fn add(&mut self, hash: u64, text: impl FnOnce() -> Box<str>) {
        if hash > self.highest || self.kept.contains_key(&hash) {
            return;
        }
        self.kept.insert(hash, text());
        self.bound();
    }

    pub(crate) fn merge(&mut self, other: Self) {
        for (hash, text) in other.kept {
            self.add(hash, || text);
        }
    }

    fn bound(&mut self) {
        if self.kept.len() > self.most {
            self.kept.pop_last();
        }
        if self.kept.len() == self.most
            && let Some((highest, _)) = self.kept.last_key_value()
        {
            self.highest = *highest;
        }
    }

    pub(crate) fn texts(&self) -> Vec<&str> {
        self.kept.values().map(AsRef::as_ref).collect()
    }
}
