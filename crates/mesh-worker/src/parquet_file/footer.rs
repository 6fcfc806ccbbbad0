//! Whether a Parquet file is whole, before its metadata is parsed.

use std::{
    fs::File,
    io::{Read, Seek, SeekFrom},
};

use mesh_job::{Failure, FailureCode};

use crate::failures::{from_io, unreadable};

/// Magic at both ends, and the length of the metadata before the last one.
const FRAME_BYTES: u64 = 12;

/// Checks what stands at the end of the file.
///
/// # Errors
/// `file_truncated`, or `file_unreadable` for an encrypted or damaged file.
pub(crate) fn check(file: &mut File) -> Result<(), Failure> {
    let truncated = Failure::new(FailureCode::FileTruncated);
    let bytes = file.metadata().map_err(|error| from_io(&error))?.len();
    if bytes < FRAME_BYTES {
        return Err(truncated);
    }
    let mut end = [0; 8];
    file.seek(SeekFrom::End(-8))
        .and_then(|_| file.read_exact(&mut end))
        .and_then(|()| file.seek(SeekFrom::Start(0)))
        .map_err(|error| from_io(&error))?;
    let (length, magic) = end.split_at(4);
    match magic {
        b"PAR1" => {}
        b"PARE" => return Err(unreadable("encrypted")),
        _ => return Err(truncated),
    }
    let length = length
        .iter()
        .rev()
        .fold(0u64, |sum, byte| (sum << 8) | u64::from(*byte));
    if length == 0 || length > bytes - FRAME_BYTES {
        return Err(unreadable("damaged"));
    }
    Ok(())
}
