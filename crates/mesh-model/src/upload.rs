//! Files on their way into a data product.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{Column, IntakeChoices, IntakeNote, IntakeQuestion, Offers, Reject, UploadId};

/// Announces a file.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct UploadInput {
    /// The file's name, for people; never a path.
    pub file_name: String,
    /// Its size in bytes.
    pub size_bytes: i64,
}

/// A file, whole or still arriving. Only its holder knows of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Upload {
    /// Stable id.
    pub id: UploadId,
    /// The file's name.
    pub file_name: String,
    /// Its size in bytes.
    pub size_bytes: i64,
    /// Bytes that arrived; the next part begins here.
    pub received_bytes: i64,
    /// Whether all of it is here.
    pub complete: bool,
    /// When it was announced.
    pub created_at: DateTime<Utc>,
}

/// The kind of a recognised file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum PreviewFormat {
    /// Text with separated values (RFC 4180 and its relatives).
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

/// How a file would be read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Preview {
    /// The file.
    pub upload_id: UploadId,
    /// Its kind, recognised by content.
    pub format: PreviewFormat,
    /// How it was read: the choices that were given and, for the rest, what was recognised; empty for Parquet.
    pub intake: IntakeChoices,
    /// What has to be chosen before it can be published, because the file doesn't tell.
    pub questions: Vec<IntakeQuestion>,
    /// What else in the file can be the table.
    pub offers: Offers,
    /// What there is to say about the file.
    pub notes: Vec<IntakeNote>,
    /// The lines above the table that were skipped, at most 10 of them.
    pub skipped: Vec<String>,
    /// The rows that don't fit, at most 100 of them.
    pub rejects: Vec<Reject>,
    /// How many rows don't fit, of those that were read.
    pub reject_count: i64,
    /// Its columns.
    pub columns: Vec<Column>,
    /// The first rows, at most 50; cells as text, null where there is no value.
    pub rows: Vec<Vec<Option<String>>>,
    /// Rows in the file that fit, where known.
    #[schema(required = true)]
    pub row_count: Option<i64>,
    /// Whether `rowCount` was counted rather than estimated.
    pub row_count_is_exact: bool,
}
