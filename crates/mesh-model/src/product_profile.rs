//! What a version of a data product holds and means, column by column.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::ColumnType;

/// What a version of a data product holds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ProductProfile {
    /// The version that it is about.
    pub version: i64,
    /// Rows in the table.
    pub row_count: i64,
    /// Whether all is told. Who may not read the rows is told no values of single rows, nothing of the range of personal
    /// data and no small counts.
    pub complete: bool,
    /// Its columns, in the table's order.
    pub columns: Vec<ColumnProfile>,
}

/// A count that isn't told exactly where it would be about a few rows only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ToldCount {
    /// The count; null where it isn't told.
    #[schema(required = true)]
    pub count: Option<i64>,
    /// The count is at least one and below this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fewer_than: Option<i64>,
}

/// What a column holds. Values are text, as in the rows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ColumnProfile {
    /// The name in the table.
    pub name: String,
    /// The owner's header, exactly.
    pub business_name: String,
    /// What kind of values it holds.
    #[serde(rename = "type")]
    pub column_type: ColumnType,
    /// Rows with a value.
    pub filled: ToldCount,
    /// Rows without a value.
    pub missing: ToldCount,
    /// Different values.
    pub distinct: ToldCount,
    /// Whether `distinct` was counted; otherwise it is an estimate.
    pub distinct_is_exact: bool,
    /// Whether the range, the mean and the spread are told; they aren't where they would tell of single people or rows.
    pub range_told: bool,
    /// Smallest value; of text, in the order of its bytes.
    #[schema(required = true)]
    pub min: Option<String>,
    /// Largest value.
    #[schema(required = true)]
    pub max: Option<String>,
    /// Arithmetic mean of numbers, days and points in time.
    #[schema(required = true)]
    pub mean: Option<String>,
    /// Standard deviation of numbers, of a sample.
    #[schema(required = true)]
    pub standard_deviation: Option<String>,
    /// Values below which a share of all values lies, by share.
    pub quantiles: Vec<Quantile>,
    /// How many values lie in each of equally wide ranges from `min` to `max`.
    pub histogram: Vec<ToldCount>,
    /// Length of texts in characters, of bytes in bytes.
    #[schema(required = true)]
    pub lengths: Option<Lengths>,
    /// The most frequent values, the most frequent first; only for who may read the rows.
    pub top_values: Vec<CountedValue>,
    /// Whether the counts of `topValues` are exact; otherwise they are at least that.
    pub top_values_are_exact: bool,
    /// The most frequent forms of text: `A` for a capital letter, `a+` for small ones, `9` for a digit.
    pub patterns: Vec<CountedValue>,
    /// What the column means, where that can be told.
    #[schema(required = true)]
    pub meaning: Option<Meaning>,
}

/// A value below which a share of all values lies.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Quantile {
    /// The share, from 0 to 1.
    pub share: f64,
    /// The value.
    pub value: String,
}

/// How long texts are.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Lengths {
    /// The shortest.
    pub min: i64,
    /// The longest.
    pub max: i64,
    /// On average.
    pub mean: f64,
}

/// Something and how often it occurs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CountedValue {
    /// What.
    pub value: String,
    /// How often.
    pub count: i64,
}

/// What a column means, and why that is believed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Meaning {
    /// What it means.
    pub kind: MeaningKind,
    /// Whether that is personal data.
    pub personal: bool,
    /// How sure that is, from 0 to 1.
    pub confidence: f64,
    /// Share of the checked values that fit, from 0 to 1.
    pub fits: f64,
    /// How many different values were checked.
    pub checked: ToldCount,
    /// Whether fitting includes check digits.
    pub check_digits: bool,
    /// The word of the header that says so.
    #[schema(required = true)]
    pub header_word: Option<String>,
    /// The scheme of a national id, for example `pl-pesel`.
    #[schema(required = true)]
    pub scheme: Option<String>,
}

/// What a column can mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum MeaningKind {
    /// E-mail addresses.
    Email,
    /// Telephone numbers.
    Phone,
    /// Bank accounts (IBAN).
    Iban,
    /// Numbers of payment cards.
    CardNumber,
    /// Numbers that a state gives to a person.
    NationalId,
    /// Given names.
    FirstName,
    /// Family names.
    LastName,
    /// Whole names of people.
    FullName,
    /// Days on which people were born.
    BirthDate,
    /// Streets with the number of a house.
    StreetAddress,
    /// Network addresses (IPv4, IPv6).
    IpAddress,
    /// Names with which people sign in.
    UserName,
    /// Genders of people.
    Gender,
    /// Names of companies.
    Company,
    /// Towns.
    City,
    /// Postal codes.
    Postcode,
    /// Names of countries.
    Country,
    /// Codes of countries (ISO 3166).
    CountryCode,
    /// Codes of currencies (ISO 4217) or their signs.
    Currency,
    /// Amounts of money.
    Money,
    /// Shares of a hundred.
    Percentage,
    /// Web addresses.
    Url,
    /// Universally unique ids.
    Uuid,
    /// Hardware addresses.
    MacAddress,
    /// Degrees north or south.
    Latitude,
    /// Degrees east or west.
    Longitude,
    /// Years.
    Year,
    /// Yes or no.
    Flag,
    /// What tells one row from another.
    Identifier,
    /// One of few values.
    Category,
    /// Sentences.
    FreeText,
}
