//! Columns of an output port, as the owner knows them and as they are stored.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::ColumnMarks;

/// What kind of values a column holds, in the owner's terms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ColumnType {
    /// Yes or no.
    Boolean,
    /// Whole numbers.
    Integer,
    /// Exact decimal numbers.
    Decimal,
    /// Numbers with a floating point (IEEE 754).
    Number,
    /// Text.
    String,
    /// Calendar days.
    Date,
    /// Points in time.
    Timestamp,
    /// Bytes.
    Binary,
}

/// Why a column is stored in another way than it arrived.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ColumnNoteCode {
    /// Whole numbers without a sign are stored as exact decimals.
    UnsignedToDecimal,
    /// No row has a value: stored as text.
    NullToString,
    /// Times of day are stored as text.
    TimeToString,
    /// Nanoseconds are cut to microseconds.
    NanosecondsToMicroseconds,
    /// Nested values are stored as JSON text.
    NestedToString,
    /// Points in time without a zone are read as UTC.
    TimestampTakenAsUtc,
    /// A word for a missing value became no value.
    MissingToNull,
    /// Numbers such as `1.234,56` are read with their decimal comma.
    DecimalComma,
    /// Marks between thousands are left out of numbers.
    GroupedDigits,
    /// Any other type is stored as text.
    OtherToString,
    /// Dates written like `example` are read as `read`.
    WrittenDates,
    /// The name was changed so that every program can use it.
    Renamed,
}

/// Says that a column is stored in another way than it arrived.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ColumnNote {
    /// Why.
    pub code: ColumnNoteCode,
    /// What the sentence mentions.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[schema(value_type = Option<BTreeMap<String, String>>)]
    pub params: BTreeMap<String, String>,
}

/// A column of an output port.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Column {
    /// The name in the table: lower-case ASCII letters, digits and underscores, unique.
    pub name: String,
    /// The owner's header, exactly.
    pub business_name: String,
    /// What kind of values it holds.
    #[serde(rename = "type")]
    pub column_type: ColumnType,
    /// The type in the table, as Delta Lake spells it, for example `decimal(20,0)`.
    pub physical_type: String,
    /// What it says, in plain words; may be empty.
    #[serde(default)]
    #[schema(required = true)]
    pub description: String,
    /// How it was changed on its way into the table.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<ColumnNote>,
    /// What its owner says of it beside its words.
    #[serde(default)]
    #[schema(required = true)]
    pub marks: ColumnMarks,
}

/// What the owner decides of a column when publishing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ColumnChoice {
    /// The name in the table, as the preview gave it.
    pub name: String,
    /// The owner's header.
    pub business_name: String,
    /// What it says, at most 2,000 characters; may be empty.
    #[serde(default)]
    pub description: String,
    /// What is said of it beside its words; without it, what the product's current version says stays.
    #[serde(default)]
    pub marks: Option<ColumnMarks>,
}
