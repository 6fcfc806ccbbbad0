//! Domains: the business areas that own data products.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    DomainId, FieldProblem, Fields, LookAlike, PersonId, PersonRef, check_name, check_purpose,
};

/// How a domain stands to the business (Dehghani, *Data Mesh*, 2022, ch. 2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum DomainKind {
    /// Offers the facts of the systems that it runs.
    SourceAligned,
    /// Joins what several domains offer.
    Aggregate,
    /// Shapes data for a use.
    ConsumerAligned,
}

/// A business area that owns data products.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Domain {
    /// Stable id.
    pub id: DomainId,
    /// Readable id, unique in the workspace.
    pub slug: String,
    /// The name as written by its owner.
    pub name: String,
    /// What it is for, in a sentence.
    pub purpose: String,
    /// How it stands to the business.
    pub kind: DomainKind,
    /// Who is accountable.
    pub owner: PersonRef,
    /// Grows with each change; the `ETag`.
    pub revision: i64,
    /// When it was created.
    pub created_at: DateTime<Utc>,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
    /// How many data products it owns.
    pub data_product_count: i64,
    /// What the asking person may do; nothing until the platform has decided.
    pub can: DomainAbilities,
}

/// What the asking person may do with a domain.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct DomainAbilities {
    /// Change it.
    pub edit: bool,
    /// Create a data product in it.
    pub create_data_product: bool,
}

/// What a person decides of a domain, to create or to change it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DomainInput {
    /// The name, at most 120 characters, unlike that of every other domain.
    pub name: String,
    /// What it is for, at most 2,000 characters.
    pub purpose: String,
    /// How it stands to the business.
    pub kind: DomainKind,
    /// Who is accountable.
    pub owner_id: PersonId,
}

impl DomainInput {
    /// Checks the texts and gives the input back as it will be stored.
    pub fn check(self, fields: &mut Fields) -> Self {
        let name = check_name(fields, "/name", &self.name);
        let purpose = check_purpose(fields, "/purpose", &self.purpose, true);
        Self {
            name,
            purpose,
            ..self
        }
    }
}

/// What would become of a domain if it were created now.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct DomainCheck {
    /// The readable id that it would get.
    pub slug: String,
    /// The fields that don't hold yet.
    pub fields: Vec<FieldProblem>,
    /// Domains with a similar name.
    pub look_alikes: Vec<LookAlike>,
}
