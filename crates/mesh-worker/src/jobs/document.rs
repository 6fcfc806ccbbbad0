use std::{fs::File, io::Read, path::Path};

use mesh_job::{Failure, FailureCode};

use crate::{
    document::{self, MOST_BYTES},
    failures::{from_io, unreadable},
};

/// Reads a contract or product document, as JSON.
pub(super) fn run(file: &Path) -> Result<String, Failure> {
    let mut bytes = Vec::new();
    File::open(file)
        .and_then(|file| file.take(MOST_BYTES + 1).read_to_end(&mut bytes))
        .map_err(|error| from_io(&error))?;
    if bytes.len() as u64 > MOST_BYTES {
        return Err(unreadable("yaml_large").with("limitBytes", MOST_BYTES));
    }
    let text = std::str::from_utf8(&bytes).map_err(|_| unreadable("yaml_encoding"))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim().is_empty() {
        return Err(Failure::new(FailureCode::FileEmpty));
    }
    document::read(text)
}
