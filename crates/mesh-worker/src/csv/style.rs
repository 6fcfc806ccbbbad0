//! In which style a file's numbers are written, by all of its columns.

use mesh_job::{DateOrder, IntakeQuestion, IntakeQuestionCode, NumberStyle};

use super::{
    dates::Order,
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

/// In which order a file's dates are written, by all of its columns, or the
/// question that only the owner can answer; `None` without dates to be read so.
pub(crate) fn recognise_dates(
    headers: &[String],
    columns: &[Evidence],
) -> Result<Option<DateOrder>, IntakeQuestion> {
    let is_date = |column: &&Evidence| column.is_written_date();
    let dates = || columns.iter().filter(is_date).map(|column| &column.written);
    let proven = |order| dates().any(|dates| dates.proves() == Some(order));
    let decided = match (proven(Order::DayFirst), proven(Order::MonthFirst)) {
        (true, false) => Some(DateOrder::DayFirst),
        (false, true) => Some(DateOrder::MonthFirst),
        _ => None,
    };
    let example = dates().find_map(|dates| dates.undecided());
    match (decided, example) {
        (Some(order), _) => Ok(Some(order)),
        (None, None) => {
            let any = dates().any(|dates| dates.order(None).is_some());
            Ok(any.then_some(DateOrder::DayFirst))
        }
        (None, Some(example)) => {
            let named = headers.iter().zip(columns);
            let open = |column: &Evidence| {
                column.is_written_date() && column.written.undecided().is_some()
            };
            Err(IntakeQuestion {
                code: IntakeQuestionCode::Dates,
                columns: named
                    .filter(|(_, column)| open(column))
                    .map(|(header, _)| header.clone())
                    .take(MOST_NAMED)
                    .collect(),
                example: Some(example.to_owned()),
            })
        }
    }
}
