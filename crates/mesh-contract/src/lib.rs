//! Data contracts after ODCS and data products after ODPS (Bitol): documents that keep whatever they hold, what doesn't
//! hold in them, what changed between two of them, and those that a product of this mesh has. No IO, no async.

mod compare;
mod document;
mod findings;
mod generate;
mod judge;
mod merge;
mod node;
mod places;
mod references;
mod rules;
mod semantic_version;
mod sequence;
mod yaml;

pub use compare::compare;
pub use document::{Document, Property, SchemaObject};
pub use findings::{FINDINGS_MAX, findings};
pub use generate::{ODCS_VERSION, ODPS_VERSION, contract, contract_id, product_document};
pub use merge::{merged, proposals};
pub use node::{Fields, Node};
pub use semantic_version::SemanticVersion;
pub use sequence::{Published, contract_versions};
pub use yaml::to_yaml;
