//! What a new version makes of the rows that a data product has already.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{FieldCode, Fields};

/// Columns that a key may have.
const KEY_MAX: usize = 8;

/// What becomes of the rows that are there already.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum PublishMode {
    /// The file's rows take their place.
    #[default]
    Replace,
    /// They stay, and the file's rows are added.
    Append,
    /// They stay, but those with the same key as a row of the file become that row.
    Merge,
}

/// How a file becomes a product's next version.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct HowToPublish {
    /// What becomes of the rows that are there already.
    #[schema(required = false)]
    pub mode: PublishMode,
    /// For `merge`: names in the table of the columns that tell one row from another.
    #[schema(required = false)]
    pub key: Vec<String>,
}

impl HowToPublish {
    /// Checks the choice; pointers begin with `prefix`.
    pub fn check(&self, fields: &mut Fields, prefix: &str) {
        let pointer = format!("{prefix}/key");
        match (self.mode, self.key.len()) {
            (PublishMode::Merge, 0) => {
                let message = "name the columns that tell one row from another";
                fields.refuse(&pointer, FieldCode::Required, message, []);
            }
            (PublishMode::Merge, length) if length > KEY_MAX => {
                let params = [("max", (KEY_MAX as i64).into())];
                fields.refuse(&pointer, FieldCode::TooMany, "too many columns", params);
            }
            (PublishMode::Merge, _) => {
                let twice = |(at, name)| self.key[..at].contains(name);
                if let Some((_, name)) = self.key.iter().enumerate().find(|one| twice(*one)) {
                    let params = [("name", name.as_str().into())];
                    fields.refuse(&pointer, FieldCode::Duplicate, "named twice", params);
                }
            }
            (PublishMode::Replace | PublishMode::Append, 0) => {}
            (PublishMode::Replace | PublishMode::Append, _) => {
                let message = "only a merge has a key";
                fields.refuse(&pointer, FieldCode::NotAllowed, message, []);
            }
        }
    }
}

/// How a file differs from the version that it would follow.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct VersionComparison {
    /// The number of the version.
    pub number: i64,
    /// Its rows.
    pub rows_before: i64,
    /// Rows of the file that fit the table.
    pub file_rows: i64,
    /// Rows of the new version.
    pub rows_after: i64,
    /// Rows that would be new.
    pub added: i64,
    /// Rows that would change.
    pub updated: i64,
    /// Rows that would go.
    pub removed: i64,
    /// Rows that would stay as they are.
    pub unchanged: i64,
    /// For `append`: rows of the file that the version holds already, value by value.
    pub already_there: i64,
    /// Columns that the file and the version don't have alike.
    pub columns: Vec<ColumnDifference>,
    /// What looks unlike the version before, though it is allowed.
    pub warnings: Vec<ComparisonWarning>,
    /// The first rows whose key doesn't tell them from others.
    pub key_problems: Vec<KeyProblem>,
    /// How many such rows there are.
    pub key_problem_count: i64,
}

/// A column that a file and a version don't have alike.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ColumnDifference {
    /// The name in the table.
    pub name: String,
    /// The name for people.
    pub business_name: String,
    /// What differs.
    pub change: ColumnChange,
    /// For `retyped`: the first value that isn't one of the version's type.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub example: Option<String>,
    /// For `retyped`: the row of the file, from 1, that holds it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub row: Option<i64>,
}

/// How a column can differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ColumnChange {
    /// Only the file has it.
    Added,
    /// Only the version has it.
    Gone,
    /// The file's values aren't of the version's type.
    Retyped,
}

impl ColumnChange {
    /// Whether rows with and without it can't stand in one table.
    #[must_use]
    pub fn parts_rows(self) -> bool {
        matches!(self, Self::Gone | Self::Retyped)
    }
}

/// What looks unlike the version before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ComparisonWarning {
    /// What.
    pub code: ComparisonWarningCode,
    /// For `column-emptied`: the column's name for people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
}

/// What can look unlike the version before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ComparisonWarningCode {
    /// The new version would have fewer than half the rows.
    FarFewerRows,
    /// The new version would have more than three times the rows.
    FarMoreRows,
    /// A column that had values has none in the file.
    ColumnEmptied,
    /// All rows of the file are there already.
    NothingNew,
    /// Some rows that would be added are there already.
    AlreadyThere,
}

/// A row that its key doesn't tell from others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct KeyProblem {
    /// What is wrong.
    pub code: KeyProblemCode,
    /// The row, from 1, of the file or of the version.
    pub row: i64,
    /// The row of the file that has the same key.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub other_row: Option<i64>,
    /// The key's values as text; null where there is no value.
    pub key: Vec<Option<String>>,
}

/// What can be wrong with a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum KeyProblemCode {
    /// A value of the key is missing in the file.
    Missing,
    /// Two rows of the file have the same key.
    Twice,
    /// Two rows of the version have the same key, which the file has as well.
    TwiceInTable,
}
