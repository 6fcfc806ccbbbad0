//! The bytes of a file, as they are or unpacked while they are read.

use std::{
    fs::File,
    io::{self, Cursor, Read, Seek, SeekFrom},
    path::{Path, PathBuf},
    sync::Arc,
};

use flate2::{
    Crc,
    read::{DeflateDecoder, MultiGzDecoder},
};
use mesh_job::{Failure, FailureCode};

use super::zip_file::Member;
use crate::{
    failures::{from_io, unreadable},
    source::Meter,
};

/// What unpacks to more than this and to so many times its size is a trap.
const TRAP_BYTES: u64 = 64 * 1024 * 1024;
const TRAP_RATIO: u64 = 200;

/// Packed files that have to be in memory to be read.
const MOST_IN_MEMORY: u64 = 64 * 1024 * 1024;

/// A file, or what is packed in it.
#[derive(Debug, Clone)]
pub(crate) struct Content {
    base: Base,
    packing: Packing,
}

#[derive(Debug, Clone)]
enum Base {
    File(PathBuf),
    /// Unpacked already, because what is in it is packed once more.
    Memory(Arc<[u8]>),
}

#[derive(Debug, Clone)]
enum Packing {
    Plain,
    Gzip,
    Member(Member),
}

/// What can be read from anywhere.
pub(crate) trait Seekable: Read + Seek + Send {}
impl<T: Read + Seek + Send> Seekable for T {}

impl Content {
    /// The file as it is.
    pub(crate) fn plain(path: &Path) -> Self {
        Self {
            base: Base::File(path.to_owned()),
            packing: Packing::Plain,
        }
    }

    /// What is in a file that is packed with gzip.
    pub(crate) fn gzip(&self) -> Self {
        Self {
            base: self.base.clone(),
            packing: Packing::Gzip,
        }
    }

    /// A file in this archive.
    pub(crate) fn member(&self, member: Member) -> Self {
        Self {
            base: self.base.clone(),
            packing: Packing::Member(member),
        }
    }

    pub(crate) fn is_packed(&self) -> bool {
        !matches!(self.packing, Packing::Plain)
    }

    /// The file itself, packed or not; `meter` counts its bytes.
    pub(crate) fn base(&self, meter: &Meter) -> Result<Box<dyn Seekable>, Failure> {
        Ok(match &self.base {
            Base::File(path) => Box::new(Metered {
                file: File::open(path).map_err(|error| from_io(&error))?,
                meter: meter.clone(),
            }),
            Base::Memory(bytes) => Box::new(Cursor::new(Arc::clone(bytes))),
        })
    }

    /// The size of the file itself, packed or not.
    pub(crate) fn base_bytes(&self) -> Result<u64, Failure> {
        match &self.base {
            Base::File(path) => {
                let found = path.metadata().map_err(|error| from_io(&error))?;
                Ok(found.len())
            }
            Base::Memory(bytes) => Ok(bytes.len() as u64),
        }
    }

    /// The content from its beginning; `meter` counts the bytes of the file.
    pub(crate) fn open(&self, meter: &Meter) -> Result<Box<dyn Read + Send>, Failure> {
        let mut file = self.base(meter)?;
        Ok(match &self.packing {
            Packing::Plain => Box::new(file),
            Packing::Gzip => {
                let unpacked = MultiGzDecoder::new(io::BufReader::new(file));
                Box::new(Unpacked::new(unpacked, self.base_bytes()?, None))
            }
            Packing::Member(member) => {
                if !member.is_readable() {
                    return Err(unreadable(if member.encrypted {
                        "encrypted"
                    } else {
                        "packing_unknown"
                    }));
                }
                let start = member.start(&mut *file).and_then(|start| {
                    file.seek(SeekFrom::Start(start))?;
                    Ok(())
                });
                start.map_err(|error| damage(error).unwrap_or_else(|error| from_io(&error)))?;
                let packed = io::BufReader::new(file).take(member.packed);
                let (size, crc) = (member.packed, Some(member.crc));
                if member.method == 0 {
                    Box::new(Unpacked::new(packed, size, crc))
                } else {
                    Box::new(Unpacked::new(DeflateDecoder::new(packed), size, crc))
                }
            }
        })
    }

    /// The first bytes.
    pub(crate) fn head(&self, most: u64) -> Result<Vec<u8>, Failure> {
        let mut head = Vec::new();
        self.open(&Meter::default())?
            .take(most)
            .read_to_end(&mut head)
            .map_err(|error| from_io(&error))?;
        Ok(head)
    }

    /// The same content, in memory where it is packed, so that what is packed in
    /// it can be read.
    ///
    /// # Errors
    /// `file_unreadable` with `packed_large`.
    pub(crate) fn unpacked(&self) -> Result<Self, Failure> {
        if !self.is_packed() {
            return Ok(self.clone());
        }
        let bytes = self.head(MOST_IN_MEMORY + 1)?;
        if bytes.len() as u64 > MOST_IN_MEMORY {
            return Err(unreadable("packed_large").with("limitBytes", MOST_IN_MEMORY));
        }
        Ok(Self {
            base: Base::Memory(bytes.into()),
            packing: Packing::Plain,
        })
    }
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

impl Seek for Metered {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.file.seek(to)
    }
}

/// Counts what comes out: an archive's own word on its size is no bound.
struct Unpacked<R> {
    input: R,
    packed: u64,
    unpacked: u64,
    crc: Option<(Crc, u32)>,
}

impl<R: Read> Unpacked<R> {
    fn new(input: R, packed: u64, crc: Option<u32>) -> Self {
        Self {
            input,
            packed,
            unpacked: 0,
            crc: crc.map(|expected| (Crc::new(), expected)),
        }
    }
}

/// Whether so much out of so little is a trap.
pub(super) fn is_trap(packed: u64, unpacked: u64) -> bool {
    unpacked > TRAP_BYTES && unpacked / TRAP_RATIO > packed
}

impl<R: Read> Read for Unpacked<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let failed = |failure| io::Error::new(io::ErrorKind::InvalidData, failure);
        let read = self
            .input
            .read(buffer)
            .map_err(|error| damage(error).map_or_else(|error| error, failed))?;
        self.unpacked += read as u64;
        if is_trap(self.packed, self.unpacked) {
            return Err(failed(unreadable("packed_trap")));
        }
        if let Some((crc, expected)) = &mut self.crc {
            crc.update(&buffer[..read]);
            if read == 0 && !buffer.is_empty() && crc.sum() != *expected {
                return Err(failed(unreadable("damaged")));
            }
        }
        Ok(read)
    }
}

/// What it means that something can't be unpacked; other errors are given back.
fn damage(error: io::Error) -> Result<Failure, io::Error> {
    match error.kind() {
        io::ErrorKind::UnexpectedEof => Ok(Failure::new(FailureCode::FileTruncated)),
        io::ErrorKind::InvalidData | io::ErrorKind::InvalidInput if !is_ours(&error) => {
            Ok(unreadable("damaged"))
        }
        _ => Err(error),
    }
}

fn is_ours(error: &io::Error) -> bool {
    error
        .get_ref()
        .is_some_and(|inner| inner.downcast_ref::<Failure>().is_some())
}
