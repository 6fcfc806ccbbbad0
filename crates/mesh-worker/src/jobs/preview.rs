use std::path::Path;

use mesh_job::{Failure, IntakeChoices, Preview};

use crate::{
    csv::Keeper,
    display,
    source::{Depth, Meter, Reading, Source},
};

/// Recognises a file and shows its first rows as they would be published.
pub(super) fn run(
    file: &Path,
    file_name: &str,
    intake: &IntakeChoices,
    max_rows: usize,
) -> Result<Preview, Failure> {
    let meter = Meter::default();
    let reading = Reading {
        intake,
        depth: Depth::Beginning,
        keeper: Keeper::default(),
    };
    let mut source = Source::open(file, file_name, &reading, &meter, &|| {})?;
    let mut shown = Vec::new();
    let mut missing = max_rows;
    while missing > 0 {
        let Some(batch) = source.batches.next().transpose()? else {
            break;
        };
        let batch = batch.slice(0, batch.num_rows().min(missing));
        missing -= batch.num_rows();
        shown.push(batch);
    }
    source.verify_unchanged(file)?;
    let (row_count, row_count_is_exact) = source.rows;
    Ok(Preview {
        format: source.format,
        intake: source.intake,
        questions: source.questions,
        offers: source.offers,
        notes: source.notes,
        skipped: source.skipped,
        rejects: source.rejects.first,
        reject_count: source.rejects.count,
        columns: source.columns.into_iter().map(|one| one.column).collect(),
        rows: display::rows(&shown)?,
        row_count,
        row_count_is_exact,
    })
}
