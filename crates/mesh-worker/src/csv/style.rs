//! In which style a file's numbers are written, by all of its columns.

use mesh_job::{IntakeQuestion, IntakeQuestionCode, NumberStyle};

use super::{
    evidence::{Evidence, Reading},
    numbers::Style,
};

/// Columns that a question names.
const MOST_NAMED: usize = 20;

/// The style, or the question that only the owner can answer.
pub(crate) fn recognise(
    headers: &[String],
    columns: &[Evidence],
    delimiter: u8,
) -> Result<NumberStyle, IntakeQuestion> {
    let proven = |style| columns.iter().any(|column| column.proves() == Some(style));
    let (point, comma) = (proven(Style::Point), proven(Style::Comma));
    let is_ambiguous = |column: &&Evidence| column.reading() == Reading::Either;
    if comma && !point {
        return Ok(NumberStyle::Comma);
    }
    let mut ambiguous = columns.iter().filter(is_ambiguous).peekable();
    let Some(first) = ambiguous.peek() else {
        return Ok(NumberStyle::Point);
    };
    let example = first.ambiguous().map(str::to_owned);
    // Between commas, a point is what programs write before a fraction.
    let plain = delimiter == b',' && !ambiguous.any(|column| column.is_marked());
    if !comma && (point || plain) {
        return Ok(NumberStyle::Point);
    }
    let named = headers.iter().zip(columns);
    let named = named.filter(|(_, column)| is_ambiguous(column));
    Err(IntakeQuestion {
        code: IntakeQuestionCode::Numbers,
        columns: named
            .map(|(header, _)| header.clone())
            .take(MOST_NAMED)
            .collect(),
        example,
    })
}
