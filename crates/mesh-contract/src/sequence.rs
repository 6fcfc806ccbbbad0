//! Versions of a product's contract: each publication is compared with the one before it.

use mesh_model::{Column, Compatibility, DataProduct};

use crate::{SemanticVersion, compare, contract};

/// One published version of a product.
#[derive(Debug, Clone, Copy)]
pub struct Published<'a> {
    /// Its number.
    pub number: i64,
    /// Its columns.
    pub columns: &'a [Column],
}

/// The version of the contract that each publication has, the oldest first: 1.0.0, and from there what the changes of
/// columns ask for. A publication that changes none keeps it.
#[must_use]
pub fn contract_versions(
    product: &DataProduct,
    published: &[Published<'_>],
) -> Vec<(i64, SemanticVersion)> {
    let mut version = SemanticVersion::FIRST;
    let mut before: Option<&[Column]> = None;
    let mut versions = Vec::with_capacity(published.len());
    for Published { number, columns } in published {
        version = version.after(before.and_then(|before| asked(product, before, columns)));
        versions.push((*number, version));
        before = Some(columns);
    }
    versions
}

/// The most that the way from one set of columns to another asks of those who use them.
fn asked(product: &DataProduct, before: &[Column], after: &[Column]) -> Option<Compatibility> {
    if before == after {
        return None;
    }
    // Only the columns differ, so it doesn't matter which version the two are given.
    let of = |columns| contract(product, columns, 0, SemanticVersion::FIRST);
    let changes = compare(&of(before), &of(after));
    changes.into_iter().map(|change| change.compatibility).max()
}
