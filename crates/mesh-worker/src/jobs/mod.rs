//! The jobs, one file each.

mod check;
mod compact;
mod compare;
mod document;
mod preview;
mod profile;
mod publish;
mod put_back;
mod rows;
mod survey;

use std::{io, sync::Arc};

use mesh_job::{Failure, Job, Output};

use crate::{cage::Reach, delta, voice::Voice};

/// Makes what a job's cage is built around.
///
/// # Errors
/// That a table's folder can't be made.
pub(crate) fn prepare(job: &Job) -> io::Result<()> {
    match job {
        Job::Publish { table, .. } => delta::make_private(table),
        Job::Preview { .. }
        | Job::Compare { .. }
        | Job::PutBack { .. }
        | Job::Survey { .. }
        | Job::ReadDocument { .. }
        | Job::Check { .. }
        | Job::Profile { .. }
        | Job::Rows { .. } => Ok(()),
    }
}

/// What a job needs of the disk.
pub(crate) fn reach(job: &Job) -> Reach<'_> {
    match job {
        Job::Preview { file, .. } | Job::Survey { file, .. } | Job::ReadDocument { file } => {
            Reach {
                read: vec![file],
                written: Vec::new(),
            }
        }
        Job::Publish { file, table, .. } => Reach {
            read: vec![file],
            written: vec![table],
        },
        Job::Compare { file, table, .. } => Reach {
            read: vec![file, table],
            written: Vec::new(),
        },
        Job::PutBack { table, .. } => Reach {
            read: Vec::new(),
            written: vec![table],
        },
        Job::Check { table, .. } | Job::Profile { table, .. } | Job::Rows { table, .. } => Reach {
            read: vec![table],
            written: Vec::new(),
        },
    }
}

/// Runs a job to its end.
pub(crate) async fn run(job: Job, voice: Arc<Voice>) -> Result<Output, Failure> {
    match job {
        Job::Preview {
            file,
            file_name,
            intake,
            max_rows,
        } => preview::run(&file, &file_name, &intake, max_rows)
            .map(|preview| Output::Preview(Box::new(preview))),
        Job::Publish {
            file,
            file_name,
            intake,
            mode,
            base,
            rejects,
            columns,
            table,
            app_id,
            version,
        } => {
            let order = publish::Order {
                file: &file,
                file_name: &file_name,
                intake: &intake,
                mode: &mode,
                base,
                rejects: &rejects,
                choices: &columns,
                table: &table,
                app_id: &app_id,
                version,
            };
            publish::run(order, &voice).await.map(Output::Published)
        }
        Job::Compare {
            file,
            file_name,
            intake,
            table,
            delta_version,
            mode,
        } => compare::run((&file, &file_name), &intake, (&table, delta_version), &mode)
            .await
            .map(Output::Compared),
        Job::PutBack {
            table,
            delta_version,
            app_id,
            version,
        } => put_back::run(&table, delta_version, (&app_id, version))
            .await
            .map(Output::Published),
        Job::Check {
            table,
            delta_version,
            expected,
            demands,
        } => check::run(&table, delta_version, &expected, &demands, &voice)
            .await
            .map(Output::Checked),
        Job::Survey {
            file,
            file_name,
            intake,
            max_rows,
            demands,
        } => {
            let order = survey::Order {
                file: &file,
                file_name: &file_name,
                intake: &intake,
                max_rows,
                demands: &demands,
            };
            survey::run(&order, &voice).map(Output::Surveyed)
        }
        Job::Profile {
            table,
            delta_version,
        } => profile::run(&table, delta_version)
            .await
            .map(Output::Profiled),
        Job::ReadDocument { file } => document::run(&file).map(Output::Document),
        Job::Rows {
            table,
            delta_version,
            offset,
            limit,
        } => rows::run(&table, delta_version, offset, limit)
            .await
            .map(Output::Rows),
    }
}
