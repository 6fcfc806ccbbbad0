//! A column's type from all the values in it.

use std::{collections::BTreeSet, sync::Arc};

use mesh_job::{ColumnNote, ColumnNoteCode, DateOrder, NumberStyle};

use super::{
    dates::{Dates, Order},
    numbers::{Style, plain},
    reader::Cell,
    tally::Numbers,
    values::{Value, judge},
    words::Words,
};
use crate::{content::Produced, target::Target};

/// What was seen of a column's values.
#[derive(Debug, Clone)]
pub(crate) struct Evidence {
    words: Arc<Words>,
    /// The file's format says what is text: values in quotation marks.
    quoted_is_text: bool,
    /// Days among times are midnights.
    days_are_times: bool,
    text: bool,
    /// A quoted cell without text, which is text of no letters.
    empty_text: bool,
    blank_text: bool,
    missing_words: BTreeSet<String>,
    booleans: bool,
    dates: bool,
    instants: bool,
    local_times: bool,
    /// Dates that are not written as ISO 8601 has them.
    pub(crate) written: Dates,
    point: Numbers,
    comma: Numbers,
    /// A number with marks that no program writes who writes for programs.
    marked: bool,
    /// The first value that is another number in each style.
    ambiguous: Option<String>,
}

/// In which style a column's numbers are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reading {
    Certain(Style),
    /// Each value is a number in both styles, and not the same one.
    Either,
    /// There are no numbers, or values of both styles.
    Neither,
}

impl Evidence {
    pub(crate) fn new(words: Arc<Words>) -> Self {
        Self {
            words,
            quoted_is_text: false,
            days_are_times: false,
            text: false,
            empty_text: false,
            blank_text: false,
            missing_words: BTreeSet::new(),
            booleans: false,
            dates: false,
            instants: false,
            local_times: false,
            written: Dates::default(),
            point: Numbers::default(),
            comma: Numbers::default(),
            marked: false,
            ambiguous: None,
        }
    }

    /// The same, for a format that may say what is text: only dates are told by
    /// their looks then.
    pub(crate) fn of_rows(self, rows: Option<&Produced>) -> Self {
        Self {
            quoted_is_text: rows.is_some_and(|rows| rows.quoted_is_text),
            days_are_times: rows.is_some_and(|rows| !rows.quoted_is_text),
            ..self
        }
    }

    /// Looks at one more cell.
    pub(crate) fn add(&mut self, cell: Cell<'_>) {
        // Once text, always text: the rest need not be judged.
        if self.text {
            return;
        }
        let text = cell.text.trim_matches(' ');
        if self.quoted_is_text && cell.quoted && !text.is_empty() {
            match judge(text) {
                Value::Date | Value::Instant | Value::LocalTime => {}
                Value::Text if self.written.add(text) => return,
                _ => {
                    self.text = true;
                    return;
                }
            }
        }
        if self.words.contains(text) && !text.is_empty() {
            if !self.missing_words.contains(text) {
                self.missing_words.insert(text.to_owned());
            }
            return;
        }
        match judge(text) {
            Value::Blank => {
                self.empty_text |= cell.quoted;
                self.blank_text |= !cell.text.is_empty();
            }
            Value::Boolean => self.booleans = true,
            Value::Date => self.dates = true,
            Value::Instant => self.instants = true,
            Value::LocalTime => self.local_times = true,
            Value::Exponent if text.contains('.') => {
                self.point.add(Value::Exponent);
                self.comma.add(Value::Text);
            }
            value @ (Value::Integer { .. } | Value::LongInteger { .. } | Value::Exponent) => {
                self.point.add(value);
                self.comma.add(value);
            }
            value @ (Value::Fraction { .. } | Value::Text) => self.add_marked(text, value),
        }
    }

    fn add_marked(&mut self, text: &str, strict: Value) {
        if strict == Value::Text && self.written.add(text) {
            return;
        }
        let read = |style| plain(text, style);
        let as_point = match strict {
            Value::Text => read(Style::Point).map_or(Value::Text, |plain| judge(&plain)),
            fraction => fraction,
        };
        // Whether a comma was meant matters no more where it cannot have been.
        let as_comma = if self.comma.foreign {
            Value::Text
        } else {
            read(Style::Comma).map_or(Value::Text, |plain| judge(&plain))
        };
        let (is_point, is_comma) = (is_number(as_point), is_number(as_comma));
        if !is_point && !is_comma {
            self.text = true;
            return;
        }
        self.marked |= strict == Value::Text;
        if is_point && is_comma && self.ambiguous.is_none() && as_point != as_comma {
            self.ambiguous = Some(text.to_owned());
        }
        self.point.add(as_point);
        self.comma.add(as_comma);
        self.text = self.point.foreign && self.comma.foreign;
    }

    /// In which style the column's numbers are written, by all of them.
    pub(crate) fn reading(&self) -> Reading {
        match (self.point.foreign, self.comma.foreign) {
            _ if self.text || !(self.point.seen || self.comma.seen) => Reading::Neither,
            (true, true) => Reading::Neither,
            (false, true) => Reading::Certain(Style::Point),
            (true, false) => Reading::Certain(Style::Comma),
            (false, false) if self.ambiguous.is_some() => Reading::Either,
            (false, false) => Reading::Certain(Style::Point),
        }
    }

    /// Whether one of the values shows which mark stands before its fraction.
    pub(crate) fn proves(&self) -> Option<Style> {
        let proven = self.point.foreign != self.comma.foreign;
        match self.reading() {
            Reading::Certain(style) if proven => Some(style),
            _ => None,
        }
    }

    /// A value that is another number in each style.
    pub(crate) fn ambiguous(&self) -> Option<&str> {
        self.ambiguous.as_deref()
    }

    /// Whether any number needs more than a decimal point to be read.
    pub(crate) fn is_marked(&self) -> bool {
        self.marked
    }

    /// The style in which the column is read when its file is written in
    /// `numbers`; `None` for text.
    pub(crate) fn style(&self, numbers: Option<NumberStyle>) -> Option<Style> {
        if numbers == Some(NumberStyle::AsWritten) {
            return (!self.marked && !self.point.foreign).then_some(Style::Point);
        }
        match self.reading() {
            Reading::Certain(style) => Some(style),
            Reading::Neither => None,
            Reading::Either => match numbers {
                Some(NumberStyle::Comma) => Some(Style::Comma),
                Some(_) => Some(Style::Point),
                // Not answered yet: what was always read is shown as it was.
                None => (!self.marked).then_some(Style::Point),
            },
        }
    }

    /// The type that holds every value seen, and what the owner is told of it.
    pub(crate) fn verdict(
        &self,
        numbers: Option<NumberStyle>,
        dates: Option<DateOrder>,
    ) -> (Target, Option<ColumnNote>) {
        let style = self.style(numbers);
        let order = self.written.order(dates);
        let target = self.target(style, order);
        let note = match target {
            Target::String if self.saw_nothing() => {
                Some(note(ColumnNoteCode::NullToString, "from", "empty"))
            }
            Target::String => None,
            Target::Date | Target::Timestamp if self.written.seen() => self.dates_note(order),
            _ if style == Some(Style::Comma) && self.comma.fractions => {
                Some(plain_note(ColumnNoteCode::DecimalComma))
            }
            _ if style.is_some() && self.has_marks(style) => {
                Some(plain_note(ColumnNoteCode::GroupedDigits))
            }
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

    /// Whether it is a column of dates that are not written as ISO 8601 has them.
    pub(crate) fn is_written_date(&self) -> bool {
        self.written.seen() && !self.text && self.kinds() == 1
    }

    fn dates_note(&self, order: Option<Order>) -> Option<ColumnNote> {
        let (example, read) = self.written.shown(order?)?;
        let mut note = note(ColumnNoteCode::WrittenDates, "example", example);
        note.params.insert("read".to_owned(), read);
        Some(note)
    }

    fn has_marks(&self, style: Option<Style>) -> bool {
        self.marked || style == Some(Style::Comma) && self.ambiguous.is_some()
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
        let days = self.dates || self.written.days;
        let times = self.local_times || self.written.times;
        [
            self.booleans,
            self.point.seen || self.comma.seen,
            days && !(times && self.days_are_times),
            self.instants,
            times,
        ]
        .into_iter()
        .filter(|seen| *seen)
        .count()
    }

    fn target(&self, style: Option<Style>, order: Option<Order>) -> Target {
        if self.text || self.kinds() != 1 || self.written.seen() && order.is_none() {
            Target::String
        } else if self.booleans {
            Target::Boolean
        } else if self.instants || self.local_times || self.written.times {
            Target::Timestamp
        } else if self.dates || self.written.days {
            Target::Date
        } else {
            match style {
                Some(Style::Point) => self.point.target(),
                Some(Style::Comma) => self.comma.target(),
                None => Target::String,
            }
        }
    }
}

fn is_number(value: Value) -> bool {
    matches!(
        value,
        Value::Integer { .. }
            | Value::LongInteger { .. }
            | Value::Fraction { .. }
            | Value::Exponent
    )
}

fn plain_note(code: ColumnNoteCode) -> ColumnNote {
    ColumnNote {
        code,
        params: std::collections::BTreeMap::new(),
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

    fn evidence(texts: &[&str]) -> Evidence {
        let mut evidence = Evidence::new(Arc::new(Words::new(&crate::csv::words::usual())));
        for text in texts {
            evidence.add(Cell {
                text,
                quoted: false,
            });
        }
        evidence
    }

    fn of(texts: &[&str]) -> (Target, Option<ColumnNoteCode>) {
        let (target, note) = evidence(texts).verdict(Some(NumberStyle::Point), None);
        (target, note.map(|note| note.code))
    }

    #[test]
    fn a_column_says_as_a_whole_how_its_numbers_are_written() {
        let comma = Reading::Certain(Style::Comma);
        let point = Reading::Certain(Style::Point);
        assert_eq!(evidence(&["1.234", "0,5"]).reading(), comma);
        assert_eq!(evidence(&["1.234", "1.234.567"]).reading(), comma);
        assert_eq!(evidence(&["1.234", "0.5"]).reading(), point);
        assert_eq!(evidence(&["1,234", "12.5"]).reading(), point);
        assert_eq!(evidence(&["1", "2"]).reading(), point);
        assert_eq!(evidence(&["1.234", "7"]).reading(), Reading::Either);
        assert_eq!(evidence(&["1,234"]).reading(), Reading::Either);
        assert_eq!(evidence(&["0.5", "0,5"]).reading(), Reading::Neither);
        assert_eq!(evidence(&["0.5", "word"]).reading(), Reading::Neither);
        assert_eq!(evidence(&["1", "2"]).proves(), None);
        assert_eq!(evidence(&["1,5"]).proves(), Some(Style::Comma));
    }

    #[test]
    fn what_can_be_read_in_two_ways_is_decided_by_the_choice_alone() {
        let of = |numbers| evidence(&["1.234", "7"]).verdict(numbers, None).0;
        assert_eq!(of(Some(NumberStyle::Point)), Target::Double);
        assert_eq!(of(Some(NumberStyle::Comma)), Target::Long);
        assert_eq!(of(Some(NumberStyle::AsWritten)), Target::Double);
        let of = |numbers| evidence(&["1,234"]).verdict(numbers, None).0;
        assert_eq!(of(Some(NumberStyle::Point)), Target::Long);
        assert_eq!(of(Some(NumberStyle::Comma)), Target::Double);
        assert_eq!(of(Some(NumberStyle::AsWritten)), Target::String);
        assert_eq!(of(None), Target::String);
    }

    #[test]
    fn marks_in_numbers_are_said() {
        let decimal = (Target::Double, Some(ColumnNoteCode::DecimalComma));
        assert_eq!(of(&["1.234,56", "-"]), decimal);
        let grouped = (Target::Double, Some(ColumnNoteCode::GroupedDigits));
        assert_eq!(of(&["1,234.56"]), grouped);
        assert_eq!(of(&["1,5", "2.5"]), (Target::String, None));
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
