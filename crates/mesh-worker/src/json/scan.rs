//! Finds the values of a JSON text without holding more than one of them.

use std::io::{self, Read};

use mesh_job::{Failure, FailureCode};

use crate::failures::{from_io, unreadable};

const BUFFER_BYTES: usize = 64 * 1024;

/// A value that becomes a row, or one that is looked at whole.
const LONGEST_VALUE_BYTES: usize = 16 * 1024 * 1024;

/// Reads a JSON text's bytes, and knows the lines.
pub(super) struct Scan<R> {
    input: R,
    buffer: Box<[u8]>,
    from: usize,
    to: usize,
    pub(super) line: u64,
}

impl<R: Read> Scan<R> {
    pub(super) fn new(input: R) -> Self {
        Self::with_buffer(input, BUFFER_BYTES)
    }

    /// For a text in memory.
    pub(super) fn new_small(input: R) -> Self {
        Self::with_buffer(input, 1024)
    }

    fn with_buffer(input: R, bytes: usize) -> Self {
        Self {
            input,
            buffer: vec![0; bytes].into_boxed_slice(),
            from: 0,
            to: 0,
            line: 1,
        }
    }

    fn peek(&mut self) -> Result<Option<u8>, Failure> {
        if self.from == self.to {
            self.to = loop {
                match self.input.read(&mut self.buffer) {
                    Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                    read => break read.map_err(|error| from_io(&error))?,
                }
            };
            self.from = 0;
            if self.to == 0 {
                return Ok(None);
            }
        }
        Ok(Some(self.buffer[self.from]))
    }

    fn take(&mut self) -> Result<Option<u8>, Failure> {
        let byte = self.peek()?;
        if let Some(byte) = byte {
            self.from += 1;
            self.line += u64::from(byte == b'\n');
        }
        Ok(byte)
    }

    /// The first byte of the next value or mark; `None` at the end.
    pub(super) fn ahead(&mut self) -> Result<Option<u8>, Failure> {
        loop {
            match self.peek()? {
                Some(b' ' | b'\t' | b'\r' | b'\n') => {
                    self.take()?;
                }
                // A byte order mark is no part of the text.
                Some(0xEF) if self.line == 1 => {
                    self.take()?;
                }
                Some(0xBB | 0xBF) if self.line == 1 => {
                    self.take()?;
                }
                other => return Ok(other),
            }
        }
    }

    /// Passes over one mark, which must be there.
    pub(super) fn expect(&mut self, mark: u8) -> Result<(), Failure> {
        match self.ahead()? {
            Some(byte) if byte == mark => self.take().map(|_| ()),
            None => Err(truncated()),
            Some(_) => Err(self.syntax()),
        }
    }

    /// Passes over a mark if it is there.
    pub(super) fn accept(&mut self, mark: u8) -> Result<bool, Failure> {
        if self.ahead()? == Some(mark) {
            self.take()?;
            return Ok(true);
        }
        Ok(false)
    }

    pub(super) fn syntax(&self) -> Failure {
        unreadable("json_syntax").with("line", self.line)
    }

    /// The next value's text, judged by whoever reads it.
    pub(super) fn value(&mut self, text: &mut Vec<u8>) -> Result<(), Failure> {
        text.clear();
        let line = self.line;
        self.pass_value(|byte| {
            text.push(byte);
            if text.len() > LONGEST_VALUE_BYTES {
                return Err(unreadable("cell_size").with("line", line));
            }
            Ok(())
        })
    }

    /// Passes over the next value, whatever its size.
    pub(super) fn skip(&mut self) -> Result<(), Failure> {
        self.pass_value(|_| Ok(()))
    }

    fn pass_value(
        &mut self,
        mut see: impl FnMut(u8) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        let (mut depth, mut quoted, mut escaped) = (0u64, false, false);
        let mut seen = false;
        self.ahead()?;
        loop {
            let Some(byte) = self.peek()? else {
                return if depth > 0 || quoted || !seen {
                    Err(truncated())
                } else {
                    Ok(())
                };
            };
            if !quoted
                && depth == 0
                && seen
                && matches!(
                    byte,
                    b',' | b']' | b'}' | b':' | b' ' | b'\t' | b'\r' | b'\n'
                )
            {
                return Ok(());
            }
            self.take()?;
            see(byte)?;
            seen = true;
            if escaped {
                escaped = false;
            } else if quoted {
                match byte {
                    b'\\' => escaped = true,
                    b'"' => quoted = false,
                    _ => {}
                }
            } else {
                match byte {
                    b'"' => quoted = true,
                    b'{' | b'[' => depth += 1,
                    b'}' | b']' if depth == 0 => return Err(self.syntax()),
                    b'}' | b']' => depth -= 1,
                    _ => {}
                }
            }
            if depth == 0 && !quoted && matches!(byte, b'"' | b'}' | b']') {
                return Ok(());
            }
        }
    }
}

fn truncated() -> Failure {
    Failure::new(FailureCode::FileTruncated)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_found_whole() {
        let mut scan = Scan::new(&b"\xEF\xBB\xBF {\"a\": [1, \"}\\\"\"]}\n-1.5e3,null \"x\""[..]);
        let mut text = Vec::new();
        let mut seen = Vec::new();
        while scan.ahead().expect("readable").is_some() {
            scan.value(&mut text).expect("a value");
            seen.push(String::from_utf8(text.clone()).expect("text"));
            scan.accept(b',').expect("readable");
        }
        assert_eq!(seen, ["{\"a\": [1, \"}\\\"\"]}", "-1.5e3", "null", "\"x\""]);
    }

    #[test]
    fn depth_costs_nothing() {
        let deep = "[".repeat(1_000_000);
        let mut scan = Scan::new(deep.as_bytes());
        let failure = scan.skip().expect_err("cut off");
        assert_eq!(failure.code, FailureCode::FileTruncated);
    }
}
