//! Data contracts: what changed between two of them, and what doesn't hold in one.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{ColumnType, Params};

/// What a change asks of those who use a contract (Semantic Versioning 2.0.0, seen from the consumer).
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Compatibility {
    /// Only words change: nothing that a program reads.
    Patch,
    /// More is promised than before: whatever used the contract goes on.
    Minor,
    /// Less is promised, or something else: what used the contract may stop working.
    Major,
}

/// What changed between two contracts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ContractChangeCode {
    /// There is another table-like thing.
    ObjectAdded,
    /// A table-like thing is gone.
    ObjectRemoved,
    /// There is another column.
    ColumnAdded,
    /// A column is gone.
    ColumnRemoved,
    /// A column is called otherwise in the table; `params.before` and `params.after` say how.
    ColumnRenamed,
    /// A column holds fewer kinds of value than before, all of which it held before.
    TypeNarrowed,
    /// A column holds more kinds of value than before.
    TypeWidened,
    /// A column holds other kinds of value.
    TypeChanged,
    /// Every row has a value from now on.
    NowRequired,
    /// A row may be without a value from now on.
    NoLongerRequired,
    /// No value occurs twice from now on.
    NowUnique,
    /// A value may occur twice from now on.
    NoLongerUnique,
    /// Other columns tell one row from another; `params.before` and `params.after` name them.
    KeyChanged,
    /// It is called otherwise by people.
    BusinessNameChanged,
    /// It is described otherwise.
    DescriptionChanged,
    /// It is more sensitive, so that fewer people may see it.
    ClassificationStricter,
    /// It is less sensitive.
    ClassificationLooser,
    /// How sensitive it is is said otherwise.
    ClassificationChanged,
    /// Its values are covered from now on; `params.after` says how.
    MaskAdded,
    /// Its values are covered no more.
    MaskRemoved,
    /// Its values are covered otherwise; `params.before` and `params.after` say how.
    MaskChanged,
    /// A quality rule is promised in addition.
    QualityRuleAdded,
    /// A quality rule is promised no more.
    QualityRuleRemoved,
    /// A quality rule asks for something else.
    QualityRuleChanged,
    /// A service level is promised in addition.
    ServiceLevelAdded,
    /// A service level is promised no more.
    ServiceLevelRemoved,
    /// A service level is better than before.
    ServiceLevelRaised,
    /// A service level is worse than before, or can't be compared.
    ServiceLevelLowered,
    /// The purpose, the usage or the limitations are worded otherwise.
    WordsChanged,
    /// The status changed.
    StatusChanged,
    /// Other people stand for it.
    TeamChanged,
}

/// One change between two contracts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ContractChange {
    /// What changed.
    pub code: ContractChangeCode,
    /// What it asks of those who use the contract.
    pub compatibility: Compatibility,
    /// What it is about, as people call it: a column, a table, a rule, a service level; empty for the whole contract.
    pub name: String,
    /// Its name in the table, where it is a column.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
    /// What the sentence mentions, such as `before` and `after`.
    #[serde(default, skip_serializing_if = "Params::is_empty")]
    #[schema(value_type = Option<std::collections::BTreeMap<String, crate::ParamValue>>)]
    pub params: Params,
}

/// What changed between the contracts of two versions of a data product.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ContractChanges {
    /// The product's version that is compared with; null for the first, which has none before it.
    #[schema(required = true)]
    pub from: Option<i64>,
    /// The version of that contract, such as `1.0.0`.
    #[schema(required = true)]
    pub from_contract_version: Option<String>,
    /// The product's version that is looked at.
    pub to: i64,
    /// The version of its contract.
    pub contract_version: String,
    /// The most that any change asks of those who use the contract; null where nothing changed.
    #[schema(required = true)]
    pub compatibility: Option<Compatibility>,
    /// What changed: what may break something first.
    pub changes: Vec<ContractChange>,
}

/// Which standard a document follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ContractStandard {
    /// A data contract: Open Data Contract Standard (Bitol).
    Odcs,
    /// A data product: Open Data Product Standard (Bitol).
    Odps,
}

/// Why a document doesn't hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ContractFindingCode {
    /// It is neither a data contract nor a data product; `params.kind` is what it says to be, if anything.
    UnknownKind,
    /// The version of the standard, `params.version`, isn't known here, so that nothing can be said of the rest.
    UnknownApiVersion,
    /// The field `params.field` is missing.
    MissingField,
    /// The standard knows no field `params.field` here.
    UnknownField,
    /// It is of another type than `params.expected`.
    WrongType,
    /// It is none of `params.allowed`.
    ValueNotAllowed,
    /// It isn't of the form that is asked for.
    WrongForm,
    /// It is outside of what is allowed: too many, too few, too long, too large.
    OutOfBounds,
    /// It fits none of the forms that are allowed here, or more than one.
    NoForm,
    /// It occurs twice.
    Duplicate,
    /// It refers to `params.reference`, which the document doesn't hold.
    UnresolvedReference,
    /// `params.from` columns are related to `params.to` columns; there must be as many.
    UnequalLengths,
}

/// Something in a document that doesn't hold.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ContractFinding {
    /// JSON pointer (RFC 6901) into the document.
    pub pointer: String,
    /// The way there in words, such as `schema › orders › price`.
    pub place: String,
    /// Why it doesn't hold.
    pub code: ContractFindingCode,
    /// What the sentence mentions.
    #[serde(default, skip_serializing_if = "Params::is_empty")]
    #[schema(value_type = Option<std::collections::BTreeMap<String, crate::ParamValue>>)]
    pub params: Params,
}

/// What a contract says of a column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ContractProposal {
    /// The column's name in the table.
    pub name: String,
    /// The owner's header.
    pub business_name: String,
    /// How the contract describes it; cut at 2,000 characters.
    pub description: String,
    /// How it is described now; may be empty.
    pub now: String,
    /// The kind of value that the contract names, where it is another than the table's.
    #[schema(required = true)]
    pub other_type: Option<ColumnType>,
}
