//! What a file is, by its content; its name only helps to tell archives apart.

use std::{
    fs::File,
    io::{Read, Seek, SeekFrom},
};

use mesh_job::{Failure, FailureCode, FileFormat};

use crate::failures::{from_io, unreadable};

/// Bytes that decide.
const HEAD_BYTES: u64 = 8 * 1024;

/// The format of a file.
///
/// # Errors
/// `file_empty`, `file_truncated`, `file_kind_unknown`, `file_unreadable` for
/// an encrypted Parquet file.
pub(crate) fn recognise(file: &mut File, file_name: &str) -> Result<FileFormat, Failure> {
    let found = file.metadata().map_err(|error| from_io(&error))?;
    if found.is_dir() {
        return Err(unknown("folder"));
    }
    let mut head = Vec::new();
    file.by_ref()
        .take(HEAD_BYTES)
        .read_to_end(&mut head)
        .map_err(|error| from_io(&error))?;
    file.seek(SeekFrom::Start(0))
        .map_err(|error| from_io(&error))?;
    of_head(&head, &file_name.to_lowercase())
}

fn of_head(head: &[u8], file_name: &str) -> Result<FileFormat, Failure> {
    if head.is_empty() {
        return Err(Failure::new(FailureCode::FileEmpty));
    }
    if head.starts_with(b"PAR1") {
        return Ok(FileFormat::Parquet);
    }
    if head.starts_with(b"PARE") {
        return Err(unreadable("encrypted"));
    }
    if let Some(found) = by_magic(head, file_name) {
        return Err(unknown(found));
    }
    let utf16 = head.starts_with(&[0xFF, 0xFE]) || head.starts_with(&[0xFE, 0xFF]);
    if !utf16 {
        let is_control = |byte: &&u8| matches!(**byte, 0..=8 | 14..=26 | 28..=31 | 127);
        let controls = head.iter().filter(is_control).count();
        if controls * 10 > head.len() {
            return Err(unknown("binary"));
        }
        if let Some(found) = by_text(head) {
            return Err(unknown(found));
        }
    }
    Ok(FileFormat::Csv)
}

fn by_magic(head: &[u8], file_name: &str) -> Option<&'static str> {
    const MAGIC: &[(&[u8], &str)] = &[
        (b"%PDF-", "pdf"),
        (b"\x89PNG\r\n", "image"),
        (b"\xFF\xD8\xFF", "image"),
        (b"GIF87a", "image"),
        (b"GIF89a", "image"),
        (b"II*\0", "image"),
        (b"MM\0*", "image"),
        (b"\x1F\x8B", "compressed"),
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
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
        return Some(office(head, file_name).unwrap_or("zip"));
    }
    if head.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return Some(if file_name.ends_with(".doc") {
            "word"
        } else {
            "excel"
        });
    }
    MAGIC
        .iter()
        .find(|(magic, _)| head.starts_with(magic))
        .map(|(_, found)| *found)
}

fn office(head: &[u8], file_name: &str) -> Option<&'static str> {
    let holds = |part: &[u8]| head.windows(part.len()).any(|window| window == part);
    let named = |endings: &[&str]| endings.iter().any(|ending| file_name.ends_with(ending));
    if holds(b"xl/") || named(&[".xlsx", ".xlsm", ".xlsb", ".ods"]) {
        Some("excel")
    } else if holds(b"word/") || named(&[".docx", ".odt"]) {
        Some("word")
    } else {
        None
    }
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
        assert_eq!(found(b"PK\x03\x04....xl/workbook.xml", "a.csv"), "excel");
        assert_eq!(found(b"PK\x03\x04....", "a.zip"), "zip");
        assert_eq!(found(b"%PDF-1.7", "a.csv"), "pdf");
        assert_eq!(found(b"\x89PNG\r\n\x1a\n", "a.parquet"), "image");
        assert_eq!(found(b"  [ {\"a\": 1}]", "a.csv"), "json");
        assert_eq!(found(b"<!DOCTYPE html><p>", "a.csv"), "web_page");
        assert_eq!(found(b"\0\x01\x02\x03abc", "a.csv"), "binary");
    }

    #[test]
    fn the_content_decides_and_not_the_name() {
        assert_eq!(of_head(b"PAR1", "a.csv"), Ok(FileFormat::Parquet));
        assert_eq!(of_head(b"a,b\n1,2\n", "a.parquet"), Ok(FileFormat::Csv));
        assert_eq!(of_head(b"[id],[name]\n1,2\n", "a.csv"), Ok(FileFormat::Csv));
    }

    #[test]
    fn a_single_nul_in_text_is_left_to_the_reader_that_knows_the_line() {
        assert_eq!(
            of_head(b"a,b\n1,\x002\n3,4\n5,6\n", "a.csv"),
            Ok(FileFormat::Csv)
        );
    }
}
