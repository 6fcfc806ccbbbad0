//! How much is kept of each column, so that wide tables need no more than long ones.

/// What may be kept of one column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Bounds {
    /// Different values that are told apart exactly.
    pub(crate) distinct: usize,
    /// Values that are counted.
    pub(crate) counted: usize,
    /// Different values that are kept to judge what the column means.
    pub(crate) sampled: usize,
}

/// Forms of text that are counted.
pub(crate) const PATTERNS: usize = 64;

/// Longer values are told apart, but neither counted nor kept whole.
pub(crate) const LONGEST_KEPT: usize = 100;

impl Bounds {
    /// Bounds with which a table of so many columns stays below 200 MB.
    pub(crate) fn of(columns: usize) -> Self {
        let columns = columns.max(1);
        Self {
            distinct: (4_000_000 / columns).clamp(1_024, 65_536),
            counted: (256_000 / columns).clamp(256, 4_096),
            sampled: (100_000 / columns).clamp(200, 1_000),
        }
    }
}
