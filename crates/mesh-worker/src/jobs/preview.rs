use std::path::Path;

use mesh_job::{Failure, Preview};

use crate::{
    display,
    source::{Depth, Meter, Source},
};

/// Recognises a file and shows its first rows as they would be published.
pub(super) fn run(file: &Path, file_name: &str, max_rows: usize) -> Result<Preview, Failure> {
    let meter = Meter::default();
    let mut source = Source::open(file, file_name, Depth::Beginning, &meter, &|| {})?;
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
        recognised: source.recognised,
        columns: source.columns.into_iter().map(|one| one.column).collect(),
        rows: display::rows(&shown)?,
        row_count,
        row_count_is_exact,
    })
}
