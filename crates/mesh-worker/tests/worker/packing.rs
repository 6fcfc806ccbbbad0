//! Archives and workbooks, made here so that each byte of them is known.

use std::io::Write;

use flate2::{Compression, Crc, write::DeflateEncoder, write::GzEncoder};

/// A file packed with gzip.
pub(crate) fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).expect("memory");
    encoder.finish().expect("memory")
}

/// An archive of files; what it says of their sizes can be untrue.
#[derive(Default)]
pub(crate) struct Zip {
    bytes: Vec<u8>,
    contents: Vec<u8>,
    count: u16,
}

impl Zip {
    pub(crate) fn with(self, name: &str, bytes: &[u8]) -> Self {
        self.with_said(name, bytes, bytes.len(), 0)
    }

    /// A file that is said to have `said` bytes and these flags.
    pub(crate) fn with_said(mut self, name: &str, bytes: &[u8], said: usize, flags: u16) -> Self {
        let mut encoder = DeflateEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(bytes).expect("memory");
        let packed = encoder.finish().expect("memory");
        let mut crc = Crc::new();
        crc.update(bytes);
        let mut entry = Vec::new();
        for part in [20, flags, 8, 0, 0] {
            entry.extend(u16::to_le_bytes(part));
        }
        for part in [crc.sum(), size(packed.len()), size(said)] {
            entry.extend(part.to_le_bytes());
        }
        entry.extend(
            u16::try_from(name.len())
                .expect("a short name")
                .to_le_bytes(),
        );
        entry.extend([0, 0]);
        let start = size(self.bytes.len());
        self.bytes.extend(b"PK\x03\x04");
        self.bytes.extend(&entry);
        self.bytes.extend(name.as_bytes());
        self.bytes.extend(packed);
        self.contents.extend(b"PK\x01\x02\x14\0");
        self.contents.extend(&entry);
        self.contents.extend([0; 10]);
        self.contents.extend(start.to_le_bytes());
        self.contents.extend(name.as_bytes());
        self.count += 1;
        self
    }

    pub(crate) fn finish(mut self) -> Vec<u8> {
        let start = size(self.bytes.len());
        self.bytes.extend(&self.contents);
        self.bytes.extend(b"PK\x05\x06\0\0\0\0");
        self.bytes.extend(self.count.to_le_bytes());
        self.bytes.extend(self.count.to_le_bytes());
        self.bytes.extend(size(self.contents.len()).to_le_bytes());
        self.bytes.extend(start.to_le_bytes());
        self.bytes.extend([0, 0]);
        self.bytes
    }
}

fn size(bytes: usize) -> u32 {
    u32::try_from(bytes).expect("a small file")
}

/// A workbook of sheets: name, state and the XML within `sheetData`.
pub(crate) fn workbook(sheets: &[(&str, &str, &str)]) -> Zip {
    workbook_with(sheets, "", "<sst/>")
}

/// The same with properties and texts of one's own.
pub(crate) fn workbook_with(sheets: &[(&str, &str, &str)], properties: &str, texts: &str) -> Zip {
    let (mut listed, mut relations) = (String::new(), String::new());
    for (at, (name, state, _)) in sheets.iter().enumerate() {
        listed +=
            &format!("<sheet name=\"{name}\" sheetId=\"{at}\" state=\"{state}\" r:id=\"r{at}\"/>");
        relations += &format!(
            "<Relationship Id=\"r{at}\" Type=\"worksheet\" Target=\"worksheets/sheet{at}.xml\"/>"
        );
    }
    let styles = "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"dd\\.mm\\.yyyy\"/></numFmts>\
        <cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"22\"/></cellXfs></styleSheet>";
    let mut zip = Zip::default()
        .with("[Content_Types].xml", b"<Types/>")
        .with(
            "xl/workbook.xml",
            format!("<workbook xmlns:r=\"r\"><workbookPr {properties}/><sheets>{listed}</sheets></workbook>").as_bytes(),
        )
        .with(
            "xl/_rels/workbook.xml.rels",
            format!("<Relationships>{relations}</Relationships>").as_bytes(),
        )
        .with("xl/styles.xml", styles.as_bytes())
        .with("xl/sharedStrings.xml", texts.as_bytes());
    for (at, (.., rows)) in sheets.iter().enumerate() {
        zip = zip.with(
            &format!("xl/worksheets/sheet{at}.xml"),
            format!("<worksheet><sheetData>{rows}</sheetData></worksheet>").as_bytes(),
        );
    }
    zip
}

/// Rows of cells: `=1.5` is a number, `@45000` a day, whatever else is text.
pub(crate) fn rows(first: usize, rows: &[&[&str]]) -> String {
    let mut text = String::new();
    for (at, cells) in rows.iter().enumerate() {
        let row = first + at;
        text += &format!("<row r=\"{row}\">");
        for (column, cell) in cells.iter().enumerate() {
            let place = format!(
                "{}{row}",
                char::from(b'A' + u8::try_from(column).expect("few"))
            );
            text += &match (cell.strip_prefix('='), cell.strip_prefix('@')) {
                _ if cell.is_empty() => String::new(),
                (Some(number), _) => format!("<c r=\"{place}\"><v>{number}</v></c>"),
                (_, Some(day)) => format!("<c r=\"{place}\" s=\"2\"><v>{day}</v></c>"),
                _ => format!("<c r=\"{place}\" t=\"inlineStr\"><is><t>{cell}</t></is></c>"),
            };
        }
        text += "</row>";
    }
    text
}
