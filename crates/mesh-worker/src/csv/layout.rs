//! How a text is laid out: its delimiter and quotation mark, the lines above
//! its table, and whether its first row is a header.

use std::collections::{HashMap, HashSet};

use mesh_job::{Failure, FailureCode, IntakeChoices, Quote};

use super::{
    reader::{Marks, Reader, Record},
    title::lines_above,
    values::{Value, judge},
};

/// Candidates, the likeliest first.
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// Candidates that are believed only where they plainly part values.
const RARE_DELIMITERS: [u8; 3] = [b'^', b'~', b':'];

/// How many of a table's rows a rare delimiter has to explain.
const PLAINLY: f64 = 0.8;

/// Lines above a table that a rare delimiter may leave alone.
const LINES_ABOVE: usize = 5;

/// Between and around values of rows that come from another format.
const BY_ROW: Marks = Marks {
    delimiter: b',',
    quote: Some(b'"'),
};

/// Records that are looked at.
const SAMPLE_RECORDS: usize = 200;

/// A row of the sample.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Row {
    /// Line on which it begins, from 1.
    pub(crate) line: u64,
    /// Its cells' texts, and whether each was quoted.
    pub(crate) cells: Vec<(String, bool)>,
}

/// How a text is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Layout {
    pub(crate) marks: Marks,
    /// Lines above the table.
    pub(crate) skipped: u32,
    pub(crate) has_header: bool,
    /// Values that most rows have.
    pub(crate) width: usize,
}

impl Layout {
    pub(crate) fn quote(self) -> Quote {
        match self.marks.quote {
            Some(b'\'') => Quote::Single,
            Some(_) => Quote::Double,
            None => Quote::None,
        }
    }
}

/// Recognises what was not chosen of the layout from the beginning of a text
/// (`partial` when it is not all of it).
///
/// # Errors
/// `file_empty`, or why no record can be read.
pub(crate) fn recognise(
    text: &[u8],
    partial: bool,
    choices: &IntakeChoices,
    by_row: bool,
) -> Result<Layout, Failure> {
    let skipped = choices.skipped_lines.unwrap_or(0);
    let (marks, rows) = if by_row {
        (BY_ROW, sample(text, BY_ROW, skipped, partial, true)?)
    } else {
        recognise_marks(text, partial, choices, skipped)?
    };
    if rows
        .iter()
        .flat_map(|row| &row.cells)
        .all(|(text, _)| text.trim().is_empty())
    {
        return Err(Failure::new(FailureCode::FileEmpty));
    }
    let skipped = choices.skipped_lines.unwrap_or_else(|| lines_above(&rows));
    let first = rows.partition_point(|row| row.line <= u64::from(skipped));
    let rows = &rows[first..];
    let has_header = choices.has_header.unwrap_or_else(|| has_header(rows));
    Ok(Layout {
        marks,
        skipped,
        has_header,
        width: width(rows, has_header),
    })
}

fn recognise_marks(
    text: &[u8],
    partial: bool,
    choices: &IntakeChoices,
    skipped: u32,
) -> Result<(Marks, Vec<Row>), Failure> {
    let chosen = choices
        .delimiter
        .as_ref()
        .and_then(|text| text.bytes().next());
    let known = || [DELIMITERS.as_slice(), &RARE_DELIMITERS].concat();
    let delimiters = chosen.map_or_else(known, |delimiter| vec![delimiter]);
    let quotes = match choices.quote {
        Some(Quote::Double) => vec![Some(b'"')],
        Some(Quote::Single) => vec![Some(b'\'')],
        Some(Quote::None) => vec![None],
        None => vec![Some(b'"'), Some(b'\''), None],
    };
    let mut best: Option<(f64, Marks, Vec<Row>)> = None;
    let mut unclosed = false;
    for quote in &quotes {
        for delimiter in &delimiters {
            let marks = Marks {
                delimiter: *delimiter,
                quote: *quote,
            };
            let rows = match sample(text, marks, skipped, partial, false) {
                Ok(rows) => rows,
                Err(failure) => {
                    let problem = failure.params.get("problem");
                    unclosed |= problem.is_some_and(|problem| problem == "open_quote");
                    continue;
                }
            };
            let score = score(&rows, *delimiter);
            let believed = match quote {
                _ if choices.quote.is_some() => true,
                // An apostrophe is a quotation mark only where it plainly is, or where it mends broken rows.
                Some(b'\'') => {
                    quotes_well(&rows)
                        || quotes_at_all(&rows)
                            && best.as_ref().is_some_and(|(highest, marks, _)| {
                                marks.delimiter == *delimiter && score > *highest
                            })
                }
                Some(_) => true,
                // Marks that can't be read as such are letters, unless one was opened and never closed.
                None => best.is_none() && !unclosed,
            };
            let believed = believed
                && (chosen.is_some()
                    || !RARE_DELIMITERS.contains(delimiter)
                    || parts_plainly(&rows, *delimiter));
            let better = |highest: f64| match quote {
                Some(b'\'') => score >= highest,
                _ => score > highest,
            };
            if score > 0.0 && believed && best.as_ref().is_none_or(|(highest, ..)| better(*highest))
            {
                best = Some((score, marks, rows));
            }
        }
    }
    if let Some((_, marks, rows)) = best {
        return Ok((marks, rows));
    }
    // One column; a problem in the text is told as the first candidates show it.
    let marks = Marks {
        delimiter: delimiters[0],
        quote: quotes[0],
    };
    Ok((marks, sample(text, marks, skipped, partial, false)?))
}

fn sample(
    text: &[u8],
    marks: Marks,
    skipped: u32,
    partial: bool,
    by_row: bool,
) -> Result<Vec<Row>, Failure> {
    let mut reader = Reader::new(text, marks, partial).by_row(by_row);
    reader.skip_lines(skipped, |_| {})?;
    let mut record = Record::default();
    let mut rows = Vec::new();
    while rows.len() < SAMPLE_RECORDS && reader.read(&mut record)? {
        let cells = record
            .cells()?
            .map(|cell| (cell.text.to_owned(), cell.quoted));
        rows.push(Row {
            line: record.line,
            cells: cells.collect(),
        });
    }
    // One record longer than the sample.
    if rows.is_empty() && partial && !text.is_empty() {
        return sample(text, marks, skipped, false, by_row);
    }
    Ok(rows)
}

/// Whether apostrophes stand around values, and never at the beginning of one alone.
fn quotes_well(rows: &[Row]) -> bool {
    let cells = || rows.iter().flat_map(|row| &row.cells);
    cells().filter(|(_, quoted)| *quoted).count() >= 2
        && cells().all(|(text, quoted)| *quoted || !text.starts_with(['\'', '"']))
}

/// Whether an apostrophe stands around a value, and never at the beginning of one alone.
fn quotes_at_all(rows: &[Row]) -> bool {
    let cells = || rows.iter().flat_map(|row| &row.cells);
    cells().any(|(_, quoted)| *quoted)
        && cells().all(|(text, quoted)| *quoted || !text.starts_with('\''))
}

/// Whether a mark that stands in values too stands between them: in nearly all rows as often, not before spaces as in
/// prose, and not, as colons do, in addresses of pages and times of day.
fn parts_plainly(rows: &[Row], delimiter: u8) -> bool {
    // Lines above the table say nothing of it.
    let above = rows.iter().take_while(|row| row.cells.len() == 1).count();
    let rows = &rows[above.min(LINES_ABOVE)..];
    let Some((cells, count)) = usual_cells(rows) else {
        return false;
    };
    let usual = || rows.iter().filter(|row| row.cells.len() == cells);
    let later = || usual().flat_map(|row| row.cells.iter().skip(1));
    let spaced = later().filter(|(text, quoted)| !quoted && text.starts_with(' '));
    if ratio(count, rows.len()) < PLAINLY || spaced.count() * 2 > later().count() {
        return false;
    }
    let page = |(text, quoted): &(String, bool)| !quoted && text.starts_with("//");
    let clock = |row: &&Row| {
        row.cells.windows(2).any(|pair| match pair {
            [(hours, false), (minutes, false)] => {
                hours.ends_with(|end: char| end.is_ascii_digit())
                    && minutes.len() == 2
                    && minutes.bytes().all(|byte| byte.is_ascii_digit())
            }
            _ => false,
        })
    };
    delimiter != b':' || !later().any(page) && usual().filter(clock).count() * 2 <= count
}

/// The usual number of cells, and how many rows have it.
pub(crate) fn usual_cells(rows: &[Row]) -> Option<(usize, usize)> {
    let mut counts: HashMap<usize, usize> = HashMap::new();
    for row in rows {
        *counts.entry(row.cells.len()).or_default() += 1;
    }
    counts
        .into_iter()
        .max_by_key(|(cells, count)| (*count, *cells))
}

/// How many values a row of the table has: as many as the header names, and
/// more only where most rows have more.
fn width(rows: &[Row], has_header: bool) -> usize {
    let (named, rows) = match rows.split_first() {
        Some((header, rows)) if has_header => {
            let blank = |(text, _): &&(String, bool)| text.trim().is_empty();
            let unnamed = header.cells.iter().rev().take_while(blank).count();
            (header.cells.len() - unnamed, rows)
        }
        _ => (1, rows),
    };
    match usual_cells(rows) {
        Some((cells, count)) if cells > named && count * 2 > rows.len() => cells,
        _ => named,
    }
}

/// How well a delimiter explains the rows: how many have the usual number of
/// cells, and how many cells hold nothing that looks like another delimiter.
fn score(rows: &[Row], delimiter: u8) -> f64 {
    let Some((cells, frequency)) = usual_cells(rows) else {
        return 0.0;
    };
    if cells < 2 {
        return 0.0;
    }
    let all = rows.iter().map(|row| row.cells.len()).sum::<usize>().max(1);
    let clean = rows
        .iter()
        .flat_map(|row| &row.cells)
        .filter(|(text, quoted)| *quoted || is_clean(text, delimiter));
    ratio(frequency, rows.len()) * (1.0 + ratio(clean.count(), all))
}

fn is_clean(text: &str, delimiter: u8) -> bool {
    let other = |letter: char| {
        // Colons stand in times of day and in addresses.
        DELIMITERS
            .iter()
            .chain(&RARE_DELIMITERS[..2])
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
pub(crate) fn has_header(rows: &[Row]) -> bool {
    let Some((first, rest)) = rows.split_first() else {
        return false;
    };
    let first = &first.cells;
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
        rest.iter().any(|row| {
            row.cells != *first && row.cells.get(at).is_some_and(|(cell, _)| cell == text)
        })
    };
    !first.iter().enumerate().any(|(at, (text, _))| {
        !text.trim().is_empty() && (comes_back(at, text) || has_shape_of_all(rest, at, text))
    })
}

/// Whether a text with digits is built like every value below it, as `LH-0177-61` above `LV-7768-12`.
fn has_shape_of_all(rest: &[Row], at: usize, text: &str) -> bool {
    let shape = |text: &str| -> String {
        text.chars()
            .map(|letter| match letter {
                _ if letter.is_numeric() => '9',
                _ if letter.is_alphabetic() => 'a',
                _ => letter,
            })
            .collect()
    };
    let own = shape(text);
    let below = || rest.iter().filter_map(|row| row.cells.get(at));
    own.contains('9')
        && own.contains(|letter| letter != '9' && letter != 'a')
        && below().count() > 1
        && below().all(|(value, _)| shape(value) == own)
}

/// A name has letters or at least no digits: `01.02.2024`, `1,5` and `50 %` are values, and so are addresses.
fn is_word(text: &str) -> bool {
    let named = text.contains(char::is_alphabetic) || !text.contains(char::is_numeric);
    let address = text.contains("://")
        || text
            .split_once('@')
            .is_some_and(|(_, host)| host.contains('.') && !host.contains(' '));
    named && !address && matches!(judge(text), Value::Text | Value::Blank)
}

/// Tables with a column a year head them with numbers, next to words.
fn is_year_among_words(text: &str, first: &[(String, bool)]) -> bool {
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

    fn layout(text: &str) -> Layout {
        recognise(text.as_bytes(), false, &IntakeChoices::default(), false).expect("a layout")
    }

    fn of(text: &str) -> (char, bool) {
        let layout = layout(text);
        (char::from(layout.marks.delimiter), layout.has_header)
    }

    #[test]
    fn apostrophes_are_quotation_marks_only_where_they_plainly_are() {
        let quoted = layout("id;name\n1;'Doe; John'\n2;'Roe; Jane'\n");
        assert_eq!((quoted.quote(), quoted.width), (Quote::Single, 2));
        let mended = layout("id;name;city\n1;'Doe; John';Rome\n2;Roe;Bonn\n");
        assert_eq!((mended.quote(), mended.width), (Quote::Single, 3));
        let plain = layout("id,name\n1,'t Hooft\n2,O'Neill\n3,'n 'n'\n");
        assert_eq!((plain.quote(), plain.width), (Quote::Double, 2));
    }

    #[test]
    fn a_table_is_as_wide_as_its_header_or_as_most_of_its_rows() {
        assert_eq!(layout("a,b\n1,2\n1,2,3\n").width, 2);
        assert_eq!(layout("a,b,\n1,2\n1,2\n").width, 2);
        assert_eq!(layout("a,b\n1,2,3\n1,2,3\n1,2\n").width, 3);
        assert_eq!(layout("1,2\n1,2\n1\n").width, 2);
        assert_eq!(layout("a\n1\n2\n").width, 1);
    }

    #[test]
    fn what_was_chosen_is_not_recognised() {
        let choices = IntakeChoices {
            delimiter: Some("x".to_owned()),
            quote: Some(Quote::None),
            has_header: Some(false),
            skipped_lines: Some(1),
            ..IntakeChoices::default()
        };
        let layout = recognise(b"a,b\n1x\"2\n", false, &choices, false).expect("a layout");
        let marks = Marks {
            delimiter: b'x',
            quote: None,
        };
        assert_eq!((layout.marks, layout.skipped), (marks, 1));
        assert_eq!((layout.has_header, layout.width), (false, 2));
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
    fn rare_delimiters_are_recognised_only_where_they_plainly_part_values() {
        assert_eq!(of("name^price\nx, y^1,5\nz, a^2,5\n"), ('^', true));
        assert_eq!(of("a~b\n1~2\n"), ('~', true));
        assert_eq!(of("A title\nanother: line\n\na~b\n1~2\n").0, '~');
        assert_eq!(of("root:x:Root\ndaemon:x:Daemon\n"), (':', false));
        assert_eq!(
            of("page:\"time\"\n\"http://a.org\":\"10:15\"\n"),
            (':', true)
        );
        assert_eq!(of("time\n10:15:00\n11:20:30\n").0, ',');
        assert_eq!(of("started at 10:15\nended at 11:20\n").0, ',');
        assert_eq!(of("page\nhttp://a.org\nhttp://b.org\n").0, ',');
        assert_eq!(of("note: this\nnote: that\n").0, ',');
        assert_eq!(of("day,time\n1,10:15\n2,11:20\n"), (',', true));
    }

    #[test]
    fn marks_that_cannot_be_read_as_quotation_marks_are_letters() {
        let layout = layout("size;what\n\"3\" wide;x\n\"4\" wide;y\n");
        assert_eq!((layout.quote(), layout.width), (Quote::None, 2));
        let open = recognise(
            b"a,b\n1,\"2\n3,4\n",
            false,
            &IntakeChoices::default(),
            false,
        );
        assert_eq!(
            open.expect_err("a quote that isn't closed").params["problem"],
            "open_quote"
        );
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
        assert!(!of("roba;VW-9965-77\ncosa;LH-0177-61\naltro;LV-7768-12\n").1);
        assert!(!of("Ada;ada@example.com\nBen;ben@example.com\n").1);
        assert!(!of("http://a.org/;x\nhttp://b.org/;y\n").1);
        assert!(of("quarter;Q1-2024\nA;B1-2024\nB;17\n").1);
        assert!(of("name,city\nAlice,Berlin\n").1);
        assert!(of(",a,b\n1,2,3\n").1);
        assert!(of("country,2019,2020\nDE,1,2\n").1);
        assert!(of("a,b\n").1);
    }

    #[test]
    fn nothing_but_blanks_is_empty() {
        let failure =
            recognise(b"\n  \n,,\n", false, &IntakeChoices::default(), false).expect_err("nothing");
        assert_eq!(failure.code, FailureCode::FileEmpty);
        assert_eq!(
            recognise(b"", false, &IntakeChoices::default(), false)
                .expect_err("nothing")
                .code,
            FailureCode::FileEmpty
        );
    }
}
