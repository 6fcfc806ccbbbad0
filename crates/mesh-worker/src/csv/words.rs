//! Words that mean "no value".

use std::collections::HashSet;

/// Read as no value between numbers, dates and truth values unless the owner
/// says otherwise.
const USUAL: &[&str] = &[
    "NA", "N/A", "n/a", "#N/A", "n.a.", "#NV", "NaN", "nan", "NULL", "null", "None", "-", "–", "—",
];

/// Words that mean "no value" between numbers, dates and truth values.
#[derive(Debug, Clone)]
pub(crate) struct Words {
    words: HashSet<String>,
    /// Bytes of the longest one: most cells need no look-up.
    longest: usize,
}

impl Words {
    pub(crate) fn new(words: &[String]) -> Self {
        let words: HashSet<String> = words.iter().map(|word| word.trim().to_owned()).collect();
        let longest = words.iter().map(String::len).max().unwrap_or(0);
        Self { words, longest }
    }

    /// Whether a cell's text, without spaces around it, is such a word.
    pub(crate) fn contains(&self, text: &str) -> bool {
        text.len() <= self.longest && self.words.contains(text)
    }
}

/// The words in the order in which they are shown.
pub(crate) fn usual() -> Vec<String> {
    USUAL.iter().map(|word| (*word).to_owned()).collect()
}
