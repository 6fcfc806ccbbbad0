//! JSON Schema (draft 2019-09), as far as the vendored schemas use it; a test keeps that they use nothing else.
//!
//! It tells each fault where it is and why, which is what the window makes sentences of.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate};
use mesh_model::ContractFindingCode as Code;
use regex::Regex;
use serde_json::Value;

use crate::Node;

/// Something that doesn't hold.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Fault {
    pub(crate) pointer: String,
    pub(crate) code: Kind,
}

/// Why it doesn't hold.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    Missing(String),
    Unknown(String),
    Type(String),
    Allowed(Vec<String>),
    Form,
    Bounds,
    NoForm,
    Duplicate,
}

impl Kind {
    pub(crate) fn code(&self) -> Code {
        match self {
            Self::Missing(_) => Code::MissingField,
            Self::Unknown(_) => Code::UnknownField,
            Self::Type(_) => Code::WrongType,
            Self::Allowed(_) => Code::ValueNotAllowed,
            Self::Form => Code::WrongForm,
            Self::Bounds => Code::OutOfBounds,
            Self::NoForm => Code::NoForm,
            Self::Duplicate => Code::Duplicate,
        }
    }
}

/// What a schema says of a value.
#[derive(Default)]
struct Judgement {
    faults: Vec<Fault>,
    /// Fields that some part of the schema spoke of.
    known: BTreeSet<String>,
}

impl Judgement {
    fn holds(&self) -> bool {
        self.faults.is_empty()
    }

    fn add(&mut self, other: Self) {
        self.faults.extend(other.faults);
        self.known.extend(other.known);
    }
}

/// What doesn't hold in a document by a schema.
pub(crate) fn judge(schema: &Value, document: &Node) -> Vec<Fault> {
    Judge { root: schema }.of(schema, document, "").faults
}

struct Judge<'s> {
    root: &'s Value,
}

impl Judge<'_> {
    fn of(&self, schema: &Value, node: &Node, at: &str) -> Judgement {
        let mut judged = Judgement::default();
        let mut fault = |code| {
            judged.faults.push(Fault {
                pointer: at.to_owned(),
                code,
            });
        };
        if schema == &Value::Bool(false) {
            fault(Kind::NoForm);
            return judged;
        }
        let Some(rules) = schema.as_object() else {
            return judged;
        };
        if let Some(expected) = rules.get("type") {
            let names = texts(expected);
            if !names.iter().any(|name| is_of(node, name)) {
                // The other rules speak of another type.
                fault(Kind::Type(names.join(", ")));
                return judged;
            }
        }
        for rule in ["enum", "const"] {
            let Some(allowed) = rules.get(rule) else {
                continue;
            };
            let one = std::slice::from_ref(allowed);
            let values = allowed.as_array().map_or(one, Vec::as_slice);
            if !values
                .iter()
                .any(|value| &Node::from(value.clone()) == node)
            {
                fault(Kind::Allowed(
                    values
                        .iter()
                        .filter_map(Value::as_str)
                        .map(str::to_owned)
                        .collect(),
                ));
            }
        }
        if !form_holds(rules.get("pattern"), rules.get("format"), node) {
            fault(Kind::Form);
        }
        let bound = |rule: &str| rules.get(rule).and_then(Value::as_f64);
        let outside = |least: Option<f64>, most: Option<f64>, value: f64| {
            least.is_some_and(|least| value < least) || most.is_some_and(|most| value > most)
        };
        if let Some(number) = node.as_f64() {
            let above = bound("exclusiveMinimum").is_none_or(|least| number > least);
            if outside(bound("minimum"), bound("maximum"), number) || !above {
                fault(Kind::Bounds);
            }
        }
        if let Node::List(items) = node {
            if outside(bound("minItems"), bound("maxItems"), items.len() as f64) {
                fault(Kind::Bounds);
            }
            let twice = |at: usize| items[..at].contains(&items[at]);
            if rules.get("uniqueItems") == Some(&Value::Bool(true)) && (0..items.len()).any(twice) {
                fault(Kind::Duplicate);
            }
            if let Some(schema) = rules.get("items") {
                for (index, item) in items.iter().enumerate() {
                    judged
                        .faults
                        .extend(self.of(schema, item, &format!("{at}/{index}")).faults);
                }
            }
        }
        self.fields(rules, node, at, &mut judged);
        self.parts(rules, node, at, &mut judged);
        if rules.get("unevaluatedProperties") == Some(&Value::Bool(false)) {
            unknown(node, at, &mut judged);
        }
        judged
    }

    fn fields(
        &self,
        rules: &serde_json::Map<String, Value>,
        node: &Node,
        at: &str,
        judged: &mut Judgement,
    ) {
        let Some(fields) = node.as_fields() else {
            return;
        };
        for name in rules.get("required").into_iter().flat_map(texts) {
            if fields.get(&name).is_none() {
                let code = Kind::Missing(name);
                judged.faults.push(Fault {
                    pointer: at.to_owned(),
                    code,
                });
            }
        }
        let own = rules.get("properties").and_then(Value::as_object);
        let other = rules.get("additionalProperties");
        for (name, value) in fields.iter() {
            let below = || format!("{at}/{}", name.replace('~', "~0").replace('/', "~1"));
            match (own.and_then(|own| own.get(name)), other) {
                (Some(schema), _) => {
                    judged
                        .faults
                        .extend(self.of(schema, value, &below()).faults);
                    judged.known.insert(name.to_owned());
                }
                (None, Some(Value::Bool(false))) => {
                    let code = Kind::Unknown(name.to_owned());
                    judged.faults.push(Fault {
                        pointer: at.to_owned(),
                        code,
                    });
                    judged.known.insert(name.to_owned());
                }
                (None, Some(schema)) => {
                    judged
                        .faults
                        .extend(self.of(schema, value, &below()).faults);
                    judged.known.insert(name.to_owned());
                }
                (None, None) => {}
            }
        }
    }

    /// Schemas inside a schema that speak of the same value.
    fn parts(
        &self,
        rules: &serde_json::Map<String, Value>,
        node: &Node,
        at: &str,
        judged: &mut Judgement,
    ) {
        if let Some(reference) = rules.get("$ref").and_then(Value::as_str) {
            let named = reference
                .strip_prefix('#')
                .and_then(|way| self.root.pointer(way));
            if let Some(schema) = named {
                judged.add(self.of(schema, node, at));
            }
        }
        let list = |rule: &str| {
            rules
                .get(rule)
                .and_then(Value::as_array)
                .into_iter()
                .flatten()
        };
        for schema in list("allOf") {
            judged.add(self.of(schema, node, at));
        }
        for (rule, several) in [("anyOf", true), ("oneOf", false)] {
            let branches: Vec<Judgement> =
                list(rule).map(|schema| self.of(schema, node, at)).collect();
            if branches.is_empty() {
                continue;
            }
            match branches.iter().filter(|branch| branch.holds()).count() {
                0 => judged.faults.extend(nearest(branches, at)),
                count if count > 1 && !several => {
                    judged.faults.push(Fault {
                        pointer: at.to_owned(),
                        code: Kind::NoForm,
                    });
                }
                _ => {
                    let holding = branches.into_iter().filter(Judgement::holds);
                    holding.for_each(|branch| judged.add(branch));
                }
            }
        }
        if let Some(condition) = rules.get("if") {
            let condition = self.of(condition, node, at);
            let holds = condition.holds();
            if holds {
                judged.add(condition);
            }
            if let Some(schema) = rules.get(if holds { "then" } else { "else" }) {
                judged.add(self.of(schema, node, at));
            }
        }
        if rules
            .get("not")
            .is_some_and(|schema| self.of(schema, node, at).holds())
        {
            judged.faults.push(Fault {
                pointer: at.to_owned(),
                code: Kind::NoForm,
            });
        }
    }
}

fn unknown(node: &Node, at: &str, judged: &mut Judgement) {
    let names = node
        .as_fields()
        .into_iter()
        .flat_map(|fields| fields.iter());
    for (name, _) in names {
        if judged.known.insert(name.to_owned()) {
            let code = Kind::Unknown(name.to_owned());
            judged.faults.push(Fault {
                pointer: at.to_owned(),
                code,
            });
        }
    }
}

/// The form that was probably meant: of those whose type fits, the one with the fewest faults, if it is the only one.
fn nearest(branches: Vec<Judgement>, at: &str) -> Vec<Fault> {
    let other_type = |fault: &Fault| matches!(fault.code, Kind::Type(_)) && fault.pointer == at;
    let mut fitting: Vec<Vec<Fault>> = branches
        .into_iter()
        .map(|branch| branch.faults)
        .filter(|faults| !faults.iter().any(other_type))
        .collect();
    fitting.sort_by_key(Vec::len);
    fitting.dedup();
    let tied = fitting.len() > 1 && fitting[0].len() == fitting[1].len();
    match fitting.into_iter().next() {
        Some(faults) if !tied => faults,
        _ => vec![Fault {
            pointer: at.to_owned(),
            code: Kind::NoForm,
        }],
    }
}

fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::String(one) => vec![one.clone()],
        Value::Array(several) => several
            .iter()
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect(),
        _ => Vec::new(),
    }
}

fn is_of(node: &Node, name: &str) -> bool {
    match (name, node) {
        ("null", Node::Null)
        | ("boolean", Node::Bool(_))
        | ("number", Node::Number(_))
        | ("string", Node::Text(_))
        | ("array", Node::List(_))
        | ("object", Node::Fields(_)) => true,
        // 1.0 is a whole number too.
        ("integer", Node::Number(number)) => {
            number.is_i64()
                || number.is_u64()
                || number.as_f64().is_some_and(|number| number.fract() == 0.0)
        }
        _ => false,
    }
}

fn form_holds(pattern: Option<&Value>, format: Option<&Value>, node: &Node) -> bool {
    let Some(text) = node.as_str() else {
        return true;
    };
    let pattern = pattern.and_then(Value::as_str);
    let fits =
        pattern.is_none_or(|pattern| Regex::new(pattern).is_ok_and(|form| form.is_match(text)));
    fits && match format.and_then(Value::as_str) {
        Some("date") => text.len() == 10 && NaiveDate::parse_from_str(text, "%Y-%m-%d").is_ok(),
        Some("date-time") => DateTime::parse_from_rfc3339(text).is_ok(),
        Some("uri") => {
            let scheme = text.split_once(':').map(|(scheme, _)| scheme);
            let mark = |sign: char| sign.is_ascii_alphanumeric() || "+-.".contains(sign);
            scheme.is_some_and(|scheme| {
                scheme.starts_with(|first: char| first.is_ascii_alphabetic())
                    && scheme.chars().all(mark)
            }) && !text.contains(char::is_whitespace)
        }
        _ => true,
    }
}
