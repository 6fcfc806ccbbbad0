//! A column's type from all the values in it.

use std::collections::BTreeSet;

use mesh_job::{ColumnNote, ColumnNoteCode};

use super::{
    reader::Cell,
    values::{DIGITS_OF_DECIMAL, Value, judge},
};
use crate::target::Target;

/// Digits of a whole number that a double always gives back.
const WHOLE_DIGITS_OF_DOUBLE: usize = 15;

/// What was seen of a column's values.
#[derive(Debug, Default, Clone)]
pub(crate) struct Evidence {
    text: bool,
    /// A quoted cell without text, which is text of no letters.
    empty_text: bool,
    blank_text: bool,
    missing_words: BTreeSet<String>,
    booleans: bool,
    integers: bool,
    long_integers: bool,
    fractions: bool,
    exponents: bool,
    /// A number that a double does not give back.
    beyond_double: bool,
    whole_digits: usize,
    scale: usize,
    dates: bool,
    instants: bool,
    local_times: bool,
}

impl Evidence {
    /// Looks at one more cell.
    pub(crate) fn add(&mut self, cell: Cell<'_>) {
        // Once text, always text: the rest need not be judged.
        if self.text {
            return;
        }
        match judge(cell.text) {
            Value::Blank => {
                self.empty_text |= cell.quoted;
                self.blank_text |= !cell.text.is_empty();
            }
            Value::Missing => {
                let word = cell.text.trim_matches(' ');
                if !self.missing_words.contains(word) {
                    self.missing_words.insert(word.to_owned());
                }
            }
            Value::Boolean => self.booleans = true,
            Value::Integer { digits } => {
                self.integers = true;
                self.see_whole(digits);
            }
            Value::LongInteger { digits } => {
                self.long_integers = true;
                self.see_whole(digits);
            }
            Value::Fraction {
                whole,
                scale,
                fits_double,
            } => {
                self.fractions = true;
                self.beyond_double |= !fits_double;
                self.whole_digits = self.whole_digits.max(whole);
                self.scale = self.scale.max(scale);
            }
            Value::Exponent => self.exponents = true,
            Value::Date => self.dates = true,
            Value::Instant => self.instants = true,
            Value::LocalTime => self.local_times = true,
            Value::Text => self.text = true,
        }
    }

    fn see_whole(&mut self, digits: usize) {
        self.beyond_double |= digits > WHOLE_DIGITS_OF_DOUBLE;
        self.whole_digits = self.whole_digits.max(digits);
    }

    /// The type that holds every value seen, and what the owner is told of it.
    pub(crate) fn verdict(&self) -> (Target, Option<ColumnNote>) {
        let target = self.target();
        let note = match target {
            Target::String if self.saw_nothing() => {
                Some(note(ColumnNoteCode::NullToString, "from", "empty"))
            }
            Target::String => None,
            _ if !self.missing_words.is_empty() => {
                let words: Vec<_> = self.missing_words.iter().map(String::as_str).collect();
                Some(note(
                    ColumnNoteCode::MissingToNull,
                    "words",
                    &words.join(", "),
                ))
            }
            Target::Timestamp if self.local_times => Some(note(
                ColumnNoteCode::TimestampTakenAsUtc,
                "from",
                "timestamp",
            )),
            _ => None,
        };
        (target, note)
    }

    fn saw_nothing(&self) -> bool {
        !self.text
            && !self.empty_text
            && !self.blank_text
            && self.missing_words.is_empty()
            && self.kinds() == 0
    }

    /// How many kinds of value were seen that have no common type but text.
    fn kinds(&self) -> usize {
        let numbers = self.integers || self.long_integers || self.fractions || self.exponents;
        [
            self.booleans,
            numbers,
            self.dates,
            self.instants,
            self.local_times,
        ]
        .into_iter()
        .filter(|seen| *seen)
        .count()
    }

    fn target(&self) -> Target {
        if self.text || self.kinds() != 1 {
            Target::String
        } else if self.booleans {
            Target::Boolean
        } else if self.dates {
            Target::Date
        } else if self.instants || self.local_times {
            Target::Timestamp
        } else {
            self.number()
        }
    }

    fn number(&self) -> Target {
        if !self.fractions && !self.exponents {
            return if self.long_integers {
                Target::Decimal(38, 0)
            } else {
                Target::Long
            };
        }
        if !self.beyond_double {
            return Target::Double;
        }
        let digits = self.whole_digits + self.scale;
        match u8::try_from(self.scale) {
            Ok(scale) if !self.exponents && digits <= DIGITS_OF_DECIMAL => {
                Target::Decimal(38, scale)
            }
            _ => Target::String,
        }
    }
}

fn note(code: ColumnNoteCode, name: &str, value: &str) -> ColumnNote {
    ColumnNote {
        code,
        params: [(name.to_owned(), value.to_owned())].into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(texts: &[&str]) -> (Target, Option<ColumnNoteCode>) {
        let mut evidence = Evidence::default();
        for text in texts {
            evidence.add(Cell {
                text,
                quoted: false,
            });
        }
        let (target, note) = evidence.verdict();
        (target, note.map(|note| note.code))
    }

    #[test]
    fn a_type_holds_every_value() {
        assert_eq!(of(&["1", "", "-3"]), (Target::Long, None));
        assert_eq!(of(&["1", "2.5"]), (Target::Double, None));
        assert_eq!(
            of(&["1", "9223372036854775808"]),
            (Target::Decimal(38, 0), None)
        );
        assert_eq!(
            of(&["12345678901234567", "0.5"]),
            (Target::Decimal(38, 1), None)
        );
        assert_eq!(of(&["12345678901234567", "1e5"]), (Target::String, None));
        assert_eq!(of(&["true", "FALSE"]), (Target::Boolean, None));
        assert_eq!(of(&["true", "1"]), (Target::String, None));
        assert_eq!(
            of(&["2024-01-01", "2024-01-01 10:00"]),
            (Target::String, None)
        );
        assert_eq!(of(&["1", "2", "00123"]), (Target::String, None));
    }

    #[test]
    fn missing_words_count_only_between_other_values() {
        assert_eq!(
            of(&["1", "NA"]),
            (Target::Long, Some(ColumnNoteCode::MissingToNull))
        );
        assert_eq!(of(&["DE", "NA"]), (Target::String, None));
        assert_eq!(of(&["NA"]), (Target::String, None));
        assert_eq!(
            of(&["", ""]),
            (Target::String, Some(ColumnNoteCode::NullToString))
        );
    }

    #[test]
    fn times_without_a_zone_are_said() {
        let local = (Target::Timestamp, Some(ColumnNoteCode::TimestampTakenAsUtc));
        assert_eq!(of(&["2024-01-01 10:00"]), local);
        assert_eq!(of(&["2024-01-01T10:00Z"]), (Target::Timestamp, None));
        assert_eq!(
            of(&["2024-01-01T10:00Z", "2024-01-01 10:00"]),
            (Target::String, None)
        );
    }
}
