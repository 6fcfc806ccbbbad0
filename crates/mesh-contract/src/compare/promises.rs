//! What changed between promises: quality rules and service levels.

use mesh_model::{ContractChange, ContractChangeCode as Code};

use super::{change, shown, with};
use crate::{Document, Fields, Node};

/// What makes a rule the same rule: its id, or its name, or what it measures.
fn identity(rule: &Fields) -> String {
    let said = |field: &str| rule.get(field).map(|value| shown(Some(value)));
    said("id")
        .or_else(|| said("name"))
        .or_else(|| said("metric").or_else(|| said("rule")))
        .or_else(|| said("query"))
        .unwrap_or_else(|| Node::Fields(rule.clone()).to_string())
}

/// What a rule asks for, without the words and the bookkeeping around it.
fn demand(rule: &Fields) -> Vec<(&str, &Node)> {
    const AROUND: [&str; 11] = [
        "id",
        "name",
        "description",
        "dimension",
        "businessImpact",
        "schedule",
        "scheduler",
        "tags",
        "customProperties",
        "authoritativeDefinitions",
        "method",
    ];
    let mut fields: Vec<_> = rule
        .iter()
        .filter(|(field, _)| !AROUND.contains(field))
        .collect();
    fields.sort_by_key(|(field, _)| *field);
    fields
}

fn rule_name(rule: &Fields) -> String {
    let said = |field: &str| rule.get(field).map(|value| shown(Some(value)));
    let named = said("name").or_else(|| said("description"));
    named
        .or_else(|| said("metric"))
        .or_else(|| said("rule"))
        .unwrap_or_default()
}

pub(super) fn quality<'a>(
    before: impl Iterator<Item = &'a Fields>,
    after: impl Iterator<Item = &'a Fields>,
    label: &str,
    column: Option<&str>,
    changes: &mut Vec<ContractChange>,
) {
    let old: Vec<&Fields> = before.collect();
    let mut new: Vec<&Fields> = after.collect();
    let mut push = |code, rule: &Fields| {
        let params = [("rule", rule_name(rule).into())];
        changes.push(with(change(code, label, column), params));
    };
    for rule in old {
        match new
            .iter()
            .position(|other| identity(other) == identity(rule))
        {
            None => push(Code::QualityRuleRemoved, rule),
            Some(at) => {
                let other = new.remove(at);
                if demand(rule) != demand(other) {
                    push(Code::QualityRuleChanged, other);
                }
            }
        }
    }
    for rule in new {
        push(Code::QualityRuleAdded, rule);
    }
}

/// Service levels of which less is better, and those of which more is. Nothing can be said of others.
const LESS_IS_BETTER: [&str; 6] = [
    "latency",
    "frequency",
    "errorrate",
    "timetodetect",
    "timetonotify",
    "timetorepair",
];
const MORE_IS_BETTER: [&str; 3] = ["retention", "availability", "throughput"];

pub(super) fn service_levels(
    before: &Document,
    after: &Document,
    changes: &mut Vec<ContractChange>,
) {
    let said = |level: &Fields, field: &str| shown(level.get(field));
    let same = |one: &Fields, other: &Fields| {
        ["property", "element", "driver"]
            .iter()
            .all(|field| said(one, field) == said(other, field))
    };
    let mut new: Vec<&Fields> = after.service_levels().collect();
    for level in before.service_levels() {
        let name = said(level, "property");
        match new.iter().position(|other| same(level, other)) {
            None => changes.push(change(Code::ServiceLevelRemoved, &name, None)),
            Some(at) => {
                let other = new.remove(at);
                if let Some(code) = raised(&name, level, other) {
                    let told = |level: &Fields| {
                        let text = format!("{} {}", said(level, "value"), said(level, "unit"));
                        text.trim().to_owned()
                    };
                    let params = [
                        ("before", told(level).into()),
                        ("after", told(other).into()),
                    ];
                    changes.push(with(change(code, &name, None), params));
                }
            }
        }
    }
    for level in new {
        changes.push(change(
            Code::ServiceLevelAdded,
            &said(level, "property"),
            None,
        ));
    }
}

/// How a service level changed; what can't be compared counts as lowered.
fn raised(name: &str, before: &Fields, after: &Fields) -> Option<Code> {
    let demand = |level: &Fields| {
        (
            shown(level.get("value")),
            shown(level.get("unit")),
            shown(level.get("valueExt")),
        )
    };
    if demand(before) == demand(after) {
        return None;
    }
    let amount = |level: &Fields| {
        let value = level.get("value")?;
        let value = value.as_f64().or_else(|| value.as_str()?.parse().ok())?;
        Some(value * seconds(&shown(level.get("unit")))?)
    };
    let name = name.to_lowercase();
    let better = match (amount(before), amount(after)) {
        (Some(before), Some(after)) if LESS_IS_BETTER.contains(&name.as_str()) => after < before,
        (Some(before), Some(after)) if MORE_IS_BETTER.contains(&name.as_str()) => after > before,
        _ => false,
    };
    Some(if better {
        Code::ServiceLevelRaised
    } else {
        Code::ServiceLevelLowered
    })
}

/// A unit of time in seconds; 1 for what is no time, such as a per cent.
fn seconds(unit: &str) -> Option<f64> {
    Some(match unit.to_lowercase().as_str() {
        "" | "s" | "sec" | "second" | "seconds" | "%" | "percent" => 1.0,
        "m" | "min" | "minute" | "minutes" => 60.0,
        "h" | "hr" | "hour" | "hours" => 3600.0,
        "d" | "day" | "days" => 86_400.0,
        "w" | "week" | "weeks" => 604_800.0,
        "y" | "yr" | "year" | "years" => 31_557_600.0,
        _ => return None,
    })
}
