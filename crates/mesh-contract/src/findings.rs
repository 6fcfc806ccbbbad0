//! What doesn't hold in a document, judged by the version of the standard that it names itself.

use std::{collections::HashSet, sync::LazyLock};

use mesh_model::{ContractFinding, ContractFindingCode as Code, ContractStandard, ParamValue};
use serde_json::Value;

use crate::{
    Document,
    judge::{Fault, Kind, judge},
    places::place,
    references,
};

/// Findings that are told; a document with more has enough to mend.
pub const FINDINGS_MAX: usize = 200;

/// Names of values that a sentence lists.
const ALLOWED_MAX: usize = 12;

struct Schema {
    standard: ContractStandard,
    api_version: &'static str,
    schema: Value,
}

macro_rules! schemas {
    ($($standard:ident $folder:literal $version:literal,)+) => {
        vec![$(Schema {
            standard: ContractStandard::$standard,
            api_version: $version,
            schema: read(include_str!(concat!("../schemas/", $folder, "/", $version, ".json"))),
        },)+]
    };
}

/// The schemas are the project's own files: one that isn't JSON is found by the tests.
fn read(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or(Value::Bool(false))
}

static SCHEMAS: LazyLock<Vec<Schema>> = LazyLock::new(|| {
    schemas![
        Odcs "odcs" "v2.2.1",
        Odcs "odcs" "v2.2.2",
        Odcs "odcs" "v3.0.0",
        Odcs "odcs" "v3.0.1",
        Odcs "odcs" "v3.0.2",
        Odcs "odcs" "v3.1.0",
        Odps "odps" "v0.9.0",
        Odps "odps" "v1.0.0",
    ]
});

/// What doesn't hold in a document, in its order, at most [`FINDINGS_MAX`]. The JSON Schema of the version that the
/// document names decides, and what a schema can't say is checked beside it: that names are unique where they are
/// referred to, that references lead somewhere, and that composite relations have as many ends as beginnings.
#[must_use]
pub fn findings(document: &Document) -> Vec<ContractFinding> {
    let Some(standard) = document.standard() else {
        let kind = document.text("kind").unwrap_or_default();
        return vec![finding(
            document,
            "/kind",
            Code::UnknownKind,
            [("kind", kind.into())],
        )];
    };
    let Some(api_version) = document.api_version() else {
        let params = [("field", "apiVersion".into())];
        return vec![finding(document, "", Code::MissingField, params)];
    };
    let mut known = SCHEMAS.iter();
    let found = known.find(|each| each.standard == standard && each.api_version == api_version);
    let Some(Schema { schema, .. }) = found else {
        let params = [("version", api_version.into())];
        return vec![finding(
            document,
            "/apiVersion",
            Code::UnknownApiVersion,
            params,
        )];
    };
    let mut faults = judge(schema, document.value());
    let mut seen = HashSet::new();
    faults.retain(|fault| seen.insert(format!("{fault:?}")));
    faults.truncate(FINDINGS_MAX);
    let mut found: Vec<ContractFinding> = faults
        .into_iter()
        .map(|fault| told(document, fault))
        .collect();
    if standard == ContractStandard::Odcs {
        references::check(document, &mut found);
    }
    found.truncate(FINDINGS_MAX);
    found
}

pub(crate) fn finding<const N: usize>(
    document: &Document,
    pointer: &str,
    code: Code,
    params: [(&str, ParamValue); N],
) -> ContractFinding {
    let params = params.into_iter();
    ContractFinding {
        pointer: pointer.to_owned(),
        place: place(document.value(), pointer),
        code,
        params: params
            .map(|(name, value)| (name.to_owned(), value))
            .collect(),
    }
}

fn told(document: &Document, fault: Fault) -> ContractFinding {
    let code = fault.code.code();
    let (name, value) = match fault.code {
        Kind::Missing(field) | Kind::Unknown(field) => ("field", field),
        Kind::Type(expected) => ("expected", expected),
        Kind::Allowed(values) => ("allowed", listed(&values)),
        Kind::Form | Kind::Bounds | Kind::NoForm | Kind::Duplicate => {
            return finding(document, &fault.pointer, code, []);
        }
    };
    finding(document, &fault.pointer, code, [(name, value.into())])
}

fn listed(names: &[String]) -> String {
    let shown = &names[..names.len().min(ALLOWED_MAX)];
    let more = if names.len() > ALLOWED_MAX {
        ", …"
    } else {
        ""
    };
    format!("{}{more}", shown.join(", "))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// What the judge minds, and what says nothing of validity.
    const KNOWN: [&str; 31] = [
        "$schema",
        "$defs",
        "$ref",
        "type",
        "enum",
        "const",
        "pattern",
        "format",
        "minimum",
        "maximum",
        "exclusiveMinimum",
        "minItems",
        "maxItems",
        "uniqueItems",
        "items",
        "required",
        "properties",
        "additionalProperties",
        "unevaluatedProperties",
        "allOf",
        "anyOf",
        "oneOf",
        "if",
        "then",
        "else",
        "not",
        "title",
        "description",
        "default",
        "examples",
        "deprecated",
    ];

    fn rules(schema: &Value, found: &mut BTreeSet<String>) {
        for (rule, value) in schema.as_object().into_iter().flatten() {
            found.insert(rule.clone());
            match (rule.as_str(), value) {
                ("properties", Value::Object(named)) => {
                    named.values().for_each(|each| rules(each, found))
                }
                // Definitions may stand in groups of definitions.
                ("$defs", Value::Object(named)) => {
                    named.values().for_each(|each| definitions(each, found))
                }
                ("default" | "examples" | "const" | "enum", _) => {}
                (_, Value::Array(several)) => several.iter().for_each(|each| rules(each, found)),
                (_, value) => rules(value, found),
            }
        }
    }

    fn definitions(of: &Value, found: &mut BTreeSet<String>) {
        let group = of.as_object().is_some_and(|named| {
            !named.is_empty() && named.keys().all(|name| name.ends_with("Server"))
        });
        if group {
            of.as_object()
                .into_iter()
                .flat_map(|named| named.values())
                .for_each(|each| rules(each, found));
        } else {
            rules(of, found);
        }
    }

    #[test]
    fn the_schemas_use_no_rule_that_the_judge_does_not_know() {
        for schema in SCHEMAS.iter() {
            assert!(schema.schema.is_object(), "{}", schema.api_version);
            let mut found = BTreeSet::new();
            rules(&schema.schema, &mut found);
            found.retain(|rule| !KNOWN.contains(&rule.as_str()));
            assert_eq!(
                found,
                BTreeSet::new(),
                "{:?} {}",
                schema.standard,
                schema.api_version
            );
        }
    }
}
