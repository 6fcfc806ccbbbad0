//! What an archive holds, by its table of contents. Names in it are shown and
//! never used as paths.

use std::io::{self, Read, SeekFrom};

use mesh_job::{Failure, FailureCode};

use super::packed::{Content, Seekable, is_trap};
use crate::{
    failures::{from_io, unreadable},
    source::Meter,
};

/// Files that an archive may hold, and the size of its table of contents.
const MOST_MEMBERS: usize = 10_000;
const MOST_CONTENTS: u64 = 16 * 1024 * 1024;

/// The table of contents ends at most so far from the end.
const TAIL_BYTES: u64 = 66 * 1024;

const END: &[u8; 4] = b"PK\x05\x06";
const END_64: &[u8; 4] = b"PK\x06\x06";
const WHERE_END_64: &[u8; 4] = b"PK\x06\x07";
const ENTRY: &[u8; 4] = b"PK\x01\x02";
const LOCAL: &[u8; 4] = b"PK\x03\x04";

/// A file in an archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Member {
    /// As the archive's maker called it, with its folders.
    pub(crate) name: String,
    pub(crate) unpacked: u64,
    pub(crate) encrypted: bool,
    pub(super) packed: u64,
    pub(super) method: u16,
    pub(super) crc: u32,
    header: u64,
}

impl Member {
    /// Whether it is packed in a way that can be undone.
    pub(crate) fn is_readable(&self) -> bool {
        !self.encrypted && matches!(self.method, 0 | 8)
    }

    /// What systems put into archives on their own.
    pub(crate) fn is_clutter(&self) -> bool {
        let last = self.name.rsplit(['/', '\\']).next().unwrap_or(&self.name);
        self.name.starts_with("__MACOSX/")
            || last.is_empty()
            || last.starts_with('.')
            || last.eq_ignore_ascii_case("thumbs.db")
    }

    /// Where its bytes begin.
    pub(super) fn start(&self, file: &mut dyn Seekable) -> io::Result<u64> {
        let mut header = [0; 30];
        file.seek(SeekFrom::Start(self.header))?;
        file.read_exact(&mut header)?;
        if !header.starts_with(LOCAL) {
            return Err(io::ErrorKind::InvalidData.into());
        }
        let rest = u64::from(u16_at(&header, 26)) + u64::from(u16_at(&header, 28));
        Ok(self.header + 30 + rest)
    }
}

/// All files in an archive, in its order.
///
/// # Errors
/// `file_truncated`, `file_unreadable` with `damaged` or `archive_large`.
pub(crate) fn members(content: &Content) -> Result<Vec<Member>, Failure> {
    let mut file = content.base(&Meter::default())?;
    let found = contents(&mut *file).map_err(|error| match error.kind() {
        io::ErrorKind::UnexpectedEof => truncated(),
        io::ErrorKind::InvalidData if error.get_ref().is_none() => unreadable("damaged"),
        _ => from_io(&error),
    })?;
    let bytes = found.ok_or_else(truncated)?;
    let mut members = Vec::new();
    let mut rest = bytes.as_slice();
    while rest.len() >= 46 && rest.starts_with(ENTRY) {
        if members.len() == MOST_MEMBERS {
            return Err(unreadable("archive_large").with("limit", MOST_MEMBERS));
        }
        let lengths = [28, 30, 32].map(|at| usize::from(u16_at(rest, at)));
        let whole = 46 + lengths.iter().sum::<usize>();
        if rest.len() < whole {
            return Err(unreadable("damaged"));
        }
        members.push(entry(rest, lengths));
        rest = &rest[whole..];
    }
    Ok(members)
}

fn entry(bytes: &[u8], [name, extra, _]: [usize; 3]) -> Member {
    let (name, extra) = bytes[46..46 + name + extra].split_at(name);
    let mut member = Member {
        name: String::from_utf8(name.to_vec())
            .unwrap_or_else(|_| encoding_rs::WINDOWS_1252.decode(name).0.into_owned()),
        encrypted: u16_at(bytes, 8) & 1 == 1,
        method: u16_at(bytes, 10),
        crc: u32_at(bytes, 16),
        packed: u64::from(u32_at(bytes, 20)),
        unpacked: u64::from(u32_at(bytes, 24)),
        header: u64::from(u32_at(bytes, 42)),
    };
    let mut extra = extra;
    while extra.len() >= 4 {
        let (kind, length) = (u16_at(extra, 0), usize::from(u16_at(extra, 2)));
        let value = extra.get(4..4 + length).unwrap_or_default();
        if kind == 1 {
            // What doesn't fit into 32 bits stands here, in this order.
            let mut large = value.chunks_exact(8).map(|chunk| u64_at(chunk, 0));
            for part in [&mut member.unpacked, &mut member.packed, &mut member.header] {
                if *part == u64::from(u32::MAX) {
                    *part = large.next().unwrap_or(*part);
                }
            }
        }
        extra = extra.get(4 + length..).unwrap_or_default();
    }
    member
}

/// The table of contents; `None` where the archive's end is missing.
fn contents(file: &mut dyn Seekable) -> io::Result<Option<Vec<u8>>> {
    let size = file.seek(SeekFrom::End(0))?;
    let tail_start = size.saturating_sub(TAIL_BYTES);
    file.seek(SeekFrom::Start(tail_start))?;
    let mut tail = Vec::new();
    Read::take(&mut *file, TAIL_BYTES).read_to_end(&mut tail)?;
    let Some(at) = tail.windows(4).rposition(|window| window == END) else {
        return Ok(None);
    };
    let end = &tail[at..];
    if end.len() < 22 {
        return Ok(None);
    }
    let (mut length, mut start) = (u64::from(u32_at(end, 12)), u64::from(u32_at(end, 16)));
    let before = at.checked_sub(20).map(|at| &tail[at..at + 20]);
    if let Some(locator) = before.filter(|bytes| bytes.starts_with(WHERE_END_64)) {
        let mut end = [0; 56];
        file.seek(SeekFrom::Start(u64_at(locator, 8)))?;
        file.read_exact(&mut end)?;
        if !end.starts_with(END_64) {
            return Err(io::ErrorKind::InvalidData.into());
        }
        (length, start) = (u64_at(&end, 40), u64_at(&end, 48));
    }
    if length > MOST_CONTENTS || start.saturating_add(length) > size {
        return Err(io::ErrorKind::InvalidData.into());
    }
    file.seek(SeekFrom::Start(start))?;
    let mut bytes = Vec::new();
    Read::take(&mut *file, length).read_to_end(&mut bytes)?;
    Ok(Some(bytes))
}

/// Makes sure that what a file says of the size of its parts is no trap; that
/// it is true is seen while they are read.
///
/// # Errors
/// `file_unreadable` with `packed_trap` or `encrypted`.
pub(crate) fn check_parts(members: &[Member]) -> Result<(), Failure> {
    if members.iter().any(|one| is_trap(one.packed, one.unpacked)) {
        return Err(unreadable("packed_trap"));
    }
    if members.iter().any(|one| one.encrypted) {
        return Err(unreadable("encrypted"));
    }
    Ok(())
}

fn truncated() -> Failure {
    Failure::new(FailureCode::FileTruncated)
}

fn u16_at(bytes: &[u8], at: usize) -> u16 {
    u16::from_le_bytes([bytes[at], bytes[at + 1]])
}

fn u32_at(bytes: &[u8], at: usize) -> u32 {
    u32::from(u16_at(bytes, at)) | u32::from(u16_at(bytes, at + 2)) << 16
}

fn u64_at(bytes: &[u8], at: usize) -> u64 {
    u64::from(u32_at(bytes, at)) | u64::from(u32_at(bytes, at + 4)) << 32
}
