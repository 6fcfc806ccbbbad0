//! What an owner promises of the rows, and whether they keep it.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{Column, FieldCode, Fields, ToldCount};

/// Rules that one product may have.
pub const RULES_MAX: usize = 500;

/// Values that a rule may list.
const VALUES_MAX: usize = 200;

/// Longest value or pattern of a rule, in characters.
const TEXT_MAX: usize = 200;

/// What rows have to keep.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(
    rename_all = "kebab-case",
    rename_all_fields = "camelCase",
    tag = "kind"
)]
pub enum QualityDemand {
    /// Every row has a value in the column.
    NotEmpty {
        /// The column's name in the table.
        column: String,
    },
    /// No two rows have the same values in all of these columns; rows without a value in one of them don't count.
    Unique {
        /// The columns' names in the table.
        columns: Vec<String>,
    },
    /// Every value is one of these.
    OneOf {
        /// The column's name in the table.
        column: String,
        /// The values.
        values: Vec<String>,
    },
    /// Every value lies between these bounds, both included; at least one of them is given.
    Between {
        /// The column's name in the table.
        column: String,
        /// The smallest value, as the rows show it.
        #[serde(default)]
        min: Option<String>,
        /// The largest value, as the rows show it.
        #[serde(default)]
        max: Option<String>,
    },
    /// Every value matches a regular expression as a whole.
    Matches {
        /// The column's name in the table.
        column: String,
        /// The expression, without look-around and back-references.
        pattern: String,
    },
    /// No value is longer.
    MaxLength {
        /// The column's name in the table.
        column: String,
        /// Characters at most.
        length: i64,
    },
    /// The table has so many rows; at least one bound is given.
    RowCount {
        /// Rows at least.
        #[serde(default)]
        min: Option<i64>,
        /// Rows at most.
        #[serde(default)]
        max: Option<i64>,
    },
}

impl QualityDemand {
    /// The columns that it is about.
    #[must_use]
    pub fn columns(&self) -> Vec<&str> {
        match self {
            Self::NotEmpty { column }
            | Self::OneOf { column, .. }
            | Self::Between { column, .. }
            | Self::Matches { column, .. }
            | Self::MaxLength { column, .. } => vec![column],
            Self::Unique { columns } => columns.iter().map(String::as_str).collect(),
            Self::RowCount { .. } => Vec::new(),
        }
    }

    /// What makes it the same demand when its bounds change: one of a kind for each column.
    #[must_use]
    pub fn id(&self) -> String {
        let kind = match self {
            Self::NotEmpty { .. } => "not_empty",
            Self::Unique { .. } => "unique",
            Self::OneOf { .. } => "one_of",
            Self::Between { .. } => "between",
            Self::Matches { .. } => "matches",
            Self::MaxLength { .. } => "max_length",
            Self::RowCount { .. } => "row_count",
        };
        let mut id = kind.to_owned();
        for column in self.columns() {
            id.push('_');
            id.push_str(column);
        }
        id
    }
}

/// What becomes of a version whose rows break a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum QualitySeverity {
    /// It isn't published.
    Blocking,
    /// It is published, and the product's page says so.
    Warning,
}

/// A promise about the rows.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct QualityRule {
    /// What rows have to keep.
    pub demand: QualityDemand,
    /// What becomes of a version whose rows break it.
    pub severity: QualitySeverity,
}

impl QualityRule {
    /// Checks rules against the columns they are about; those that hold are given back in their order.
    pub fn check_all(fields: &mut Fields, pointer: &str, rules: &[Self], columns: &[Column]) {
        if rules.len() > RULES_MAX {
            let params = [("max", (RULES_MAX as i64).into())];
            fields.refuse(pointer, FieldCode::TooMany, "too many rules", params);
        }
        let mut known = BTreeSet::new();
        for (at, rule) in rules.iter().enumerate() {
            let pointer = format!("{pointer}/{at}/demand");
            if !known.insert(rule.demand.id()) {
                fields.refuse(&pointer, FieldCode::Duplicate, "the rule occurs twice", []);
            }
            for name in rule.demand.columns() {
                if !columns.iter().any(|column| column.name == name) {
                    let params = [("name", name.into())];
                    let message = "the table has no such column";
                    fields.refuse(&pointer, FieldCode::Unknown, message, params);
                }
            }
            rule.demand.check(fields, &pointer);
        }
    }
}

impl QualityDemand {
    fn check(&self, fields: &mut Fields, pointer: &str) {
        let too_long = |text: &str| text.chars().count() > TEXT_MAX;
        let mut refuse = |field: &str, code, message: &str| {
            let params = if code == FieldCode::TooLong || code == FieldCode::TooMany {
                let max = if field == "values" {
                    VALUES_MAX
                } else {
                    TEXT_MAX
                };
                vec![("max".to_owned(), (max as i64).into())]
            } else {
                Vec::new()
            };
            fields.refuse_with(&format!("{pointer}/{field}"), code, message, params);
        };
        match self {
            Self::NotEmpty { .. } => {}
            Self::Unique { columns } => {
                let different: BTreeSet<&String> = columns.iter().collect();
                if columns.is_empty() {
                    refuse("columns", FieldCode::Required, "name at least one column");
                } else if different.len() != columns.len() {
                    refuse("columns", FieldCode::Duplicate, "a column is named twice");
                }
            }
            Self::OneOf { values, .. } => {
                if values.is_empty() {
                    refuse("values", FieldCode::Required, "name at least one value");
                }
                if values.len() > VALUES_MAX {
                    refuse("values", FieldCode::TooMany, "too many values");
                }
                if values.iter().any(|value| too_long(value)) {
                    refuse("values", FieldCode::TooLong, "a value is too long");
                }
            }
            Self::Between { min, max, .. } => {
                if min.is_none() && max.is_none() {
                    refuse("min", FieldCode::Required, "give at least one bound");
                }
                for (field, bound) in [("min", min), ("max", max)] {
                    if bound.as_deref().is_some_and(too_long) {
                        refuse(field, FieldCode::TooLong, "the bound is too long");
                    }
                }
            }
            Self::Matches { pattern, .. } => {
                if pattern.is_empty() {
                    refuse("pattern", FieldCode::Required, "the pattern is empty");
                }
                if too_long(pattern) {
                    refuse("pattern", FieldCode::TooLong, "the pattern is too long");
                }
            }
            Self::MaxLength { length, .. } => {
                if *length < 0 {
                    refuse("length", FieldCode::Malformed, "must not be negative");
                }
            }
            Self::RowCount { min, max } => {
                if min.is_none() && max.is_none() {
                    refuse("min", FieldCode::Required, "give at least one bound");
                }
                if min.is_some_and(|min| min < 0) {
                    refuse("min", FieldCode::Malformed, "must not be negative");
                }
                if max.is_some_and(|max| max < min.unwrap_or(0)) {
                    refuse("max", FieldCode::Malformed, "is below the other bound");
                }
            }
        }
    }
}

/// Whether rows kept a rule.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct QualityOutcome {
    /// The rule.
    pub rule: QualityRule,
    /// Rows that were checked; null where it couldn't be measured.
    #[schema(required = true)]
    pub checked: Option<i64>,
    /// Rows that break it.
    pub broken: ToldCount,
    /// The first of them, at most 3; only for who may read the rows.
    pub examples: Vec<BrokenExample>,
}

/// A row that breaks a rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct BrokenExample {
    /// Its place in the table, from 1.
    pub row: i64,
    /// What it holds there; null where there is no value.
    #[schema(required = true)]
    pub value: Option<String>,
}

/// What a version promises of its rows, and how they kept it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ProductQuality {
    /// The version that it is about.
    pub version: i64,
    /// When its rows were checked.
    pub checked_at: DateTime<Utc>,
    /// Whether all is told. Who may not read the rows is told no small counts and no values.
    pub complete: bool,
    /// One entry a rule.
    pub outcomes: Vec<QualityOutcome>,
}
