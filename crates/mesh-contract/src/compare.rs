//! What changed between two versions of a contract, and what that asks of those who use it.
//!
//! Seen from the consumer, who reads: more promised is compatible (`minor`), less or other is breaking (`major`), words
//! alone are neither (`patch`).
//!
//! | change | |
//! |---|---|
//! | table or column added | minor |
//! | table or column removed or renamed | major: programs that name it stop |
//! | type narrowed: every new value was possible before | minor |
//! | type widened or changed | major: values come that programs can't hold |
//! | now required, now unique | minor: a promise more |
//! | no longer required, no longer unique | major: a promise less |
//! | other key | major: joins and merges rest on it |
//! | quality rule or service level added, service level raised | minor |
//! | quality rule or service level removed, quality rule changed, service level lowered or not comparable | major |
//! | less sensitive | minor |
//! | values no longer covered | minor |
//! | values covered, or covered otherwise | major: some read less than before |
//! | more sensitive, or otherwise classified | major: some may see it no more |
//! | names for people, descriptions, purpose, status, team | patch |

mod columns;
mod promises;
mod types;

use mesh_model::{Compatibility, ContractChange, ContractChangeCode as Code, ParamValue};

use crate::{Document, Node, SchemaObject};

/// Every change from one contract to the next; what may break something stands first.
#[must_use]
pub fn compare(before: &Document, after: &Document) -> Vec<ContractChange> {
    let mut changes = Vec::new();
    let (old, new) = (before.schema(), after.schema());
    let find = |objects: &[SchemaObject<'_>], name: &str| {
        objects.iter().position(|object| object.name() == name)
    };
    for object in &old {
        if find(&new, object.name()).is_none() {
            changes.push(change(Code::ObjectRemoved, object.label(), None));
        }
    }
    for object in &new {
        match find(&old, object.name()) {
            None => changes.push(change(Code::ObjectAdded, object.label(), None)),
            Some(at) => columns::compare(old[at], *object, &mut changes),
        }
    }
    promises::service_levels(before, after, &mut changes);
    words(before, after, &mut changes);
    changes.sort_by_key(|change| std::cmp::Reverse(change.compatibility));
    changes
}

fn words(before: &Document, after: &Document, changes: &mut Vec<ContractChange>) {
    let at = |document: &Document, field: &str| document.value().get(field).cloned();
    for field in ["purpose", "usage", "limitations"] {
        let of = |document: &Document| {
            let description = document.value().get("description")?;
            description.get(field).cloned()
        };
        if of(before) != of(after) {
            changes.push(with(
                change(Code::WordsChanged, "", None),
                [("field", field.into())],
            ));
        }
    }
    if at(before, "status") != at(after, "status") {
        let told = |document: &Document| document.text("status").unwrap_or_default().into();
        let params = [("before", told(before)), ("after", told(after))];
        changes.push(with(change(Code::StatusChanged, "", None), params));
    }
    if at(before, "team") != at(after, "team") {
        changes.push(change(Code::TeamChanged, "", None));
    }
}

/// What a kind of change asks of those who use the contract: the table above.
fn compatibility(code: Code) -> Compatibility {
    match code {
        Code::ObjectAdded
        | Code::ColumnAdded
        | Code::TypeNarrowed
        | Code::NowRequired
        | Code::NowUnique
        | Code::ClassificationLooser
        | Code::MaskRemoved
        | Code::QualityRuleAdded
        | Code::ServiceLevelAdded
        | Code::ServiceLevelRaised => Compatibility::Minor,
        Code::ObjectRemoved
        | Code::ColumnRemoved
        | Code::ColumnRenamed
        | Code::TypeWidened
        | Code::TypeChanged
        | Code::NoLongerRequired
        | Code::NoLongerUnique
        | Code::KeyChanged
        | Code::ClassificationStricter
        | Code::ClassificationChanged
        | Code::MaskAdded
        | Code::MaskChanged
        | Code::QualityRuleRemoved
        | Code::QualityRuleChanged
        | Code::ServiceLevelRemoved
        | Code::ServiceLevelLowered => Compatibility::Major,
        Code::BusinessNameChanged
        | Code::DescriptionChanged
        | Code::WordsChanged
        | Code::StatusChanged
        | Code::TeamChanged => Compatibility::Patch,
    }
}

fn change(code: Code, name: &str, column: Option<&str>) -> ContractChange {
    ContractChange {
        code,
        compatibility: compatibility(code),
        name: name.to_owned(),
        column: column.map(str::to_owned),
        params: mesh_model::Params::new(),
    }
}

fn with<const N: usize>(
    mut change: ContractChange,
    params: [(&str, ParamValue); N],
) -> ContractChange {
    let params = params.into_iter();
    change
        .params
        .extend(params.map(|(name, value)| (name.to_owned(), value)));
    change
}

/// A value as a sentence shows it.
fn shown(value: Option<&Node>) -> String {
    match value {
        None | Some(Node::Null) => String::new(),
        Some(Node::Text(text)) => text.clone(),
        Some(value) => value.to_string(),
    }
}
