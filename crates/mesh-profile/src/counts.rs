//! How often values occur: exact for few, and for many those that occur often (Misra and Gries).

use std::collections::HashMap;

use crate::cell::Cell;

/// Counts of values by their hash.
#[derive(Debug, Clone)]
pub(crate) struct Counts {
    most: usize,
    held: HashMap<u64, (u64, Cell)>,
    /// How much less than it occurs each value may be counted.
    missed: u64,
}

impl Counts {
    pub(crate) fn new(most: usize) -> Self {
        Self {
            most,
            held: HashMap::new(),
            missed: 0,
        }
    }

    /// Counts a value; it is made only if it isn't held yet.
    pub(crate) fn add(&mut self, hash: u64, times: u64, cell: impl FnOnce() -> Cell) {
        if let Some((count, _)) = self.held.get_mut(&hash) {
            *count += times;
            return;
        }
        self.held.insert(hash, (times, cell()));
        if self.held.len() > self.most {
            self.thin();
        }
    }

    pub(crate) fn merge(&mut self, other: Self) {
        self.missed += other.missed;
        for (hash, (count, cell)) in other.held {
            self.held
                .entry(hash)
                .and_modify(|(held, _)| *held += count)
                .or_insert((count, cell));
        }
        while self.held.len() > self.most {
            self.thin();
        }
    }

    /// Takes from all what half of them have no more than.
    fn thin(&mut self) {
        let mut counts: Vec<u64> = self.held.values().map(|(count, _)| *count).collect();
        let middle = counts.len() / 2;
        let (_, taken, _) = counts.select_nth_unstable(middle);
        let taken = *taken;
        self.missed += taken;
        self.held.retain(|_, (count, _)| {
            *count = count.saturating_sub(taken);
            *count > 0
        });
    }

    /// Whether every value is held with its exact count.
    pub(crate) fn are_exact(&self) -> bool {
        self.missed == 0
    }

    /// Every value that is held.
    pub(crate) fn all(&self) -> impl Iterator<Item = (u64, &Cell)> {
        self.held.values().map(|(count, cell)| (*count, cell))
    }

    /// The values that surely occur most often: those that are counted more often than the count may be wrong.
    pub(crate) fn top(&self, most: usize, show: impl Fn(&Cell) -> String) -> Vec<(String, u64)> {
        let mut found: Vec<(String, u64)> = self
            .held
            .values()
            .filter(|(count, _)| *count > self.missed)
            .map(|(count, cell)| (show(cell), *count))
            .collect();
        found.sort_unstable_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(&other.0)));
        found.truncate(most);
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_occurs_often_is_found_among_very_many() {
        let mut counts = Counts::new(64);
        for at in 0..20_000i128 {
            let value = if at % 4 == 0 { -7 } else { at };
            counts.add(crate::cell::hash_whole(value), 1, || Cell::Whole(value));
        }
        assert!(!counts.are_exact());
        let top = counts.top(3, |cell| format!("{cell:?}"));
        assert_eq!(top.len(), 1, "{top:?}");
        assert_eq!(top[0].0, "Whole(-7)");
        assert!(top[0].1 <= 5_000 && top[0].1 + counts.missed >= 5_000);
    }
}
