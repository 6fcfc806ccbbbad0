//! How sensitive data is.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// How sensitive data is, from the least to the most (ISO/IEC 27002:2022, 5.12).
#[derive(
    Debug,
    Clone,
    Copy,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    ToSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Classification {
    /// May be known outside the company.
    Public,
    /// For everybody in the company.
    #[default]
    Internal,
    /// For those who need it.
    Confidential,
    /// For named people only.
    Restricted,
}
