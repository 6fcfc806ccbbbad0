//! What a JSON Schema can't say of a contract: that names are unique, that references lead somewhere, that composite
//! relations have as many ends as beginnings.

use std::collections::HashSet;

use mesh_model::{ContractFinding, ContractFindingCode as Code};

use crate::{Document, Fields, Node, findings::finding};

pub(crate) fn check(document: &Document, found: &mut Vec<ContractFinding>) {
    let known = Known::of(document);
    let objects = items(document.value().get("schema"));
    unique(document, "/schema", &objects, found);
    for (at, object) in objects {
        let here = format!("/schema/{at}");
        relations(document, &known, &here, object, false, found);
        properties(document, &known, &here, object, found);
    }
    for (at, level) in items(document.value().get("slaProperties")) {
        let elements = level.get("element").and_then(Node::as_str);
        for element in elements.unwrap_or_default().split(',').map(str::trim) {
            if !element.is_empty() && !known.has_path(element) {
                let pointer = format!("/slaProperties/{at}/element");
                let params = [("reference", element.into())];
                found.push(finding(
                    document,
                    &pointer,
                    Code::UnresolvedReference,
                    params,
                ));
            }
        }
    }
}

/// Columns of a table, and the fields inside columns that hold several.
fn properties(
    document: &Document,
    known: &Known<'_>,
    above: &str,
    object: &Fields,
    found: &mut Vec<ContractFinding>,
) {
    let inside = items(object.get("properties"));
    unique(document, &format!("{above}/properties"), &inside, found);
    for (at, property) in inside {
        let here = format!("{above}/properties/{at}");
        relations(document, known, &here, property, true, found);
        properties(document, known, &here, property, found);
    }
}

fn relations(
    document: &Document,
    known: &Known<'_>,
    above: &str,
    of: &Fields,
    in_property: bool,
    found: &mut Vec<ContractFinding>,
) {
    for (at, relation) in items(of.get("relationships")) {
        let here = format!("{above}/relationships/{at}");
        let (from, to) = (ends(relation.get("from")), ends(relation.get("to")));
        // At a column the beginning is the column itself.
        let beginnings = if in_property { 1 } else { from.len() };
        if !to.is_empty() && beginnings > 0 && beginnings != to.len() {
            let count = |count: usize| i64::try_from(count).unwrap_or(i64::MAX).into();
            let params = [("from", count(beginnings)), ("to", count(to.len()))];
            found.push(finding(document, &here, Code::UnequalLengths, params));
        }
        for (end, references) in [("from", &from), ("to", &to)] {
            for reference in references {
                if !known.has(reference) {
                    let pointer = format!("{here}/{end}");
                    let params = [("reference", (*reference).into())];
                    found.push(finding(
                        document,
                        &pointer,
                        Code::UnresolvedReference,
                        params,
                    ));
                }
            }
        }
    }
}

/// References by shorthand (`table.column`) and ids both need that nothing has the same one beside it.
fn unique(
    document: &Document,
    above: &str,
    items: &[(usize, &Fields)],
    found: &mut Vec<ContractFinding>,
) {
    for field in ["name", "id"] {
        let mut seen = HashSet::new();
        for (at, item) in items {
            let Some(value) = item.get(field).and_then(Node::as_str) else {
                continue;
            };
            if !seen.insert(value) {
                let pointer = format!("{above}/{at}/{field}");
                found.push(finding(
                    document,
                    &pointer,
                    Code::Duplicate,
                    [("value", value.into())],
                ));
            }
        }
    }
}

fn ends(value: Option<&Node>) -> Vec<&str> {
    match value {
        Some(Node::Text(one)) => vec![one],
        Some(Node::List(several)) => several.iter().filter_map(Node::as_str).collect(),
        _ => Vec::new(),
    }
}

fn items(value: Option<&Node>) -> Vec<(usize, &Fields)> {
    let list = value.map_or(&[][..], Node::items);
    list.iter()
        .enumerate()
        .filter_map(|(at, item)| Some((at, item.as_fields()?)))
        .collect()
}

/// What can be referred to.
struct Known<'d> {
    document: &'d Node,
    /// Tables and `table.column`, by names and by physical names.
    names: HashSet<String>,
    columns: HashSet<&'d str>,
}

impl<'d> Known<'d> {
    fn of(document: &'d Document) -> Self {
        let (mut names, mut columns) = (HashSet::new(), HashSet::new());
        for object in document.schema() {
            let tables = [Some(object.name()), object.text("physicalName")];
            for table in tables.into_iter().flatten() {
                names.insert(table.to_owned());
                for property in object.properties() {
                    for column in [property.name(), property.physical_name()] {
                        columns.insert(column);
                        names.insert(format!("{table}.{column}"));
                    }
                }
            }
        }
        Self {
            document: document.value(),
            names,
            columns,
        }
    }

    /// Whether a reference of a relation leads somewhere; what lies in another document can't be looked at.
    fn has(&self, reference: &str) -> bool {
        if reference.contains('#') {
            return true;
        }
        if reference.contains('/') {
            return self.has_ids(reference.trim_start_matches('/'));
        }
        self.names.contains(reference)
    }

    /// Elements of service levels are a table, a column or `table.column`, and may lead deeper.
    fn has_path(&self, element: &str) -> bool {
        let mut parts = element.splitn(3, '.');
        match (parts.next(), parts.next()) {
            (Some(table), Some(column)) => self.names.contains(&format!("{table}.{column}")),
            _ => self.names.contains(element) || self.columns.contains(element),
        }
    }

    /// `section/id/properties/id`: lists by name, things in them by id or by name.
    fn has_ids(&self, reference: &str) -> bool {
        let mut at = self.document;
        for step in reference.split('/') {
            let next = match at {
                Node::Fields(fields) => fields.get(step),
                Node::List(items) => items.iter().find(|item| {
                    let is = |field| item.get(field).and_then(Node::as_str) == Some(step);
                    is("id") || is("name")
                }),
                _ => None,
            };
            match next {
                Some(next) => at = next,
                None => return false,
            }
        }
        true
    }
}
