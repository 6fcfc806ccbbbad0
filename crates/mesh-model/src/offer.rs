//! What else in a file can be the table, and what its owner is told about it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What in a file can be the table besides what was chosen.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Offers {
    /// A workbook's sheets.
    pub sheets: Vec<Offer>,
    /// Files in an archive.
    pub members: Vec<Offer>,
    /// Lists in a JSON document.
    pub lists: Vec<Offer>,
    /// Whether values are objects that can have columns of their own.
    pub nested: bool,
}

/// One of several parts of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Offer {
    /// As the file's maker called it; never a path.
    pub name: String,
    /// Whether its maker hid it.
    pub hidden: bool,
}

/// Something about a file that its owner is told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct IntakeNote {
    /// What.
    pub code: IntakeNoteCode,
    /// Values for the sentence, as the code's documentation names them.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[schema(value_type = Option<BTreeMap<String, String>>)]
    pub params: BTreeMap<String, String>,
}

/// What its owner can be told about a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum IntakeNoteCode {
    /// Of a workbook's `sheets` sheets, `sheet` is the first with a table.
    FirstSheet,
    /// The sheet `sheet` is hidden in the workbook.
    HiddenSheet,
    /// `count` rows are hidden in the sheet, and read.
    HiddenRows,
    /// `count` cells hold an error of a formula, and are read as missing.
    ErrorCells,
    /// `count` cells show a day that no calendar has, and are read as missing.
    ImpossibleDays,
    /// The file was packed; `member` is the file in it that is read.
    Unpacked,
    /// Of a document's `lists` lists, `list` is read.
    FirstList,
}
