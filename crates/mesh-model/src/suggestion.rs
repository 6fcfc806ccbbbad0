//! What a file suggests before it is published: what its columns are, and what could be promised of its rows.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{ColumnMarks, IntakeChoices, Meaning, QualityOutcome, QualityRule, UploadId};

/// What a file holds, and what that suggests.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct FileSurvey {
    /// The file.
    pub upload_id: UploadId,
    /// Rows that were read.
    pub rows_read: i64,
    /// Whether these are all of its rows; otherwise they are its first.
    pub whole: bool,
    /// Its columns, in the file's order.
    pub columns: Vec<ColumnSuggestion>,
    /// What could be promised, with how the rows keep it today.
    pub rules: Vec<SuggestedRule>,
}

/// Why a column should be looked at before it is published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum LookReason {
    /// It seems to hold personal data.
    Personal,
    /// It seems to tell one row from another.
    Key,
    /// What it means is likely, but not sure.
    Unsure,
}

/// What a column of a file holds, and what that suggests.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ColumnSuggestion {
    /// The name in the table, as the preview gave it.
    pub name: String,
    /// A name as people would write it, where the heading isn't one.
    #[schema(required = true)]
    pub business_name: Option<String>,
    /// What could be said of it.
    pub marks: ColumnMarks,
    /// Why it should be looked at; empty where it needn't.
    pub look: Vec<LookReason>,
    /// Rows with a value.
    pub filled: i64,
    /// Rows without a value.
    pub missing: i64,
    /// Different values.
    pub distinct: i64,
    /// Whether `distinct` was counted; otherwise it is an estimate.
    pub distinct_is_exact: bool,
    /// What it means, and why that is believed.
    #[schema(required = true)]
    pub meaning: Option<Meaning>,
}

/// A rule that could be promised.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SuggestedRule {
    /// The rule, with how the rows that were read keep it.
    pub outcome: QualityOutcome,
    /// Whether it follows from what the column is, so that it may be taken without a thought; others rest on these rows
    /// alone.
    pub sure: bool,
}

/// Asks whether a file keeps rules.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RuleCheckInput {
    /// How the file is read; what isn't chosen is recognised.
    #[serde(default)]
    pub intake: IntakeChoices,
    /// The rules.
    pub rules: Vec<QualityRule>,
}

/// How a file keeps rules.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct RuleChecks {
    /// Rows that were read.
    pub rows_read: i64,
    /// Whether these are all of its rows; otherwise they are its first.
    pub whole: bool,
    /// One entry a rule, in their order.
    pub outcomes: Vec<QualityOutcome>,
}
