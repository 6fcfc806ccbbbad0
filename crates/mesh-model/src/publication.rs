//! Publishing as a plan: steps that are each idempotent and recorded, so that a crash or failure between
//! any two of them can be resumed or undone.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    ColumnChoice, DataProductId, DraftId, FieldProblem, HowToPublish, IntakeChoices,
    NewDataProduct, Params, ProblemCode, PublicationId, UploadId, VersionComparison,
};

/// Where a publication stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum PublicationState {
    /// Steps are being done.
    Running,
    /// All steps are done.
    Succeeded,
    /// A step failed; it can be resumed or cancelled.
    Failed,
    /// It was undone.
    Cancelled,
}

impl PublicationState {
    /// Whether it may be taken up again.
    #[must_use]
    pub fn can_resume(self) -> bool {
        matches!(self, Self::Failed)
    }

    /// Whether it may be undone.
    #[must_use]
    pub fn can_cancel(self) -> bool {
        matches!(self, Self::Failed | Self::Running)
    }
}

/// A step of a publication.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum StepCode {
    /// Makes the product's record, as a draft.
    CreateProduct,
    /// Writes the rows as a new version of the table.
    WriteTable,
    /// Opens the written version again and compares counts and checksums.
    CheckTable,
    /// Makes the version the product's current one.
    Activate,
}

/// Where a step stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum StepState {
    /// Not begun.
    Waiting,
    /// Being done.
    Running,
    /// Done.
    Done,
    /// Failed.
    Failed,
}

/// How far a step is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct StepProgress {
    /// What is done, in `unit`.
    pub done: i64,
    /// All there is to do, where known.
    #[schema(required = true)]
    pub total: Option<i64>,
    /// What is counted.
    pub unit: StepUnit,
}

/// What a step counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum StepUnit {
    /// Rows.
    Rows,
    /// Bytes.
    Bytes,
}

/// One step and where it stands.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PublicationStep {
    /// Which step.
    pub code: StepCode,
    /// Where it stands.
    pub state: StepState,
    /// How far it is, while it runs.
    #[schema(required = true)]
    pub progress: Option<StepProgress>,
}

impl PublicationStep {
    /// A step that wasn't begun.
    #[must_use]
    pub fn waiting(code: StepCode) -> Self {
        Self {
            code,
            state: StepState::Waiting,
            progress: None,
        }
    }
}

/// Why a publication failed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PublicationFailure {
    /// What went wrong.
    pub code: ProblemCode,
    /// What the sentence mentions.
    #[serde(default, skip_serializing_if = "Params::is_empty")]
    #[schema(value_type = Option<std::collections::BTreeMap<String, crate::ParamValue>>)]
    pub params: Params,
}

/// One run of a publish plan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Publication {
    /// Stable id.
    pub id: PublicationId,
    /// The product that gets a version.
    pub data_product_id: DataProductId,
    /// Its readable id.
    pub data_product_slug: String,
    /// Its name.
    pub data_product_name: String,
    /// The version that is being made.
    pub version_number: i64,
    /// What becomes of the rows of the version before; where a version is put back, as it was with that one.
    pub how: HowToPublish,
    /// The number of the earlier version that is put back, if no file is published.
    #[schema(required = true)]
    pub put_back: Option<i64>,
    /// Where it stands.
    pub state: PublicationState,
    /// Its steps, in order.
    pub steps: Vec<PublicationStep>,
    /// Why it failed, while `failed`.
    #[schema(required = true)]
    pub failure: Option<PublicationFailure>,
    /// When it began.
    pub started_at: DateTime<Utc>,
    /// When it ended, one way or another.
    #[schema(required = true)]
    pub finished_at: Option<DateTime<Utc>>,
    /// Grows with each recorded change.
    pub revision: i64,
}

/// Publishes a file as a new product, or as a new version of one. Exactly one of `dataProductId` and
/// `dataProduct` is given.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PublicationInput {
    /// The file, whole.
    pub upload_id: UploadId,
    /// How the file is read; what isn't chosen is recognised, as the preview did.
    #[serde(default)]
    pub intake: IntakeChoices,
    /// The columns as the preview gave them, with the owner's words.
    pub columns: Vec<ColumnChoice>,
    /// For a new version of a product: what becomes of the rows that it has.
    #[serde(default)]
    pub how: HowToPublish,
    /// What is promised of the rows; without it, what the product's current version promises stays.
    #[serde(default)]
    pub rules: Option<Vec<crate::QualityRule>>,
    /// The product that gets a new version.
    #[serde(default)]
    pub data_product_id: Option<DataProductId>,
    /// The product that is to be made; its owner is the caller.
    #[serde(default)]
    pub data_product: Option<NewDataProduct>,
    /// The wizard's draft, which ends when the publication begins.
    #[serde(default)]
    pub draft_id: Option<DraftId>,
}

/// What a publication would do, in sentences that the screen spells out.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PublicationPlan {
    /// The sentences, in order.
    pub sentences: Vec<PlanSentence>,
    /// The product's readable id, now or after it is made.
    pub slug: String,
    /// The fields that don't hold yet; publishing is possible when there are none.
    pub fields: Vec<FieldProblem>,
    /// For a new version: how it differs from the one before, row by row; nothing while the file leaves something open.
    #[schema(required = true)]
    pub comparison: Option<VersionComparison>,
    /// What the company asks of data products and this one doesn't keep; what stops publishing stands first.
    pub policies: Vec<crate::PolicyFinding>,
}

/// One sentence of a plan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PlanSentence {
    /// What will happen.
    pub code: PlanCode,
    /// What the sentence mentions.
    #[schema(value_type = std::collections::BTreeMap<String, crate::ParamValue>)]
    pub params: Params,
}

/// What a plan's sentence says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum PlanCode {
    /// Product `name` is created in `domain`, owned by `owner`.
    CreateProduct,
    /// Product `name` gets version `number`.
    NewVersion,
    /// The rows of `fileName`, with `columns` columns, are written as a Delta table.
    WriteTable,
    /// Of `found` rows, `rejected` don't fit: they are kept beside the table, and `rows` are published. `exact` is
    /// 0 where only the file's beginning was counted.
    KeepRejects,
    /// The table is read back and compared.
    CheckTable,
    /// The version becomes the current one and can be found.
    Activate,
    /// Column `column` is new.
    ColumnAdded,
    /// Column `column` is gone.
    ColumnRemoved,
    /// Column `column` changes its type from `before` to `after`.
    ColumnTypeChanged,
    /// `added` rows follow the `before` rows that are there.
    RowsAdded,
    /// `removed` rows go, `added` come and `unchanged` stay: there are `after`.
    RowsReplaced,
    /// `updated` rows change, `added` come and `unchanged` stay: there are `after`.
    RowsMerged,
    /// Version `number` of `name` will be as version `from` was, with `rows` rows.
    PutBack,
    /// Version `number`, which is the current one, stays readable.
    StaysReadable,
}
