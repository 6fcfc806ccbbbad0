use serde::{Deserialize, Serialize};

/// What becomes of the rows that a table holds already.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "mode")]
pub enum WriteMode {
    /// The file's rows take their place.
    #[default]
    Replace,
    /// They stay, and the file's rows follow them.
    Append,
    /// They stay, but those with the same key as a row of the file.
    Merge {
        /// Physical names of the columns that tell one row from another.
        key: Vec<String>,
    },
}

/// How a file differs from a version of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Comparison {
    /// Rows of the file that fit.
    pub file_rows: u64,
    /// Rows of the version.
    pub table_rows: u64,
    /// Rows that would be new.
    pub added: u64,
    /// Rows that would change, for a merge.
    pub updated: u64,
    /// Rows that would go.
    pub removed: u64,
    /// Rows that would stay as they are.
    pub unchanged: u64,
    /// For an append: rows of the file that the version holds already, value by value.
    pub already_there: u64,
    /// Columns that differ.
    pub columns: Vec<ColumnDifference>,
    /// Columns of the file without any value that have some in the version.
    pub emptied: Vec<String>,
    /// The first rows whose key doesn't tell them from others.
    pub key_problems: Vec<KeyProblem>,
    /// How many such rows there are.
    pub key_problem_count: u64,
}

/// A column that a file and a table don't have alike.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ColumnDifference {
    /// Physical name.
    pub name: String,
    /// The owner's header.
    pub business_name: String,
    /// What differs.
    pub change: ColumnChange,
    /// For a changed type: the first value that doesn't fit the table's.
    #[serde(default)]
    pub example: Option<String>,
    /// For a changed type: the row of the file, from 1, that holds it.
    #[serde(default)]
    pub row: Option<u64>,
}

/// How a column can differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ColumnChange {
    /// Only the file has it.
    Added,
    /// Only the table has it.
    Gone,
    /// The file's values don't fit the table's type.
    Retyped,
}

/// A row that its key doesn't tell from others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct KeyProblem {
    /// What is wrong.
    pub code: KeyProblemCode,
    /// The row, from 1, of the file or of the version.
    pub row: u64,
    /// The row of the same side that has the same key already.
    #[serde(default)]
    pub other_row: Option<u64>,
    /// The key's values as text.
    pub key: Vec<Option<String>>,
}

/// What can be wrong with a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum KeyProblemCode {
    /// A value of the key is missing in the file.
    Missing,
    /// Two rows of the file have the same key.
    Twice,
    /// Two rows of the version have the same key, which the file has as well.
    TwiceInTable,
}
