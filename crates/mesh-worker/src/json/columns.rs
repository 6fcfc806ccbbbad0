//! The columns of JSON objects, and their values as cells.

use std::collections::HashMap;

use mesh_job::{Failure, FailureCode};
use serde::de::IgnoredAny;

use super::scan::Scan;
use crate::{content::write_value, failures::unreadable};

/// Columns beyond which the search for more ends.
const MOST_COLUMNS: usize = 2_000;

/// Names by their first appearance.
#[derive(Debug, Clone, Default)]
pub(super) struct Columns {
    places: HashMap<String, usize>,
    pub(super) names: Vec<String>,
}

/// A row's values as JSON, by column.
#[derive(Debug, Default)]
pub(super) struct Values {
    texts: Vec<Option<Vec<u8>>>,
}

impl Columns {
    fn place(&mut self, name: String, grow: bool) -> Result<Option<usize>, Failure> {
        if let Some(place) = self.places.get(&name) {
            return Ok(Some(*place));
        }
        if !grow {
            return Ok(None);
        }
        if self.names.len() == MOST_COLUMNS {
            return Err(Failure::new(FailureCode::TooManyColumns)
                .with("found", MOST_COLUMNS + 1)
                .with("limit", MOST_COLUMNS));
        }
        let place = self.names.len();
        self.names.push(name.clone());
        self.places.insert(name, place);
        Ok(Some(place))
    }

    /// Splits a row's JSON, which begins on `line`, into values. With `flat`, what
    /// is in an object in it has columns of its own; with `grow`, names that are
    /// new become columns, else they are refused.
    pub(super) fn split(
        &mut self,
        json: &[u8],
        line: u64,
        flat: bool,
        grow: bool,
        values: &mut Values,
    ) -> Result<(), Failure> {
        let syntax = || unreadable("json_syntax").with("line", line);
        // Judges the whole of it, iteratively, so that depth is no matter.
        serde_json::from_slice::<IgnoredAny>(json).map_err(|error| {
            if std::str::from_utf8(json).is_err() {
                unreadable("encoding").with("line", line)
            } else {
                eprintln!("no JSON: {:?} at line {line}", error.classify());
                syntax()
            }
        })?;
        values.texts.clear();
        values.texts.resize(self.names.len(), None);
        if json.first() != Some(&b'{') {
            return self.put("value".to_owned(), json.to_vec(), line, grow, values);
        }
        self.split_object(json, "", line, flat, grow, values)
    }

    fn split_object(
        &mut self,
        json: &[u8],
        prefix: &str,
        line: u64,
        flat: bool,
        grow: bool,
        values: &mut Values,
    ) -> Result<(), Failure> {
        let mut scan = Scan::new_small(json);
        let (mut key, mut value) = (Vec::new(), Vec::new());
        scan.expect(b'{')?;
        while !scan.accept(b'}')? {
            scan.value(&mut key)?;
            let syntax = |_| unreadable("json_syntax").with("line", line);
            let key: String = serde_json::from_slice(&key).map_err(syntax)?;
            scan.expect(b':')?;
            scan.value(&mut value)?;
            let name = format!("{prefix}{key}");
            if flat && prefix.is_empty() && value.starts_with(b"{") {
                self.split_object(&value, &format!("{name}."), line, flat, grow, values)?;
            } else {
                self.put(name, value.clone(), line, grow, values)?;
            }
            scan.accept(b',')?;
        }
        Ok(())
    }

    fn put(
        &mut self,
        name: String,
        value: Vec<u8>,
        line: u64,
        grow: bool,
        values: &mut Values,
    ) -> Result<(), Failure> {
        let Some(place) = self.place(name, grow)? else {
            // Only beyond the part that a preview reads.
            return Err(unreadable("json_columns").with("line", line));
        };
        if values.texts.len() <= place {
            values.texts.resize(place + 1, None);
        }
        values.texts[place] = Some(value);
        Ok(())
    }

    /// The names as a line of text.
    pub(super) fn header(&self, line: &mut Vec<u8>) {
        for (at, name) in self.names.iter().enumerate() {
            if at > 0 {
                line.push(b',');
            }
            write_value(line, name, true);
        }
        line.push(b'\n');
    }
}

impl Values {
    /// The values as a line of text; what is text in JSON is in quotation marks.
    pub(super) fn write(&self, columns: &Columns, line: &mut Vec<u8>) {
        for at in 0..columns.names.len() {
            if at > 0 {
                line.push(b',');
            }
            let Some(Some(json)) = self.texts.get(at) else {
                continue;
            };
            match json.first() {
                Some(b'"') => {
                    let text: String = serde_json::from_slice(json).unwrap_or_default();
                    write_value(line, &text, true);
                }
                Some(b'{' | b'[') => {
                    write_value(line, &String::from_utf8_lossy(json), true);
                }
                Some(b'n') | None => {}
                Some(_) => write_value(line, &String::from_utf8_lossy(json), false),
            }
        }
        line.push(b'\n');
    }
}
