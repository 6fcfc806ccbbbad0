/// A mark for each of many rows.
#[derive(Debug, Default)]
pub(crate) struct Bits {
    words: Vec<u64>,
    count: u64,
}

impl Bits {
    /// Marks a row.
    pub(crate) fn set(&mut self, at: u64) {
        let word = usize::try_from(at / 64).unwrap_or(usize::MAX);
        if word >= self.words.len() {
            self.words.resize(word + 1, 0);
        }
        let bit = 1 << (at % 64);
        self.count += u64::from(self.words[word] & bit == 0);
        self.words[word] |= bit;
    }

    /// Whether a row is marked.
    pub(crate) fn has(&self, at: u64) -> bool {
        usize::try_from(at / 64)
            .ok()
            .and_then(|word| self.words.get(word))
            .is_some_and(|word| word & (1 << (at % 64)) != 0)
    }

    /// Whether any of these rows is marked.
    pub(crate) fn any(&self, mut rows: std::ops::Range<u64>) -> bool {
        self.count > 0 && rows.any(|at| self.has(at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_marked_one_by_one() {
        let mut bits = Bits::default();
        for at in [0, 63, 64, 1000] {
            bits.set(at);
        }
        assert!([0, 63, 64, 1000].into_iter().all(|at| bits.has(at)));
        assert!(
            ![1, 62, 65, 999, 1_000_000]
                .into_iter()
                .any(|at| bits.has(at))
        );
        assert!(bits.any(60..64) && !bits.any(65..1000));
    }
}
