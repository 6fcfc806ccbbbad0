//! How a file is read, between the mesh's words and the worker's.

use mesh_job as worker;
use mesh_model::{
    DateOrder, FieldCode, Fields, IntakeChoices, IntakeQuestion, IntakeQuestionCode, Misfits,
    Nested, NumberStyle, Preview, Quote, Reject, RejectReason, TextEncoding,
};

pub(crate) fn choices(from: IntakeChoices) -> worker::IntakeChoices {
    worker::IntakeChoices {
        delimiter: from.delimiter,
        quote: from.quote.map(|quote| match quote {
            Quote::Double => worker::Quote::Double,
            Quote::Single => worker::Quote::Single,
            Quote::None => worker::Quote::None,
        }),
        encoding: from.encoding.map(encoding),
        has_header: from.has_header,
        skipped_lines: from.skipped_lines,
        numbers: from.numbers.map(|numbers| match numbers {
            NumberStyle::Point => worker::NumberStyle::Point,
            NumberStyle::Comma => worker::NumberStyle::Comma,
            NumberStyle::AsWritten => worker::NumberStyle::AsWritten,
        }),
        missing_words: from.missing_words,
        misfits: from.misfits.map(|misfits| match misfits {
            Misfits::Refuse => worker::Misfits::Refuse,
            Misfits::Reject => worker::Misfits::Reject,
        }),
        dates: from.dates.map(|dates| match dates {
            DateOrder::DayFirst => worker::DateOrder::DayFirst,
            DateOrder::MonthFirst => worker::DateOrder::MonthFirst,
            DateOrder::AsWritten => worker::DateOrder::AsWritten,
        }),
        member: from.member,
        sheet: from.sheet,
        list: from.list,
        nested: from.nested.map(|nested| match nested {
            Nested::Text => worker::Nested::Text,
            Nested::Columns => worker::Nested::Columns,
        }),
    }
}

fn encoding(from: TextEncoding) -> worker::TextEncoding {
    use worker::TextEncoding as Worker;
    match from {
        TextEncoding::Utf8 => Worker::Utf8,
        TextEncoding::Utf16Le => Worker::Utf16Le,
        TextEncoding::Utf16Be => Worker::Utf16Be,
        TextEncoding::Windows1252 => Worker::Windows1252,
        TextEncoding::Windows1250 => Worker::Windows1250,
        TextEncoding::Windows1251 => Worker::Windows1251,
        TextEncoding::Iso8859_15 => Worker::Iso8859_15,
        TextEncoding::Macintosh => Worker::Macintosh,
        TextEncoding::ShiftJis => Worker::ShiftJis,
        TextEncoding::Gb18030 => Worker::Gb18030,
    }
}

pub(crate) fn recognised(from: worker::IntakeChoices) -> IntakeChoices {
    IntakeChoices {
        delimiter: from.delimiter,
        quote: from.quote.map(|quote| match quote {
            worker::Quote::Double => Quote::Double,
            worker::Quote::Single => Quote::Single,
            worker::Quote::None => Quote::None,
        }),
        encoding: from.encoding.map(recognised_encoding),
        has_header: from.has_header,
        skipped_lines: from.skipped_lines,
        numbers: from.numbers.map(|numbers| match numbers {
            worker::NumberStyle::Point => NumberStyle::Point,
            worker::NumberStyle::Comma => NumberStyle::Comma,
            worker::NumberStyle::AsWritten => NumberStyle::AsWritten,
        }),
        missing_words: from.missing_words,
        misfits: from.misfits.map(|misfits| match misfits {
            worker::Misfits::Refuse => Misfits::Refuse,
            worker::Misfits::Reject => Misfits::Reject,
        }),
        dates: from.dates.map(|dates| match dates {
            worker::DateOrder::DayFirst => DateOrder::DayFirst,
            worker::DateOrder::MonthFirst => DateOrder::MonthFirst,
            worker::DateOrder::AsWritten => DateOrder::AsWritten,
        }),
        member: from.member,
        sheet: from.sheet,
        list: from.list,
        nested: from.nested.map(|nested| match nested {
            worker::Nested::Text => Nested::Text,
            worker::Nested::Columns => Nested::Columns,
        }),
    }
}

fn recognised_encoding(from: worker::TextEncoding) -> TextEncoding {
    use worker::TextEncoding as Worker;
    match from {
        Worker::Utf8 => TextEncoding::Utf8,
        Worker::Utf16Le => TextEncoding::Utf16Le,
        Worker::Utf16Be => TextEncoding::Utf16Be,
        Worker::Windows1252 => TextEncoding::Windows1252,
        Worker::Windows1250 => TextEncoding::Windows1250,
        Worker::Windows1251 => TextEncoding::Windows1251,
        Worker::Iso8859_15 => TextEncoding::Iso8859_15,
        Worker::Macintosh => TextEncoding::Macintosh,
        Worker::ShiftJis => TextEncoding::ShiftJis,
        Worker::Gb18030 => TextEncoding::Gb18030,
    }
}

pub(crate) fn question(from: worker::IntakeQuestion) -> IntakeQuestion {
    IntakeQuestion {
        code: match from.code {
            worker::IntakeQuestionCode::Numbers => IntakeQuestionCode::Numbers,
            worker::IntakeQuestionCode::Misfits => IntakeQuestionCode::Misfits,
            worker::IntakeQuestionCode::Dates => IntakeQuestionCode::Dates,
            worker::IntakeQuestionCode::Member => IntakeQuestionCode::Member,
        },
        columns: from.columns,
        example: from.example,
    }
}

pub(crate) fn reject(from: worker::Reject) -> Reject {
    Reject {
        line: from.line as i64,
        reason: match from.reason {
            worker::RejectReason::TooFewValues => RejectReason::TooFewValues,
            worker::RejectReason::TooManyValues => RejectReason::TooManyValues,
        },
        expected: from.expected as i64,
        found: from.found as i64,
        text: from.text,
    }
}

/// Notes what the file doesn't tell and nobody has chosen, and rows for which the file is refused.
pub(crate) fn check_answered(fields: &mut Fields, preview: &Preview) {
    if preview.reject_count > 0 && preview.intake.misfits == Some(Misfits::Refuse) {
        let params = [("count", preview.reject_count.into())];
        let message = "some rows don't fit, and the file is to be refused for them";
        fields.refuse("/intake/misfits", FieldCode::NotAllowed, message, params);
    }
    for question in &preview.questions {
        let (pointer, message) = match question.code {
            IntakeQuestionCode::Numbers => (
                "/intake/numbers",
                "numbers can be read in two ways: choose one",
            ),
            IntakeQuestionCode::Misfits => (
                "/intake/misfits",
                "some rows don't fit: choose what becomes of them",
            ),
            IntakeQuestionCode::Dates => {
                ("/intake/dates", "dates can be read in two ways: choose one")
            }
            IntakeQuestionCode::Member => (
                "/intake/member",
                "the archive holds several files: choose one",
            ),
        };
        fields.refuse(pointer, FieldCode::Required, message, []);
    }
}
