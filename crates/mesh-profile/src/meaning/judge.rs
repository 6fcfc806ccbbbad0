//! Which meaning fits best.

use std::sync::LazyLock;

use mesh_job::{Meaning, MeaningKind};

use super::{
    Column,
    header::{Header, Word},
    of_forms, of_people, of_things, words,
};

/// What stands where nothing is known.
const PLACEHOLDERS: &[&str] = &[
    "-",
    "--",
    "?",
    "n/a",
    "na",
    "none",
    "null",
    "unknown",
    "unbekannt",
    "k.a.",
    ".",
];

/// A column that is being judged.
pub(super) struct Case<'a> {
    pub(super) column: &'a Column<'a>,
    pub(super) header: Header,
    pub(super) values: Vec<&'a str>,
}

/// What was found out about a column.
pub(super) struct Found {
    pub(super) kind: MeaningKind,
    pub(super) fits: f64,
    pub(super) word: Option<&'static str>,
    /// How sure it is without regard to the share that fits, from 0 to 1.
    pub(super) strength: f64,
    pub(super) check_digits: bool,
    pub(super) scheme: Option<&'static str>,
}

impl Case<'_> {
    /// Share of the values for which something holds.
    pub(super) fn share(&self, holds: impl Fn(&str) -> bool) -> f64 {
        let fitting = self.values.iter().filter(|value| holds(value)).count();
        fitting as f64 / self.values.len().max(1) as f64
    }

    /// The word of the header among these.
    pub(super) fn says(&self, words: &[Word]) -> Option<&'static str> {
        self.header.says(words).map(|word| word.shown)
    }

    /// Whether the header speaks of things and not of people.
    pub(super) fn of_things(&self) -> bool {
        self.header.says(&WORDS.things).is_some()
    }

    /// A kind that is believed if the header says so and `with` of the values fit, or without a word if `alone` do.
    pub(super) fn either(
        &self,
        kind: MeaningKind,
        words: &[Word],
        fits: f64,
        with: f64,
        alone: f64,
    ) -> Option<Found> {
        let word = self.says(words);
        let needed = if word.is_some() { with } else { alone };
        (fits >= needed).then(|| Found {
            kind,
            fits,
            word,
            strength: if word.is_some() { 0.97 } else { 0.85 },
            check_digits: false,
            scheme: None,
        })
    }
}

/// Every list of words, folded once.
pub(super) struct Words {
    pub(super) email: Vec<Word>,
    pub(super) phone: Vec<Word>,
    pub(super) iban: Vec<Word>,
    pub(super) card: Vec<Word>,
    pub(super) national_id: Vec<Word>,
    pub(super) first_name: Vec<Word>,
    pub(super) last_name: Vec<Word>,
    pub(super) full_name: Vec<Word>,
    pub(super) name: Vec<Word>,
    pub(super) birth_date: Vec<Word>,
    pub(super) address: Vec<Word>,
    pub(super) ip: Vec<Word>,
    pub(super) user_name: Vec<Word>,
    pub(super) gender: Vec<Word>,
    pub(super) company: Vec<Word>,
    pub(super) city: Vec<Word>,
    pub(super) postcode: Vec<Word>,
    pub(super) country: Vec<Word>,
    pub(super) currency: Vec<Word>,
    pub(super) money: Vec<Word>,
    pub(super) percentage: Vec<Word>,
    pub(super) url: Vec<Word>,
    pub(super) latitude: Vec<Word>,
    pub(super) longitude: Vec<Word>,
    pub(super) year: Vec<Word>,
    pub(super) identifier: Vec<Word>,
    pub(super) things: Vec<Word>,
    pub(super) versions: Vec<Word>,
}

pub(super) static WORDS: LazyLock<Words> = LazyLock::new(|| Words {
    email: Word::list(words::EMAIL),
    phone: Word::list(words::PHONE),
    iban: Word::list(words::IBAN),
    card: Word::list(words::CARD),
    national_id: Word::list(words::NATIONAL_ID),
    first_name: Word::list(words::FIRST_NAME),
    last_name: Word::list(words::LAST_NAME),
    full_name: Word::list(words::FULL_NAME),
    name: Word::list(words::NAME),
    birth_date: Word::list(words::BIRTH_DATE),
    address: Word::list(words::ADDRESS),
    ip: Word::list(words::IP),
    user_name: Word::list(words::USER_NAME),
    gender: Word::list(words::GENDER),
    company: Word::list(words::COMPANY),
    city: Word::list(words::CITY),
    postcode: Word::list(words::POSTCODE),
    country: Word::list(words::COUNTRY),
    currency: Word::list(words::CURRENCY),
    money: Word::list(words::MONEY),
    percentage: Word::list(words::PERCENTAGE),
    url: Word::list(words::URL),
    latitude: Word::list(words::LATITUDE),
    longitude: Word::list(words::LONGITUDE),
    year: Word::list(words::YEAR),
    identifier: Word::list(words::IDENTIFIER),
    things: Word::list(words::THINGS),
    versions: Word::list("version build release firmware software revision"),
});

/// What a column means, if that can be told.
#[must_use]
pub fn judge(column: &Column<'_>) -> Option<Meaning> {
    let header = if column.header.trim().is_empty() {
        column.name
    } else {
        column.header
    };
    let values: Vec<&str> = column
        .values
        .iter()
        .map(|value| value.trim())
        .filter(|value| !value.is_empty() && !PLACEHOLDERS.contains(&value.to_lowercase().as_str()))
        .collect();
    if values.is_empty() {
        return None;
    }
    let checked = values.len() as u64;
    let case = Case {
        column,
        header: Header::of(header),
        values,
    };
    let found = of_forms::judge(&case)
        .or_else(|| of_people::judge(&case))
        .or_else(|| of_things::judge(&case))?;
    // A handful of values proves less than hundreds do.
    let few = if found.word.is_none() && checked < 20 {
        0.85
    } else {
        1.0
    };
    let confidence = found.strength * (0.5 + found.fits / 2.0) * few;
    Some(Meaning {
        kind: found.kind,
        personal: found.kind.is_personal(),
        confidence: (confidence * 100.0).round() / 100.0,
        fits: found.fits,
        checked,
        check_digits: found.check_digits,
        header_word: found.word.map(str::to_owned),
        scheme: found.scheme.map(str::to_owned),
    })
}
