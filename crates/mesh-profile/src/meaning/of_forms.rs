//! Meanings that the form of the values tells, mostly whatever the header says.

use std::collections::HashSet;

use mesh_job::MeaningKind;

use super::{
    checksums,
    judge::{Case, Found, WORDS},
    national::{SCHEMES, looks_like_one},
    values,
};

/// Share that can't be reached by chance.
const NEARLY_ALL: f64 = 0.95;

/// Share that random numbers with the right check digit don't come near: a third of them begins like a card.
const MOST: f64 = 0.8;

/// Fewer different values prove no form that many things have.
const ENOUGH: usize = 10;

pub(super) fn judge(case: &Case<'_>) -> Option<Found> {
    if case.column.is_time || case.column.is_boolean {
        return None;
    }
    email(case)
        .or_else(|| plain(case))
        .or_else(|| iban(case))
        .or_else(|| ip(case))
        .or_else(|| card(case))
        .or_else(|| national_id(case))
        .or_else(|| phone(case))
}

fn email(case: &Case<'_>) -> Option<Found> {
    let fits = case.share(values::email);
    case.either(MeaningKind::Email, &WORDS.email, fits, 0.4, 0.7)
}

fn plain(case: &Case<'_>) -> Option<Found> {
    let sure = |kind, fits: f64, words| case.either(kind, words, fits, 0.6, 0.8);
    sure(MeaningKind::Uuid, case.share(values::uuid), &[])
        .or_else(|| sure(MeaningKind::Url, case.share(values::url), &WORDS.url))
        .or_else(|| sure(MeaningKind::MacAddress, case.share(values::mac), &[]))
}

fn iban(case: &Case<'_>) -> Option<Found> {
    let fits = match case.says(&WORDS.iban) {
        Some(_) => case.share(checksums::iban_of_any_country),
        None => case.share(checksums::iban),
    };
    let found = case.either(MeaningKind::Iban, &WORDS.iban, fits, 0.4, 0.85)?;
    Some(Found {
        check_digits: true,
        strength: found.strength.max(0.95),
        ..found
    })
}

fn ip(case: &Case<'_>) -> Option<Found> {
    if case.says(&WORDS.versions).is_some() && case.says(&WORDS.ip).is_none() {
        return None;
    }
    let fits = case.share(values::ip);
    // Versions have four parts too, and small ones.
    let alone = if case.share(values::surely_ip) >= 0.6 {
        NEARLY_ALL
    } else {
        2.0
    };
    case.either(MeaningKind::IpAddress, &WORDS.ip, fits, 0.6, alone)
}

fn card(case: &Case<'_>) -> Option<Found> {
    let fits = case.share(checksums::card);
    let said = case.says(&WORDS.card).is_some();
    let alone = if !said && (case.of_things() || !is_scattered(case)) {
        2.0
    } else {
        MOST
    };
    let found = case.either(MeaningKind::CardNumber, &WORDS.card, fits, 0.4, alone)?;
    Some(Found {
        check_digits: true,
        ..found
    })
}

/// Whether the beginnings of the numbers differ: those of orders are given one after the other.
fn is_scattered(case: &Case<'_>) -> bool {
    let beginnings: HashSet<&str> = case
        .values
        .iter()
        .filter_map(|value| value.get(..6))
        .collect();
    case.values.len() >= ENOUGH && beginnings.len() * 10 >= case.values.len() * 3
}

fn national_id(case: &Case<'_>) -> Option<Found> {
    let word = case.says(&WORDS.national_id);
    if word.is_none() && (case.of_things() || case.values.len() < ENOUGH) {
        return None;
    }
    let followed = SCHEMES
        .iter()
        .filter(|scheme| scheme.alone || word.is_some())
        .map(|scheme| (scheme, case.share(scheme.fits)))
        .find(|(_, share)| *share >= NEARLY_ALL);
    if let Some((scheme, fits)) = followed {
        return Some(Found {
            kind: MeaningKind::NationalId,
            fits,
            word,
            strength: match (word.is_some(), scheme.checked) {
                (true, _) => 0.98,
                (false, true) => 0.9,
                (false, false) => 0.75,
            },
            check_digits: scheme.checked,
            scheme: Some(scheme.name),
        });
    }
    let fits = case.share(looks_like_one);
    (word.is_some() && fits >= 0.8).then_some(Found {
        kind: MeaningKind::NationalId,
        fits,
        word,
        strength: 0.8,
        check_digits: false,
        scheme: None,
    })
}

fn phone(case: &Case<'_>) -> Option<Found> {
    let fits = case.share(values::phone);
    if case.says(&WORDS.phone).is_some() {
        return case.either(MeaningKind::Phone, &WORDS.phone, fits, 0.6, 2.0);
    }
    if case.of_things() {
        return None;
    }
    let sure = case.share(values::surely_phone);
    let mobile = case.share(values::chinese_mobile);
    if sure >= 0.85 {
        case.either(MeaningKind::Phone, &[], sure, 2.0, 0.85)
    } else if mobile >= 0.98 && beginnings(case, 3) >= 8 {
        case.either(MeaningKind::Phone, &[], mobile, 2.0, 0.98)
    } else {
        None
    }
}

fn beginnings(case: &Case<'_>, length: usize) -> usize {
    let found: HashSet<&str> = case
        .values
        .iter()
        .filter_map(|value| value.get(..length))
        .collect();
    found.len()
}
