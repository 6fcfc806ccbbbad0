//! How a file is read, and what of it doesn't fit.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{FieldCode, Fields};

/// Words that may be read as no value, and their length.
const WORDS_MAX: usize = 50;
const WORD_MAX: usize = 40;

/// Letters in the name of a file's part.
const PART_MAX: usize = 1_000;

/// Lines that may be skipped.
const SKIPPED_MAX: u32 = 1_000;

/// How a file is read. Each part is the owner's choice; what is missing is
/// recognised, and a preview gives back all of it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct IntakeChoices {
    /// The character between values: one of ASCII.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delimiter: Option<String>,
    /// What stands around values that hold the delimiter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quote: Option<Quote>,
    /// How letters are written as bytes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub encoding: Option<TextEncoding>,
    /// Whether the first row after the skipped lines names the columns.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub has_header: Option<bool>,
    /// Lines above the table that are no part of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub skipped_lines: Option<u32>,
    /// How numbers are written, where a column can be read in two ways.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub numbers: Option<NumberStyle>,
    /// Words that mean "no value" between numbers, dates and truth values.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub missing_words: Option<Vec<String>>,
    /// What becomes of rows with too few or too many values.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub misfits: Option<Misfits>,
    /// In which order days and months are written, where a column can be read in two ways.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dates: Option<DateOrder>,
    /// Which file of an archive is the table, by its name in it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub member: Option<String>,
    /// Which sheet of a workbook is the table.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// Which list of a JSON document is the table.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub list: Option<String>,
    /// What becomes of objects that are values.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nested: Option<Nested>,
}

impl IntakeChoices {
    /// Checks the choices; pointers begin with `prefix`.
    pub fn check(&self, fields: &mut Fields, prefix: &str) {
        let separates = |text: &str| {
            let mut letters = text.chars();
            let first = letters.next();
            first.is_some_and(|letter| {
                letter.is_ascii() && !matches!(letter, '\0' | '\n' | '\r' | '"' | '\'')
            }) && letters.next().is_none()
        };
        if self
            .delimiter
            .as_deref()
            .is_some_and(|text| !separates(text))
        {
            let message =
                "must be one ASCII character, and neither a quotation mark nor a line's end";
            fields.refuse(
                &format!("{prefix}/delimiter"),
                FieldCode::Malformed,
                message,
                [],
            );
        }
        if self.skipped_lines.is_some_and(|lines| lines > SKIPPED_MAX) {
            let params = [("max", i64::from(SKIPPED_MAX).into())];
            let pointer = format!("{prefix}/skippedLines");
            fields.refuse(&pointer, FieldCode::TooMany, "too many lines", params);
        }
        let words = self.missing_words.as_deref().unwrap_or_default();
        let pointer = format!("{prefix}/missingWords");
        if words.len() > WORDS_MAX {
            let params = [("max", (WORDS_MAX as i64).into())];
            fields.refuse(&pointer, FieldCode::TooMany, "too many words", params);
        }
        if words.iter().any(|word| word.chars().count() > WORD_MAX) {
            let params = [("max", (WORD_MAX as i64).into())];
            fields.refuse(&pointer, FieldCode::TooLong, "a word is too long", params);
        }
        let parts = [
            ("member", &self.member),
            ("sheet", &self.sheet),
            ("list", &self.list),
        ];
        for (name, part) in parts {
            let long = |part: &String| part.chars().count() > PART_MAX;
            if part.as_ref().is_some_and(long) {
                let params = [("max", (PART_MAX as i64).into())];
                let pointer = format!("{prefix}/{name}");
                fields.refuse(&pointer, FieldCode::TooLong, "the name is too long", params);
            }
        }
    }
}

/// What stands around values that hold the delimiter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Quote {
    /// `"`
    Double,
    /// `'`
    Single,
    /// Nothing: a quotation mark is part of its value.
    None,
}

/// How letters are written as bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
pub enum TextEncoding {
    /// Every language; with or without its mark.
    #[serde(rename = "utf-8")]
    Utf8,
    /// Every language, two bytes a letter, as Windows writes it.
    #[serde(rename = "utf-16le")]
    Utf16Le,
    /// The same in the other order.
    #[serde(rename = "utf-16be")]
    Utf16Be,
    /// Western Europe.
    #[serde(rename = "windows-1252")]
    Windows1252,
    /// Central Europe.
    #[serde(rename = "windows-1250")]
    Windows1250,
    /// Cyrillic.
    #[serde(rename = "windows-1251")]
    Windows1251,
    /// Western Europe with the euro sign, as Unix wrote it.
    #[serde(rename = "iso-8859-15")]
    Iso8859_15,
    /// Western Europe, as the Macintosh wrote it.
    #[serde(rename = "macintosh")]
    Macintosh,
    /// Japanese.
    #[serde(rename = "shift_jis")]
    ShiftJis,
    /// Chinese.
    #[serde(rename = "gb18030")]
    Gb18030,
}

/// How numbers are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum NumberStyle {
    /// `1,234.56`
    Point,
    /// `1.234,56`
    Comma,
    /// Only `1234.56` is a number; whatever else has marks in it stays text.
    AsWritten,
}

/// In which order days and months are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum DateOrder {
    /// `24/12/2025`
    DayFirst,
    /// `12/24/2025`
    MonthFirst,
    /// Only `2025-12-24` is a date; whatever is written otherwise stays text.
    AsWritten,
}

/// What becomes of objects that are values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Nested {
    /// They are JSON in a column of text.
    Text,
    /// Each of their values has a column of its own, named like `address.city`.
    Columns,
}

/// What becomes of rows with too few or too many values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Misfits {
    /// The file isn't published because of them.
    Refuse,
    /// They are left out of the table and kept beside it.
    Reject,
}

/// What the file alone does not tell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct IntakeQuestion {
    /// What is asked.
    pub code: IntakeQuestionCode,
    /// For `numbers` and `dates`: headers of the columns that can be read in two ways.
    pub columns: Vec<String>,
    /// For `numbers` and `dates`: a value that can be read in two ways.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub example: Option<String>,
}

/// What can be asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum IntakeQuestionCode {
    /// Whether `1.234` is a little more than one or a little more than a thousand.
    Numbers,
    /// What becomes of rows that don't fit.
    Misfits,
    /// Whether `01/02/2025` is in January or in February.
    Dates,
    /// Which file of an archive is the table.
    Member,
}

/// A row that does not fit its table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Reject {
    /// Line of the file on which it begins, from 1.
    pub line: i64,
    /// Why it does not fit.
    pub reason: RejectReason,
    /// Values that it should have.
    pub expected: i64,
    /// Values that it has.
    pub found: i64,
    /// Its values with the delimiter between them; cut where it is long.
    pub text: String,
}

/// Why a row does not fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum RejectReason {
    /// It has fewer values than the table has columns.
    TooFewValues,
    /// It has more values than the table has columns.
    TooManyValues,
}

/// Rows of a file that are not in its table because they don't fit it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct RejectPage {
    /// The version whose file it was.
    pub version: i64,
    /// The rows in the order of the file, at most 1,000.
    pub items: Vec<Reject>,
    /// How many there are in all.
    pub count: i64,
}
