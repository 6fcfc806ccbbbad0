//! What versions of data products hold and mean. Everything made of the data is the data: who may not read the rows is
//! told neither single values nor small counts.

use std::time::Duration;

use mesh_job::{Job, Output, TableProfile};
use mesh_model::{
    Column, ColumnProfile, ColumnType, CountedValue, DataProductId, Lengths, Meaning, MeaningKind,
    ProductProfile, Quantile, ToldCount,
};
use mesh_policy::Intent;
use serde_json::Value;

use crate::{Platform, Principal, Refusal, data_products, job, jobs::About};

/// A version that was published before profiles were kept is read once more; one that takes longer stays without.
const DEADLINE: Duration = Duration::from_secs(120);

/// Smaller counts are about rows and people that could be told by them.
const SMALLEST: u64 = 5;

/// Profiles of data products.
pub struct Profiles<'p>(pub(crate) &'p Platform);

impl Profiles<'_> {
    /// What one version holds, the current one if none is named, as far as the person may know.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`], [`Refusal::NotFound`], [`Refusal::Job`] where it has to be told anew and can't, or that
    /// the database failed.
    pub async fn get(
        &self,
        by: &Principal,
        id: DataProductId,
        version: Option<i64>,
    ) -> Result<ProductProfile, Refusal> {
        self.0.require(by, Intent::SeeCatalog).await?;
        let mut read = self.0.store.read().await?;
        let product = read.data_product(id).await?.ok_or(Refusal::NotFound)?;
        let domain = data_products::visible_domain(self.0, &mut read, by, &product).await?;
        let facts = data_products::facts(&product, &domain);
        let complete = self.0.decide(by, Intent::ReadRows(facts)).allowed;
        let current = product.current_version.as_ref().map(|each| each.number);
        let number = version.or(current).ok_or(Refusal::NotFound)?;
        let record = read
            .product_versions(id)
            .await?
            .into_iter()
            .find(|record| record.version.number == number)
            .ok_or(Refusal::NotFound)?;
        let kept = read.product_profile(id, number).await?;
        drop(read);
        let profile = match kept {
            Some(kept) => serde_json::from_value(kept)
                .map_err(|error| Refusal::Internal(error.to_string()))?,
            None => {
                let job = Job::Profile {
                    table: self.0.shared.folder.table(id, &product.output_port.name),
                    delta_version: record.delta_version,
                };
                let about = About::product(by.person_ref(), &product.name, &product.slug);
                match self.0.work(about, job, DEADLINE, |_| {}).await? {
                    Output::Profiled(profile) => {
                        self.keep(id, number, &profile).await?;
                        profile
                    }
                    other => return Err(job::unexpected(&other)),
                }
            }
        };
        Ok(told(number, profile, &record.columns, complete))
    }

    async fn keep(
        &self,
        id: DataProductId,
        number: i64,
        profile: &TableProfile,
    ) -> Result<(), Refusal> {
        let profile = kept(profile)?;
        self.0
            .store
            .write(move |tx| {
                let profile = profile.clone();
                Box::pin(async move {
                    tx.keep_product_profile(id, number, &profile).await?;
                    Ok::<_, Refusal>(())
                })
            })
            .await
    }
}

/// A profile as it is kept.
pub(crate) fn kept(profile: &TableProfile) -> Result<Value, Refusal> {
    serde_json::to_value(profile).map_err(|error| Refusal::Internal(error.to_string()))
}

fn told(version: i64, from: TableProfile, known: &[Column], complete: bool) -> ProductProfile {
    let rows = from.row_count;
    ProductProfile {
        version,
        row_count: whole(rows),
        complete,
        columns: from
            .columns
            .into_iter()
            .map(|column| {
                let known = known.iter().find(|known| known.name == column.name);
                let (business_name, column_type) = match known {
                    Some(known) => (known.business_name.clone(), known.column_type),
                    None => (column.name.clone(), ColumnType::String),
                };
                of_column(column, business_name, column_type, rows, complete)
            })
            .collect(),
    }
}

fn of_column(
    from: mesh_job::ColumnProfile,
    business_name: String,
    column_type: ColumnType,
    rows: u64,
    complete: bool,
) -> ColumnProfile {
    let filled = rows.saturating_sub(from.nulls);
    let meaning = from.meaning.map(|each| meaning(each, complete));
    let range_told = complete || range_may_be_told(meaning.as_ref(), column_type, filled);
    let count = |count| told_count(count, complete);
    let (filled, missing) = if complete || !small(filled) && !small(from.nulls) {
        (count(filled), count(from.nulls))
    } else {
        // Each would tell the other.
        let either = |count| match small(count) {
            true => told_count(count, false),
            false => ToldCount {
                count: None,
                fewer_than: None,
            },
        };
        (either(filled), either(from.nulls))
    };
    let ranged = |value: Option<String>| value.filter(|_| range_told);
    let counted = |values: Vec<mesh_job::Counted>| {
        values
            .into_iter()
            .filter(|each| complete || each.count >= SMALLEST)
            .map(|each| CountedValue {
                value: each.value,
                count: whole(each.count),
            })
            .collect::<Vec<_>>()
    };
    let quantiles = from.quantiles.into_iter().filter(|_| range_told);
    let histogram = from.histogram.into_iter().filter(|_| range_told);
    ColumnProfile {
        name: from.name,
        business_name,
        column_type,
        filled,
        missing,
        distinct: count(from.distinct),
        distinct_is_exact: from.distinct_is_exact,
        range_told,
        min: ranged(from.min),
        max: ranged(from.max),
        mean: ranged(from.mean),
        standard_deviation: ranged(from.standard_deviation),
        quantiles: quantiles
            .map(|each| Quantile {
                share: each.share,
                value: each.value,
            })
            .collect(),
        histogram: histogram.map(count).collect(),
        lengths: from.lengths.filter(|_| range_told).map(|each| Lengths {
            min: whole(each.min),
            max: whole(each.max),
            mean: each.mean,
        }),
        top_values: if complete {
            counted(from.top_values)
        } else {
            Vec::new()
        },
        top_values_are_exact: from.top_values_are_exact,
        patterns: counted(from.patterns),
        meaning,
    }
}

/// Smallest and largest value of text are values of single rows, those of ids tell single rows.
fn range_may_be_told(meaning: Option<&Meaning>, column_type: ColumnType, filled: u64) -> bool {
    let telling = meaning.is_some_and(|meaning| {
        meaning.personal || matches!(meaning.kind, MeaningKind::Identifier | MeaningKind::Uuid)
    });
    let of_text = matches!(column_type, ColumnType::String | ColumnType::Binary);
    filled >= SMALLEST && !telling && !of_text
}

fn small(count: u64) -> bool {
    (1..SMALLEST).contains(&count)
}

pub(crate) fn told_count(count: u64, complete: bool) -> ToldCount {
    if complete || !small(count) {
        ToldCount {
            count: Some(whole(count)),
            fewer_than: None,
        }
    } else {
        ToldCount {
            count: None,
            fewer_than: Some(whole(SMALLEST)),
        }
    }
}

pub(crate) fn meaning(from: mesh_job::Meaning, complete: bool) -> Meaning {
    let fits = if complete {
        from.fits
    } else {
        (from.fits * 100.0).round() / 100.0
    };
    Meaning {
        kind: kind(from.kind),
        personal: from.personal,
        confidence: from.confidence,
        fits,
        checked: told_count(from.checked, complete),
        check_digits: from.check_digits,
        header_word: from.header_word,
        scheme: from.scheme,
    }
}

fn whole(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

fn kind(from: mesh_job::MeaningKind) -> MeaningKind {
    use mesh_job::MeaningKind as Worker;
    match from {
        Worker::Email => MeaningKind::Email,
        Worker::Phone => MeaningKind::Phone,
        Worker::Iban => MeaningKind::Iban,
        Worker::CardNumber => MeaningKind::CardNumber,
        Worker::NationalId => MeaningKind::NationalId,
        Worker::FirstName => MeaningKind::FirstName,
        Worker::LastName => MeaningKind::LastName,
        Worker::FullName => MeaningKind::FullName,
        Worker::BirthDate => MeaningKind::BirthDate,
        Worker::StreetAddress => MeaningKind::StreetAddress,
        Worker::IpAddress => MeaningKind::IpAddress,
        Worker::UserName => MeaningKind::UserName,
        Worker::Gender => MeaningKind::Gender,
        Worker::Company => MeaningKind::Company,
        Worker::City => MeaningKind::City,
        Worker::Postcode => MeaningKind::Postcode,
        Worker::Country => MeaningKind::Country,
        Worker::CountryCode => MeaningKind::CountryCode,
        Worker::Currency => MeaningKind::Currency,
        Worker::Money => MeaningKind::Money,
        Worker::Percentage => MeaningKind::Percentage,
        Worker::Url => MeaningKind::Url,
        Worker::Uuid => MeaningKind::Uuid,
        Worker::MacAddress => MeaningKind::MacAddress,
        Worker::Latitude => MeaningKind::Latitude,
        Worker::Longitude => MeaningKind::Longitude,
        Worker::Year => MeaningKind::Year,
        Worker::Flag => MeaningKind::Flag,
        Worker::Identifier => MeaningKind::Identifier,
        Worker::Category => MeaningKind::Category,
        Worker::FreeText => MeaningKind::FreeText,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(name: &str, personal: bool) -> mesh_job::ColumnProfile {
        let counted = |value: &str, count| mesh_job::Counted {
            value: value.to_owned(),
            count,
        };
        mesh_job::ColumnProfile {
            name: name.to_owned(),
            nulls: 3,
            distinct: 90,
            distinct_is_exact: true,
            min: Some("1".to_owned()),
            max: Some("99".to_owned()),
            mean: Some("50".to_owned()),
            standard_deviation: Some("2".to_owned()),
            quantiles: vec![mesh_job::Quantile {
                share: 0.5,
                value: "50".to_owned(),
            }],
            histogram: vec![2, 95],
            lengths: None,
            top_values: vec![counted("7", 40), counted("8", 2)],
            top_values_are_exact: true,
            patterns: vec![counted("99", 95), counted("9", 2)],
            meaning: personal.then_some(mesh_job::Meaning {
                kind: mesh_job::MeaningKind::Phone,
                personal: true,
                confidence: 0.9,
                fits: 0.9876,
                checked: 90,
                check_digits: false,
                header_word: None,
                scheme: None,
            }),
        }
    }

    fn of(personal: bool, complete: bool) -> ColumnProfile {
        let from = column("a", personal);
        of_column(from, "A".to_owned(), ColumnType::Integer, 100, complete)
    }

    #[test]
    fn who_may_read_the_rows_is_told_all() {
        let seen = of(true, true);
        assert_eq!((seen.missing.count, seen.filled.count), (Some(3), Some(97)));
        assert_eq!(seen.min.as_deref(), Some("1"));
        assert_eq!((seen.top_values.len(), seen.patterns.len()), (2, 2));
    }

    #[test]
    fn others_are_told_neither_values_nor_small_counts_nor_what_would_give_them_away() {
        let seen = of(false, false);
        assert_eq!(
            (seen.missing.count, seen.missing.fewer_than),
            (None, Some(5))
        );
        assert_eq!((seen.filled.count, seen.filled.fewer_than), (None, None));
        assert!(seen.top_values.is_empty());
        assert_eq!(seen.min.as_deref(), Some("1"));
        assert_eq!(seen.histogram[0].fewer_than, Some(5));
        assert_eq!(seen.patterns.len(), 1);

        let personal = of(true, false);
        assert!(!personal.range_told);
        assert_eq!(
            (personal.min, personal.max, personal.mean),
            (None, None, None)
        );
        assert!(personal.quantiles.is_empty() && personal.histogram.is_empty());
        assert_eq!(personal.meaning.map(|meaning| meaning.fits), Some(0.99));

        let text = of_column(
            column("a", false),
            "A".to_owned(),
            ColumnType::String,
            100,
            false,
        );
        assert_eq!(text.min, None);
    }
}
