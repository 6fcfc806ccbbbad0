//! A text file as a table.

use std::{
    io::Read,
    sync::{Arc, Mutex, PoisonError},
};

use datafusion::arrow::{array::RecordBatch, datatypes::SchemaRef};
use mesh_job::{
    Failure, FailureCode, IntakeChoices, IntakeQuestion, IntakeQuestionCode, Misfits, TextEncoding,
};

use super::{
    cells::Cells,
    dates::Order,
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
    content::{Feed, Produced},
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
    feed: Feed,
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
    /// In which order each column's dates are written.
    orders: Vec<Order>,
    words: Arc<Words>,
    pub(crate) rows: (Option<u64>, bool),
    /// Bytes that may be read: all, or the beginning.
    limit: u64,
    partial: bool,
}

impl CsvTable {
    /// Judges a text, which is made of so many bytes of a file.
    ///
    /// # Errors
    /// `file_empty`, `file_unreadable`, `too_many_columns`.
    pub(crate) fn open(
        feed: Feed,
        bytes: u64,
        chosen: &IntakeChoices,
        depth: Depth,
        meter: &Meter,
        on_read: &(dyn Fn() + Sync),
    ) -> Result<Self, Failure> {
        let limit = if depth == Depth::Beginning {
            BEGINNING_BYTES
        } else {
            u64::MAX
        };
        let encoding = match (feed.rows(), chosen.encoding) {
            (Some(_), _) => TextEncoding::Utf8,
            (None, Some(encoding)) => encoding,
            (None, None) => encoding::recognise(feed.open(&Meter::default())?, limit)?,
        };
        let partial = feed.exceeds(limit)?;
        let layout = recognise_layout(&feed, encoding, chosen)?;
        let words = chosen.missing_words.clone().unwrap_or_else(words::usual);
        let is_text = feed.rows().is_none();
        let mut table = Self {
            feed,
            encoding,
            layout,
            choices: IntakeChoices {
                // Rows of another format have none of these.
                delimiter: is_text.then(|| char::from(layout.marks.delimiter).to_string()),
                quote: is_text.then(|| layout.quote()),
                encoding: is_text.then_some(encoding),
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
            orders: Vec::new(),
            words: Arc::new(Words::new(&words)),
            rows: (None, false),
            limit,
            partial,
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
            cells: targets()
                .zip(&self.orders)
                .map(|(target, order)| Cells::new(target, *order))
                .collect(),
            styles: self.styles.clone(),
            words: Arc::clone(&self.words),
            delimiter: self.layout.marks.delimiter,
            keeper,
            schema,
            ended: false,
        }))
    }

    fn reader(&self, meter: &Meter) -> Result<Reader<Box<dyn Read + Send>>, Failure> {
        let input = self.feed.open(meter)?.take(self.limit);
        let text =
            encoding::open(input, self.encoding, self.partial).map_err(|error| from_io(&error))?;
        let by_row = self.feed.rows().is_some();
        Ok(Reader::new(text, self.layout.marks, self.partial).by_row(by_row))
    }

    /// Reads all rows (of the beginning) for the columns' names and types.
    fn judge(
        &mut self,
        depth: Depth,
        bytes: u64,
        meter: &Meter,
        on_read: &(dyn Fn() + Sync),
    ) -> Result<(), Failure> {
        let before = meter.done();
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
        let unseen = Evidence::new(Arc::clone(&self.words)).of_rows(self.feed.rows());
        let mut evidence = vec![unseen; width];
        // Refuses too many columns before every row is read for nothing.
        name_columns(&headers, evidence.iter().map(|one| one.verdict(None, None)))?;
        let refuses = depth == Depth::Whole && self.choices.misfits != Some(Misfits::Reject);
        let mut rows = 0;
        let begun = reader.line();
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
            if (rows + self.rejects.count).is_multiple_of(1024) {
                on_read();
            }
            found = reader.read(&mut record)?;
        }
        // Its next record alone is longer than what a preview reads.
        if self.partial && rows + self.rejects.count == 0 {
            return Err(unreadable("cell_size").with("line", begun));
        }
        self.settle(&headers, &evidence)?;
        self.rows = if self.partial {
            let read = meter.done().saturating_sub(before);
            (Some(estimate(rows, bytes, read)), false)
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
        if self.choices.dates.is_none() {
            match style::recognise_dates(headers, evidence) {
                Ok(dates) => self.choices.dates = dates,
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
        let (numbers, dates) = (self.choices.numbers, self.choices.dates);
        let verdicts = evidence.iter().map(|one| one.verdict(numbers, dates));
        self.columns = name_columns(headers, verdicts)?;
        let orders = evidence.iter().map(|one| one.written.order(dates));
        self.orders = orders
            .map(|order| order.unwrap_or(Order::DayFirst))
            .collect();
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
    feed: &Feed,
    encoding: TextEncoding,
    chosen: &IntakeChoices,
) -> Result<Layout, Failure> {
    let mut text = Vec::new();
    let partial = feed.exceeds(LAYOUT_BYTES)?;
    let input = feed.open(&Meter::default())?.take(LAYOUT_BYTES);
    encoding::open(input, encoding, partial)
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
    let Some(rows) = feed.rows() else {
        return layout::recognise(&text, partial, chosen, false);
    };
    layout::recognise(&text, partial, &known(rows, chosen), true)
}

/// What a format says itself of its rows needs no recognition.
fn known(rows: &Produced, chosen: &IntakeChoices) -> IntakeChoices {
    let headed = rows.has_header.is_some();
    IntakeChoices {
        has_header: rows.has_header.or(chosen.has_header),
        skipped_lines: if headed {
            Some(0)
        } else {
            chosen.skipped_lines
        },
        ..chosen.clone()
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
