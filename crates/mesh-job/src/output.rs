use serde::{Deserialize, Serialize};

use crate::{
    Checked, Column, Comparison, IntakeChoices, IntakeNote, IntakeQuestion, Offers, Reject, Survey,
    TableProfile,
};

/// What a job that succeeded gives back.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "output", content = "content")]
pub enum Output {
    /// Of [`crate::Job::Preview`].
    Preview(Box<Preview>),
    /// Of [`crate::Job::Publish`] and [`crate::Job::PutBack`].
    Published(Published),
    /// Of [`crate::Job::Compare`].
    Compared(Comparison),
    /// Of [`crate::Job::Check`]: the table holds what was expected.
    Checked(Checked),
    /// Of [`crate::Job::Survey`].
    Surveyed(Survey),
    /// Of [`crate::Job::Profile`].
    Profiled(TableProfile),
    /// Of [`crate::Job::ReadDocument`]: the document as JSON, its fields in
    /// their order, bounded in depth and number.
    Document(String),
    /// Of [`crate::Job::Rows`].
    Rows(RowPage),
}

/// A file as it would be published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Preview {
    /// The file's format, by its content.
    pub format: FileFormat,
    /// How it was read: the choices that were given and, for the rest, what was
    /// recognised; empty for Parquet.
    pub intake: IntakeChoices,
    /// What has to be answered before it can be published.
    pub questions: Vec<IntakeQuestion>,
    /// What else in it can be the table.
    pub offers: Offers,
    /// What its owner is told about it.
    pub notes: Vec<IntakeNote>,
    /// The first of the lines that were skipped.
    pub skipped: Vec<String>,
    /// The first of the rows that don't fit.
    pub rejects: Vec<Reject>,
    /// How many rows don't fit, in what was read.
    pub reject_count: u64,
    /// Columns in the file's order. For CSV their types rest on the beginning
    /// of the file; publishing reads all of it and may widen them.
    pub columns: Vec<Column>,
    /// First rows, each cell as text; `None` is a missing value.
    pub rows: Vec<Vec<Option<String>>>,
    /// Number of rows that fit, an estimate unless `row_count_is_exact`.
    pub row_count: Option<u64>,
    /// Whether `row_count` was counted.
    pub row_count_is_exact: bool,
}

/// File formats that can be published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FileFormat {
    /// Text with a delimiter.
    Csv,
    /// Apache Parquet.
    Parquet,
    /// An Excel workbook.
    Workbook,
    /// JSON: a list of objects.
    Json,
    /// JSON: an object a line.
    JsonLines,
}

/// A committed version of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Published {
    /// What was handed to the writer: the check compares with it.
    pub summary: TableSummary,
    /// Version in Delta's log.
    pub delta_version: i64,
    /// Size of this version's data files in bytes.
    pub size_bytes: u64,
    /// Columns with their final types.
    pub columns: Vec<Column>,
    /// Rows of the file that are not in the table, because they don't fit it.
    #[serde(default)]
    pub rejected: u64,
}

/// What a table holds, in numbers that do not depend on the order of rows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TableSummary {
    /// Number of rows.
    pub row_count: u64,
    /// One entry a column, in the table's order.
    pub columns: Vec<ColumnSummary>,
}

/// What a column holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ColumnSummary {
    /// Physical name.
    pub name: String,
    /// Number of missing values.
    pub nulls: u64,
    /// Sum of the hashes of all values, 32 hexadecimal digits.
    pub checksum: String,
}

/// A page of rows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RowPage {
    /// The table's columns in order.
    pub columns: Vec<Column>,
    /// Cells as text; `None` is a missing value. Long text ends with `…`.
    pub rows: Vec<Vec<Option<String>>>,
    /// Rows left out before the first one.
    pub offset: u64,
    /// Rows of the whole version.
    pub row_count: u64,
}
