//! Rows that don't fit: told with a preview, kept beside the table when published.

use std::{
    fs::{self, File},
    io::{self, BufWriter, Write},
    path::{Path, PathBuf},
};

use mesh_job::{Failure, Reject, RejectReason};

use super::reader::Record;
use crate::failures::{from_io, unreadable};

/// Rows that a preview lists.
const MOST_LISTED: usize = 100;

/// Characters of a row that a preview shows, and that are kept of one.
const LISTED_TEXT: usize = 300;
const KEPT_TEXT: usize = 64 * 1024;

/// Whether a record has the values of a row; empty ones at its end are none.
pub(crate) fn fits(record: &Record, width: usize) -> Result<bool, Failure> {
    if record.len() <= width {
        return Ok(record.len() == width);
    }
    let mut beyond = record.cells()?.skip(width);
    Ok(beyond.all(|cell| cell.text.is_empty() && !cell.quoted))
}

/// Why a file with such a row isn't published.
pub(crate) fn refusal(record: &Record, width: usize) -> Failure {
    unreadable("row_length")
        .with("line", record.line)
        .with("expected", width)
        .with("found", record.len())
}

/// The first of the rows that don't fit, and how many there are.
#[derive(Debug, Default)]
pub(crate) struct Listed {
    pub(crate) first: Vec<Reject>,
    pub(crate) count: u64,
}

impl Listed {
    pub(crate) fn add(
        &mut self,
        record: &Record,
        width: usize,
        delimiter: u8,
    ) -> Result<(), Failure> {
        self.count += 1;
        if self.first.len() < MOST_LISTED {
            self.first
                .push(reject(record, width, delimiter, LISTED_TEXT)?);
        }
        Ok(())
    }
}

/// Keeps rows in a file, one JSON object a line; it appears under its name only
/// when it is whole.
pub(crate) struct Kept {
    path: PathBuf,
    unfinished: PathBuf,
    file: Option<BufWriter<File>>,
    count: u64,
}

impl Kept {
    /// Keeps rows at `path`; without any, nothing is made, and what an attempt
    /// left there that was given up is removed.
    pub(crate) fn at(path: &Path) -> Self {
        let _ = fs::remove_file(path);
        Self {
            path: path.to_owned(),
            unfinished: path.with_extension("part"),
            file: None,
            count: 0,
        }
    }

    pub(crate) fn add(
        &mut self,
        record: &Record,
        width: usize,
        delimiter: u8,
    ) -> Result<(), Failure> {
        let reject = reject(record, width, delimiter, KEPT_TEXT)?;
        self.count += 1;
        let kept = self.open().and_then(|file| {
            serde_json::to_writer(&mut *file, &reject)?;
            file.write_all(b"\n")
        });
        kept.map_err(|error| from_io(&error))
    }

    fn open(&mut self) -> io::Result<&mut BufWriter<File>> {
        if let Some(folder) = self.path.parent() {
            fs::create_dir_all(folder)?;
        }
        match &mut self.file {
            Some(file) => Ok(file),
            none => Ok(none.insert(BufWriter::new(File::create(&self.unfinished)?))),
        }
    }

    /// Brings the file to the disk and gives the number of rows in it.
    pub(crate) fn finish(&mut self) -> Result<u64, Failure> {
        let finished = match self.file.take() {
            Some(file) => file
                .into_inner()
                .map_err(io::IntoInnerError::into_error)
                .and_then(|file| file.sync_all())
                .and_then(|()| fs::rename(&self.unfinished, &self.path)),
            None => Ok(()),
        };
        finished.map_err(|error| from_io(&error))?;
        Ok(self.count)
    }

    /// Removes what was kept.
    pub(crate) fn abandon(&mut self) {
        self.file = None;
        let _ = fs::remove_file(&self.unfinished);
        let _ = fs::remove_file(&self.path);
    }
}

fn reject(record: &Record, width: usize, delimiter: u8, most: usize) -> Result<Reject, Failure> {
    let cells: Vec<_> = record.cells()?.map(|cell| cell.text).collect();
    let mut text = cells.join(&char::from(delimiter).to_string());
    if let Some((end, _)) = text.char_indices().nth(most) {
        text.truncate(end);
        text.push('…');
    }
    Ok(Reject {
        line: record.line,
        reason: if record.len() < width {
            RejectReason::TooFewValues
        } else {
            RejectReason::TooManyValues
        },
        expected: width as u64,
        found: record.len() as u64,
        text,
    })
}
