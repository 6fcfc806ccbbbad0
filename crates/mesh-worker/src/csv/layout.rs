//! How a text is laid out: its delimiter, and whether its first row is a header.

use std::collections::{HashMap, HashSet};

use mesh_job::{Failure, FailureCode};

use super::{
    reader::{Reader, Record},
    values::{Value, judge},
};

/// Candidates, the likeliest first.
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// Records that are looked at.
const SAMPLE_RECORDS: usize = 200;

/// A cell as it was found in the sample: its text, and whether it was quoted.
type Row = Vec<(String, bool)>;

/// How a text is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Layout {
    pub(crate) delimiter: u8,
    pub(crate) has_header: bool,
}

/// Recognises the layout from the beginning of a text (`partial` when it is
/// not all of it).
///
/// # Errors
/// `file_empty`, or why no record can be read.
pub(crate) fn recognise(text: &[u8], partial: bool) -> Result<Layout, Failure> {
    let mut best: Option<(f64, u8, Vec<Row>)> = None;
    for delimiter in DELIMITERS {
        let Ok(rows) = sample(text, delimiter, partial) else {
            continue;
        };
        let score = score(&rows, delimiter);
        if score > 0.0 && best.as_ref().is_none_or(|(highest, ..)| score > *highest) {
            best = Some((score, delimiter, rows));
        }
    }
    let (delimiter, rows) = match best {
        Some((_, delimiter, rows)) => (delimiter, rows),
        // One column; a problem in the text is told as the comma shows it.
        None => (b',', sample(text, b',', partial)?),
    };
    if rows
        .iter()
        .flatten()
        .all(|(text, _)| text.trim().is_empty())
    {
        return Err(Failure::new(FailureCode::FileEmpty));
    }
    Ok(Layout {
        delimiter,
        has_header: has_header(&rows),
    })
}

fn sample(text: &[u8], delimiter: u8, partial: bool) -> Result<Vec<Row>, Failure> {
    let mut reader = Reader::new(text, delimiter, partial);
    let mut record = Record::default();
    let mut rows = Vec::new();
    while rows.len() < SAMPLE_RECORDS && reader.read(&mut record)? {
        rows.push(
            record
                .cells()?
                .map(|cell| (cell.text.to_owned(), cell.quoted))
                .collect(),
        );
    }
    // One record longer than the sample.
    if rows.is_empty() && partial && !text.is_empty() {
        return sample(text, delimiter, false);
    }
    Ok(rows)
}

/// How well a delimiter explains the rows: how many have the usual number of
/// cells, and how many cells hold nothing that looks like another delimiter.
fn score(rows: &[Row], delimiter: u8) -> f64 {
    let mut counts: HashMap<usize, usize> = HashMap::new();
    for row in rows {
        *counts.entry(row.len()).or_default() += 1;
    }
    let Some((cells, frequency)) = counts
        .into_iter()
        .max_by_key(|(cells, count)| (*count, *cells))
    else {
        return 0.0;
    };
    if cells < 2 {
        return 0.0;
    }
    let all = rows.iter().map(Vec::len).sum::<usize>().max(1);
    let clean = rows
        .iter()
        .flatten()
        .filter(|(text, quoted)| *quoted || is_clean(text, delimiter));
    ratio(frequency, rows.len()) * (1.0 + ratio(clean.count(), all))
}

fn is_clean(text: &str, delimiter: u8) -> bool {
    let other = |letter: char| {
        DELIMITERS
            .iter()
            .any(|known| *known != delimiter && char::from(*known) == letter)
    };
    !text.contains(other) || is_decimal_comma(text)
}

/// A number as most of Europe writes it, in a file with another delimiter.
fn is_decimal_comma(text: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    text.trim_matches([' ', '-', '+'])
        .split_once(',')
        .is_some_and(|(whole, fraction)| digits(&whole.replace('.', "")) && digits(fraction))
}

#[allow(clippy::cast_precision_loss)]
fn ratio(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}

/// A header holds words only, each once, and none that comes back below it.
fn has_header(rows: &[Row]) -> bool {
    let Some((first, rest)) = rows.split_first() else {
        return false;
    };
    let words = first
        .iter()
        .all(|(text, _)| is_word(text) || is_year_among_words(text, first));
    if !words || first.iter().all(|(text, _)| text.trim().is_empty()) {
        return false;
    }
    let named: Vec<_> = first
        .iter()
        .filter(|(text, _)| !text.trim().is_empty())
        .collect();
    let distinct: HashSet<_> = named.iter().map(|(text, _)| text.as_str()).collect();
    // Headers repeat now and then ("Notes", "Notes"), values do so often.
    if distinct.len() * 2 <= named.len() {
        return false;
    }
    let comes_back = |at: usize, text: &str| {
        rest.iter()
            .any(|row| row != first && row.get(at).is_some_and(|(cell, _)| cell == text))
    };
    !first
        .iter()
        .enumerate()
        .any(|(at, (text, _))| !text.trim().is_empty() && comes_back(at, text))
}

/// A name has letters or at least no digits: `01.02.2024`, `1,5` and `50 %` are values.
fn is_word(text: &str) -> bool {
    let named = text.contains(char::is_alphabetic) || !text.contains(char::is_numeric);
    named && matches!(judge(text), Value::Text | Value::Blank | Value::Missing)
}

/// Tables with a column a year head them with numbers, next to words.
fn is_year_among_words(text: &str, first: &Row) -> bool {
    let is_year = text.len() == 4
        && text
            .parse::<u16>()
            .is_ok_and(|year| (1800..2200).contains(&year));
    is_year
        && matches!(first.first(), Some((text, _)) if judge(text) == Value::Text)
        && first
            .iter()
            .skip(1)
            .all(|(text, _)| !matches!(judge(text), Value::Fraction { .. }))
        && first
            .iter()
            .filter(|(text, _)| matches!(judge(text), Value::Integer { .. }))
            .count()
            > 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> (char, bool) {
        let layout = recognise(text.as_bytes(), false).expect("a layout");
        (char::from(layout.delimiter), layout.has_header)
    }

    #[test]
    fn delimiters_are_recognised() {
        assert_eq!(of("a,b\n1,2\n"), (',', true));
        assert_eq!(of("name;price\nx, y;1,5\nz;2,5\n"), (';', true));
        assert_eq!(of("1,5;2,5\n3,5;4,5\n"), (';', false));
        assert_eq!(of("a\tb\nDoe, John\t1\nRoe, Jane\t2\n"), ('\t', true));
        assert_eq!(of("a|b|c\n1|2|3\n"), ('|', true));
        assert_eq!(of("a\n1\n2\n"), (',', true));
        assert_eq!(of("a,b\n\"x;y;z\",1\n\"u;v;w\",2\n"), (',', true));
    }

    #[test]
    fn a_ragged_row_does_not_hide_the_delimiter() {
        assert_eq!(of("a,b,c\n1,2\n3,4,5\n6,7,8\n"), (',', true));
    }

    #[test]
    fn headers_are_recognised() {
        assert!(!of("1,2\n3,4\n").1);
        assert!(!of("Alice,2020-01-01\nBob,2021-01-01\n").1);
        assert!(!of("01.02.2024;50 %\n01.03.2024;60 %\n").1);
        assert!(!of("red,Berlin\nblue,Paris\nred,Rome\n").1);
        assert!(of("name,city\nAlice,Berlin\n").1);
        assert!(of(",a,b\n1,2,3\n").1);
        assert!(of("country,2019,2020\nDE,1,2\n").1);
        assert!(of("a,b\n").1);
    }

    #[test]
    fn nothing_but_blanks_is_empty() {
        let failure = recognise(b"\n  \n,,\n", false).expect_err("nothing");
        assert_eq!(failure.code, FailureCode::FileEmpty);
        assert_eq!(
            recognise(b"", false).expect_err("nothing").code,
            FailureCode::FileEmpty
        );
    }
}
