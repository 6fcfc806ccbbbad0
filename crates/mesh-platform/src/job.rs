//! Between the mesh's words and the worker's.

use mesh_job::{Failure, FailureCode, Output};
use mesh_model::{
    Column, ColumnChoice, ColumnNote, ColumnType, ParamValue, Params, Preview, ProblemCode,
    PublicationFailure, UploadId,
};

use crate::{Refusal, intake, intake_offers};

pub(crate) fn unexpected(output: &Output) -> Refusal {
    Refusal::Internal(format!("the worker answered another question: {output:?}"))
}

pub(crate) fn column(from: mesh_job::Column) -> Column {
    use mesh_job::ColumnType as Worker;
    Column {
        name: from.name,
        business_name: from.business_name,
        column_type: match from.column_type {
            Worker::Boolean => ColumnType::Boolean,
            Worker::Integer => ColumnType::Integer,
            Worker::Decimal => ColumnType::Decimal,
            Worker::Number => ColumnType::Number,
            Worker::String => ColumnType::String,
            Worker::Date => ColumnType::Date,
            Worker::Timestamp => ColumnType::Timestamp,
            Worker::Binary => ColumnType::Binary,
        },
        physical_type: from.physical_type,
        description: from.description,
        note: from.note.map(note),
        marks: mesh_model::ColumnMarks::default(),
    }
}

fn note(from: mesh_job::ColumnNote) -> ColumnNote {
    use mesh_job::ColumnNoteCode as Worker;
    use mesh_model::ColumnNoteCode as Mesh;
    let code = match from.code {
        Worker::UnsignedToDecimal => Mesh::UnsignedToDecimal,
        Worker::NullToString => Mesh::NullToString,
        Worker::TimeToString => Mesh::TimeToString,
        Worker::NanosecondsToMicroseconds => Mesh::NanosecondsToMicroseconds,
        Worker::NestedToString => Mesh::NestedToString,
        Worker::OtherToString => Mesh::OtherToString,
        Worker::TimestampTakenAsUtc => Mesh::TimestampTakenAsUtc,
        Worker::MissingToNull => Mesh::MissingToNull,
        Worker::DecimalComma => Mesh::DecimalComma,
        Worker::GroupedDigits => Mesh::GroupedDigits,
        Worker::WrittenDates => Mesh::WrittenDates,
        Worker::Renamed => Mesh::Renamed,
    };
    ColumnNote {
        code,
        params: from.params,
    }
}

pub(crate) fn choice(from: &ColumnChoice) -> mesh_job::ColumnChoice {
    mesh_job::ColumnChoice {
        name: from.name.clone(),
        business_name: from.business_name.clone(),
        description: from.description.clone(),
    }
}

pub(crate) fn preview(upload_id: UploadId, from: mesh_job::Preview) -> Preview {
    Preview {
        upload_id,
        format: intake_offers::format(from.format),
        intake: intake::recognised(from.intake),
        questions: from.questions.into_iter().map(intake::question).collect(),
        offers: intake_offers::offers(from.offers),
        notes: from.notes.into_iter().map(intake_offers::note).collect(),
        skipped: from.skipped,
        rejects: from.rejects.into_iter().map(intake::reject).collect(),
        reject_count: from.reject_count as i64,
        columns: from.columns.into_iter().map(column).collect(),
        rows: from.rows,
        row_count: from.row_count.map(|count| count as i64),
        row_count_is_exact: from.row_count_is_exact,
    }
}

/// How a failed job is told to people.
#[must_use]
pub fn problem(failure: &Failure) -> PublicationFailure {
    let code = match failure.code {
        FailureCode::FileEmpty => ProblemCode::FileEmpty,
        FailureCode::FileTruncated => ProblemCode::FileTruncated,
        FailureCode::FileUnreadable => ProblemCode::FileUnreadable,
        FailureCode::FileVanished => ProblemCode::FileVanished,
        FailureCode::FileKindUnknown => ProblemCode::FileKindUnknown,
        FailureCode::StorageFull => ProblemCode::StorageFull,
        FailureCode::WorkerFailed => ProblemCode::WorkerFailed,
        FailureCode::Cancelled => ProblemCode::Stopped,
        FailureCode::WorkerOutOfMemory => ProblemCode::WorkerOutOfMemory,
        FailureCode::WorkerTimeout => ProblemCode::WorkerTimeout,
        FailureCode::CheckMismatch => ProblemCode::CheckMismatch,
        FailureCode::TooManyColumns => ProblemCode::TooManyColumns,
    };
    let params: Params = failure
        .params
        .iter()
        .map(|(name, value)| {
            let value = value
                .parse()
                .map_or_else(|_| ParamValue::Text(value.clone()), ParamValue::Number);
            (name.clone(), value)
        })
        .collect();
    PublicationFailure { code, params }
}
