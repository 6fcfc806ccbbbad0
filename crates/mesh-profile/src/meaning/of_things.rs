//! Meanings that are about no person.

use mesh_job::MeaningKind;

use super::{
    judge::{Case, Found, WORDS},
    places, values,
};

pub(super) fn judge(case: &Case<'_>) -> Option<Found> {
    let column = case.column;
    if column.is_boolean {
        return case.either(MeaningKind::Flag, &[], 1.0, 1.0, 1.0);
    }
    if column.is_time {
        return None;
    }
    postcode(case)
        .or_else(|| {
            case.either(
                MeaningKind::Currency,
                &WORDS.currency,
                case.share(places::currency),
                0.7,
                0.95,
            )
        })
        .or_else(|| flag(case))
        .or_else(|| quantity(case))
        .or_else(|| identifier(case))
        .or_else(|| text(case))
}

fn postcode(case: &Case<'_>) -> Option<Found> {
    case.either(
        MeaningKind::Postcode,
        &WORDS.postcode,
        case.share(values::postcode),
        0.8,
        2.0,
    )
}

fn flag(case: &Case<'_>) -> Option<Found> {
    let few = case.column.is_text && case.column.facts.distinct <= 4;
    let alone = if few { 1.0 } else { 2.0 };
    case.either(MeaningKind::Flag, &[], case.share(values::flag), 2.0, alone)
}

fn quantity(case: &Case<'_>) -> Option<Found> {
    let within = |low: f64, high: f64| {
        case.share(|text| values::number(text).is_some_and(|value| (low..=high).contains(&value)))
    };
    let whole = |text: &str| text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    let years = case.share(|text| {
        whole(text) && values::number(text).is_some_and(|year| (1900.0..=2100.0).contains(&year))
    });
    let signed = case.share(values::money);
    case.either(
        MeaningKind::Latitude,
        &WORDS.latitude,
        within(-90.0, 90.0),
        0.98,
        2.0,
    )
    .or_else(|| {
        case.either(
            MeaningKind::Longitude,
            &WORDS.longitude,
            within(-180.0, 180.0),
            0.98,
            2.0,
        )
    })
    .or_else(|| case.either(MeaningKind::Year, &WORDS.year, years, 0.95, 2.0))
    .or_else(|| {
        let signs = case.share(|text| text.ends_with('%') && values::number(text).is_some());
        case.either(MeaningKind::Percentage, &[], signs, 2.0, 0.8)
    })
    .or_else(|| case.either(MeaningKind::Money, &[], signed, 2.0, 0.8))
    .or_else(|| {
        case.either(
            MeaningKind::Percentage,
            &WORDS.percentage,
            within(-100.0, 1000.0),
            0.95,
            2.0,
        )
    })
    .or_else(|| {
        let numbers = case.share(|text| values::number(text).is_some());
        let id = case.says(&WORDS.identifier).is_some()
            && case.column.facts.distinct == case.column.facts.values;
        case.either(
            MeaningKind::Money,
            &WORDS.money,
            numbers,
            if id { 2.0 } else { 0.95 },
            2.0,
        )
    })
}

fn identifier(case: &Case<'_>) -> Option<Found> {
    let facts = case.column.facts;
    let unique = facts.values >= 2 && facts.distinct * 100 >= facts.values * 98;
    let compact = case.share(|text| {
        !text.contains(' ') && text.len() <= 64 && text.chars().any(|each| each.is_ascii_digit())
    });
    let whole = case.share(|text| !text.contains('.'));
    if !unique || case.column.is_number && whole < 1.0 {
        return None;
    }
    let alone = if case.column.is_text && facts.values >= 10 {
        0.95
    } else {
        2.0
    };
    case.either(
        MeaningKind::Identifier,
        &WORDS.identifier,
        compact,
        0.9,
        alone,
    )
}

fn text(case: &Case<'_>) -> Option<Found> {
    let (column, facts) = (case.column, case.column.facts);
    if !column.is_text {
        return None;
    }
    let sentences = case.share(|text| text.split_whitespace().count() >= 4);
    if facts.mean_length >= 25.0 && sentences >= 0.5 {
        return case.either(MeaningKind::FreeText, &[], sentences, 2.0, 0.5);
    }
    let few = facts.distinct <= 50 && facts.distinct * 4 <= facts.values;
    case.either(
        MeaningKind::Category,
        &[],
        1.0,
        2.0,
        if few { 1.0 } else { 2.0 },
    )
}
