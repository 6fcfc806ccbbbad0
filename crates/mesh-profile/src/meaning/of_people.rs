//! Meanings that are about people and need a word of the header, or names that are known.

use mesh_job::MeaningKind;

use super::{
    dates,
    judge::{Case, Found, WORDS},
    people::{self, full_name, has_family_name, has_given_name, name_part},
    places, values,
};

pub(super) fn judge(case: &Case<'_>) -> Option<Found> {
    if case.column.is_boolean {
        return None;
    }
    birth_date(case)
        .or_else(|| gender(case))
        .or_else(|| place(case))
        .or_else(|| address(case))
        .or_else(|| user_name(case))
        .or_else(|| company(case))
        .or_else(|| name(case))
}

fn birth_date(case: &Case<'_>) -> Option<Found> {
    let fits = if case.column.is_time {
        1.0
    } else {
        let year = |text: &str| {
            text.len() == 4
                && text
                    .parse()
                    .is_ok_and(|year: u32| (1880..=2100).contains(&year))
        };
        case.share(|text| dates::day(text) || year(text))
    };
    case.either(MeaningKind::BirthDate, &WORDS.birth_date, fits, 0.7, 2.0)
}

fn gender(case: &Case<'_>) -> Option<Found> {
    case.either(
        MeaningKind::Gender,
        &WORDS.gender,
        case.share(values::gender),
        0.7,
        2.0,
    )
}

/// Towns and countries before names and streets: they are letters as well.
fn place(case: &Case<'_>) -> Option<Found> {
    if !case.column.is_text
        || case.says(&WORDS.full_name).is_some() && case.says(&WORDS.city).is_none()
    {
        return None;
    }
    let countries = case.share(places::country);
    let codes = case.share(places::country_code);
    let many = if case.values.len() >= 10 { 0.95 } else { 2.0 };
    case.either(MeaningKind::CountryCode, &WORDS.country, codes, 0.8, many)
        .or_else(|| case.either(MeaningKind::Country, &WORDS.country, countries, 0.5, 0.8))
        .or_else(|| {
            let said = case.says(&WORDS.country)?;
            let fits = case.share(values::place_name);
            (fits >= 0.9 && case.column.facts.distinct <= 300).then_some(Found {
                kind: MeaningKind::Country,
                fits,
                word: Some(said),
                strength: 0.8,
                check_digits: false,
                scheme: None,
            })
        })
        .or_else(|| {
            case.either(
                MeaningKind::City,
                &WORDS.city,
                case.share(values::place_name),
                0.8,
                2.0,
            )
        })
}

fn address(case: &Case<'_>) -> Option<Found> {
    if !case.column.is_text {
        return None;
    }
    let sure = case.share(values::surely_address);
    if case.says(&WORDS.address).is_some() {
        let fits = case.share(values::address);
        let facts = case.column.facts;
        let numbered = case.share(|text| text.chars().any(char::is_numeric));
        let varied = facts.distinct * 10 >= facts.values * 3
            && case.share(|text| text.contains(' ') || people::is_cjk(text)) >= 0.3;
        let real = sure >= 0.3 || numbered >= 0.3 || varied;
        return case.either(
            MeaningKind::StreetAddress,
            &WORDS.address,
            fits,
            if real { 0.6 } else { 2.0 },
            2.0,
        );
    }
    let alone = if case.of_things() { 2.0 } else { 0.6 };
    case.either(MeaningKind::StreetAddress, &[], sure, 2.0, alone)
}

fn user_name(case: &Case<'_>) -> Option<Found> {
    if !case.column.is_text {
        return None;
    }
    case.either(
        MeaningKind::UserName,
        &WORDS.user_name,
        case.share(values::user_name),
        0.8,
        2.0,
    )
}

fn company(case: &Case<'_>) -> Option<Found> {
    if !case.column.is_text
        || case
            .says(&WORDS.first_name)
            .or(case.says(&WORDS.last_name))
            .is_some()
    {
        return None;
    }
    let companies = case.share(people::company);
    if case.says(&WORDS.company).is_some() {
        let fits = case.share(|text| text.chars().any(char::is_alphabetic));
        return case.either(MeaningKind::Company, &WORDS.company, fits, 0.9, 2.0);
    }
    case.either(MeaningKind::Company, &[], companies, 2.0, 0.4)
}

/// Names: of people where the header says so, or where enough of them are known to be.
fn name(case: &Case<'_>) -> Option<Found> {
    if !case.column.is_text {
        return None;
    }
    let (whole, part) = (case.share(full_name), case.share(name_part));
    let (given, family) = (case.share(has_given_name), case.share(has_family_name));
    let things = case.of_things();
    let known = given >= 0.3 || family >= 0.6;
    if things && !(known && whole >= 0.8) {
        return None;
    }
    let said = |words| case.says(words);
    let first = said(&WORDS.first_name);
    let last = said(&WORDS.last_name);
    let found = |kind, fits: f64, word: Option<&'static str>, strength| {
        Some(Found {
            kind,
            fits,
            word,
            strength,
            check_digits: false,
            scheme: None,
        })
    };
    match (first, last) {
        (Some(_), Some(word)) if whole >= 0.5 => {
            return found(MeaningKind::FullName, whole, Some(word), 0.97);
        }
        (Some(word), None) if part >= 0.8 => {
            return found(MeaningKind::FirstName, part, Some(word), 0.97);
        }
        (_, Some(word)) if part >= 0.8 => {
            let kind = if whole >= 0.7 && given >= 0.3 {
                MeaningKind::FullName
            } else {
                MeaningKind::LastName
            };
            return found(kind, part, Some(word), 0.97);
        }
        _ => {}
    }
    if let Some(word) = said(&WORDS.full_name) {
        if whole >= 0.5 {
            return found(MeaningKind::FullName, whole, Some(word), 0.95);
        }
        if part >= 0.8 && (given >= 0.4 || family >= 0.6) {
            return found(MeaningKind::FullName, part, Some(word), 0.85);
        }
    }
    if let Some(word) = said(&WORDS.name) {
        let foreign = case.share(|text| !text.chars().any(|each| each.is_ascii_alphabetic()));
        if whole >= 0.6 && (given >= 0.12 || foreign >= 0.8) {
            return found(MeaningKind::FullName, whole, Some(word), 0.9);
        }
        if part >= 0.9 && (given >= 0.4 || family >= 0.7) {
            return found(MeaningKind::FirstName, part, Some(word), 0.8);
        }
    }
    let enough = case.values.len() >= 5;
    if enough && whole >= 0.8 && known {
        return found(MeaningKind::FullName, whole, None, 0.8);
    }
    if enough && part >= 0.95 && given >= 0.6 {
        return found(MeaningKind::FirstName, part, None, 0.75);
    }
    None
}
