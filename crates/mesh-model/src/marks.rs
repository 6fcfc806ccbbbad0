//! What an owner says of a column beside its words: whether it is a key, always there, personal, how sensitive, and how
//! it is covered.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{Classification, MeaningKind};

/// How values are covered for whom a grant doesn't show them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Mask {
    /// The same value always becomes the same code, which can't be turned back.
    Hash,
    /// Only the end of the value is shown.
    Partial,
    /// No value is shown.
    Null,
    /// Of days and points in time only the year is shown.
    Year,
    /// A fixed word stands in its place.
    Redact,
}

/// How the owner came to what is said of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ColumnReview {
    /// The owner looked at this column and said so.
    Seen,
    /// The owner accepted it together with others that were to be looked at.
    Together,
    /// Nothing asked for a look, and what was suggested was taken as it was.
    Unseen,
}

/// What an owner says of a column beside its words.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ColumnMarks {
    /// Whether it tells one row from another, alone or together with the other columns of the key.
    #[serde(default)]
    #[schema(required = true)]
    pub key: bool,
    /// Whether every row has a value.
    #[serde(default)]
    #[schema(required = true)]
    pub required: bool,
    /// What it means, where that is known.
    #[serde(default)]
    #[schema(required = true)]
    pub meaning: Option<MeaningKind>,
    /// Whether it is about people who can be told by it.
    #[serde(default)]
    #[schema(required = true)]
    pub personal: bool,
    /// How sensitive it is, where it is said for this column alone; otherwise as the product is.
    #[serde(default)]
    #[schema(required = true)]
    pub classification: Option<Classification>,
    /// How its values are covered once access is granted.
    #[serde(default)]
    #[schema(required = true)]
    pub mask: Option<Mask>,
    /// How the owner came to say so; null where nothing was suggested.
    #[serde(default)]
    #[schema(required = true)]
    pub review: Option<ColumnReview>,
}

/// Columns of a file or table with what was said of them; where nothing was said, `before` still holds.
#[must_use]
pub fn with_marks(
    mut columns: Vec<crate::Column>,
    said: &[crate::ColumnChoice],
    before: &[crate::Column],
) -> Vec<crate::Column> {
    for column in &mut columns {
        let chosen = said
            .iter()
            .find(|choice| choice.name == column.name)
            .and_then(|choice| choice.marks);
        let kept = || before.iter().find(|known| known.name == column.name);
        if let Some(marks) = chosen.or_else(|| kept().map(|known| known.marks)) {
            column.marks = marks;
        }
    }
    columns
}
