//! Quality rules between the mesh's words and the standard's: library metrics where there is one, SQL for the rest, so
//! that other programs can check them too.

use mesh_model::{QualityDemand, QualityRule, QualitySeverity};

use crate::{Fields, Node, node::fields};

/// The rules about one column, as the standard writes them.
pub(crate) fn of_column(rules: &[QualityRule], column: &str) -> Vec<Node> {
    let of = |rule: &&QualityRule| rule.demand.columns() == [column];
    rules.iter().filter(of).map(written).collect()
}

/// The rules about the table, or about several columns together.
pub(crate) fn of_table(rules: &[QualityRule]) -> Vec<Node> {
    let of = |rule: &&QualityRule| rule.demand.columns().len() != 1;
    rules.iter().filter(of).map(written).collect()
}

fn written(rule: &QualityRule) -> Node {
    let mut said = Fields::default();
    said.set("id", rule.demand.id().into());
    demanded(&mut said, &rule.demand);
    said.set("dimension", dimension(&rule.demand).into());
    let severity = match rule.severity {
        QualitySeverity::Blocking => "error",
        QualitySeverity::Warning => "warning",
    };
    said.set("severity", severity.into());
    Node::Fields(said)
}

fn demanded(said: &mut Fields, demand: &QualityDemand) {
    let library = |said: &mut Fields, metric: &str, arguments: Option<Node>| {
        said.set("type", "library".into());
        said.set("metric", metric.into());
        if let Some(arguments) = arguments {
            said.set("arguments", arguments);
        }
    };
    match demand {
        QualityDemand::NotEmpty { .. } => {
            // Text of spaces only counts as missing.
            let values: Vec<Node> = vec![Node::Null, "".into()];
            library(
                said,
                "missingValues",
                Some(fields! { "missingValues": values }),
            );
            said.set("mustBe", 0_i64.into());
        }
        QualityDemand::Unique { columns } => {
            let several = (columns.len() > 1).then(|| {
                let names: Vec<Node> = columns.iter().map(|name| name.as_str().into()).collect();
                fields! { "properties": names }
            });
            library(said, "duplicateValues", several);
            said.set("mustBe", 0_i64.into());
        }
        QualityDemand::OneOf { values, .. } => {
            let values: Vec<Node> = values.iter().map(|value| value.as_str().into()).collect();
            library(
                said,
                "invalidValues",
                Some(fields! { "validValues": values }),
            );
            said.set("mustBe", 0_i64.into());
        }
        QualityDemand::Matches { pattern, .. } => {
            let whole = format!("^(?:{pattern})$");
            library(said, "invalidValues", Some(fields! { "pattern": whole }));
            said.set("mustBe", 0_i64.into());
        }
        QualityDemand::Between { min, max, .. } => {
            let bound = |sign: &str, bound: &str| format!("${{column}} {sign} {}", literal(bound));
            let outside: Vec<String> = min
                .iter()
                .map(|min| bound("<", min))
                .chain(max.iter().map(|max| bound(">", max)))
                .collect();
            sql(said, &outside.join(" OR "));
        }
        QualityDemand::MaxLength { length, .. } => {
            sql(said, &format!("CHAR_LENGTH(${{column}}) > {length}"));
        }
        QualityDemand::RowCount { min, max } => {
            library(said, "rowCount", None);
            match (*min, *max) {
                (Some(min), Some(max)) => {
                    let bounds: Vec<Node> = vec![min.into(), max.into()];
                    said.set("mustBeBetween", bounds.into());
                }
                (Some(min), None) => said.set("mustBeGreaterOrEqualTo", min.into()),
                (None, Some(max)) => said.set("mustBeLessOrEqualTo", max.into()),
                (None, None) => {}
            }
        }
    }
}

/// Rows that break a rule, counted by a query.
fn sql(said: &mut Fields, broken: &str) {
    said.set("type", "sql".into());
    said.set(
        "query",
        format!("SELECT COUNT(*) FROM ${{table}} WHERE {broken}").into(),
    );
    said.set("mustBe", 0_i64.into());
}

fn literal(bound: &str) -> String {
    if bound.parse::<f64>().is_ok_and(f64::is_finite) {
        bound.to_owned()
    } else {
        format!("'{}'", bound.replace('\'', "''"))
    }
}

fn dimension(demand: &QualityDemand) -> &'static str {
    match demand {
        QualityDemand::NotEmpty { .. } | QualityDemand::RowCount { .. } => "completeness",
        QualityDemand::Unique { .. } => "uniqueness",
        QualityDemand::OneOf { .. }
        | QualityDemand::Between { .. }
        | QualityDemand::Matches { .. }
        | QualityDemand::MaxLength { .. } => "conformity",
    }
}
