//! What changed between the columns of two tables of the same name.

use mesh_model::{ContractChange, ContractChangeCode as Code, fold};

use super::{change, promises, types, with};
use crate::{Property, SchemaObject};

/// From the least sensitive to the most, as the platform names them.
const CLASSIFICATIONS: [&str; 4] = ["public", "internal", "confidential", "restricted"];

pub(super) fn compare(
    before: SchemaObject<'_>,
    after: SchemaObject<'_>,
    changes: &mut Vec<ContractChange>,
) {
    let (old, new) = (before.properties(), after.properties());
    let same =
        |one: &Property<'_>, other: &Property<'_>| one.physical_name() == other.physical_name();
    let gone: Vec<&Property<'_>> = old
        .iter()
        .filter(|one| !new.iter().any(|other| same(one, other)))
        .collect();
    let mut added: Vec<&Property<'_>> = new
        .iter()
        .filter(|one| !old.iter().any(|other| same(one, other)))
        .collect();
    for one in gone {
        match added.iter().position(|other| is_renamed(one, other)) {
            Some(at) => {
                let other = added.remove(at);
                renamed(one, other, changes);
            }
            None => changes.push(of(Code::ColumnRemoved, one)),
        }
    }
    changes.extend(added.iter().map(|one| of(Code::ColumnAdded, one)));
    for one in &old {
        if let Some(other) = new.iter().find(|other| same(one, other)) {
            column(one, other, changes);
        }
    }
    key(&old, &new, after, changes);
    promises::quality(
        before.quality(),
        after.quality(),
        after.label(),
        None,
        changes,
    );
}

/// A column that is gone and one that is new are one column under another name when they have the same id, or the same
/// name for people or the same description, and hold the same kind of values.
fn is_renamed(one: &Property<'_>, other: &Property<'_>) -> bool {
    if let (Some(id), Some(other_id)) = (one.text("id"), other.text("id")) {
        return id == other_id;
    }
    let described =
        |property: &Property<'_>| property.text("description").unwrap_or_default().to_owned();
    let same_words = fold(one.label()) == fold(other.label())
        || (!described(one).is_empty() && described(one) == described(other));
    same_words && types::of(one) == types::of(other)
}

fn renamed(one: &Property<'_>, other: &Property<'_>, changes: &mut Vec<ContractChange>) {
    let params = [
        ("before", one.physical_name().into()),
        ("after", other.physical_name().into()),
    ];
    changes.push(with(of(Code::ColumnRenamed, other), params));
    column(one, other, changes);
}

fn column(one: &Property<'_>, other: &Property<'_>, changes: &mut Vec<ContractChange>) {
    if let Some(code) = types::compare(one, other) {
        let params = [
            ("before", types::shown(one).into()),
            ("after", types::shown(other).into()),
        ];
        changes.push(with(of(code, other), params));
    }
    for (field, now, no_longer) in [
        ("required", Code::NowRequired, Code::NoLongerRequired),
        ("unique", Code::NowUnique, Code::NoLongerUnique),
    ] {
        match (one.is(field), other.is(field)) {
            (false, true) => changes.push(of(now, other)),
            (true, false) => changes.push(of(no_longer, other)),
            _ => {}
        }
    }
    if one.label() != other.label() {
        let params = [
            ("before", one.label().into()),
            ("after", other.label().into()),
        ];
        changes.push(with(of(Code::BusinessNameChanged, other), params));
    }
    let described =
        |property: &Property<'_>| property.text("description").unwrap_or_default().to_owned();
    if described(one) != described(other) {
        changes.push(of(Code::DescriptionChanged, other));
    }
    classification(one, other, changes);
    mask(one, other, changes);
    promises::quality(
        one.quality(),
        other.quality(),
        other.label(),
        Some(other.physical_name()),
        changes,
    );
}

fn classification(one: &Property<'_>, other: &Property<'_>, changes: &mut Vec<ContractChange>) {
    let said = |property: &Property<'_>| {
        property
            .text("classification")
            .unwrap_or_default()
            .to_owned()
    };
    let (before, after) = (said(one), said(other));
    if before == after {
        return;
    }
    let place = |name: &str| CLASSIFICATIONS.iter().position(|known| *known == name);
    let code = match (place(&before), place(&after)) {
        (Some(before), Some(after)) if before < after => Code::ClassificationStricter,
        (Some(_), Some(_)) => Code::ClassificationLooser,
        _ => Code::ClassificationChanged,
    };
    let params = [("before", before.into()), ("after", after.into())];
    changes.push(with(of(code, other), params));
}

/// Who sees values covered sees less of them.
fn mask(one: &Property<'_>, other: &Property<'_>, changes: &mut Vec<ContractChange>) {
    let (before, after) = (one.mark("mask"), other.mark("mask"));
    let code = match (&before, &after) {
        (before, after) if before == after => return,
        (None, Some(_)) => Code::MaskAdded,
        (Some(_), None) => Code::MaskRemoved,
        _ => Code::MaskChanged,
    };
    let params = [
        ("before", before.unwrap_or_default().into()),
        ("after", after.unwrap_or_default().into()),
    ];
    changes.push(with(of(code, other), params));
}

fn key(
    old: &[Property<'_>],
    new: &[Property<'_>],
    object: SchemaObject<'_>,
    changes: &mut Vec<ContractChange>,
) {
    let names = |properties: &[Property<'_>]| {
        let mut key: Vec<(i64, String)> = properties
            .iter()
            .filter_map(|one| Some((one.key_position()?, one.physical_name().to_owned())))
            .collect();
        key.sort_by_key(|(position, _)| *position);
        let names: Vec<String> = key.into_iter().map(|(_, name)| name).collect();
        names.join(", ")
    };
    let (before, after) = (names(old), names(new));
    if before != after {
        let params = [("before", before.into()), ("after", after.into())];
        changes.push(with(change(Code::KeyChanged, object.label(), None), params));
    }
}

fn of(code: Code, property: &Property<'_>) -> ContractChange {
    change(code, property.label(), Some(property.physical_name()))
}
