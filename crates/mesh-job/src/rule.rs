use serde::{Deserialize, Serialize};

use crate::TableProfile;

/// What rows have to keep.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    rename_all = "snake_case",
    rename_all_fields = "camelCase",
    tag = "demand"
)]
pub enum Demand {
    /// Every row has a value.
    NotEmpty {
        /// Physical name.
        column: String,
    },
    /// No two rows have the same values; rows without one of them don't count.
    Unique {
        /// Physical names.
        columns: Vec<String>,
    },
    /// Every value is one of these.
    OneOf {
        /// Physical name.
        column: String,
        /// The values as text.
        values: Vec<String>,
    },
    /// Every value lies between these bounds.
    Between {
        /// Physical name.
        column: String,
        /// The smallest.
        min: Option<String>,
        /// The largest.
        max: Option<String>,
    },
    /// Every value matches a regular expression as a whole.
    Matches {
        /// Physical name.
        column: String,
        /// The expression.
        pattern: String,
    },
    /// No value has more characters.
    MaxLength {
        /// Physical name.
        column: String,
        /// Characters.
        length: u64,
    },
    /// There are so many rows.
    RowCount {
        /// At least.
        min: Option<u64>,
        /// At most.
        max: Option<u64>,
    },
}

/// Whether rows kept a demand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Outcome {
    /// Rows that were checked; `None` where it can't be measured.
    pub checked: Option<u64>,
    /// Rows that break it.
    pub broken: u64,
    /// The first of them.
    pub examples: Vec<Example>,
}

/// A row that breaks a demand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Example {
    /// Its place in the table, from 1.
    pub row: u64,
    /// What it holds there, cut where it is long.
    pub value: Option<String>,
}

/// A table that holds what was expected: what that is, and how it keeps demands.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Checked {
    /// What it holds.
    pub profile: TableProfile,
    /// One entry a demand, in their order.
    #[serde(default)]
    pub outcomes: Vec<Outcome>,
}

/// What the rows of a file hold before they are published.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Survey {
    /// What they hold.
    pub profile: TableProfile,
    /// Whether all rows were read.
    pub whole: bool,
    /// One entry a demand, in their order.
    pub outcomes: Vec<Outcome>,
}
