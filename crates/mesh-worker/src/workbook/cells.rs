//! A sheet's rows, one after the other.

use mesh_job::Failure;
use quick_xml::events::{BytesStart, Event};

use super::{
    book::{Book, Sheet},
    dates,
    xml::{Xml, attribute, next, push_reference, read_text, says_yes, unescaped},
};
use crate::{failures::unreadable, source::Meter};

/// Columns that a sheet can have.
const MOST_COLUMNS: usize = 16_384;

/// A row with something in it.
#[derive(Debug, Default)]
pub(super) struct Row {
    /// From 1.
    pub(super) number: u64,
    pub(super) hidden: bool,
    /// By column; `None` where nothing is said.
    pub(super) cells: Vec<Option<String>>,
    /// Cells that hold an error such as `#REF!`.
    pub(super) errors: u64,
    /// Cells that hold a number shown as a day that no calendar has.
    pub(super) no_days: u64,
}

/// Reads the rows of a sheet.
pub(super) struct Rows<'a> {
    book: &'a Book,
    xml: Xml,
    buffer: Vec<u8>,
    inner: Vec<u8>,
    number: u64,
}

impl<'a> Rows<'a> {
    pub(super) fn of(book: &'a Book, sheet: &Sheet, meter: &Meter) -> Result<Self, Failure> {
        Ok(Self {
            book,
            xml: book.cells(sheet, meter)?,
            buffer: Vec::new(),
            inner: Vec::new(),
            number: 0,
        })
    }

    /// Reads the next row; `false` after the last one.
    pub(super) fn read(&mut self, row: &mut Row) -> Result<bool, Failure> {
        loop {
            match next(&mut self.xml, &mut self.buffer)? {
                Event::Start(start) if start.local_name().as_ref() == "row" => {
                    let said = attribute(&start, "r").and_then(|number| number.parse().ok());
                    row.number = said.unwrap_or(self.number + 1);
                    if row.number <= self.number {
                        return Err(unreadable("damaged"));
                    }
                    self.number = row.number;
                    row.hidden = says_yes(&start, "hidden");
                    row.cells.clear();
                    row.errors = 0;
                    row.no_days = 0;
                    self.read_cells(row)?;
                    return Ok(true);
                }
                // Read to its end, a part proves by its checksum that it is whole.
                Event::Eof => return Ok(false),
                _ => {}
            }
        }
    }

    fn read_cells(&mut self, row: &mut Row) -> Result<(), Failure> {
        loop {
            match next(&mut self.xml, &mut self.buffer)? {
                Event::Start(start) if start.local_name().as_ref() == "c" => {
                    let said = attribute(&start, "r").and_then(|place| column(&place));
                    let at = said.unwrap_or(row.cells.len());
                    if at >= MOST_COLUMNS {
                        return Err(unreadable("damaged"));
                    }
                    let (kind, style) = (attribute(&start, "t"), style(&start));
                    let text = self.read_cell(kind.as_deref(), style, row)?;
                    if row.cells.len() <= at {
                        row.cells.resize(at + 1, None);
                    }
                    row.cells[at] = text;
                }
                Event::End(end) if end.local_name().as_ref() == "row" => return Ok(()),
                Event::Eof => return Err(unreadable("damaged")),
                _ => {}
            }
        }
    }

    /// A cell's value, as its last calculation left it.
    fn read_cell(
        &mut self,
        kind: Option<&str>,
        style: usize,
        row: &mut Row,
    ) -> Result<Option<String>, Failure> {
        let (mut value, mut inline) = (String::new(), None);
        let mut inside = false;
        loop {
            let event = next(&mut self.xml, &mut self.buffer)?;
            match event {
                Event::Start(start) => match start.local_name().as_ref() {
                    "v" => inside = true,
                    "is" => inline = Some(read_text(&mut self.xml, "is", &mut self.inner)?),
                    _ => {}
                },
                Event::End(end) => match end.local_name().as_ref() {
                    "v" => inside = false,
                    "c" => break,
                    _ => {}
                },
                Event::Text(part) if inside => value.push_str(&part.xml10_content()),
                Event::CData(part) if inside => value.push_str(&part.xml10_content()),
                Event::GeneralRef(reference) if inside => push_reference(&mut value, &reference)?,
                Event::Eof => return Err(unreadable("damaged")),
                _ => {}
            }
        }
        if let Some(text) = inline {
            return Ok(Some(text));
        }
        if value.is_empty() {
            return Ok(None);
        }
        Ok(match kind {
            Some("s") => {
                let text = value.trim().parse::<usize>().ok();
                let text = text.and_then(|at| self.book.texts.get(at));
                Some(text.ok_or_else(|| unreadable("damaged"))?.to_string())
            }
            Some("str") => Some(unescaped(value)),
            Some("b") => Some(if value.trim() == "1" { "true" } else { "false" }.to_owned()),
            Some("e") => {
                row.errors += 1;
                None
            }
            Some("d") => Some(value.replacen('T', " ", 1)),
            _ => self.number(&value, style, row),
        })
    }

    /// A number as its cell shows it: a day, a time, or as few digits as tell it apart.
    fn number(&self, text: &str, style: usize, row: &mut Row) -> Option<String> {
        let text = text.trim();
        let Ok(value) = text.parse::<f64>() else {
            return Some(text.to_owned());
        };
        let shown = self.book.styles.get(style).copied();
        match shown {
            None | Some(dates::Shown::Number) => Some(plain(text, value)),
            Some(shown) => {
                let day = dates::text(value, shown, self.book.is_1904);
                if day.is_none() {
                    row.no_days += 1;
                }
                day
            }
        }
    }
}

/// The number in as few digits as give it back, without an exponent where it has few.
fn plain(text: &str, value: f64) -> String {
    let size = value.abs();
    if size != 0.0 && !(1e-6..1e16).contains(&size) {
        return text.to_owned();
    }
    if value == 0.0 {
        "0".to_owned()
    } else {
        value.to_string()
    }
}

fn style(start: &BytesStart<'_>) -> usize {
    let said = attribute(start, "s").and_then(|style| style.parse().ok());
    said.unwrap_or(0)
}

/// The column of a place such as `AB12`, from 0.
fn column(place: &str) -> Option<usize> {
    let letters = place.bytes().take_while(u8::is_ascii_alphabetic);
    let column = letters.take(4).fold(0, |column, letter| {
        column * 26 + usize::from(letter.to_ascii_uppercase() - b'A') + 1
    });
    column.checked_sub(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_columns() {
        assert_eq!(column("A1"), Some(0));
        assert_eq!(column("AB12"), Some(27));
        assert_eq!(column("XFD1"), Some(16_383));
        assert_eq!(column("12"), None);
    }

    #[test]
    fn numbers_have_as_few_digits_as_tell_them_apart() {
        let of = |text: &str| plain(text, text.parse().expect("a number"));
        assert_eq!(of("1.0"), "1");
        assert_eq!(of("0.10000000000000001"), "0.1");
        assert_eq!(of("1E-3"), "0.001");
        assert_eq!(of("1.5E+20"), "1.5E+20");
        assert_eq!(of("-0"), "0");
    }
}
