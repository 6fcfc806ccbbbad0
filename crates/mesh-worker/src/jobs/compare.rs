use std::path::Path;

use mesh_job::{Comparison, Failure, IntakeChoices, WriteMode};

use crate::{
    csv::Keeper,
    delta::Location,
    source::{Depth, Meter, Reading, Source},
    versions::compare,
};

/// Tells what publishing a file would change.
pub(super) async fn run(
    (file, file_name): (&Path, &str),
    intake: &IntakeChoices,
    (table, delta_version): (&Path, i64),
    mode: &WriteMode,
) -> Result<Comparison, Failure> {
    let version = Location::find(table)?.version(delta_version).await?;
    let open = || {
        let reading = Reading {
            intake,
            depth: Depth::Whole,
            keeper: Keeper::default(),
        };
        Source::open(file, file_name, &reading, &Meter::default(), &|| {})
    };
    Ok(compare(&open, &version, mode).await?.told)
}
