//! Files on their way into a data product.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{Column, UploadId};

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
}

/// What was recognised of a text file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Recognised {
    /// The character between values.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delimiter: Option<String>,
    /// The encoding's name (WHATWG).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub encoding: Option<String>,
    /// Whether the first row holds names.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub has_header: Option<bool>,
}

/// How a file would be read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Preview {
    /// The file.
    pub upload_id: UploadId,
    /// Its kind, recognised by content.
    pub format: PreviewFormat,
    /// What was recognised.
    pub recognised: Recognised,
    /// Its columns.
    pub columns: Vec<Column>,
    /// The first rows, at most 50; cells as text, null where there is no value.
    pub rows: Vec<Vec<Option<String>>>,
    /// Rows in the file, where known.
    #[schema(required = true)]
    pub row_count: Option<i64>,
    /// Whether `rowCount` was counted rather than estimated.
    pub row_count_is_exact: bool,
}
