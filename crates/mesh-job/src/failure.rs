use std::{collections::BTreeMap, fmt};

use serde::{Deserialize, Serialize};

/// Why a job failed: a code from a closed set and values for its sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Failure {
    /// The reason.
    pub code: FailureCode,
    /// Values for the sentence, as the code's documentation names them.
    #[serde(default)]
    pub params: BTreeMap<String, String>,
}

/// The reasons for which a job fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FailureCode {
    /// The file holds nothing: no bytes, or nothing but blank lines.
    FileEmpty,
    /// The file ends too early.
    FileTruncated,
    /// The file's content cannot be understood. `problem` is one of
    /// `row_length` (with `line`, `expected`, `found`), `nul_byte`, `encoding`,
    /// `open_quote`, `text_after_quote`, `cell_size` (all with `line`),
    /// `damaged`, `encrypted`, `permission`, `value_range` (with `column`),
    /// `columns_changed` (with `column`), `no_columns`; of a YAML document
    /// `yaml_syntax`, `yaml_alias`, `yaml_several`, `yaml_twice` (with `key`),
    /// `yaml_tag`, `yaml_key`, `yaml_deep` and `yaml_values` (both with
    /// `limit`; all of them with `line`), `yaml_large` (with `limitBytes`),
    /// `yaml_encoding`, `yaml_nothing`.
    FileUnreadable,
    /// The file or table is no longer there, or changed while it was read.
    FileVanished,
    /// Neither CSV nor Parquet; `found` says what it looks like: `excel`,
    /// `word`, `zip`, `compressed`, `pdf`, `image`, `json`, `xml`, `web_page`,
    /// `sqlite`, `avro`, `orc`, `arrow`, `folder` or `binary`.
    FileKindUnknown,
    /// The disk (or its quota) is full.
    StorageFull,
    /// The worker died or could not be started; `problem` says how: `missing`,
    /// `protocol`, `signal` (with `signal`), `exit` (with `exitCode`),
    /// `internal`, `uncaged` (this system can't lock a worker in, and it has to be), or `superseded` (a later
    /// publication was committed first).
    WorkerFailed,
    /// The worker needed more memory than it may use; `limitBytes` is the cap.
    WorkerOutOfMemory,
    /// The job took longer than it may; `seconds` is the deadline.
    WorkerTimeout,
    /// The job was given up on demand.
    Cancelled,
    /// The table read back differs from what was written; `column` names the
    /// first difference, and is missing when the number of rows differs.
    CheckMismatch,
    /// More columns than a table may have; `found` and `limit`.
    TooManyColumns,
}

impl Failure {
    /// A failure without values.
    #[must_use]
    pub fn new(code: FailureCode) -> Self {
        Self {
            code,
            params: BTreeMap::new(),
        }
    }

    /// The same failure with one more value for its sentence.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl fmt::Display) -> Self {
        self.params.insert(name.to_owned(), value.to_string());
        self
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.code)?;
        for (name, value) in &self.params {
            write!(f, " {name}={value}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Failure {}
