//! Versions of a product's contract: each publication is compared with the one before it.

use mesh_model::{Column, Compatibility, DataProduct, QualityRule};

use crate::{SemanticVersion, compare, contract};

/// One published version of a product.
#[derive(Debug, Clone, Copy)]
pub struct Published<'a> {
    /// Its number.
    pub number: i64,
    /// Its columns.
    pub columns: &'a [Column],
    /// What it promises of its rows.
    pub rules: &'a [QualityRule],
}

/// The version of the contract that each publication has, the oldest first: 1.0.0, and from there what the changes of
/// columns and rules ask for. A publication that changes none keeps it.
#[must_use]
pub fn contract_versions(
    product: &DataProduct,
    published: &[Published<'_>],
) -> Vec<(i64, SemanticVersion)> {
    let mut version = SemanticVersion::FIRST;
    let mut before: Option<&Published<'_>> = None;
    let mut versions = Vec::with_capacity(published.len());
    for one in published {
        version = version.after(before.and_then(|before| asked(product, before, one)));
        versions.push((one.number, version));
        before = Some(one);
    }
    versions
}

/// The most that the way from one publication to another asks of those who use it.
fn asked(
    product: &DataProduct,
    before: &Published<'_>,
    after: &Published<'_>,
) -> Option<Compatibility> {
    if before.columns == after.columns && before.rules == after.rules {
        return None;
    }
    // Only columns and rules differ, so it doesn't matter which version the two are given.
    let of =
        |one: &Published<'_>| contract(product, one.columns, one.rules, 0, SemanticVersion::FIRST);
    let changes = compare(&of(before), &of(after));
    changes.into_iter().map(|change| change.compatibility).max()
}
