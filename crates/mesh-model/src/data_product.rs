//! Data products: the unit of ownership (ODPS), thin for now: one output port, `draft → active`.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    Classification, Column, DataProductId, DomainId, FieldProblem, Fields, HowToPublish,
    IntakeChoices, PersonRef, PublicationId, check_name, check_purpose,
};

/// Where a data product stands in its life.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Lifecycle {
    /// Being made: it has no published version yet.
    Draft,
    /// Published.
    Active,
}

impl Lifecycle {
    /// The state after a version was published.
    #[must_use]
    pub fn published(self) -> Self {
        match self {
            Self::Draft | Self::Active => Self::Active,
        }
    }
}

/// A data product.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct DataProduct {
    /// Stable id.
    pub id: DataProductId,
    /// Readable id, unique in the workspace.
    pub slug: String,
    /// The name as written by its owner.
    pub name: String,
    /// What it is for.
    pub purpose: String,
    /// The domain that owns it.
    pub domain: DomainRef,
    /// Who is accountable, and for now alone reads its rows.
    pub owner: PersonRef,
    /// Where it stands in its life.
    pub lifecycle: Lifecycle,
    /// How sensitive its data is: at first as its domain asks.
    pub classification: Classification,
    /// Grows with each change; the `ETag`.
    pub revision: i64,
    /// When it was created.
    pub created_at: DateTime<Utc>,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
    /// What it offers.
    pub output_port: OutputPort,
    /// The newest published version.
    #[schema(required = true)]
    pub current_version: Option<ProductVersion>,
    /// A publication that runs, or failed and can be resumed or undone.
    #[schema(required = true)]
    pub active_publication: Option<PublicationId>,
    /// What the asking person may do; nothing until the platform has decided.
    pub can: DataProductAbilities,
}

/// What the asking person may do with a data product.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct DataProductAbilities {
    /// Change its words.
    pub edit: bool,
    /// Publish a version.
    pub publish: bool,
    /// Read its rows.
    pub read_rows: bool,
}

/// A domain, as named by another thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct DomainRef {
    /// Stable id.
    pub id: DomainId,
    /// Readable id.
    pub slug: String,
    /// The name as shown.
    pub name: String,
}

/// How an output port's data lies in storage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum PortFormat {
    /// A Delta Lake table.
    Delta,
}

/// What a data product offers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct OutputPort {
    /// The port's name inside the product.
    pub name: String,
    /// How its data lies in storage.
    pub format: PortFormat,
    /// Its columns, in the table's order.
    pub columns: Vec<Column>,
    /// Where other programs find the table; told to those who may read its rows.
    #[schema(required = true)]
    pub location: Option<String>,
}

/// One published state of a data product.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ProductVersion {
    /// 1 for the first.
    pub number: i64,
    /// Rows in the table.
    pub row_count: i64,
    /// Bytes in storage.
    pub size_bytes: i64,
    /// Columns in the table.
    pub column_count: i64,
    /// The file that it was made from.
    pub file_name: String,
    /// How that file was read.
    pub intake: IntakeChoices,
    /// Rows of that file that are not in the table, because they don't fit it.
    pub rejected_count: i64,
    /// What became of the rows of the version before; where a version was put back, as it was with that one.
    pub how: HowToPublish,
    /// The number of the earlier version whose content this one has, if that was put back.
    #[schema(required = true)]
    pub put_back: Option<i64>,
    /// When it was published.
    pub published_at: DateTime<Utc>,
    /// By whom.
    pub published_by: PersonRef,
}

/// A data product that is about to be made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewDataProduct {
    /// The domain that will own it.
    pub domain_id: DomainId,
    /// The name, at most 120 characters, unlike that of every other product.
    pub name: String,
    /// What it is for, at most 2,000 characters.
    pub purpose: String,
}

impl NewDataProduct {
    /// Checks the texts and gives the input back as it will be stored. Pointers begin with `prefix`.
    pub fn check(self, fields: &mut Fields, prefix: &str) -> Self {
        let name = check_name(fields, &format!("{prefix}/name"), &self.name);
        let purpose = check_purpose(fields, &format!("{prefix}/purpose"), &self.purpose, true);
        Self {
            name,
            purpose,
            ..self
        }
    }
}

/// Changes a data product's words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DataProductEdit {
    /// The name, at most 120 characters.
    pub name: String,
    /// What it is for, at most 2,000 characters.
    pub purpose: String,
    /// Descriptions by column name; columns that aren't named keep theirs.
    pub columns: Vec<DescribedColumn>,
}

impl DataProductEdit {
    /// Checks the texts and gives the edit back as it will be stored.
    pub fn check(self, fields: &mut Fields) -> Self {
        let name = check_name(fields, "/name", &self.name);
        let purpose = check_purpose(fields, "/purpose", &self.purpose, true);
        let columns = self
            .columns
            .into_iter()
            .enumerate()
            .map(|(at, column)| DescribedColumn {
                description: check_purpose(
                    fields,
                    &format!("/columns/{at}/description"),
                    &column.description,
                    false,
                ),
                ..column
            })
            .collect();
        Self {
            name,
            purpose,
            columns,
        }
    }
}

/// A column's new description.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DescribedColumn {
    /// The name in the table.
    pub name: String,
    /// What it says; may be empty.
    pub description: String,
    /// What is said of it beside its words; without it, what was said stays.
    #[serde(default)]
    pub marks: Option<crate::ColumnMarks>,
}

/// Asks what would become of a data product with this name.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DataProductCheckInput {
    /// The domain, if chosen already.
    #[serde(default)]
    pub domain_id: Option<DomainId>,
    /// The name so far.
    pub name: String,
    /// The purpose, if written already.
    #[serde(default)]
    pub purpose: Option<String>,
}

/// What would become of a data product if it were created now.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct DataProductCheck {
    /// The readable id that it would get.
    pub slug: String,
    /// The fields that don't hold yet.
    pub fields: Vec<FieldProblem>,
    /// Products with a similar name.
    pub look_alikes: Vec<LookAlike>,
}

/// Something with a similar name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct LookAlike {
    /// Stable id.
    pub id: uuid::Uuid,
    /// Readable id.
    pub slug: String,
    /// The name as shown.
    pub name: String,
}

/// A page of rows of one version.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct RowPage {
    /// The version that was read.
    pub version: i64,
    /// The columns, in the order of the cells.
    pub columns: Vec<Column>,
    /// Cells as text: exact decimals, RFC 3339 times; null where there is no value.
    pub rows: Vec<Vec<Option<String>>>,
    /// How many rows were passed over.
    pub offset: i64,
    /// Rows in the whole version.
    pub row_count: i64,
}
