//! Compares a file with a version of a table, in memory that doesn't grow with
//! either: rows are told by their hashes, some millions of them at a time.

use datafusion::arrow::array::{Array, RecordBatch};
use futures::TryStreamExt;
use mesh_job::{
    ColumnChange, ColumnDifference, Comparison, Failure, KeyProblem, KeyProblemCode, WriteMode,
};

use super::{
    Bits, Layout,
    keys::{ByHash, RowHashes, Seeds},
};
use crate::{
    delta::Version,
    display,
    source::{Batches, Source},
};

/// Rows of the file that are held at once.
const ROWS_AT_ONCE: u64 = 2_000_000;

/// Problems that are shown.
const PROBLEMS_SHOWN: usize = 5;

/// How a file differs, and what a merge makes of each row.
#[derive(Default)]
pub(crate) struct Compared {
    pub(crate) told: Comparison,
    /// Rows of the file that the version holds already.
    pub(crate) skipped: Bits,
    /// Rows of the version whose key the file has with other values.
    pub(crate) replaced: Bits,
}

/// What is held of a row of the file.
struct Held {
    row: u64,
    hash: u128,
    count: u32,
    met: bool,
}

/// Compares a file, which `open` reads from its beginning, with a version.
pub(crate) async fn compare(
    open: &(dyn Fn() -> Result<Source, Failure> + Sync),
    version: &Version,
    mode: &WriteMode,
) -> Result<Compared, Failure> {
    let source = open()?;
    let layout = Layout::of(&source.columns, version.columns());
    let mut compared = Compared::default();
    compared.told.columns.clone_from(&layout.differences);
    compared.told.table_rows = version.rows();
    let file_rows = source.rows.0.unwrap_or(0);
    let key = match mode {
        WriteMode::Merge { key } => places(&layout, key),
        WriteMode::Replace | WriteMode::Append => None,
    };
    // Rows of other columns are other rows: only their numbers can be compared.
    let by_row = match mode {
        WriteMode::Replace => layout.differences.is_empty(),
        WriteMode::Append => true,
        WriteMode::Merge { .. } => key.is_some(),
    };
    let passes = file_rows.div_ceil(ROWS_AT_ONCE).max(1);
    let mut looking = Looking {
        layout: &layout,
        key,
        mode,
        seeds: Seeds::new(),
        compared,
        nulls: vec![0; layout.columns.len()],
        table_nulls: vec![0; layout.columns.len()],
    };
    let mut first = Some(source);
    for pass in 0..passes {
        let source = match first.take() {
            Some(source) => source,
            None => open()?,
        };
        let held = looking.hold(source.batches, pass, passes)?;
        let wanted = by_row && looking.fits();
        if wanted {
            looking.meet(version, held, pass, passes).await?;
        } else {
            looking.meet(version, ByHash::default(), 0, 1).await?;
            break;
        }
    }
    Ok(looking.finish(by_row))
}

fn places(layout: &Layout, key: &[String]) -> Option<Vec<usize>> {
    let place = |name: &String| {
        let found = layout
            .columns
            .iter()
            .position(|one| one.column.name == *name);
        let gone = |one: &ColumnDifference| one.name == *name && one.change == ColumnChange::Gone;
        found.filter(|_| !layout.differences.iter().any(gone))
    };
    let places: Option<Vec<usize>> = key.iter().map(place).collect();
    places.filter(|places| !places.is_empty())
}

struct Looking<'a> {
    layout: &'a Layout,
    key: Option<Vec<usize>>,
    mode: &'a WriteMode,
    seeds: Seeds,
    compared: Compared,
    nulls: Vec<u64>,
    table_nulls: Vec<u64>,
}

impl Looking<'_> {
    /// Whether the file's values fit so far.
    fn fits(&self) -> bool {
        let retyped = |one: &ColumnDifference| one.change == ColumnChange::Retyped;
        !self.compared.told.columns.iter().any(retyped)
    }

    /// Holds the rows of the file that are looked at in this pass.
    fn hold(&mut self, batches: Batches, pass: u64, passes: u64) -> Result<ByHash<Held>, Failure> {
        let mut held = ByHash::default();
        let mut hashes: Option<(RowHashes, Option<RowHashes>)> = None;
        let mut first = 0;
        for batch in batches {
            let batch = batch?;
            let rows = batch.num_rows() as u64;
            if pass == 0 {
                self.compared.told.file_rows += rows;
            }
            match self.layout.fit(&batch)? {
                Ok(batch) => {
                    if pass == 0 {
                        count_nulls(&mut self.nulls, &batch);
                    }
                    let (whole, key) = match &hashes {
                        Some(made) => made,
                        None => hashes.insert(self.hashes(&batch)?),
                    };
                    let whole = whole.of(&batch)?;
                    let key = key.as_ref().map(|key| key.of(&batch)).transpose()?;
                    for (at, hash) in whole.iter().enumerate() {
                        let by = key.as_ref().map_or(*hash, |key| key[at]);
                        if by % u128::from(passes) == u128::from(pass) {
                            self.take(&mut held, by, *hash, (&batch, at, first + at as u64))?;
                        }
                    }
                }
                Err(misfits) => {
                    for misfit in misfits {
                        let column = &self.layout.columns[misfit.column].column;
                        let told = &mut self.compared.told.columns;
                        if !told.iter().any(|known| known.name == column.name) {
                            told.push(ColumnDifference {
                                name: column.name.clone(),
                                business_name: column.business_name.clone(),
                                change: ColumnChange::Retyped,
                                example: Some(misfit.value),
                                row: Some(first + misfit.row as u64 + 1),
                            });
                        }
                    }
                }
            }
            first += rows;
        }
        Ok(held)
    }

    fn hashes(&self, batch: &RecordBatch) -> Result<(RowHashes, Option<RowHashes>), Failure> {
        let all = (0..batch.num_columns()).collect();
        let key = self.key.clone();
        let key = key.map(|key| RowHashes::new(batch, key, self.seeds));
        Ok((RowHashes::new(batch, all, self.seeds)?, key.transpose()?))
    }

    fn take(
        &mut self,
        held: &mut ByHash<Held>,
        by: u128,
        hash: u128,
        (batch, at, row): (&RecordBatch, usize, u64),
    ) -> Result<(), Failure> {
        if let Some(key) = &self.key {
            if key.iter().any(|column| batch.column(*column).is_null(at)) {
                return self.problem(KeyProblemCode::Missing, batch, at, row, None);
            }
            if let Some(other) = held.get(&by) {
                let other = Some(other.row + 1);
                return self.problem(KeyProblemCode::Twice, batch, at, row, other);
            }
        }
        let known = held.entry(by).or_insert(Held {
            row,
            hash,
            count: 0,
            met: false,
        });
        known.count += 1;
        Ok(())
    }

    fn problem(
        &mut self,
        code: KeyProblemCode,
        batch: &RecordBatch,
        at: usize,
        row: u64,
        other_row: Option<u64>,
    ) -> Result<(), Failure> {
        let told = &mut self.compared.told;
        told.key_problem_count += 1;
        if told.key_problems.len() < PROBLEMS_SHOWN {
            let key = self.key.clone().unwrap_or_default();
            let key = batch.slice(at, 1).project(&key);
            let key = key.map_err(|error| crate::failures::from_chain(&error))?;
            told.key_problems.push(KeyProblem {
                code,
                row: row + 1,
                other_row,
                key: display::rows(&[key])?.pop().unwrap_or_default(),
            });
        }
        Ok(())
    }

    /// Meets the rows of the version with those that are held.
    async fn meet(
        &mut self,
        version: &Version,
        mut held: ByHash<Held>,
        pass: u64,
        passes: u64,
    ) -> Result<(), Failure> {
        let mut batches = version.read_files(version.files(), &self.layout.columns);
        let mut hashes: Option<(RowHashes, Option<RowHashes>)> = None;
        let mut first = 0;
        while let Some(batch) = batches.try_next().await? {
            if pass == 0 {
                count_nulls(&mut self.table_nulls, &batch);
            }
            let (whole, key) = match &hashes {
                Some(made) => made,
                None => hashes.insert(self.hashes(&batch)?),
            };
            let whole = whole.of(&batch)?;
            let key = key.as_ref().map(|key| key.of(&batch)).transpose()?;
            for (at, hash) in whole.iter().enumerate() {
                let by = key.as_ref().map_or(*hash, |key| key[at]);
                if by % u128::from(passes) != u128::from(pass) {
                    continue;
                }
                if let Some(met) = held.get_mut(&by) {
                    let row = first + at as u64;
                    if self.key.is_some() && met.met {
                        self.problem(KeyProblemCode::TwiceInTable, &batch, at, row, None)?;
                    } else {
                        self.met(met, *hash, row);
                    }
                }
            }
            first += batch.num_rows() as u64;
        }
        Ok(())
    }

    fn met(&mut self, held: &mut Held, hash: u128, row: u64) {
        let told = &mut self.compared.told;
        held.met = true;
        match self.mode {
            WriteMode::Replace => {
                if held.count > 0 {
                    held.count -= 1;
                    told.unchanged += 1;
                }
            }
            WriteMode::Append => {
                told.already_there += u64::from(held.count);
                held.count = 0;
            }
            WriteMode::Merge { .. } if held.hash == hash => {
                told.unchanged += 1;
                self.compared.skipped.set(held.row);
            }
            WriteMode::Merge { .. } => {
                told.updated += 1;
                self.compared.replaced.set(row);
            }
        }
    }

    fn finish(self, compared: bool) -> Compared {
        let mut all = self.compared;
        let told = &mut all.told;
        match self.mode {
            WriteMode::Replace => {
                told.added = told.file_rows - told.unchanged;
                told.removed = told.table_rows - told.unchanged;
            }
            WriteMode::Append => {
                told.added = told.file_rows;
                told.unchanged = told.table_rows;
            }
            WriteMode::Merge { .. } if compared => {
                let known = told.updated + told.unchanged + told.key_problem_count;
                told.added = told.file_rows.saturating_sub(known);
                told.unchanged = told.table_rows - told.updated;
            }
            WriteMode::Merge { .. } => {}
        }
        let changed: Vec<_> = told.columns.iter().map(|one| one.name.clone()).collect();
        for (at, one) in self.layout.columns.iter().enumerate() {
            let had = self.table_nulls[at] < told.table_rows;
            let has = self.nulls[at] < told.file_rows;
            if had && !has && told.file_rows > 0 && !changed.contains(&one.column.name) {
                told.emptied.push(one.column.name.clone());
            }
        }
        all
    }
}

fn count_nulls(nulls: &mut [u64], batch: &RecordBatch) {
    for (count, column) in nulls.iter_mut().zip(batch.columns()) {
        *count += column.null_count() as u64;
    }
}
