use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::{Demand, IntakeChoices, TableSummary, WriteMode};

/// All a worker is told: what it may use and what it is to do.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Order {
    /// What it may use.
    pub limits: Limits,
    /// What it is to do.
    pub job: Job,
}

/// What a worker may use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Limits {
    /// Address space in bytes.
    pub memory_bytes: u64,
    /// Whether it must not begin unless its [`crate::Cage`] is whole.
    pub caged: bool,
}

/// The jobs a worker serves.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(
    rename_all = "snake_case",
    rename_all_fields = "camelCase",
    tag = "job"
)]
pub enum Job {
    /// Recognise a file and show its first rows; answers [`crate::Output::Preview`].
    Preview {
        /// Where the file lies.
        file: PathBuf,
        /// What its owner calls it.
        file_name: String,
        /// How its owner wants it to be read.
        intake: IntakeChoices,
        /// Rows to show.
        max_rows: usize,
    },
    /// Write a file's rows as a new version of a Delta table in one commit;
    /// answers [`crate::Output::Published`]. Safe to run again with the same
    /// `app_id` and `version`: what is committed is not written twice.
    Publish {
        /// Where the file lies.
        file: PathBuf,
        /// What its owner calls it.
        file_name: String,
        /// How it is read, as the preview gave it.
        intake: IntakeChoices,
        /// What becomes of the rows that the table holds already.
        mode: WriteMode,
        /// The version in Delta's log on which the rows are put; the newest
        /// one may be what an undone publication left behind.
        #[serde(default)]
        base: Option<i64>,
        /// Where rows that don't fit are kept, one JSON object a line; made
        /// only when there are any.
        rejects: PathBuf,
        /// Names and descriptions, by physical name; a column without a choice
        /// keeps its header as its name.
        columns: Vec<ColumnChoice>,
        /// The table's folder; made when missing.
        table: PathBuf,
        /// Names the sequence of publications in Delta's transaction log.
        app_id: String,
        /// Place of this publication in that sequence.
        version: i64,
    },
    /// Tell what publishing a file would change; answers
    /// [`crate::Output::Compared`].
    Compare {
        /// Where the file lies.
        file: PathBuf,
        /// What its owner calls it.
        file_name: String,
        /// How it is read.
        intake: IntakeChoices,
        /// The table's folder.
        table: PathBuf,
        /// Version in Delta's log with which it is compared.
        delta_version: i64,
        /// What would become of the rows that the table holds already.
        mode: WriteMode,
    },
    /// Make a new version of a table that holds what an earlier one held;
    /// answers [`crate::Output::Published`]. Safe to run again, as
    /// [`Job::Publish`].
    PutBack {
        /// The table's folder.
        table: PathBuf,
        /// The earlier version in Delta's log.
        delta_version: i64,
        /// Names the sequence of publications in Delta's transaction log.
        app_id: String,
        /// Place of this publication in that sequence.
        version: i64,
    },
    /// Read a version back, compare it and tell what it holds; answers
    /// [`crate::Output::Checked`].
    Check {
        /// The table's folder.
        table: PathBuf,
        /// Version in Delta's log.
        delta_version: i64,
        /// What it must hold.
        expected: TableSummary,
        /// What its rows have to keep.
        #[serde(default)]
        demands: Vec<Demand>,
    },
    /// Tell what the rows of a file hold before they are published; answers
    /// [`crate::Output::Surveyed`].
    Survey {
        /// Where the file lies.
        file: PathBuf,
        /// What its owner calls it.
        file_name: String,
        /// How it is read.
        intake: IntakeChoices,
        /// Rows to read at most.
        max_rows: u64,
        /// What its rows should keep.
        demands: Vec<Demand>,
    },
    /// Tell what a version holds; answers [`crate::Output::Profiled`].
    Profile {
        /// The table's folder.
        table: PathBuf,
        /// Version in Delta's log.
        delta_version: i64,
    },
    /// Read a contract or product document (YAML or JSON); answers
    /// [`crate::Output::Document`].
    ReadDocument {
        /// Where the file lies.
        file: PathBuf,
    },
    /// Read a page of rows in the order of the file they came from; answers
    /// [`crate::Output::Rows`].
    Rows {
        /// The table's folder.
        table: PathBuf,
        /// Version in Delta's log.
        delta_version: i64,
        /// Rows to leave out at the start.
        offset: u64,
        /// Rows to read at most.
        limit: usize,
    },
}

/// What the owner says about a column of the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ColumnChoice {
    /// Physical name as the preview gave it.
    pub name: String,
    /// Name for people.
    pub business_name: String,
    /// What the column means; may be empty.
    pub description: String,
}
