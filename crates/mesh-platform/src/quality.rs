//! What is promised of rows, between the mesh's words and the worker's, and how rows kept it.

use mesh_job as worker;
use mesh_model::{
    BrokenExample, DataProductId, ProductQuality, QualityDemand, QualityOutcome, QualityRule,
    QualitySeverity,
};
use mesh_policy::Intent;
use serde_json::Value;

use crate::{Platform, Principal, Refusal, data_products, profiles};

/// How data products keep what they promise.
pub struct Quality<'p>(pub(crate) &'p Platform);

impl Quality<'_> {
    /// What one version promises of its rows, the current one if none is named, and how they kept it when they were
    /// checked, as far as the person may know.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`], [`Refusal::NotFound`] also where nothing is published yet, or that the database failed.
    pub async fn get(
        &self,
        by: &Principal,
        id: DataProductId,
        version: Option<i64>,
    ) -> Result<ProductQuality, Refusal> {
        self.0.require(by, Intent::SeeCatalog).await?;
        let mut read = self.0.store.read().await?;
        let product = read.data_product(id).await?.ok_or(Refusal::NotFound)?;
        let domain = data_products::visible_domain(self.0, &mut read, by, &product).await?;
        let facts = data_products::facts(&product, &domain);
        let complete = self.0.decide(by, Intent::ReadRows(facts)).allowed;
        let current = product.current_version.as_ref().map(|each| each.number);
        let number = version.or(current).ok_or(Refusal::NotFound)?;
        let versions = read.product_versions(id).await?;
        let record = versions
            .into_iter()
            .find(|record| record.version.number == number)
            .ok_or(Refusal::NotFound)?;
        let kept = read.product_rules(id, number).await?;
        drop(read);
        let (rules, outcomes) = kept.unwrap_or_default();
        Ok(ProductQuality {
            version: number,
            checked_at: record.version.published_at,
            complete,
            outcomes: told(rules, parse(outcomes)?, complete),
        })
    }
}

/// How rows kept demands, as it is kept.
pub(crate) fn kept(outcomes: &[worker::Outcome]) -> Result<Value, Refusal> {
    serde_json::to_value(outcomes).map_err(|error| Refusal::Internal(error.to_string()))
}

fn parse(outcomes: Value) -> Result<Vec<worker::Outcome>, Refusal> {
    if outcomes.is_null() {
        return Ok(Vec::new());
    }
    serde_json::from_value(outcomes).map_err(|error| Refusal::Internal(error.to_string()))
}

/// Who may not read the rows is told no small counts and no values.
pub(crate) fn told(
    rules: Vec<QualityRule>,
    outcomes: Vec<worker::Outcome>,
    complete: bool,
) -> Vec<QualityOutcome> {
    let whole = |count| i64::try_from(count).unwrap_or(i64::MAX);
    let outcomes = outcomes
        .into_iter()
        .map(Some)
        .chain(std::iter::repeat(None));
    let pairs = rules.into_iter().zip(outcomes);
    let one = |(rule, outcome): (QualityRule, Option<worker::Outcome>)| {
        let outcome = outcome.unwrap_or(worker::Outcome {
            checked: None,
            broken: 0,
            examples: Vec::new(),
        });
        // That a table has too few rows says nothing of any of them.
        let of_table = matches!(rule.demand, QualityDemand::RowCount { .. });
        QualityOutcome {
            checked: outcome.checked.map(whole),
            broken: profiles::told_count(outcome.broken, complete || of_table),
            examples: outcome
                .examples
                .into_iter()
                .filter(|_| complete)
                .map(|example| BrokenExample {
                    row: whole(example.row),
                    value: example.value,
                })
                .collect(),
            rule,
        }
    };
    pairs.map(one).collect()
}

/// The first rule whose breach keeps a version from being published, and how many there are.
pub(crate) fn blocking<'r>(
    rules: &'r [QualityRule],
    outcomes: &[worker::Outcome],
) -> Option<(&'r QualityRule, i64)> {
    let broken: Vec<&QualityRule> = rules
        .iter()
        .zip(outcomes)
        .filter(|(rule, outcome)| rule.severity == QualitySeverity::Blocking && outcome.broken > 0)
        .map(|(rule, _)| rule)
        .collect();
    Some((*broken.first()?, broken.len() as i64))
}

pub(crate) fn demands(rules: &[QualityRule]) -> Vec<worker::Demand> {
    rules.iter().map(|rule| demand(&rule.demand)).collect()
}

fn demand(from: &QualityDemand) -> worker::Demand {
    let natural = |count: i64| u64::try_from(count).unwrap_or(0);
    match from.clone() {
        QualityDemand::NotEmpty { column } => worker::Demand::NotEmpty { column },
        QualityDemand::Unique { columns } => worker::Demand::Unique { columns },
        QualityDemand::OneOf { column, values } => worker::Demand::OneOf { column, values },
        QualityDemand::Between { column, min, max } => worker::Demand::Between { column, min, max },
        QualityDemand::Matches { column, pattern } => worker::Demand::Matches { column, pattern },
        QualityDemand::MaxLength { column, length } => worker::Demand::MaxLength {
            column,
            length: natural(length),
        },
        QualityDemand::RowCount { min, max } => worker::Demand::RowCount {
            min: min.map(natural),
            max: max.map(natural),
        },
    }
}
