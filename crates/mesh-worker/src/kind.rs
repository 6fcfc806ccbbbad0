//! What a file is, by its content; its name only helps to tell archives apart.

use mesh_job::{Failure, FailureCode};

use crate::{
    content::{Content, Member, check_parts, members},
    failures::unreadable,
};

/// Bytes that decide.
const HEAD_BYTES: u64 = 8 * 1024;

/// What a file is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Text with a delimiter.
    Text,
    Parquet,
    /// An Excel workbook, with its parts.
    Workbook(Vec<Member>),
    Json,
    /// Something packed with gzip.
    Gzip,
    /// Files packed together.
    Archive(Vec<Member>),
}

/// What a content is.
///
/// # Errors
/// `file_empty`, `file_truncated`, `file_kind_unknown`, `file_unreadable` for
/// what is encrypted, damaged or a trap.
pub(crate) fn recognise(content: &Content, file_name: &str) -> Result<Kind, Failure> {
    let head = content.head(HEAD_BYTES)?;
    let file_name = file_name.to_lowercase();
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
        return of_archive(&content.unpacked()?, &file_name);
    }
    of_head(&head, &file_name)
}

/// What an archive is: many programs keep their documents in one.
fn of_archive(content: &Content, file_name: &str) -> Result<Kind, Failure> {
    let members = members(content)?;
    let holds = |name: &str| {
        let mut names = members.iter().map(|member| member.name.as_str());
        names.any(|known| known.eq_ignore_ascii_case(name))
    };
    let within = |folder: &str| members.iter().any(|one| one.name.starts_with(folder));
    if holds("xl/workbook.xml") {
        check_parts(&members)?;
        return Ok(Kind::Workbook(members));
    }
    let named = |endings: &[&str]| endings.iter().any(|ending| file_name.ends_with(ending));
    if within("xl/") || named(&[".xlsb"]) {
        Err(unknown("excel_binary"))
    } else if within("word/") || within("ppt/") {
        Err(unknown("word"))
    } else if holds("mimetype") && holds("content.xml") {
        Err(unknown("open_document"))
    } else {
        Ok(Kind::Archive(members))
    }
}

fn of_head(head: &[u8], file_name: &str) -> Result<Kind, Failure> {
    if head.is_empty() {
        return Err(Failure::new(FailureCode::FileEmpty));
    }
    if head.starts_with(b"PAR1") {
        return Ok(Kind::Parquet);
    }
    if head.starts_with(b"PARE") {
        return Err(unreadable("encrypted"));
    }
    if head.starts_with(b"\x1F\x8B") {
        return Ok(Kind::Gzip);
    }
    if head.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return Err(of_compound(head, file_name));
    }
    if let Some(found) = by_magic(head) {
        return Err(unknown(found));
    }
    let utf16 = head.starts_with(&[0xFF, 0xFE]) || head.starts_with(&[0xFE, 0xFF]);
    if !utf16 {
        let is_control = |byte: &&u8| matches!(**byte, 0..=8 | 14..=26 | 28..=31 | 127);
        let controls = head.iter().filter(is_control).count();
        if controls * 10 > head.len() {
            return Err(unknown("binary"));
        }
        match by_text(head) {
            Some("json") => return Ok(Kind::Json),
            Some(found) => return Err(unknown(found)),
            None => {}
        }
    }
    Ok(Kind::Text)
}

/// Microsoft's container of old: a workbook of before 2007, or a new one behind a password.
fn of_compound(head: &[u8], file_name: &str) -> Failure {
    let named = |ending: &str| file_name.ends_with(ending);
    let holds = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        head.windows(wide.len()).any(|window| window == wide)
    };
    if holds("EncryptedPackage") || named(".xlsx") || named(".xlsm") {
        unreadable("encrypted")
    } else if named(".doc") || holds("WordDocument") {
        unknown("word")
    } else {
        unknown("excel_old")
    }
}

fn by_magic(head: &[u8]) -> Option<&'static str> {
    const MAGIC: &[(&[u8], &str)] = &[
        (b"%PDF-", "pdf"),
        (b"\x89PNG\r\n", "image"),
        (b"\xFF\xD8\xFF", "image"),
        (b"GIF87a", "image"),
        (b"GIF89a", "image"),
        (b"II*\0", "image"),
        (b"MM\0*", "image"),
        (b"BZh", "compressed"),
        (b"\xFD7zXZ\0", "compressed"),
        (b"\x28\xB5\x2F\xFD", "compressed"),
        (b"7z\xBC\xAF\x27\x1C", "compressed"),
        (b"Rar!\x1A", "compressed"),
        (b"SQLite format 3\0", "sqlite"),
        (b"Obj\x01", "avro"),
        (b"ORC\x0A", "orc"),
        (b"ARROW1\0\0", "arrow"),
        (b"{\\rtf", "word"),
    ];
    MAGIC
        .iter()
        .find(|(magic, _)| head.starts_with(magic))
        .map(|(_, found)| *found)
}

fn by_text(head: &[u8]) -> Option<&'static str> {
    let text = head
        .strip_prefix(b"\xEF\xBB\xBF")
        .unwrap_or(head)
        .trim_ascii_start();
    let lower: Vec<u8> = text.iter().take(16).map(u8::to_ascii_lowercase).collect();
    if lower.starts_with(b"<!doctype html") || lower.starts_with(b"<html") {
        return Some("web_page");
    }
    if lower.starts_with(b"<?xml") {
        return Some("xml");
    }
    // A header may begin with a bracket; JSON goes on with what no header does.
    let (first, rest) = text.split_first()?;
    let next = *rest.trim_ascii_start().first()?;
    let json = match first {
        b'{' => matches!(next, b'"' | b'}'),
        b'[' => matches!(next, b'{' | b'[' | b']'),
        _ => false,
    };
    json.then_some("json")
}

fn unknown(found: &str) -> Failure {
    Failure::new(FailureCode::FileKindUnknown).with("found", found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(head: &[u8], name: &str) -> String {
        of_head(head, name).expect_err("unknown").params["found"].clone()
    }

    #[test]
    fn files_of_other_kinds_are_named() {
        assert_eq!(found(b"%PDF-1.7", "a.csv"), "pdf");
        assert_eq!(found(b"\x89PNG\r\n\x1a\n", "a.parquet"), "image");
        assert_eq!(found(b"<!DOCTYPE html><p>", "a.csv"), "web_page");
        assert_eq!(found(b"\0\x01\x02\x03abc", "a.csv"), "binary");
    }

    #[test]
    fn the_content_decides_and_not_the_name() {
        assert_eq!(of_head(b"PAR1", "a.csv"), Ok(Kind::Parquet));
        assert_eq!(of_head(b"a,b\n1,2\n", "a.parquet"), Ok(Kind::Text));
        assert_eq!(of_head(b"[id],[name]\n1,2\n", "a.csv"), Ok(Kind::Text));
        assert_eq!(of_head(b"  [ {\"a\": 1}]", "a.csv"), Ok(Kind::Json));
        assert_eq!(of_head(b"\x1F\x8B\x08", "a.csv"), Ok(Kind::Gzip));
    }

    #[test]
    fn a_single_nul_in_text_is_left_to_the_reader_that_knows_the_line() {
        assert_eq!(
            of_head(b"a,b\n1,\x002\n3,4\n5,6\n", "a.csv"),
            Ok(Kind::Text)
        );
    }
}
