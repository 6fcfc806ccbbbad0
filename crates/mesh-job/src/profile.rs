use serde::{Deserialize, Serialize};

/// What a version of a table holds, column by column.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TableProfile {
    /// Number of rows.
    pub row_count: u64,
    /// One entry a column, in the table's order.
    pub columns: Vec<ColumnProfile>,
}

/// What a column holds. Values are text as the rows show them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ColumnProfile {
    /// Physical name.
    pub name: String,
    /// Number of missing values.
    pub nulls: u64,
    /// Number of different values.
    pub distinct: u64,
    /// Whether `distinct` was counted; otherwise it is an estimate.
    pub distinct_is_exact: bool,
    /// Smallest value; of text, in the order of its bytes.
    pub min: Option<String>,
    /// Largest value.
    pub max: Option<String>,
    /// Arithmetic mean of numbers, days and points in time.
    pub mean: Option<String>,
    /// Standard deviation of numbers, of a sample.
    pub standard_deviation: Option<String>,
    /// Values below which a share of all values lies.
    pub quantiles: Vec<Quantile>,
    /// How many values lie in each of equally wide ranges from `min` to `max`.
    pub histogram: Vec<u64>,
    /// Length of texts in characters, of bytes in bytes.
    pub lengths: Option<Lengths>,
    /// The most frequent values, the most frequent first.
    pub top_values: Vec<Counted>,
    /// Whether the counts of `top_values` are exact; otherwise they are at least that.
    pub top_values_are_exact: bool,
    /// The most frequent forms of text: `A` and `a` for letters, `9` for digits.
    pub patterns: Vec<Counted>,
    /// What the column means, where that can be told.
    pub meaning: Option<Meaning>,
}

/// A value below which a share of all values lies.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Quantile {
    /// The share, from 0 to 1.
    pub share: f64,
    /// The value.
    pub value: String,
}

/// How long texts are.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Lengths {
    /// The shortest.
    pub min: u64,
    /// The longest.
    pub max: u64,
    /// On average.
    pub mean: f64,
}

/// Something and how often it occurs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Counted {
    /// What.
    pub value: String,
    /// How often.
    pub count: u64,
}

/// What a column means, and why that is believed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Meaning {
    /// What it means.
    pub kind: MeaningKind,
    /// Whether that is personal data.
    pub personal: bool,
    /// How sure that is, from 0 to 1.
    pub confidence: f64,
    /// Share of the checked values that fit.
    pub fits: f64,
    /// How many different values were checked.
    pub checked: u64,
    /// Whether fitting includes check digits.
    pub check_digits: bool,
    /// The word of the header that says so.
    pub header_word: Option<String>,
    /// The scheme of a national id, e.g. `pl-pesel`, where all values follow one.
    pub scheme: Option<String>,
}

macro_rules! meanings {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {
        /// What a column can mean.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum MeaningKind { $($(#[$doc])* $name),* }

        impl MeaningKind {
            /// Every meaning there is.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];
        }
    };
}

meanings! {
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

impl MeaningKind {
    /// Whether it is about a person who can be told by it.
    #[must_use]
    pub fn is_personal(self) -> bool {
        matches!(
            self,
            Self::Email
                | Self::Phone
                | Self::Iban
                | Self::CardNumber
                | Self::NationalId
                | Self::FirstName
                | Self::LastName
                | Self::FullName
                | Self::BirthDate
                | Self::StreetAddress
                | Self::IpAddress
                | Self::UserName
                | Self::Gender
        )
    }
}
