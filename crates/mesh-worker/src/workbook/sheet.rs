//! A sheet as text, a line a row.

use std::io::Write;

use mesh_job::Failure;

use super::{
    book::{Book, Sheet},
    cells::{Row, Rows},
};
use crate::{
    content::{Produced, write_value},
    failures::from_io,
    source::Meter,
};

/// Rows from which a sheet is judged before its text is.
const BEGINNING_ROWS: u64 = 20_000;

/// Sheets are compared by their first rows.
const GLANCE_ROWS: u64 = 200;

/// What was found in a sheet.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Found {
    /// Rows with a value, in what was read.
    pub(crate) rows: u64,
    /// Of them, those with several values.
    wide: u64,
    /// The first column with a value, and the one behind the last.
    first: usize,
    end: usize,
    pub(crate) hidden_rows: u64,
    pub(crate) errors: u64,
    pub(crate) no_days: u64,
    /// Whether all of it was read.
    pub(crate) whole: bool,
}

impl Found {
    fn add(&mut self, row: &Row) {
        let filled =
            |cell: &Option<String>| cell.as_ref().is_some_and(|text| !text.trim().is_empty());
        self.errors += row.errors;
        self.no_days += row.no_days;
        let Some(first) = row.cells.iter().position(filled) else {
            return;
        };
        let end = row.cells.iter().rposition(filled).map_or(0, |at| at + 1);
        self.first = if self.rows == 0 {
            first
        } else {
            self.first.min(first)
        };
        self.end = self.end.max(end);
        self.rows += 1;
        self.wide += u64::from(row.cells.iter().filter(|cell| filled(cell)).count() > 1);
        self.hidden_rows += u64::from(row.hidden);
    }

    /// Whether it looks like a table: most rows have several values. A sheet of
    /// explanations has a sentence a row.
    fn is_table(&self) -> bool {
        self.wide > 1 && self.wide * 2 >= self.rows
    }
}

impl Book {
    /// The sheet of this name or, without one, the first that can be seen and
    /// looks like a table.
    ///
    /// # Errors
    /// That a sheet can't be read.
    pub(crate) fn choose(&self, name: Option<&str>) -> Result<Option<&Sheet>, Failure> {
        if let Some(name) = name {
            return Ok(self.sheets.iter().find(|sheet| sheet.name == name));
        }
        let mut filled = None;
        for hidden in [false, true] {
            for sheet in self.sheets.iter().filter(|sheet| sheet.hidden == hidden) {
                let found = self.look_at(sheet, GLANCE_ROWS)?;
                if found.is_table() {
                    return Ok(Some(sheet));
                }
                if found.rows > 0 && filled.is_none() {
                    filled = Some(sheet);
                }
            }
        }
        Ok(filled.or(self.sheets.first()))
    }

    /// What a sheet holds, by its beginning or by all of it.
    ///
    /// # Errors
    /// That it can't be read.
    pub(crate) fn examine(&self, sheet: &Sheet, whole: bool) -> Result<Found, Failure> {
        self.look_at(sheet, if whole { u64::MAX } else { BEGINNING_ROWS })
    }

    fn look_at(&self, sheet: &Sheet, most: u64) -> Result<Found, Failure> {
        let mut rows = Rows::of(self, sheet, &Meter::default())?;
        let (mut row, mut found) = (Row::default(), Found::default());
        let mut read = 0;
        while read < most {
            if !rows.read(&mut row)? {
                found.whole = true;
                break;
            }
            found.add(&row);
            read += 1;
        }
        Ok(found)
    }

    /// The sheet's rows, as many columns wide as was found.
    pub(crate) fn rows(&self, sheet: &Sheet, found: Found) -> Produced {
        let (book, sheet) = (self.clone(), sheet.clone());
        Produced::new(move |out, meter| write(&book, &sheet, found, out, meter))
    }
}

fn write(
    book: &Book,
    sheet: &Sheet,
    found: Found,
    out: &mut dyn Write,
    meter: &Meter,
) -> Result<(), Failure> {
    let mut rows = Rows::of(book, sheet, meter)?;
    let (mut row, mut line) = (Row::default(), Vec::new());
    let mut written = 0;
    while rows.read(&mut row)? {
        line.clear();
        // Rows that the sheet leaves out are blank lines, so that its numbers stay.
        while written + 1 < row.number {
            written += 1;
            line.push(b'\n');
        }
        // Beyond what was judged, a table may be wider, and then its rows don't fit.
        let filled = row.cells.iter().rposition(|cell| cell.is_some());
        let end = found.end.max(filled.map_or(0, |at| at + 1));
        if row.cells.iter().any(Option::is_some) {
            for at in found.first..end {
                if at > found.first {
                    line.push(b',');
                }
                if let Some(Some(text)) = row.cells.get(at) {
                    write_value(&mut line, text, false);
                }
            }
        }
        line.push(b'\n');
        written += 1;
        out.write_all(&line).map_err(|error| from_io(&error))?;
    }
    Ok(())
}
