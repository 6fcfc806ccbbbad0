//! Text that becomes a table.

use std::{
    io::{self, Read, Write},
    sync::Arc,
};

use mesh_job::Failure;

use super::{packed::Content, pump};
use crate::{failures::from_io, source::Meter};

/// Writes rows as text with commas between values and quotation marks around
/// them where they need some.
type WriteRows = dyn Fn(&mut dyn Write, &Meter) -> Result<(), Failure> + Send + Sync;

/// Rows of a file that is no text with a delimiter.
#[derive(Clone)]
pub(crate) struct Produced {
    write: Arc<WriteRows>,
    /// Whether values in quotation marks are text, whatever they look like.
    pub(crate) quoted_is_text: bool,
    /// Whether the first row names the columns, where the file's format says so.
    pub(crate) has_header: Option<bool>,
}

impl Produced {
    pub(crate) fn new(
        write: impl Fn(&mut dyn Write, &Meter) -> Result<(), Failure> + Send + Sync + 'static,
    ) -> Self {
        Self {
            write: Arc::new(write),
            quoted_is_text: false,
            has_header: None,
        }
    }

    /// The same rows, of which the file itself says what is text and that the
    /// first names the columns.
    pub(crate) fn typed(self) -> Self {
        Self {
            quoted_is_text: true,
            has_header: Some(true),
            ..self
        }
    }
}

/// Text that becomes a table.
#[derive(Clone)]
pub(crate) enum Feed {
    /// As it stands in the file.
    Text(Content),
    /// Made from another format.
    Rows(Produced),
}

impl Feed {
    /// The text from its beginning.
    pub(crate) fn open(&self, meter: &Meter) -> Result<Box<dyn Read + Send>, Failure> {
        match self {
            Self::Text(content) => content.open(meter),
            Self::Rows(produced) => {
                let (write, meter) = (Arc::clone(&produced.write), meter.clone());
                let input = pump::read_of(move |out| write(out, &meter));
                Ok(Box::new(input.map_err(|error| from_io(&error))?))
            }
        }
    }

    /// What is known of the rows besides their text.
    pub(crate) fn rows(&self) -> Option<&Produced> {
        match self {
            Self::Text(_) => None,
            Self::Rows(produced) => Some(produced),
        }
    }

    /// Whether there is more than `limit` bytes of text.
    pub(crate) fn exceeds(&self, limit: u64) -> Result<bool, Failure> {
        if limit == u64::MAX {
            return Ok(false);
        }
        if let Self::Text(content) = self
            && !content.is_packed()
        {
            return Ok(content.base_bytes()? > limit);
        }
        let mut input = self.open(&Meter::default())?.take(limit + 1);
        let read = io::copy(&mut input, &mut io::sink()).map_err(|error| from_io(&error))?;
        Ok(read > limit)
    }
}

/// Writes one value; `quoted` puts it into quotation marks whatever it holds.
pub(crate) fn write_value(out: &mut Vec<u8>, text: &str, quoted: bool) {
    let needs = |byte: u8| matches!(byte, b',' | b'"' | b'\n' | b'\r');
    if !quoted && !text.bytes().any(needs) {
        out.extend_from_slice(text.as_bytes());
        return;
    }
    out.push(b'"');
    for part in text.split_inclusive('"') {
        out.extend_from_slice(part.as_bytes());
        if part.ends_with('"') {
            out.push(b'"');
        }
    }
    out.push(b'"');
}
