//! A workbook's parts: its sheets, texts and formats.

use std::{collections::HashMap, sync::Arc};

use mesh_job::Failure;
use quick_xml::events::Event;

use super::{
    dates::{Shown, shown},
    xml::{Xml, attribute, next, read_text, reader, says_yes},
};
use crate::{
    content::{Content, Member},
    failures::unreadable,
    source::Meter,
};

/// A sheet with cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sheet {
    pub(crate) name: String,
    pub(crate) hidden: bool,
    part: String,
}

/// An opened workbook.
#[derive(Clone)]
pub(crate) struct Book {
    content: Content,
    parts: Arc<HashMap<String, Member>>,
    pub(crate) sheets: Vec<Sheet>,
    /// Texts that cells refer to.
    pub(super) texts: Arc<Vec<Box<str>>>,
    /// What each style shows.
    pub(super) styles: Arc<Vec<Shown>>,
    pub(super) is_1904: bool,
}

impl Book {
    /// Opens a workbook of these parts.
    ///
    /// # Errors
    /// `file_unreadable` with `damaged` or `no_sheets`.
    pub(crate) fn open(content: &Content, parts: Vec<Member>) -> Result<Self, Failure> {
        let by_name = parts
            .into_iter()
            .map(|part| (part.name.to_lowercase(), part));
        let mut book = Self {
            content: content.unpacked()?,
            parts: Arc::new(by_name.collect()),
            sheets: Vec::new(),
            texts: Arc::default(),
            styles: Arc::default(),
            is_1904: false,
        };
        book.read_sheets()?;
        if book.sheets.is_empty() {
            return Err(unreadable("no_sheets"));
        }
        book.styles = Arc::new(book.read_styles()?);
        book.texts = Arc::new(book.read_texts()?);
        Ok(book)
    }

    /// The cells' part of a sheet.
    pub(super) fn cells(&self, sheet: &Sheet, meter: &Meter) -> Result<Xml, Failure> {
        self.part(&sheet.part, meter)?
            .ok_or_else(|| unreadable("damaged"))
    }

    fn part(&self, name: &str, meter: &Meter) -> Result<Option<Xml>, Failure> {
        let Some(part) = self.parts.get(&name.to_lowercase()) else {
            return Ok(None);
        };
        let input = self.content.member(part.clone()).open(meter)?;
        Ok(Some(reader(input)))
    }

    fn read_sheets(&mut self) -> Result<(), Failure> {
        let targets = self.read_targets()?;
        let Some(mut xml) = self.part("xl/workbook.xml", &Meter::default())? else {
            return Err(unreadable("damaged"));
        };
        let mut buffer = Vec::new();
        loop {
            match next(&mut xml, &mut buffer)? {
                Event::Start(start) => match start.local_name().as_ref() {
                    "workbookPr" => self.is_1904 = says_yes(&start, "date1904"),
                    "sheet" => {
                        let name = attribute(&start, "name").unwrap_or_default();
                        let state = attribute(&start, "state");
                        let target = attribute(&start, "id").and_then(|id| targets.get(&id));
                        if let Some(part) = target.filter(|part| part.contains("worksheets/")) {
                            self.sheets.push(Sheet {
                                name,
                                hidden: state.is_some_and(|state| state != "visible"),
                                part: part.clone(),
                            });
                        }
                    }
                    _ => {}
                },
                Event::Eof => return Ok(()),
                _ => {}
            }
        }
    }

    /// Which part each of the workbook's references leads to.
    fn read_targets(&self) -> Result<HashMap<String, String>, Failure> {
        let mut targets = HashMap::new();
        let Some(mut xml) = self.part("xl/_rels/workbook.xml.rels", &Meter::default())? else {
            return Ok(targets);
        };
        let mut buffer = Vec::new();
        loop {
            match next(&mut xml, &mut buffer)? {
                Event::Start(start) if start.local_name().as_ref() == "Relationship" => {
                    let (id, target) = (attribute(&start, "Id"), attribute(&start, "Target"));
                    if let (Some(id), Some(target)) = (id, target) {
                        let part = match target.strip_prefix('/') {
                            Some(whole) => whole.to_owned(),
                            None => format!("xl/{}", target.trim_start_matches("./")),
                        };
                        targets.insert(id, part);
                    }
                }
                Event::Eof => return Ok(targets),
                _ => {}
            }
        }
    }

    fn read_styles(&self) -> Result<Vec<Shown>, Failure> {
        let Some(mut xml) = self.part("xl/styles.xml", &Meter::default())? else {
            return Ok(Vec::new());
        };
        let (mut codes, mut styles) = (HashMap::new(), Vec::new());
        let mut inside = false;
        let mut buffer = Vec::new();
        let number = |text: Option<String>| text.and_then(|text| text.parse::<u32>().ok());
        loop {
            match next(&mut xml, &mut buffer)? {
                Event::Start(start) => match start.local_name().as_ref() {
                    "numFmt" => {
                        let id = number(attribute(&start, "numFmtId"));
                        let code = attribute(&start, "formatCode");
                        if let (Some(id), Some(code)) = (id, code) {
                            codes.insert(id, code);
                        }
                    }
                    "cellXfs" => inside = true,
                    "xf" if inside => {
                        let id = number(attribute(&start, "numFmtId")).unwrap_or(0);
                        styles.push(shown(id, codes.get(&id).map(String::as_str)));
                    }
                    _ => {}
                },
                Event::End(end) if end.local_name().as_ref() == "cellXfs" => inside = false,
                Event::Eof => return Ok(styles),
                _ => {}
            }
        }
    }

    fn read_texts(&self) -> Result<Vec<Box<str>>, Failure> {
        let Some(mut xml) = self.part("xl/sharedStrings.xml", &Meter::default())? else {
            return Ok(Vec::new());
        };
        let (mut buffer, mut inner) = (Vec::new(), Vec::new());
        let mut texts = Vec::new();
        loop {
            match next(&mut xml, &mut buffer)? {
                Event::Start(start) if start.local_name().as_ref() == "si" => {
                    texts.push(read_text(&mut xml, "si", &mut inner)?.into_boxed_str());
                }
                Event::Eof => return Ok(texts),
                _ => {}
            }
        }
    }
}
