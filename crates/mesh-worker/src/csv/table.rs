//! A text file as a table.

use std::{
    fs::File,
    io::{self, Read},
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
};

use datafusion::arrow::{array::RecordBatch, datatypes::SchemaRef};
use mesh_job::{
    Failure, FailureCode, IntakeChoices, IntakeQuestion, IntakeQuestionCode, Misfits, TextEncoding,
};

use super::{
    cells::Cells,
    encoding,
    evidence::Evidence,
    layout::{self, Layout},
    numbers::Style,
    reader::{Reader, Record},
    rejects::{Kept, Listed, fits, refusal},
    style,
    words::{self, Words},
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

/// Skipped lines that a preview shows.
const MOST_SKIPPED_SHOWN: usize = 10;

/// Rows that don't fit, kept while batches are read; `None` only passes over them.
pub(crate) type Keeper = Arc<Mutex<Option<Kept>>>;

/// A text file whose encoding, layout and types are known.
pub(crate) struct CsvTable {
    path: PathBuf,
    encoding: TextEncoding,
    layout: Layout,
    /// As given, and completed by what was recognised.
    pub(crate) choices: IntakeChoices,
    pub(crate) questions: Vec<IntakeQuestion>,
    pub(crate) skipped: Vec<String>,
    pub(crate) rejects: Listed,
    pub(crate) columns: Vec<SourceColumn>,
    /// How each column's numbers are read.
    styles: Vec<Style>,
    words: Arc<Words>,
    pub(crate) rows: (Option<u64>, bool),
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
        chosen: &IntakeChoices,
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
        let encoding = match chosen.encoding {
            Some(encoding) => encoding,
            None => encoding::recognise(&mut file, limit)?,
        };
        let layout = recognise_layout(path, encoding, bytes, chosen)?;
        let words = chosen.missing_words.clone().unwrap_or_else(words::usual);
        let mut table = Self {
            path: path.to_owned(),
            encoding,
            layout,
            choices: IntakeChoices {
                delimiter: Some(char::from(layout.marks.delimiter).to_string()),
                quote: Some(layout.quote()),
                encoding: Some(encoding),
                has_header: Some(layout.has_header),
                skipped_lines: Some(layout.skipped),
                missing_words: Some(words.clone()),
                ..chosen.clone()
            },
            questions: Vec::new(),
            skipped: Vec::new(),
            rejects: Listed::default(),
            columns: Vec::new(),
            styles: Vec::new(),
            words: Arc::new(Words::new(&words)),
            rows: (None, false),
            limit,
            partial: bytes > limit,
        };
        table.judge(depth, bytes, meter, on_read)?;
        Ok(table)
    }

    /// The rows, from the first; those that don't fit go to the keeper.
    pub(crate) fn batches(&self, meter: &Meter, keeper: Keeper) -> Result<Batches, Failure> {
        let mut reader = self.reader(meter)?;
        reader.skip_lines(self.layout.skipped, |_| {})?;
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
            styles: self.styles.clone(),
            words: Arc::clone(&self.words),
            delimiter: self.layout.marks.delimiter,
            keeper,
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
        Ok(Reader::new(text, self.layout.marks, self.partial))
    }

    /// Reads all rows (of the beginning) for the columns' names and types.
    fn judge(
        &mut self,
        depth: Depth,
        bytes: u64,
        meter: &Meter,
        on_read: &(dyn Fn() + Sync),
    ) -> Result<(), Failure> {
        let mut reader = self.reader(meter)?;
        let skipped = &mut self.skipped;
        reader.skip_lines(self.layout.skipped, |line| {
            if skipped.len() < MOST_SKIPPED_SHOWN {
                skipped.push(String::from_utf8_lossy(line).into_owned());
            }
        })?;
        let mut record = Record::default();
        let mut found = reader.read(&mut record)?;
        if !found {
            // Its first record alone is longer than what a preview reads.
            let problem = unreadable("cell_size").with("line", 1);
            return Err(if self.partial {
                problem
            } else {
                Failure::new(FailureCode::FileEmpty)
            });
        }
        let width = self.layout.width;
        let mut headers: Vec<String> = Vec::new();
        if self.layout.has_header {
            let cells = record.cells()?.take(width).enumerate();
            headers.extend(cells.map(|(at, cell)| header(cell.text, at)));
            found = reader.read(&mut record)?;
        }
        headers.extend((headers.len()..width).map(|at| header("", at)));
        let mut evidence = vec![Evidence::new(Arc::clone(&self.words)); width];
        // Refuses too many columns before every row is read for nothing.
        name_columns(&headers, evidence.iter().map(|one| one.verdict(None)))?;
        let refuses = depth == Depth::Whole && self.choices.misfits != Some(Misfits::Reject);
        let mut rows = 0;
        while found {
            if fits(&record, width)? {
                let cells = evidence.iter_mut().zip(record.cells()?);
                cells.for_each(|(one, cell)| one.add(cell));
                rows += 1;
            } else if refuses {
                return Err(refusal(&record, width));
            } else {
                let delimiter = self.layout.marks.delimiter;
                self.rejects.add(&record, width, delimiter)?;
            }
            if (rows + self.rejects.count) % 1024 == 0 {
                on_read();
            }
            found = reader.read(&mut record)?;
        }
        self.settle(&headers, &evidence)?;
        self.rows = if self.partial {
            (Some(estimate(rows, bytes, self.limit)), false)
        } else {
            (Some(rows), true)
        };
        Ok(())
    }

    /// Decides how numbers are read, or asks.
    fn settle(&mut self, headers: &[String], evidence: &[Evidence]) -> Result<(), Failure> {
        if self.choices.numbers.is_none() {
            let delimiter = self.layout.marks.delimiter;
            match style::recognise(headers, evidence, delimiter) {
                Ok(numbers) => self.choices.numbers = Some(numbers),
                Err(question) => self.questions.push(question),
            }
        }
        if self.rejects.count > 0 && self.choices.misfits.is_none() {
            self.questions.push(IntakeQuestion {
                code: IntakeQuestionCode::Misfits,
                columns: Vec::new(),
                example: None,
            });
        }
        let numbers = self.choices.numbers;
        self.columns = name_columns(headers, evidence.iter().map(|one| one.verdict(numbers)))?;
        let styles = evidence.iter().map(|one| one.style(numbers));
        self.styles = styles.map(|style| style.unwrap_or(Style::Point)).collect();
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

fn recognise_layout(
    path: &Path,
    encoding: TextEncoding,
    bytes: u64,
    chosen: &IntakeChoices,
) -> Result<Layout, Failure> {
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
    layout::recognise(&text, partial, chosen)
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
    styles: Vec<Style>,
    words: Arc<Words>,
    delimiter: u8,
    keeper: Keeper,
    schema: SchemaRef,
    ended: bool,
}

impl Rows {
    fn keep(&mut self) -> Result<(), Failure> {
        let mut keeper = self.keeper.lock().unwrap_or_else(PoisonError::into_inner);
        match keeper.as_mut() {
            Some(kept) => kept.add(&self.record, self.cells.len(), self.delimiter),
            None => Ok(()),
        }
    }

    fn next_batch(&mut self) -> Result<Option<RecordBatch>, Failure> {
        let (mut rows, mut bytes) = (0, 0);
        while rows < BATCH_ROWS && bytes < BATCH_BYTES {
            if !self.reader.read(&mut self.record)? {
                self.ended = true;
                break;
            }
            if !fits(&self.record, self.cells.len())? {
                self.keep()?;
                continue;
            }
            let columns = self.cells.iter_mut().zip(&self.styles);
            for ((cells, style), cell) in columns.zip(self.record.cells()?) {
                cells
                    .add(cell, *style, &self.words)
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
