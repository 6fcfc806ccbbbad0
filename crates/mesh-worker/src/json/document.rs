//! A JSON file: which of its lists is the table, and its rows.

use std::{io::Write, sync::Arc};

use mesh_job::{Failure, FailureCode};

use super::{
    columns::{Columns, Values},
    scan::Scan,
};
use crate::{
    content::{Content, Produced},
    failures::{from_io, unreadable},
    source::Meter,
};

/// Bytes from which a preview learns the columns.
const BEGINNING_BYTES: u64 = 8 * 1024 * 1024;

/// Lists that are offered.
const MOST_LISTS: usize = 50;

/// Where a file's rows are.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Place {
    /// One value after the other.
    Lines,
    /// In a list that is all of the file.
    List,
    /// In a list of the object that is all of the file.
    Within(String),
}

/// A JSON file whose columns are known.
pub(crate) struct Document {
    content: Content,
    place: Place,
    flat: bool,
    columns: Arc<Columns>,
    /// Lists in the file's object that can be the table, and which one is.
    pub(crate) lists: Vec<String>,
    /// Whether some value is an object that can be taken apart.
    pub(crate) nested: bool,
}

impl Document {
    /// Looks for the table in a file: the list of this name or, without one, the
    /// first. With `whole`, all rows say which columns there are.
    ///
    /// # Errors
    /// `file_unreadable` with `json_syntax`, `encoding` or `cell_size`,
    /// `file_truncated`, `too_many_columns`.
    pub(crate) fn open(
        content: &Content,
        list: Option<&str>,
        flat: bool,
        whole: bool,
    ) -> Result<Self, Failure> {
        let (place, lists) = place(content, list)?;
        let mut document = Self {
            content: content.clone(),
            place,
            flat,
            columns: Arc::default(),
            lists,
            nested: false,
        };
        document.learn(whole)?;
        Ok(document)
    }

    /// Which of the lists is the table.
    pub(crate) fn list(&self) -> Option<&str> {
        match &self.place {
            Place::Within(name) => Some(name),
            _ => None,
        }
    }

    /// Whether the file is one value after the other.
    pub(crate) fn is_lines(&self) -> bool {
        self.place == Place::Lines
    }

    fn learn(&mut self, whole: bool) -> Result<(), Failure> {
        let (mut columns, mut values) = (Columns::default(), Values::default());
        let (mut read, flat, mut nested) = (0, self.flat, false);
        each(
            &self.content,
            &self.place,
            &Meter::default(),
            |json, line| {
                nested |= holds_object(json);
                columns.split(json, line, flat, true, &mut values)?;
                read += json.len() as u64;
                Ok(whole || read < BEGINNING_BYTES)
            },
        )?;
        self.nested = nested;
        self.columns = Arc::new(columns);
        Ok(())
    }

    /// The rows, headed by their columns' names.
    pub(crate) fn rows(&self) -> Produced {
        let (content, place, flat) = (self.content.clone(), self.place.clone(), self.flat);
        let known = Arc::clone(&self.columns);
        Produced::new(move |out: &mut dyn Write, meter: &Meter| {
            let (mut columns, mut values) = (Columns::clone(&known), Values::default());
            let mut text = Vec::new();
            columns.header(&mut text);
            out.write_all(&text).map_err(|error| from_io(&error))?;
            each(&content, &place, meter, |json, line| {
                columns.split(json, line, flat, false, &mut values)?;
                text.clear();
                values.write(&columns, &mut text);
                out.write_all(&text).map_err(|error| from_io(&error))?;
                Ok(true)
            })
        })
        .typed()
    }
}

/// Whether a row has an object among its values.
fn holds_object(json: &[u8]) -> bool {
    json.iter().skip(1).any(|byte| *byte == b'{')
}

/// Where the rows are, and the lists among which that was decided.
fn place(content: &Content, list: Option<&str>) -> Result<(Place, Vec<String>), Failure> {
    let mut scan = Scan::new(content.open(&Meter::default())?);
    if scan.ahead()? == Some(b'[') {
        return Ok((Place::List, Vec::new()));
    }
    if scan.ahead()? != Some(b'{') {
        return Ok((Place::Lines, Vec::new()));
    }
    let lists = lists(&mut scan)?;
    if scan.ahead()?.is_some() || lists.is_empty() {
        return Ok((Place::Lines, Vec::new()));
    }
    let chosen = match list {
        Some(name) if lists.iter().any(|known| known == name) => name.to_owned(),
        Some(name) => return Err(unreadable("list_gone").with("list", name)),
        None => lists[0].clone(),
    };
    Ok((Place::Within(chosen), lists))
}

/// Passes over an object and names the lists of objects in it.
fn lists(scan: &mut Scan<impl std::io::Read>) -> Result<Vec<String>, Failure> {
    let (mut key, mut found) = (Vec::new(), Vec::new());
    scan.expect(b'{')?;
    while !scan.accept(b'}')? {
        scan.value(&mut key)?;
        scan.expect(b':')?;
        if scan.accept(b'[')? {
            if scan.ahead()? == Some(b'{') && found.len() < MOST_LISTS {
                found.push(name(&key, scan)?);
            }
            while !scan.accept(b']')? {
                scan.skip()?;
                scan.accept(b',')?;
            }
        } else {
            scan.skip()?;
        }
        scan.accept(b',')?;
    }
    Ok(found)
}

fn name<R: std::io::Read>(key: &[u8], scan: &Scan<R>) -> Result<String, Failure> {
    serde_json::from_slice(key).map_err(|_| scan.syntax())
}

/// Hands out each row's JSON and line until `see` has enough.
fn each(
    content: &Content,
    place: &Place,
    meter: &Meter,
    mut see: impl FnMut(&[u8], u64) -> Result<bool, Failure>,
) -> Result<(), Failure> {
    let mut scan = Scan::new(content.open(meter)?);
    let mut json = Vec::new();
    match place {
        Place::Lines => {
            while scan.ahead()?.is_some() {
                let line = scan.line;
                // A quotation mark too many makes the rest of the file one value.
                scan.value(&mut json)
                    .map_err(|failure| match failure.code {
                        FailureCode::FileTruncated => unreadable("json_syntax").with("line", line),
                        _ => failure,
                    })?;
                if !see(&json, line)? {
                    return Ok(());
                }
            }
            return Ok(());
        }
        Place::List => scan.expect(b'[')?,
        Place::Within(list) => {
            let mut key = Vec::new();
            scan.expect(b'{')?;
            loop {
                scan.value(&mut key)?;
                scan.expect(b':')?;
                if name(&key, &scan)? == *list {
                    break;
                }
                scan.skip()?;
                scan.expect(b',')?;
            }
            scan.expect(b'[')?;
        }
    }
    while !scan.accept(b']')? {
        scan.ahead()?;
        let line = scan.line;
        scan.value(&mut json)?;
        if !see(&json, line)? {
            return Ok(());
        }
        if !scan.accept(b',')? && scan.ahead()? != Some(b']') {
            return Err(match scan.ahead()? {
                None => Failure::new(FailureCode::FileTruncated),
                Some(_) => scan.syntax(),
            });
        }
    }
    Ok(())
}
