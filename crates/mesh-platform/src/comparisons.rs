//! How a file differs from the version that it would follow, before anything is done.

use std::{
    sync::{Mutex, PoisonError},
    time::Duration,
};

use mesh_job::{self as worker, Job, Output};
use mesh_model::{
    ColumnChange, ColumnDifference, ComparisonWarning, ComparisonWarningCode, DataProduct,
    FieldCode, Fields, HowToPublish, IntakeChoices, KeyProblem, KeyProblemCode, ParamValue,
    PlanCode, PlanSentence, PublicationInput, PublishMode, Upload, UploadId, VersionComparison,
};

use crate::{Platform, Principal, Refusal, intake, job, jobs::About};

const DEADLINE: Duration = Duration::from_secs(10 * 60);
const KEPT: usize = 32;

/// What was compared: which file, how it is read and published, and the version in Delta's log.
#[derive(Clone, PartialEq)]
struct Question {
    upload: UploadId,
    intake: IntakeChoices,
    how: HowToPublish,
    product: mesh_model::DataProductId,
    number: i64,
}

/// Comparisons that were made, so that looking at a plan again and applying it don't read the file again.
#[derive(Default)]
pub(crate) struct Comparisons(Mutex<Vec<(Question, VersionComparison)>>);

impl Comparisons {
    fn get(&self, question: &Question) -> Option<VersionComparison> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let made = kept.iter().find(|(known, _)| known == question);
        made.map(|(_, comparison)| comparison.clone())
    }

    fn keep(&self, question: Question, comparison: &VersionComparison) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() >= KEPT {
            kept.remove(0);
        }
        kept.push((question, comparison.clone()));
    }
}

/// The worker's word for what becomes of the rows that are there.
pub(crate) fn mode(how: &HowToPublish) -> worker::WriteMode {
    match how.mode {
        PublishMode::Replace => worker::WriteMode::Replace,
        PublishMode::Append => worker::WriteMode::Append,
        PublishMode::Merge => worker::WriteMode::Merge {
            key: how.key.clone(),
        },
    }
}

/// Compares a file with a product's current version; nothing where there is none.
pub(crate) async fn compare(
    platform: &Platform,
    by: &Principal,
    product: &DataProduct,
    upload: &Upload,
    input: &PublicationInput,
) -> Result<Option<VersionComparison>, Refusal> {
    let Some(current) = &product.current_version else {
        return Ok(None);
    };
    let question = Question {
        upload: upload.id,
        intake: input.intake.clone(),
        how: input.how.clone(),
        product: product.id,
        number: current.number,
    };
    if let Some(made) = platform.shared.comparisons.get(&question) {
        return Ok(Some(made));
    }
    let delta_version = delta_version(platform, product, current.number).await?;
    let job = Job::Compare {
        file: platform.shared.folder.upload(upload.id),
        file_name: upload.file_name.clone(),
        intake: intake::choices(input.intake.clone()),
        table: platform
            .shared
            .folder
            .table(product.id, &product.output_port.name),
        delta_version,
        mode: mode(&input.how),
    };
    let about = About::product(by.person_ref(), &product.name, &product.slug);
    match platform.work(about, job, DEADLINE, |_| {}).await? {
        Output::Compared(compared) => {
            let comparison = told(current.number, input.how.mode, compared, product);
            platform.shared.comparisons.keep(question, &comparison);
            Ok(Some(comparison))
        }
        other => Err(job::unexpected(&other)),
    }
}

/// Where a version stands in Delta's log.
pub(crate) async fn delta_version(
    platform: &Platform,
    product: &DataProduct,
    number: i64,
) -> Result<i64, Refusal> {
    let versions = platform
        .store
        .read()
        .await?
        .product_versions(product.id)
        .await?;
    versions
        .into_iter()
        .find(|record| record.version.number == number)
        .map(|record| record.delta_version)
        .ok_or(Refusal::NotFound)
}

/// Notes what keeps a file from being published like that.
pub(crate) fn check(
    fields: &mut Fields,
    product: &DataProduct,
    how: &HowToPublish,
    comparison: &VersionComparison,
) {
    if how.mode == PublishMode::Replace {
        return;
    }
    for column in &comparison.columns {
        if column.change.parts_rows() {
            let params = [("name", ParamValue::from(column.business_name.as_str()))];
            let message =
                "rows with and without this column, or of another type, can't stand in one table";
            fields.refuse("/how/mode", FieldCode::NotAllowed, message, params);
        }
    }
    for name in &how.key {
        let gone =
            |column: &ColumnDifference| column.name == *name && column.change == ColumnChange::Gone;
        let mut columns = product.output_port.columns.iter();
        if !columns.any(|column| column.name == *name) || comparison.columns.iter().any(gone) {
            let params = [("name", name.as_str().into())];
            let message = "file and version don't both have this column";
            fields.refuse("/how/key", FieldCode::Unknown, message, params);
        }
    }
    if comparison.key_problem_count > 0 {
        let params = [("count", comparison.key_problem_count.into())];
        let message = "these columns don't tell one row from another";
        fields.refuse("/how/key", FieldCode::NotAllowed, message, params);
    }
}

/// The plan's sentence on rows.
pub(crate) fn sentence(how: &HowToPublish, told: &VersionComparison) -> PlanSentence {
    let (code, params) = match how.mode {
        PublishMode::Append => (
            PlanCode::RowsAdded,
            vec![("added", told.added), ("before", told.rows_before)],
        ),
        PublishMode::Replace => (
            PlanCode::RowsReplaced,
            vec![("removed", told.removed), ("added", told.added)],
        ),
        PublishMode::Merge => (
            PlanCode::RowsMerged,
            vec![("updated", told.updated), ("added", told.added)],
        ),
    };
    let more = [("unchanged", told.unchanged), ("after", told.rows_after)];
    PlanSentence {
        code,
        params: params
            .into_iter()
            .chain(more)
            .map(|(name, value)| (name.to_owned(), value.into()))
            .collect(),
    }
}

/// A column changes its type only if its values don't fit the one that it has: the preview knows only how the file
/// alone would be read.
pub(crate) fn still_true(sentence: &PlanSentence, told: &VersionComparison) -> bool {
    if sentence.code != PlanCode::ColumnTypeChanged {
        return true;
    }
    let named = sentence.params.get("column");
    told.columns.iter().any(|column| {
        column.change == ColumnChange::Retyped
            && named == Some(&column.business_name.as_str().into())
    })
}

fn told(
    number: i64,
    mode: PublishMode,
    from: worker::Comparison,
    product: &DataProduct,
) -> VersionComparison {
    let rows_after = match mode {
        PublishMode::Replace => from.file_rows,
        PublishMode::Append => from.table_rows + from.file_rows,
        PublishMode::Merge => from.table_rows + from.added,
    };
    let mut warnings = Vec::new();
    let mut warn = |code, column| warnings.push(ComparisonWarning { code, column });
    if from.table_rows > 0 && rows_after * 2 < from.table_rows {
        warn(ComparisonWarningCode::FarFewerRows, None);
    }
    if from.table_rows > 0 && rows_after > from.table_rows * 3 {
        warn(ComparisonWarningCode::FarMoreRows, None);
    }
    if from.file_rows > 0 && from.already_there == from.file_rows
        || mode != PublishMode::Append && from.added + from.updated + from.removed == 0
    {
        warn(ComparisonWarningCode::NothingNew, None);
    } else if from.already_there > 0 {
        warn(ComparisonWarningCode::AlreadyThere, None);
    }
    for name in from.emptied {
        let known = product
            .output_port
            .columns
            .iter()
            .find(|one| one.name == name);
        let shown = known.map_or(name.clone(), |one| one.business_name.clone());
        warn(ComparisonWarningCode::ColumnEmptied, Some(shown));
    }
    VersionComparison {
        number,
        rows_before: from.table_rows as i64,
        file_rows: from.file_rows as i64,
        rows_after: rows_after as i64,
        added: from.added as i64,
        updated: from.updated as i64,
        removed: from.removed as i64,
        unchanged: from.unchanged as i64,
        already_there: from.already_there as i64,
        columns: from.columns.into_iter().map(difference).collect(),
        warnings,
        key_problems: from.key_problems.into_iter().map(key_problem).collect(),
        key_problem_count: from.key_problem_count as i64,
    }
}

fn difference(from: worker::ColumnDifference) -> ColumnDifference {
    ColumnDifference {
        name: from.name,
        business_name: from.business_name,
        change: match from.change {
            worker::ColumnChange::Added => ColumnChange::Added,
            worker::ColumnChange::Gone => ColumnChange::Gone,
            worker::ColumnChange::Retyped => ColumnChange::Retyped,
        },
        example: from.example,
        row: from.row.map(|row| row as i64),
    }
}

fn key_problem(from: worker::KeyProblem) -> KeyProblem {
    KeyProblem {
        code: match from.code {
            worker::KeyProblemCode::Missing => KeyProblemCode::Missing,
            worker::KeyProblemCode::Twice => KeyProblemCode::Twice,
            worker::KeyProblemCode::TwiceInTable => KeyProblemCode::TwiceInTable,
        },
        row: from.row as i64,
        other_row: from.other_row.map(|row| row as i64),
        key: from.key,
    }
}
