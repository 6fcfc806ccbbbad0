//! The little of XML that workbooks are made of. Entities that a document
//! defines itself are never resolved.

use std::io::{BufReader, Read};

use mesh_job::Failure;
use quick_xml::{
    Reader, XmlVersion,
    escape::resolve_xml_entity,
    events::{BytesRef, BytesStart, Event},
};

use crate::failures::{from_io, unreadable};

pub(super) type Xml = Reader<BufReader<Box<dyn Read + Send>>>;

pub(super) fn reader(input: Box<dyn Read + Send>) -> Xml {
    let mut reader = Reader::from_reader(BufReader::with_capacity(64 * 1024, input));
    reader.config_mut().expand_empty_elements = true;
    reader
}

/// The next event.
pub(super) fn next<'b>(xml: &mut Xml, buffer: &'b mut Vec<u8>) -> Result<Event<'b>, Failure> {
    buffer.clear();
    xml.read_event_into(buffer).map_err(|error| damaged(&error))
}

/// What it means that XML can't be read; an error of the disk keeps its own meaning.
pub(super) fn damaged(error: &quick_xml::Error) -> Failure {
    if let quick_xml::Error::Io(error) = error {
        return match from_io(error) {
            failure if failure.code == mesh_job::FailureCode::WorkerFailed => unreadable("damaged"),
            failure => failure,
        };
    }
    unreadable("damaged")
}

/// An attribute's value; `name` without a prefix.
pub(super) fn attribute(start: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = start.attributes();
    let mut attributes = attributes.with_checks(false).flatten();
    let found = attributes.find(|one| one.key.local_name().as_ref() == name)?;
    let plain = found.normalized_value(XmlVersion::Implicit1_0).ok()?;
    Some(plain.into_owned())
}

/// Whether an attribute says yes.
pub(super) fn says_yes(start: &BytesStart<'_>, name: &str) -> bool {
    attribute(start, name).is_some_and(|value| value == "1" || value == "true")
}

/// Adds what a reference such as `&amp;` stands for.
pub(super) fn push_reference(text: &mut String, reference: &BytesRef<'_>) -> Result<(), Failure> {
    let name: &str = reference.as_ref();
    if let Some(known) = resolve_xml_entity(name) {
        text.push_str(known);
        return Ok(());
    }
    match reference.resolve_char_ref() {
        Ok(Some(letter)) => {
            text.push(letter);
            Ok(())
        }
        _ => Err(unreadable("damaged")),
    }
}

/// The text in `<t>` elements up to the end of the element `closing`; without
/// how it is pronounced, which some languages write beside it.
pub(super) fn read_text(
    xml: &mut Xml,
    closing: &str,
    buffer: &mut Vec<u8>,
) -> Result<String, Failure> {
    let mut text = String::new();
    let (mut inside, mut pronounced) = (false, false);
    loop {
        match next(xml, buffer)? {
            Event::Start(start) => match start.local_name().as_ref() {
                "t" => inside = true,
                "rPh" => pronounced = true,
                _ => {}
            },
            Event::End(end) => match end.local_name().as_ref() {
                name if name == closing => return Ok(unescaped(text)),
                "t" => inside = false,
                "rPh" => pronounced = false,
                _ => {}
            },
            Event::Text(part) if inside && !pronounced => text.push_str(&part.xml10_content()),
            Event::CData(part) if inside && !pronounced => text.push_str(&part.xml10_content()),
            Event::GeneralRef(reference) if inside && !pronounced => {
                push_reference(&mut text, &reference)?;
            }
            Event::Eof => return Err(unreadable("damaged")),
            _ => {}
        }
    }
}

/// Excel writes letters that XML can't hold as `_x000D_`.
pub(super) fn unescaped(text: String) -> String {
    if !text.contains("_x") {
        return text;
    }
    let mut plain = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(at) = rest.find("_x") {
        plain.push_str(&rest[..at]);
        let code = rest.get(at + 2..at + 6);
        let closed = rest.as_bytes().get(at + 6) == Some(&b'_');
        let letter = code
            .filter(|code| closed && code.bytes().all(|byte| byte.is_ascii_hexdigit()))
            .and_then(|code| u32::from_str_radix(code, 16).ok())
            .and_then(char::from_u32)
            .filter(|letter| *letter != '\0');
        match letter {
            Some(letter) => {
                plain.push(letter);
                rest = &rest[at + 7..];
            }
            None => {
                plain.push_str("_x");
                rest = &rest[at + 2..];
            }
        }
    }
    plain.push_str(rest);
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_that_xml_cannot_hold_come_back() {
        let plain = |text: &str| unescaped(text.to_owned());
        assert_eq!(plain("a_x000D_b"), "a\rb");
        assert_eq!(plain("_x005F_x000D_"), "_x000D_");
        assert_eq!(plain("max_x, _x12, _xä"), "max_x, _x12, _xä");
    }
}
