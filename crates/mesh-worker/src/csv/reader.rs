//! Splits text into records and cells (RFC 4180), and knows the lines.

use std::io::{self, Read};

use mesh_job::{Failure, FailureCode};

use crate::{
    failures::{from_io, unreadable},
    source::MOST_COLUMNS,
};

const BUFFER_BYTES: usize = 64 * 1024;

/// A cell longer than this is taken for a quote that was never closed.
const LONGEST_CELL_BYTES: usize = 16 * 1024 * 1024;

/// What a record can have at most; what has more is no table.
const MOST_CELLS: usize = 100_000;
const LONGEST_RECORD_BYTES: usize = 64 * 1024 * 1024;

/// Bytes of a skipped line that are shown.
const SKIPPED_LINE_BYTES: usize = 400;

/// One row of cells.
#[derive(Debug, Default)]
pub(crate) struct Record {
    text: Vec<u8>,
    /// Where each cell ends in `text`, and whether it was quoted.
    ends: Vec<(usize, bool)>,
    /// Line on which the record begins, from 1.
    pub(crate) line: u64,
}

/// A cell's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Cell<'a> {
    pub(crate) text: &'a str,
    /// An empty cell is missing unless it was quoted.
    pub(crate) quoted: bool,
}

impl Record {
    /// Number of cells.
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// Bytes of text.
    pub(crate) fn bytes(&self) -> usize {
        self.text.len()
    }

    /// The cells in order.
    ///
    /// # Errors
    /// `file_unreadable` where the bytes are not UTF-8.
    pub(crate) fn cells(&self) -> Result<impl Iterator<Item = Cell<'_>>, Failure> {
        let text = std::str::from_utf8(&self.text)
            .map_err(|_| unreadable("encoding").with("line", self.line))?;
        let mut start = 0;
        Ok(self.ends.iter().map(move |&(end, quoted)| {
            let cell = Cell {
                text: &text[start..end],
                quoted,
            };
            start = end;
            cell
        }))
    }

    fn clear(&mut self) {
        self.text.clear();
        self.ends.clear();
    }

    fn cell_bytes(&self) -> usize {
        self.text.len() - self.ends.last().map_or(0, |(end, _)| *end)
    }

    fn end_cell(&mut self, quoted: bool) {
        self.ends.push((self.text.len(), quoted));
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    CellStart,
    Unquoted,
    Quoted,
    /// After a quote inside a quoted cell: its end, or half of a doubled one.
    Quote,
}

/// What divides a line into cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Marks {
    pub(crate) delimiter: u8,
    /// Stands around a cell that holds the delimiter; `None` when nothing does.
    pub(crate) quote: Option<u8>,
}

/// Reads records from UTF-8 text.
pub(crate) struct Reader<R> {
    input: R,
    buffer: Box<[u8]>,
    from: usize,
    to: usize,
    marks: Marks,
    line: u64,
    /// The last byte was a carriage return, so that a line feed ends no further line.
    after_return: bool,
    /// The input is only a file's beginning: its last record may be cut off.
    partial: bool,
    /// A line is a row of another format: ends of lines within quotation marks end none.
    by_row: bool,
}

impl<R: Read> Reader<R> {
    pub(crate) fn new(input: R, marks: Marks, partial: bool) -> Self {
        Self {
            input,
            buffer: vec![0; BUFFER_BYTES].into_boxed_slice(),
            from: 0,
            to: 0,
            marks,
            line: 1,
            after_return: false,
            partial,
            by_row: false,
        }
    }

    /// The same text, of which each record is a row of another format.
    pub(crate) fn by_row(self, by_row: bool) -> Self {
        Self { by_row, ..self }
    }

    /// Reads the next record; `false` at the end. Blank lines hold no record.
    ///
    /// # Errors
    /// `file_unreadable` with the line on which the record begins.
    pub(crate) fn read(&mut self, record: &mut Record) -> Result<bool, Failure> {
        loop {
            record.clear();
            record.line = self.line;
            if !self.read_line(record)? {
                return Ok(false);
            }
            if record.ends != [(0, false)] {
                return Ok(true);
            }
        }
    }

    /// The line on which the next record begins.
    pub(crate) fn line(&self) -> u64 {
        self.line
    }

    /// Passes over whole lines, whatever stands in them, and shows the beginning
    /// of each.
    ///
    /// # Errors
    /// That the text cannot be read.
    pub(crate) fn skip_lines(
        &mut self,
        lines: u32,
        mut see: impl FnMut(&[u8]),
    ) -> Result<(), Failure> {
        let mut text = Vec::new();
        if self.by_row {
            return self.skip_rows(u64::from(lines), see);
        }
        for _ in 0..lines {
            text.clear();
            loop {
                let Some(byte) = self.next_byte().map_err(|error| from_io(&error))? else {
                    return Ok(());
                };
                let continued = std::mem::replace(&mut self.after_return, byte == b'\r');
                match byte {
                    b'\n' if continued => {}
                    b'\n' | b'\r' => break,
                    _ if text.len() < SKIPPED_LINE_BYTES => text.push(byte),
                    _ => {}
                }
            }
            self.line += 1;
            see(&text);
        }
        Ok(())
    }

    fn skip_rows(&mut self, rows: u64, mut see: impl FnMut(&[u8])) -> Result<(), Failure> {
        let mut record = Record::default();
        while self.line <= rows {
            record.clear();
            record.line = self.line;
            if !self.read_line(&mut record)? {
                break;
            }
            let cells: Vec<_> = record.cells()?.map(|cell| cell.text).collect();
            let mut text = cells.join("  ").trim().replace(['\r', '\n'], " ");
            let cut = text.floor_char_boundary(SKIPPED_LINE_BYTES);
            text.truncate(cut);
            see(text.as_bytes());
        }
        Ok(())
    }

    fn read_line(&mut self, record: &mut Record) -> Result<bool, Failure> {
        let mut state = State::CellStart;
        loop {
            let Some(byte) = self.next_byte().map_err(|error| from_io(&error))? else {
                return self.at_end(state, record);
            };
            let continued_return = std::mem::replace(&mut self.after_return, byte == b'\r');
            if byte == b'\n' && continued_return && state != State::Quoted {
                // The line feed after a carriage return that ended the last record.
                record.line = self.line;
                continue;
            }
            if byte == b'\n' || byte == b'\r' {
                // The line feed of a pair inside quotes was counted already.
                let within_row = self.by_row && state == State::Quoted;
                if !(byte == b'\n' && continued_return || within_row) {
                    self.line += 1;
                }
                if state != State::Quoted {
                    record.end_cell(state == State::Quote);
                    return Ok(true);
                }
            }
            if byte == 0 {
                return Err(unreadable("nul_byte").with("line", self.line));
            }
            state = match state {
                State::CellStart if Some(byte) == self.marks.quote => State::Quoted,
                State::CellStart | State::Unquoted if byte == self.marks.delimiter => {
                    record.end_cell(false);
                    State::CellStart
                }
                State::CellStart | State::Unquoted => {
                    record.text.push(byte);
                    State::Unquoted
                }
                State::Quoted if Some(byte) == self.marks.quote => State::Quote,
                State::Quoted => {
                    record.text.push(byte);
                    State::Quoted
                }
                State::Quote if Some(byte) == self.marks.quote => {
                    record.text.push(byte);
                    State::Quoted
                }
                State::Quote if byte == self.marks.delimiter => {
                    record.end_cell(true);
                    State::CellStart
                }
                State::Quote if byte == b' ' => State::Quote,
                State::Quote => {
                    return Err(unreadable("text_after_quote").with("line", record.line));
                }
            };
            if record.ends.len() > MOST_CELLS {
                return Err(Failure::new(FailureCode::TooManyColumns)
                    .with("found", record.ends.len())
                    .with("limit", MOST_COLUMNS));
            }
            if record.cell_bytes() > LONGEST_CELL_BYTES || record.text.len() > LONGEST_RECORD_BYTES
            {
                return Err(unreadable("cell_size").with("line", record.line));
            }
        }
    }

    fn at_end(&self, state: State, record: &mut Record) -> Result<bool, Failure> {
        let nothing = state == State::CellStart && record.ends.is_empty();
        if nothing || self.partial {
            return Ok(false);
        }
        if state == State::Quoted {
            return Err(unreadable("open_quote").with("line", record.line));
        }
        record.end_cell(state == State::Quote);
        Ok(true)
    }

    fn next_byte(&mut self) -> io::Result<Option<u8>> {
        if self.from == self.to {
            self.to = loop {
                match self.input.read(&mut self.buffer) {
                    Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                    read => break read?,
                }
            };
            self.from = 0;
            if self.to == 0 {
                return Ok(None);
            }
        }
        let byte = self.buffer[self.from];
        self.from += 1;
        Ok(Some(byte))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MARKS: Marks = Marks {
        delimiter: b',',
        quote: Some(b'"'),
    };

    fn read(text: &str) -> Result<Vec<Vec<String>>, Failure> {
        let mut reader = Reader::new(text.as_bytes(), MARKS, false);
        let (mut record, mut rows) = (Record::default(), Vec::new());
        while reader.read(&mut record)? {
            rows.push(record.cells()?.map(|cell| cell.text.to_owned()).collect());
        }
        Ok(rows)
    }

    fn problem(text: &str) -> (String, String) {
        let failure = read(text).expect_err("a problem");
        (
            failure.params["problem"].clone(),
            failure.params["line"].clone(),
        )
    }

    #[test]
    fn quotes_hold_delimiters_newlines_and_quotes() {
        let rows =
            read("a,b\r\n\"x, y\",\"1\r\n2\"\r\n\"say \"\"hi\"\"\",5\" pipe\n").expect("rows");
        assert_eq!(
            rows,
            [["a", "b"], ["x, y", "1\r\n2"], ["say \"hi\"", "5\" pipe"]]
        );
    }

    #[test]
    fn any_line_ending_ends_a_record_and_blank_lines_hold_none() {
        assert_eq!(
            read("a\r\rb\n\n\r\nc").expect("rows"),
            [["a"], ["b"], ["c"]]
        );
        assert_eq!(read("a,\n,\n").expect("rows"), [["a", ""], ["", ""]]);
        assert_eq!(read("\"\"\n").expect("rows"), [[""]]);
    }

    #[test]
    fn an_empty_cell_knows_whether_it_was_quoted() {
        let mut reader = Reader::new("\"\",".as_bytes(), MARKS, false);
        let mut record = Record::default();
        assert_eq!(reader.read(&mut record), Ok(true));
        let quoted: Vec<_> = record
            .cells()
            .expect("text")
            .map(|cell| cell.quoted)
            .collect();
        assert_eq!(quoted, [true, false]);
    }

    #[test]
    fn problems_name_the_line() {
        assert_eq!(
            problem("a,b\n1,\"2\n3,4\n"),
            ("open_quote".into(), "2".into())
        );
        assert_eq!(problem("a\r\nb\r\n\0\r\n"), ("nul_byte".into(), "3".into()));
        assert_eq!(
            problem("a\n\"x\r\ny\"\n\"b\"c\n"),
            ("text_after_quote".into(), "4".into())
        );
    }

    #[test]
    fn lines_are_skipped_whatever_stands_in_them() {
        let text = "A \"title\r\n\r\nmade, by\nhand\na,b\n1,2\n";
        let mut reader = Reader::new(text.as_bytes(), MARKS, false);
        let mut seen = Vec::new();
        reader
            .skip_lines(4, |line| {
                seen.push(String::from_utf8_lossy(line).into_owned())
            })
            .expect("lines");
        assert_eq!(seen, ["A \"title", "", "made, by", "hand"]);
        let mut record = Record::default();
        assert_eq!(reader.read(&mut record), Ok(true));
        assert_eq!((record.line, record.len()), (5, 2));
    }

    #[test]
    fn other_marks_than_usual_divide_as_well() {
        let read = |text: &str, quote| {
            let marks = Marks {
                delimiter: b';',
                quote,
            };
            let mut reader = Reader::new(text.as_bytes(), marks, false);
            let mut record = Record::default();
            reader.read(&mut record).expect("a record");
            let cells = record.cells().expect("text");
            cells.map(|cell| cell.text.to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(read("'a;b';c", Some(b'\'')), ["a;b", "c"]);
        assert_eq!(read("\"a;b\"", None), ["\"a", "b\""]);
    }

    #[test]
    fn the_cut_end_of_a_beginning_is_left_out() {
        let mut reader = Reader::new("a,b\n1,\"2".as_bytes(), MARKS, true);
        let mut record = Record::default();
        assert_eq!(reader.read(&mut record), Ok(true));
        assert_eq!(reader.read(&mut record), Ok(false));
    }
}
