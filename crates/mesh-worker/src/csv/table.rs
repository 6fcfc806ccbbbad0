//! A text file as a table.

use std::{
    fs::File,
    io::{self, Read},
    path::{Path, PathBuf},
};

use datafusion::arrow::{array::RecordBatch, datatypes::SchemaRef};
use mesh_job::{Failure, FailureCode, Recognised};

use super::{
    cells::Cells,
    encoding::{self, Encoding},
    evidence::Evidence,
    layout::{self, Layout},
    reader::{Reader, Record},
};
use crate::{
    failures::{from_io, unreadable},
    source::{Batches, Depth, Meter, SourceColumn, name_columns},
    target::arrow_schema,
};

/// Bytes from which the layout is recognised.
const LAYOUT_BYTES: u64 = 256 * 1024;

/// Bytes from which a preview judges the types.
const BEGINNING_BYTES: u64 = 8 * 1024 * 1024;

/// A batch ends at whichever comes first.
const BATCH_ROWS: usize = 8 * 1024;
const BATCH_BYTES: usize = 8 * 1024 * 1024;

/// A text file whose encoding, layout and types are known.
pub(crate) struct CsvTable {
    path: PathBuf,
    encoding: Encoding,
    layout: Layout,
    columns: Vec<SourceColumn>,
    rows: (Option<u64>, bool),
    /// Bytes that may be read: all, or the beginning.
    limit: u64,
    partial: bool,
}

impl CsvTable {
    /// Judges a text file.
    ///
    /// # Errors
    /// `file_empty`, `file_unreadable`, `too_many_columns`.
    pub(crate) fn open(
        mut file: File,
        path: &Path,
        depth: Depth,
        meter: &Meter,
        on_read: &(dyn Fn() + Sync),
    ) -> Result<Self, Failure> {
        let bytes = file.metadata().map_err(|error| from_io(&error))?.len();
        let limit = if depth == Depth::Beginning {
            BEGINNING_BYTES
        } else {
            u64::MAX
        };
        let encoding = encoding::recognise(&mut file, limit)?;
        let layout = recognise_layout(path, encoding, bytes)?;
        let mut table = Self {
            path: path.to_owned(),
            encoding,
            layout,
            columns: Vec::new(),
            rows: (None, false),
            limit,
            partial: bytes > limit,
        };
        table.judge(bytes, meter, on_read)?;
        Ok(table)
    }

    pub(crate) fn columns(&self) -> &[SourceColumn] {
        &self.columns
    }

    pub(crate) fn rows(&self) -> (Option<u64>, bool) {
        self.rows
    }

    pub(crate) fn recognised(&self) -> Recognised {
        Recognised {
            delimiter: Some(char::from(self.layout.delimiter).to_string()),
            encoding: Some(self.encoding.name().to_owned()),
            has_header: Some(self.layout.has_header),
        }
    }

    /// The rows, from the first.
    pub(crate) fn batches(&self, meter: &Meter) -> Result<Batches, Failure> {
        let mut reader = self.reader(meter)?;
        if self.layout.has_header {
            reader.read(&mut Record::default())?;
        }
        let targets = || self.columns.iter().map(|column| column.target);
        let schema = arrow_schema(
            self.columns
                .iter()
                .map(|one| (one.column.name.as_str(), one.target)),
        );
        Ok(Box::new(Rows {
            reader,
            record: Record::default(),
            cells: targets().map(Cells::new).collect(),
            schema,
            ended: false,
        }))
    }

    fn reader(&self, meter: &Meter) -> Result<Reader<Box<dyn Read + Send>>, Failure> {
        let file = File::open(&self.path).map_err(|error| from_io(&error))?;
        let input = Metered {
            file,
            meter: meter.clone(),
        }
        .take(self.limit);
        let text =
            encoding::open(input, self.encoding, self.partial).map_err(|error| from_io(&error))?;
        Ok(Reader::new(text, self.layout.delimiter, self.partial))
    }

    /// Reads all rows (of the beginning) for the columns' names and types.
    fn judge(
        &mut self,
        bytes: u64,
        meter: &Meter,
        on_read: &(dyn Fn() + Sync),
    ) -> Result<(), Failure> {
        let mut reader = self.reader(meter)?;
        let mut record = Record::default();
        if !reader.read(&mut record)? {
            // Its first record alone is longer than what a preview reads.
            let problem = unreadable("cell_size").with("line", 1);
            return Err(if self.partial {
                problem
            } else {
                Failure::new(FailureCode::FileEmpty)
            });
        }
        let mut evidence = vec![Evidence::default(); record.len()];
        let mut rows = 0;
        let headers: Vec<String> = if self.layout.has_header {
            let cells = record.cells()?.enumerate();
            cells.map(|(at, cell)| header(cell.text, at)).collect()
        } else {
            rows += 1;
            evidence
                .iter_mut()
                .zip(record.cells()?)
                .for_each(|(one, cell)| one.add(cell));
            (0..record.len()).map(|at| header("", at)).collect()
        };
        // Refuses too many columns before every row is read for nothing.
        name_columns(&headers, evidence.iter().map(Evidence::verdict))?;
        while reader.read(&mut record)? {
            expect_cells(&record, headers.len())?;
            evidence
                .iter_mut()
                .zip(record.cells()?)
                .for_each(|(one, cell)| one.add(cell));
            rows += 1;
            if rows % 1024 == 0 {
                on_read();
            }
        }
        self.columns = name_columns(&headers, evidence.iter().map(Evidence::verdict))?;
        self.rows = if self.partial {
            (Some(estimate(rows, bytes, self.limit)), false)
        } else {
            (Some(rows), true)
        };
        Ok(())
    }
}

/// A nameless column is called by its place.
fn header(text: &str, at: usize) -> String {
    if text.trim().is_empty() {
        format!("Column {}", at + 1)
    } else {
        text.to_owned()
    }
}

fn estimate(rows: u64, bytes: u64, read: u64) -> u64 {
    let all = u128::from(rows) * u128::from(bytes) / u128::from(read.max(1));
    u64::try_from(all).unwrap_or(u64::MAX)
}

fn expect_cells(record: &Record, expected: usize) -> Result<(), Failure> {
    if record.len() == expected {
        return Ok(());
    }
    Err(unreadable("row_length")
        .with("line", record.line)
        .with("expected", expected)
        .with("found", record.len()))
}

fn recognise_layout(path: &Path, encoding: Encoding, bytes: u64) -> Result<Layout, Failure> {
    let file = File::open(path).map_err(|error| from_io(&error))?;
    let mut text = Vec::new();
    let partial = bytes > LAYOUT_BYTES;
    encoding::open(file.take(LAYOUT_BYTES), encoding, partial)
        .and_then(|mut input| input.read_to_end(&mut text))
        .map_err(|error| from_io(&error))?;
    if partial {
        // The last character may be cut in two.
        let whole = text
            .utf8_chunks()
            .next()
            .map_or(0, |chunk| chunk.valid().len());
        if text.len() - whole < 4 {
            text.truncate(whole);
        }
    }
    layout::recognise(&text, partial)
}

struct Metered {
    file: File,
    meter: Meter,
}

impl Read for Metered {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.file.read(buffer)?;
        self.meter.add(read as u64);
        Ok(read)
    }
}

struct Rows {
    reader: Reader<Box<dyn Read + Send>>,
    record: Record,
    cells: Vec<Cells>,
    schema: SchemaRef,
    ended: bool,
}

impl Rows {
    fn next_batch(&mut self) -> Result<Option<RecordBatch>, Failure> {
        let (mut rows, mut bytes) = (0, 0);
        while rows < BATCH_ROWS && bytes < BATCH_BYTES {
            if !self.reader.read(&mut self.record)? {
                self.ended = true;
                break;
            }
            expect_cells(&self.record, self.cells.len())?;
            for (cells, cell) in self.cells.iter_mut().zip(self.record.cells()?) {
                cells
                    .add(cell)
                    .map_err(|_| Failure::new(FailureCode::FileVanished))?;
            }
            rows += 1;
            bytes += self.record.bytes();
        }
        if rows == 0 {
            return Ok(None);
        }
        let columns = self.cells.iter_mut().map(Cells::finish).collect();
        RecordBatch::try_new(self.schema.clone(), columns)
            .map(Some)
            .map_err(|error| crate::failures::from_chain(&error))
    }
}

impl Iterator for Rows {
    type Item = Result<RecordBatch, Failure>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        let batch = self.next_batch();
        self.ended |= batch.is_err();
        batch.transpose()
    }
}
