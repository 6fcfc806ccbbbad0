use std::path::Path;

use mesh_job::{Demand, Failure, IntakeChoices, Progress, Survey, Unit};
use mesh_profile::Profiler;

use crate::{
    csv::Keeper,
    demands::Demands,
    source::{Depth, Meter, Reading, Source},
    voice::Voice,
};

/// What is to be read of which file.
pub(super) struct Order<'a> {
    pub(super) file: &'a Path,
    pub(super) file_name: &'a str,
    pub(super) intake: &'a IntakeChoices,
    pub(super) max_rows: u64,
    pub(super) demands: &'a [Demand],
}

/// Tells what the first rows of a file hold, and whether they keep what is demanded of them.
pub(super) fn run(order: &Order<'_>, voice: &Voice) -> Result<Survey, Failure> {
    let meter = Meter::default();
    let reading = Reading {
        intake: order.intake,
        depth: Depth::Beginning,
        keeper: Keeper::default(),
    };
    let mut source = Source::open(order.file, order.file_name, &reading, &meter, &|| {})?;
    let (in_all, counted) = source.rows;
    let columns: Vec<_> = source
        .columns
        .iter()
        .map(|one| {
            let (name, header) = (one.column.name.as_str(), one.column.business_name.as_str());
            (name, header, one.target.arrow())
        })
        .collect();
    let mut profiler = Profiler::new(&columns);
    let mut demands = Demands::new(order.demands, &columns);
    let total = in_all.map(|rows| rows.min(order.max_rows));
    let mut read = 0;
    while read < order.max_rows {
        let Some(batch) = source.batches.next().transpose()? else {
            break;
        };
        let left = usize::try_from(order.max_rows - read).unwrap_or(usize::MAX);
        let batch = batch.slice(0, batch.num_rows().min(left));
        read += batch.num_rows() as u64;
        profiler.add(&batch);
        demands.add(&batch)?;
        voice.progress(Progress {
            done: read,
            total,
            unit: Unit::Rows,
        });
    }
    source.verify_unchanged(order.file)?;
    Ok(Survey {
        whole: counted && in_all == Some(read),
        profile: profiler.finish(),
        outcomes: demands.finish(),
    })
}
