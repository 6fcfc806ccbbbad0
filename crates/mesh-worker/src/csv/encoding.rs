//! Which encoding a text has, and its bytes as UTF-8.

use std::io::{self, BufRead, BufReader, Read};

use encoding_rs::{
    CoderResult, Decoder, GB18030, ISO_8859_15, MACINTOSH, SHIFT_JIS, UTF_16BE, UTF_16LE,
    WINDOWS_1250, WINDOWS_1251, WINDOWS_1252,
};
use mesh_job::{Failure, TextEncoding as Encoding};

use crate::failures::{from_io, unreadable};

/// Bytes read at a time.
const CHUNK: usize = 64 * 1024;

/// The byte order mark of UTF-8.
const MARK: [u8; 3] = [0xEF, 0xBB, 0xBF];

/// Recognises the encoding from the first `limit` bytes of a file.
///
/// # Errors
/// `file_unreadable` where a text in UTF-8 holds bytes that are not: read as
/// another encoding, all its other letters would be wrong.
pub(crate) fn recognise(input: impl Read, limit: u64) -> Result<Encoding, Failure> {
    let mut input = input.take(limit);
    let mut scan = Scan::default();
    let mut chunk = vec![0; CHUNK];
    let mut kept = 0;
    let mut first = true;
    loop {
        let read = input
            .read(&mut chunk[kept..])
            .map_err(|error| from_io(&error))?;
        let bytes = &chunk[..kept + read];
        if std::mem::take(&mut first) {
            match bytes {
                [0xFF, 0xFE, ..] => return Ok(Encoding::Utf16Le),
                [0xFE, 0xFF, ..] => return Ok(Encoding::Utf16Be),
                bytes if bytes.starts_with(&MARK) => scan.mark = true,
                _ => {}
            }
        }
        if read == 0 {
            // A character cut off by the limit says nothing; by the file's end, it does.
            let complete = input.limit() > 0;
            scan.end(complete && kept > 0);
            return scan.verdict();
        }
        let rest = scan.take(bytes);
        let start = bytes.len() - rest;
        chunk.copy_within(start..start + rest, 0);
        kept = rest;
    }
}

#[derive(Default)]
struct Scan {
    mark: bool,
    lines: u64,
    /// Bytes that are not ASCII in sequences that are UTF-8.
    valid: u64,
    invalid: u64,
    first_invalid_line: u64,
}

impl Scan {
    /// Looks at bytes and tells how many at their end need more to be judged.
    fn take(&mut self, mut bytes: &[u8]) -> usize {
        loop {
            match std::str::from_utf8(bytes) {
                Ok(_) => {
                    self.count(bytes);
                    return 0;
                }
                Err(error) => {
                    let (valid, rest) = bytes.split_at(error.valid_up_to());
                    self.count(valid);
                    let Some(length) = error.error_len() else {
                        return rest.len();
                    };
                    self.note_invalid();
                    bytes = &rest[length..];
                }
            }
        }
    }

    fn end(&mut self, cut_off: bool) {
        if cut_off {
            self.note_invalid();
        }
    }

    fn count(&mut self, valid: &[u8]) {
        self.lines += valid.iter().filter(|byte| **byte == b'\n').count() as u64;
        self.valid += valid.iter().filter(|byte| **byte >= 0xC0).count() as u64;
    }

    fn note_invalid(&mut self) {
        self.invalid += 1;
        if self.invalid == 1 {
            self.first_invalid_line = self.lines + 1;
        }
    }

    fn verdict(&self) -> Result<Encoding, Failure> {
        if self.invalid == 0 {
            Ok(Encoding::Utf8)
        } else if self.mark || self.valid > self.invalid {
            Err(unreadable("encoding").with("line", self.first_invalid_line))
        } else {
            Ok(Encoding::Windows1252)
        }
    }
}

/// A text's bytes as UTF-8, without a byte order mark. Where the input is
/// `partial`, a character cut off at its end is left out.
pub(crate) fn open<R: Read + Send + 'static>(
    input: R,
    encoding: Encoding,
    partial: bool,
) -> io::Result<Box<dyn Read + Send>> {
    let mut input = BufReader::with_capacity(CHUNK, input);
    let decoder = match encoding {
        Encoding::Utf8 => {
            if input.fill_buf()?.starts_with(&MARK) {
                input.consume(MARK.len());
            }
            return Ok(Box::new(input));
        }
        Encoding::Utf16Le => UTF_16LE.new_decoder_with_bom_removal(),
        Encoding::Utf16Be => UTF_16BE.new_decoder_with_bom_removal(),
        Encoding::Windows1252 => WINDOWS_1252.new_decoder_without_bom_handling(),
        Encoding::Windows1250 => WINDOWS_1250.new_decoder_without_bom_handling(),
        Encoding::Windows1251 => WINDOWS_1251.new_decoder_without_bom_handling(),
        Encoding::Iso8859_15 => ISO_8859_15.new_decoder_without_bom_handling(),
        Encoding::Macintosh => MACINTOSH.new_decoder_without_bom_handling(),
        Encoding::ShiftJis => SHIFT_JIS.new_decoder_without_bom_handling(),
        Encoding::Gb18030 => GB18030.new_decoder_without_bom_handling(),
    };
    Ok(Box::new(Decoded {
        input,
        decoder,
        partial,
        raw: vec![0; CHUNK],
        from: 0,
        to: 0,
        ended: false,
        text: vec![0; CHUNK],
        told: 0,
        ready: 0,
        finished: false,
    }))
}

struct Decoded<R> {
    input: R,
    decoder: Decoder,
    partial: bool,
    raw: Vec<u8>,
    from: usize,
    to: usize,
    ended: bool,
    /// Decoded, of which `told..ready` is still to be handed out: whoever reads may ask for less than a character.
    text: Vec<u8>,
    told: usize,
    ready: usize,
    /// The decoder gave its last; asked again it would panic.
    finished: bool,
}

impl<R: Read> Read for Decoded<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if self.told == self.ready {
            self.told = 0;
            self.ready = self.decode()?;
        }
        let length = out.len().min(self.ready - self.told);
        out[..length].copy_from_slice(&self.text[self.told..self.told + length]);
        self.told += length;
        Ok(length)
    }
}

impl<R: Read> Decoded<R> {
    /// Decodes the next part into `text`; answers its bytes, none at the end.
    fn decode(&mut self) -> io::Result<usize> {
        loop {
            if self.from == self.to && !self.ended {
                self.to = self.input.read(&mut self.raw)?;
                self.from = 0;
                self.ended = self.to == 0;
            }
            if self.finished || self.ended && self.partial {
                return Ok(0);
            }
            let raw = &self.raw[self.from..self.to];
            let (result, read, written, malformed) =
                self.decoder.decode_to_utf8(raw, &mut self.text, self.ended);
            self.from += read;
            if malformed {
                return Err(io::Error::new(
                    io::ErrorKind::InvalidData,
                    unreadable("encoding"),
                ));
            }
            self.finished = self.ended && result == CoderResult::InputEmpty;
            if written > 0 || self.finished {
                return Ok(written);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(bytes: &[u8]) -> Result<Encoding, Failure> {
        recognise(bytes, u64::MAX)
    }

    fn decoded(bytes: &'static [u8], encoding: Encoding) -> io::Result<String> {
        let mut text = String::new();
        open(bytes, encoding, false)?.read_to_string(&mut text)?;
        Ok(text)
    }

    #[test]
    fn encodings_are_told_apart() {
        assert_eq!(of(b"plain"), Ok(Encoding::Utf8));
        assert_eq!(of("größe".as_bytes()), Ok(Encoding::Utf8));
        assert_eq!(of(b"\xEF\xBB\xBFa"), Ok(Encoding::Utf8));
        assert_eq!(of(b"gr\xF6\xDFe"), Ok(Encoding::Windows1252));
        assert_eq!(of(b"\xFF\xFEa\0"), Ok(Encoding::Utf16Le));
    }

    #[test]
    fn a_damaged_utf_8_is_not_taken_for_something_else() {
        let failure = of("ä\nö\nü\n\u{e9}"
            .as_bytes()
            .iter()
            .chain(b"\xFF")
            .copied()
            .collect::<Vec<_>>()
            .as_slice())
        .expect_err("a damaged text");
        assert_eq!(failure.params["line"], "4");
    }

    #[test]
    fn a_character_on_the_border_of_chunks_or_of_the_limit_is_whole() {
        let mut bytes = vec![b'a'; CHUNK - 1];
        bytes.extend("äö".as_bytes());
        assert_eq!(of(&bytes), Ok(Encoding::Utf8));
        let cut = recognise(bytes.as_slice(), CHUNK as u64);
        assert_eq!(cut, Ok(Encoding::Utf8));
    }

    #[test]
    fn a_text_can_be_read_in_bytes_smaller_than_its_characters() {
        let mut reader =
            open(&b"M\xFCller, 5 \x80"[..], Encoding::Windows1252, false).expect("opened");
        let (mut text, mut one) = (Vec::new(), [0]);
        while reader.read(&mut one).expect("read") > 0 {
            text.push(one[0]);
        }
        assert_eq!(String::from_utf8(text).expect("text"), "Müller, 5 €");
        assert_eq!(reader.read(&mut one).expect("the end stays"), 0);
    }

    #[test]
    fn texts_are_decoded() {
        assert_eq!(
            decoded(b"gr\xF6\xDFe \x80", Encoding::Windows1252).expect("text"),
            "größe €"
        );
        assert_eq!(
            decoded(b"\xFF\xFEa\0\xE4\0", Encoding::Utf16Le).expect("text"),
            "aä"
        );
        assert_eq!(
            decoded(b"\xEF\xBB\xBFa", Encoding::Utf8).expect("text"),
            "a"
        );
        assert!(decoded(b"\xFF\xFE\0\xD8a\0", Encoding::Utf16Le).is_err());
    }
}
