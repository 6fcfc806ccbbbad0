//! From a file to what becomes a table: unpacked, and the part of it that was
//! chosen or that comes first.

use std::path::Path;

use mesh_job::{
    Failure, FailureCode, FileFormat, IntakeChoices, IntakeNote, IntakeNoteCode, IntakeQuestion,
    IntakeQuestionCode, Nested, Offer, Offers,
};

use crate::{
    content::{Content, Feed, Member},
    failures::unreadable,
    json::Document,
    kind::{self, Kind},
    source::{Depth, Reading},
    workbook::{Book, Found, Sheet},
};

/// Files of an archive that are looked into, and parts of any file that are offered.
const MOST_LOOKED_INTO: usize = 200;

/// What was found in a file.
pub(crate) struct Opened {
    pub(crate) format: FileFormat,
    /// What becomes a table; `None` for Parquet, which is one.
    pub(crate) feed: Option<Feed>,
    /// The choices, completed by which part of the file is read.
    pub(crate) intake: IntakeChoices,
    pub(crate) offers: Offers,
    pub(crate) notes: Vec<IntakeNote>,
    pub(crate) questions: Vec<IntakeQuestion>,
}

/// Opens a file, and what is packed in it.
///
/// # Errors
/// Every failure whose name begins with `file_`, and `too_many_columns`.
pub(crate) fn open(path: &Path, file_name: &str, reading: &Reading<'_>) -> Result<Opened, Failure> {
    if path.is_dir() {
        return Err(Failure::new(FailureCode::FileKindUnknown).with("found", "folder"));
    }
    let mut opened = Opened {
        format: FileFormat::Csv,
        feed: None,
        intake: reading.intake.clone(),
        offers: Offers::default(),
        notes: Vec::new(),
        questions: Vec::new(),
    };
    let file = Content::plain(path);
    match kind::recognise(&file, file_name)? {
        Kind::Gzip => {
            let name = file_name.strip_suffix(".gz").unwrap_or(file_name);
            let content = file.gzip();
            let kind = kind::recognise(&content, name)?;
            opened.note(IntakeNote::new(IntakeNoteCode::Unpacked).with("member", name));
            opened.enter_packed(&content, kind, reading)?;
        }
        Kind::Archive(members) => opened.enter_archive(&file, members, reading)?,
        kind => opened.enter(&file, kind, reading)?,
    }
    Ok(opened)
}

impl Opened {
    fn note(&mut self, note: IntakeNote) {
        self.notes.push(note);
    }

    fn enter_archive(
        &mut self,
        file: &Content,
        members: Vec<Member>,
        reading: &Reading<'_>,
    ) -> Result<(), Failure> {
        let mut tables = Vec::new();
        let (mut locked, mut first_problem) = (false, None);
        let files = members.into_iter().filter(|member| !member.is_clutter());
        for member in files.take(MOST_LOOKED_INTO) {
            locked |= member.encrypted;
            if !member.is_readable() {
                continue;
            }
            let content = file.member(member.clone());
            match kind::recognise(&content, &member.name) {
                Ok(Kind::Gzip | Kind::Archive(_) | Kind::Parquet) => {
                    let problem = Failure::new(FailureCode::FileKindUnknown).with("found", "zip");
                    first_problem.get_or_insert(problem);
                }
                Ok(kind) => tables.push((member.name, content, kind)),
                Err(failure) => {
                    first_problem.get_or_insert(failure);
                }
            }
        }
        if tables.is_empty() {
            return Err(match first_problem {
                _ if locked => unreadable("encrypted"),
                Some(problem) => problem,
                None => unreadable("archive_empty"),
            });
        }
        self.offers.members = tables.iter().map(|(name, ..)| offer(name, false)).collect();
        let several = tables.len() > 1;
        let chosen = match &reading.intake.member {
            Some(name) => {
                let gone = || unreadable("member_gone").with("member", name);
                let at = tables.iter().position(|(known, ..)| known == name);
                // An archive of one file needs no name: next Monday's is called otherwise.
                at.or((!several).then_some(0)).ok_or_else(gone)?
            }
            None => {
                if several {
                    self.questions.push(IntakeQuestion {
                        code: IntakeQuestionCode::Member,
                        columns: Vec::new(),
                        example: None,
                    });
                }
                0
            }
        };
        let (name, content, kind) = tables.swap_remove(chosen);
        self.note(IntakeNote::new(IntakeNoteCode::Unpacked).with("member", &name));
        self.intake.member = (several && reading.intake.member.is_some()).then_some(name);
        self.enter_packed(&content, kind, reading)
    }

    fn enter_packed(
        &mut self,
        content: &Content,
        kind: Kind,
        reading: &Reading<'_>,
    ) -> Result<(), Failure> {
        let unknown = |found| Failure::new(FailureCode::FileKindUnknown).with("found", found);
        match kind {
            Kind::Parquet => Err(unknown("packed_parquet")),
            Kind::Gzip | Kind::Archive(_) => Err(unknown("zip")),
            kind => self.enter(content, kind, reading),
        }
    }

    fn enter(
        &mut self,
        content: &Content,
        kind: Kind,
        reading: &Reading<'_>,
    ) -> Result<(), Failure> {
        match kind {
            Kind::Workbook(parts) => {
                self.format = FileFormat::Workbook;
                let book = Book::open(content, parts)?;
                self.enter_workbook(&book, reading)
            }
            Kind::Json => self.enter_json(content, reading),
            Kind::Parquet => {
                self.format = FileFormat::Parquet;
                Ok(())
            }
            Kind::Text | Kind::Gzip | Kind::Archive(_) => {
                self.feed = Some(Feed::Text(content.clone()));
                Ok(())
            }
        }
    }

    fn enter_workbook(&mut self, book: &Book, reading: &Reading<'_>) -> Result<(), Failure> {
        let name = reading.intake.sheet.as_deref();
        // A workbook of one sheet needs no name: next Monday's is called otherwise.
        let name = name.filter(|_| book.sheets.len() > 1);
        let sheet = book.choose(name)?;
        let gone = || unreadable("sheet_gone").with("sheet", name.unwrap_or_default());
        let sheet = sheet.ok_or_else(gone)?;
        let found = book.examine(sheet, reading.depth == Depth::Whole)?;
        let sheets = book.sheets.iter();
        self.offers.sheets = sheets.map(|one| offer(&one.name, one.hidden)).collect();
        self.tell_of_sheet(book, sheet, found, name.is_none());
        self.intake.sheet = Some(sheet.name.clone());
        self.feed = Some(Feed::Rows(book.rows(sheet, found)));
        Ok(())
    }

    fn tell_of_sheet(&mut self, book: &Book, sheet: &Sheet, found: Found, recognised: bool) {
        if recognised && book.sheets.len() > 1 {
            let note = IntakeNote::new(IntakeNoteCode::FirstSheet);
            self.note(
                note.with("sheets", book.sheets.len())
                    .with("sheet", &sheet.name),
            );
        }
        if sheet.hidden {
            self.note(IntakeNote::new(IntakeNoteCode::HiddenSheet).with("sheet", &sheet.name));
        }
        let counted = [
            (IntakeNoteCode::HiddenRows, found.hidden_rows),
            (IntakeNoteCode::ErrorCells, found.errors),
            (IntakeNoteCode::ImpossibleDays, found.no_days),
        ];
        for (code, count) in counted.into_iter().filter(|(_, count)| *count > 0) {
            self.note(IntakeNote::new(code).with("count", count));
        }
    }

    fn enter_json(&mut self, content: &Content, reading: &Reading<'_>) -> Result<(), Failure> {
        let intake = reading.intake;
        let flat = intake.nested == Some(Nested::Columns);
        let whole = reading.depth == Depth::Whole;
        let document = Document::open(content, intake.list.as_deref(), flat, whole)?;
        self.format = if document.is_lines() {
            FileFormat::JsonLines
        } else {
            FileFormat::Json
        };
        self.offers.lists = document
            .lists
            .iter()
            .map(|name| offer(name, false))
            .collect();
        self.offers.nested = document.nested;
        let list = document.list();
        if let (Some(list), None, 2..) = (list, &intake.list, document.lists.len()) {
            let note = IntakeNote::new(IntakeNoteCode::FirstList);
            self.note(note.with("lists", document.lists.len()).with("list", list));
        }
        self.intake.list = list.map(str::to_owned);
        self.intake.nested =
            document
                .nested
                .then_some(if flat { Nested::Columns } else { Nested::Text });
        self.feed = Some(Feed::Rows(document.rows()));
        Ok(())
    }
}

fn offer(name: &str, hidden: bool) -> Offer {
    Offer {
        name: name.to_owned(),
        hidden,
    }
}
