//! What a file's rows suggest: never more than was seen, and with the evidence beside it.

use std::collections::HashSet;

use mesh_job::{ColumnProfile, TableProfile};
use mesh_model::{
    Classification, Column, ColumnMarks, ColumnSuggestion, ColumnType, LookReason, Mask,
    MeaningKind, NAME_MAX, QualityDemand, QualityRule, QualitySeverity,
};

use crate::profiles;

/// Below this a meaning is likely, but not sure.
const SURE: f64 = 0.9;

/// Fewer rows prove no key.
const FEWEST_FOR_KEY: u64 = 5;

/// Different values that a rule lists at most.
const MOST_LISTED: u64 = 12;

/// So often each listed value occurs on average, so that the list is one of kinds.
const REPEATED: u64 = 8;

/// What each column suggests, in the file's order.
pub(crate) fn columns(profile: &TableProfile, columns: &[Column]) -> Vec<ColumnSuggestion> {
    let key = key(profile, columns);
    let mut taken: HashSet<String> = HashSet::new();
    profile
        .columns
        .iter()
        .zip(columns)
        .map(|(found, column)| {
            let mut suggestion = column_of(found, column, profile.row_count, key);
            suggestion.business_name = suggestion
                .business_name
                .filter(|name| taken.insert(name.to_lowercase()));
            suggestion
        })
        .collect()
}

fn column_of(
    found: &ColumnProfile,
    column: &Column,
    rows: u64,
    key: Option<&str>,
) -> ColumnSuggestion {
    let meaning = found
        .meaning
        .clone()
        .map(|each| profiles::meaning(each, true));
    let sure = meaning.as_ref().is_some_and(|each| each.confidence >= SURE);
    let personal = meaning.as_ref().is_some_and(|each| each.personal);
    let kind = meaning.as_ref().map(|each| each.kind);
    let is_key = key == Some(column.name.as_str());
    let mut look = Vec::new();
    if personal {
        look.push(LookReason::Personal);
    }
    if is_key {
        look.push(LookReason::Key);
    }
    if kind.is_some_and(matters) && !sure && !personal && !is_key {
        look.push(LookReason::Unsure);
    }
    let whole = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
    ColumnSuggestion {
        name: column.name.clone(),
        business_name: better_name(&column.business_name),
        marks: ColumnMarks {
            key: is_key,
            required: rows > 0 && found.nulls == 0 && (is_key || rows >= FEWEST_FOR_KEY),
            meaning: kind,
            personal,
            classification: kind.filter(|_| personal).map(classification),
            mask: kind.filter(|_| personal).map(mask),
            review: None,
        },
        look,
        filled: whole(rows.saturating_sub(found.nulls)),
        missing: whole(found.nulls),
        distinct: whole(found.distinct),
        distinct_is_exact: found.distinct_is_exact,
        meaning,
    }
}

/// Whether it makes a difference to others if this meaning is wrong; that few values repeat is no more than it seems.
fn matters(kind: MeaningKind) -> bool {
    !matches!(
        kind,
        MeaningKind::Category
            | MeaningKind::Flag
            | MeaningKind::Money
            | MeaningKind::Percentage
            | MeaningKind::Year
            | MeaningKind::City
            | MeaningKind::Country
            | MeaningKind::CountryCode
            | MeaningKind::Currency
    )
}

fn classification(kind: MeaningKind) -> Classification {
    match kind {
        MeaningKind::NationalId | MeaningKind::CardNumber | MeaningKind::Iban => {
            Classification::Restricted
        }
        _ => Classification::Confidential,
    }
}

fn mask(kind: MeaningKind) -> Mask {
    match kind {
        MeaningKind::Email | MeaningKind::UserName | MeaningKind::NationalId => Mask::Hash,
        MeaningKind::Phone | MeaningKind::Iban | MeaningKind::CardNumber => Mask::Partial,
        MeaningKind::BirthDate => Mask::Year,
        MeaningKind::Gender | MeaningKind::IpAddress => Mask::Null,
        _ => Mask::Redact,
    }
}

/// The first column that tells one row from another and looks like it: its heading or meaning says that it is an id, or
/// it stands first. Amounts and sentences are unique by chance.
fn key<'c>(profile: &TableProfile, columns: &'c [Column]) -> Option<&'c str> {
    let rows = profile.row_count;
    let unique = |found: &ColumnProfile| {
        found.nulls == 0 && found.distinct_is_exact && found.distinct == rows
    };
    let candidates = || {
        profile
            .columns
            .iter()
            .zip(columns)
            .enumerate()
            .filter(|(_, (found, _))| rows >= FEWEST_FOR_KEY && unique(found))
    };
    let named = candidates().find(|(_, (found, column))| {
        let meaning = found.meaning.as_ref().map(|each| each.kind);
        let of_ids = matches!(
            meaning,
            Some(mesh_job::MeaningKind::Identifier | mesh_job::MeaningKind::Uuid)
        );
        of_ids || says_id(&column.name)
    });
    let first = candidates().find(|(at, (found, column))| {
        let type_fits = matches!(column.column_type, ColumnType::Integer | ColumnType::String);
        *at == 0 && type_fits && found.meaning.is_none()
    });
    named.or(first).map(|(_, (_, column))| column.name.as_str())
}

fn says_id(name: &str) -> bool {
    const WORDS: [&str; 9] = [
        "id", "key", "no", "nr", "number", "code", "uuid", "guid", "nummer",
    ];
    name.split('_').any(|word| WORDS.contains(&word))
}

/// A heading as people would write it: `unit_price` and `unitPrice` become "Unit price". Nothing where it is fine.
fn better_name(heading: &str) -> Option<String> {
    let trimmed = heading.trim();
    let technical = trimmed.contains('_')
        || (!trimmed.contains(' ')
            && trimmed
                .chars()
                .zip(trimmed.chars().skip(1))
                .any(|(one, next)| one.is_lowercase() && next.is_uppercase()))
        || trimmed.chars().next().is_some_and(char::is_lowercase);
    if !technical {
        return (trimmed.chars().count() > NAME_MAX).then(|| cut(trimmed));
    }
    let mut words: Vec<String> = Vec::new();
    let mut before: Option<char> = None;
    for sign in trimmed.chars() {
        let begins = before.is_some_and(|one| one.is_lowercase() && sign.is_uppercase());
        if matches!(sign, '_' | ' ') {
            words.push(String::new());
        } else {
            if begins || words.is_empty() {
                words.push(String::new());
            }
            if let Some(word) = words.last_mut() {
                word.push(sign);
            }
        }
        before = Some(sign);
    }
    let words: Vec<String> = words
        .into_iter()
        .filter(|word| !word.is_empty())
        .enumerate()
        .map(|(at, word)| written(&word, at == 0))
        .collect();
    let name = cut(&words.join(" "));
    (!name.is_empty() && name != trimmed).then_some(name)
}

/// A name that is longer than names may be, with its beginning.
fn cut(name: &str) -> String {
    if name.chars().count() <= NAME_MAX {
        return name.to_owned();
    }
    let beginning: String = name.chars().take(NAME_MAX - 1).collect();
    format!("{}…", beginning.trim_end())
}

fn written(word: &str, first: bool) -> String {
    const SHORT: [&str; 10] = [
        "id", "url", "vat", "iban", "bic", "sku", "ean", "ip", "uuid", "eur",
    ];
    let lower = word.to_lowercase();
    if SHORT.contains(&lower.as_str()) {
        return word.to_uppercase();
    }
    let shouting = word.chars().count() > 1 && word.chars().all(|sign| !sign.is_lowercase());
    if shouting && !first {
        return lower;
    }
    if !first {
        // What is written with capitals inside keeps them.
        return lower;
    }
    let mut signs = lower.chars();
    match signs.next() {
        Some(sign) => sign.to_uppercase().chain(signs).collect(),
        None => String::new(),
    }
}

/// Rules that the rows suggest, and whether each follows from what its column is.
pub(crate) fn rules(
    profile: &TableProfile,
    columns: &[Column],
    suggested: &[ColumnSuggestion],
) -> Vec<(QualityRule, bool)> {
    let rows = profile.row_count;
    let mut rules = Vec::new();
    if rows == 0 {
        return rules;
    }
    let mut push = |demand, severity, sure| rules.push((QualityRule { demand, severity }, sure));
    for ((found, column), told) in profile.columns.iter().zip(columns).zip(suggested) {
        let name = || column.name.clone();
        if told.marks.key {
            let columns = vec![name()];
            push(
                QualityDemand::Unique { columns },
                QualitySeverity::Blocking,
                true,
            );
        }
        let filled = rows - found.nulls.min(rows);
        if told.marks.required {
            let severity = if told.marks.key {
                QualitySeverity::Blocking
            } else {
                QualitySeverity::Warning
            };
            push(
                QualityDemand::NotEmpty { column: name() },
                severity,
                told.marks.key,
            );
        } else if found.nulls > 0 && found.nulls * 50 <= rows {
            let demand = QualityDemand::NotEmpty { column: name() };
            push(demand, QualitySeverity::Warning, false);
        }
        // The values of people aren't spelled out in a promise.
        if told.marks.personal {
            continue;
        }
        let listed = column.column_type == ColumnType::String
            && found.top_values_are_exact
            && found.distinct_is_exact
            && (2..=MOST_LISTED).contains(&found.distinct)
            && found.top_values.len() as u64 == found.distinct
            && filled >= found.distinct * REPEATED
            && found
                .top_values
                .iter()
                .all(|each| each.value.chars().count() <= 60);
        if listed {
            let mut values: Vec<String> = found
                .top_values
                .iter()
                .map(|each| each.value.clone())
                .collect();
            values.sort();
            let demand = QualityDemand::OneOf {
                column: name(),
                values,
            };
            push(demand, QualitySeverity::Warning, false);
        }
        let meaning = told.meaning.as_ref().map(|each| each.kind);
        if let Some((min, max)) = bounds(meaning, column.column_type, found) {
            let demand = QualityDemand::Between {
                column: name(),
                min,
                max,
            };
            push(demand, QualitySeverity::Warning, false);
        }
    }
    let demand = QualityDemand::RowCount {
        min: Some(1),
        max: None,
    };
    push(demand, QualitySeverity::Blocking, true);
    rules
}

/// Bounds that follow from what a column is and that its values keep: never the smallest and largest of today.
fn bounds(
    meaning: Option<MeaningKind>,
    column_type: ColumnType,
    found: &ColumnProfile,
) -> Option<(Option<String>, Option<String>)> {
    let of_numbers = matches!(
        column_type,
        ColumnType::Integer | ColumnType::Decimal | ColumnType::Number
    );
    let number = |text: &Option<String>| text.as_ref()?.parse::<f64>().ok();
    let (min, max) = (number(&found.min)?, number(&found.max)?);
    if !of_numbers || meaning == Some(MeaningKind::Identifier) || meaning == Some(MeaningKind::Year)
    {
        return None;
    }
    let text = |bound: i64| Some(bound.to_string());
    let between = |low: i64, high: i64| {
        (min >= low as f64 && max <= high as f64).then(|| (text(low), text(high)))
    };
    match meaning {
        Some(MeaningKind::Percentage) => between(0, 100),
        Some(MeaningKind::Latitude) => between(-90, 90),
        Some(MeaningKind::Longitude) => between(-180, 180),
        _ => (min >= 0.0).then(|| (text(0), None)),
    }
}

#[cfg(test)]
mod tests {
    use super::better_name;

    #[test]
    fn headings_of_programs_become_names_of_people() {
        for (heading, name) in [
            ("unit_price", Some("Unit price")),
            ("unitPrice", Some("Unit price")),
            ("CUST_ID", Some("Cust ID")),
            ("order_no", Some("Order no")),
            ("email", Some("Email")),
            ("Unit price", None),
            ("Straße", None),
            ("größe_cm", Some("Größe cm")),
        ] {
            assert_eq!(better_name(heading).as_deref(), name, "{heading}");
        }
    }
}
