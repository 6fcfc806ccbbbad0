use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// A column as it is (or would be) published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Column {
    /// Physical name: unique in its table, `[a-z_][a-z0-9_]*`, at most 63 bytes.
    pub name: String,
    /// The owner's header, exactly as it stands in the file.
    pub business_name: String,
    /// The kind of value in plain words.
    #[serde(rename = "type")]
    pub column_type: ColumnType,
    /// Delta's name of the type, e.g. `decimal(20,0)`.
    pub physical_type: String,
    /// What the owner says about the column; empty when nothing was said.
    #[serde(default)]
    pub description: String,
    /// What happens to the values on their way into the table, if anything.
    #[serde(default)]
    pub note: Option<ColumnNote>,
}

/// The kinds of value a column can hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ColumnType {
    /// True or false.
    Boolean,
    /// Whole numbers of at most 64 bits.
    Integer,
    /// Exact decimal numbers.
    Decimal,
    /// Floating point numbers.
    Number,
    /// Text.
    String,
    /// Calendar days.
    Date,
    /// Points in time, microseconds, UTC.
    Timestamp,
    /// Bytes.
    Binary,
}

/// Says to the owner how a column's values or name are changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ColumnNote {
    /// Which change.
    pub code: ColumnNoteCode,
    /// Values for the sentence: `from` is the type in the file, `header` the
    /// file's header (`renamed`), `words` the words read as missing
    /// (`missing_to_null`).
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub params: BTreeMap<String, String>,
}

/// The changes a column can undergo.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ColumnNoteCode {
    /// Unsigned 64-bit numbers become `decimal(20,0)`.
    UnsignedToDecimal,
    /// A column without any value becomes text.
    NullToString,
    /// Times of day become text.
    TimeToString,
    /// Nanoseconds are cut to microseconds.
    NanosecondsToMicroseconds,
    /// Lists, structures and maps become JSON text.
    NestedToString,
    /// Another type Delta has no equal for becomes text.
    OtherToString,
    /// Timestamps without a time zone are taken as UTC.
    TimestampTakenAsUtc,
    /// Words such as `NA` between numbers or dates are read as missing.
    MissingToNull,
    /// Numbers such as `1.234,56` are read with their decimal comma.
    DecimalComma,
    /// Marks between thousands are left out of numbers.
    GroupedDigits,
    /// Dates written like `example` are read as `read`.
    WrittenDates,
    /// The physical name differs from the header.
    Renamed,
}
