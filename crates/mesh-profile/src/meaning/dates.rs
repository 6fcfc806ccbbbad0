//! Days, as people write them.

use chrono::NaiveDate;

/// The day that a text tells, in any of the usual orders.
pub(super) fn day(text: &str) -> bool {
    let text = text.split_once(['T', ' ']).map_or(text, |(day, rest)| {
        // Only a time of day may follow: "12 May 1980" is no day with digits alone.
        if rest.contains(':') { day } else { text }
    });
    let parts: Vec<&str> = text
        .split(['-', '/', '.', '年', '月', '日'])
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    let number = |at: usize| {
        let part: &str = parts.get(at)?;
        (part.len() <= 4)
            .then(|| part.parse::<u32>().ok())
            .flatten()
    };
    // A year has two digits or four: `10.2.3` is a version.
    let is_year = |at: usize| parts[at].len() == 2 || parts[at].len() == 4;
    match (number(0), number(1), number(2), parts.len()) {
        (Some(one), Some(two), Some(three), 3) if is_year(if one > 31 { 0 } else { 2 }) => {
            if one > 31 {
                valid(one, two, three)
            } else {
                valid(three, two, one) || valid(three, one, two)
            }
        }
        _ => worded(text) || compact(text),
    }
}

/// A day that exists; a year of two digits is taken to be of the last century.
pub(super) fn valid(year: u32, month: u32, day: u32) -> bool {
    let year = if year < 100 { 1900 + year } else { year };
    (1850..=2100).contains(&year)
        && (NaiveDate::from_ymd_opt(year as i32, month, day).is_some() || (month, day) == (2, 29))
}

/// `YYYYMMDD`.
fn compact(text: &str) -> bool {
    if text.len() != 8 || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let number = |range: std::ops::Range<usize>| text[range].parse().unwrap_or(0);
    valid(number(0..4), number(4..6), number(6..8))
}

/// A day of the month, a word and a year, in any order.
fn worded(text: &str) -> bool {
    let parts: Vec<&str> = text
        .split([' ', '-', '.', ','])
        .filter(|part| !part.is_empty())
        .collect();
    let numbers: Vec<u32> = parts.iter().filter_map(|part| part.parse().ok()).collect();
    let words = parts
        .iter()
        .filter(|part| part.chars().all(char::is_alphabetic))
        .count();
    parts.len() <= 5
        && numbers.len() == 2
        && (1..=3).contains(&words)
        && numbers.iter().any(|each| (1..=31).contains(each))
        && numbers.iter().any(|each| (1850..=2100).contains(each))
}

#[cfg(test)]
mod tests {
    #[test]
    fn days_are_known_however_they_are_written() {
        for text in [
            "1980-05-12",
            "12.05.1980",
            "5/12/80",
            "12 May 1980",
            "19800512",
            "1980-05-12 00:00:00",
            "1. März 1975",
            "1996年08月06日",
        ] {
            assert!(super::day(text), "{text}");
        }
        for text in ["1980-13-40", "10.2.3", "12345678", "May", "1.2.3.4"] {
            assert!(!super::day(text), "{text}");
        }
    }
}
