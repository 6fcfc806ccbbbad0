//! What is asked of a data product before it is published: rules of the company, as data that administrators set.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize, de::IntoDeserializer};
use utoipa::ToSchema;

use crate::Params;

/// What is asked of a data product before it is published.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum PublishingPolicyCode {
    /// The purpose says more than a word or two.
    PurposeWritten,
    /// No other product has a similar name.
    NameUnlike,
    /// Each column with personal data is confidential or restricted.
    PersonalClassified,
    /// Each column with personal data is covered.
    PersonalMasked,
    /// Each column is described, or its meaning is known.
    ColumnsDescribed,
    /// At least one column tells one row from another.
    KeyNamed,
    /// At least one quality rule is promised.
    RulePromised,
}

impl PublishingPolicyCode {
    /// Every policy there is.
    pub const ALL: [Self; 7] = [
        Self::PurposeWritten,
        Self::NameUnlike,
        Self::PersonalClassified,
        Self::PersonalMasked,
        Self::ColumnsDescribed,
        Self::KeyNamed,
        Self::RulePromised,
    ];

    /// How strict it is while nobody has set it.
    #[must_use]
    pub fn at_first(self) -> PublishingPolicy {
        let severity = match self {
            Self::PersonalClassified => PolicySeverity::Blocking,
            Self::KeyNamed => PolicySeverity::Off,
            _ => PolicySeverity::Warning,
        };
        PublishingPolicy {
            code: self,
            severity,
            blocks_from: None,
        }
    }
}

/// How strict a policy is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum PolicySeverity {
    /// It isn't asked.
    Off,
    /// Who publishes is told.
    Warning,
    /// Nothing is published that breaks it.
    Blocking,
}

/// A policy as it is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PublishingPolicy {
    /// What is asked.
    pub code: PublishingPolicyCode,
    /// How strict it is.
    pub severity: PolicySeverity,
    /// Until the day before, a blocking policy only warns; null where it blocks already.
    #[schema(required = true)]
    pub blocks_from: Option<NaiveDate>,
}

impl PublishingPolicy {
    /// Whether it keeps something from being published on this day.
    #[must_use]
    pub fn blocks_on(&self, day: NaiveDate) -> bool {
        self.severity == PolicySeverity::Blocking && self.blocks_from.is_none_or(|from| day >= from)
    }
}

/// Sets a policy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PublishingPolicyEdit {
    /// How strict it is from now on.
    pub severity: PolicySeverity,
    /// The first day on which a blocking policy blocks; at once if missing.
    #[serde(default)]
    pub blocks_from: Option<NaiveDate>,
}

/// A policy that a publication would break.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PolicyFinding {
    /// What is asked.
    pub code: PublishingPolicyCode,
    /// Whether nothing can be published until it is mended.
    pub blocks: bool,
    /// From when on it blocks, where it only warns until then.
    #[schema(required = true)]
    pub blocks_from: Option<NaiveDate>,
    /// JSON pointer (RFC 6901) to the first field that would mend it.
    pub pointer: String,
    /// What the sentence mentions: `names` of columns or products, `count` of them.
    #[schema(value_type = std::collections::BTreeMap<String, crate::ParamValue>)]
    pub params: Params,
}

impl std::str::FromStr for PublishingPolicyCode {
    type Err = serde::de::value::Error;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::deserialize(text.into_deserializer())
    }
}
