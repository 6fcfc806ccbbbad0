//! What is written in one thread, read in another.

use std::{
    io::{self, Read, Write},
    sync::mpsc::{Receiver, SyncSender, sync_channel},
    thread,
};

use mesh_job::{Failure, FailureCode};

/// Bytes that are handed over at a time, and how many such parts may wait.
const PART_BYTES: usize = 64 * 1024;
const WAITING: usize = 4;

enum Part {
    Bytes(Vec<u8>),
    Ended(Result<(), Failure>),
}

/// Reads what `write` writes. It is stopped by an error of its output when
/// nobody reads any more.
pub(super) fn read_of(
    write: impl FnOnce(&mut dyn Write) -> Result<(), Failure> + Send + 'static,
) -> io::Result<impl Read + Send> {
    let (sender, receiver) = sync_channel(WAITING);
    thread::Builder::new()
        .name("rows".to_owned())
        .spawn(move || {
            let mut output = Output {
                sender,
                part: Vec::with_capacity(PART_BYTES),
            };
            let ended = write(&mut output).and_then(|()| {
                output
                    .flush()
                    .map_err(|error| crate::failures::from_io(&error))
            });
            let _ = output.sender.send(Part::Ended(ended));
        })?;
    Ok(Input {
        receiver,
        part: io::Cursor::new(Vec::new()),
        ended: false,
    })
}

struct Output {
    sender: SyncSender<Part>,
    part: Vec<u8>,
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.part.extend_from_slice(bytes);
        if self.part.len() >= PART_BYTES {
            self.flush()?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        let next = Vec::with_capacity(PART_BYTES);
        let part = std::mem::replace(&mut self.part, next);
        self.sender
            .send(Part::Bytes(part))
            .map_err(|_| io::ErrorKind::BrokenPipe.into())
    }
}

struct Input {
    receiver: Receiver<Part>,
    part: io::Cursor<Vec<u8>>,
    ended: bool,
}

impl Read for Input {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            let read = self.part.read(buffer)?;
            if read > 0 || self.ended || buffer.is_empty() {
                return Ok(read);
            }
            match self.receiver.recv() {
                Ok(Part::Bytes(bytes)) => self.part = io::Cursor::new(bytes),
                Ok(Part::Ended(ended)) => {
                    self.ended = true;
                    ended.map_err(|failure| io::Error::new(io::ErrorKind::InvalidData, failure))?;
                }
                // The thread panicked.
                Err(_) => {
                    let failure =
                        Failure::new(FailureCode::WorkerFailed).with("problem", "internal");
                    return Err(io::Error::other(failure));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_and_errors_arrive() {
        let mut text = String::new();
        let mut input = read_of(|out| {
            for _ in 0..100_000 {
                out.write_all(b"0123456789")
                    .map_err(|error| crate::failures::from_io(&error))?;
            }
            Ok(())
        })
        .expect("a thread");
        input.read_to_string(&mut text).expect("read");
        assert_eq!(text.len(), 1_000_000);
        let mut input = read_of(|out| {
            let _ = out.write_all(b"a");
            Err(Failure::new(FailureCode::FileTruncated))
        })
        .expect("a thread");
        let error = input.read_to_string(&mut text).expect_err("an error");
        let failure = crate::failures::from_io(&error);
        assert_eq!(failure.code, FailureCode::FileTruncated);
    }

    #[test]
    fn whoever_stops_reading_stops_the_writer() {
        let (told, ended) = sync_channel(1);
        let input = read_of(move |out| {
            while out.write_all(&[0; 1024]).is_ok() {}
            let _ = told.send(());
            Ok(())
        })
        .expect("a thread");
        drop(input);
        assert!(ended.recv().is_ok());
    }
}
