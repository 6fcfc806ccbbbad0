//! The jobs, one file each.

mod check;
mod preview;
mod profile;
mod publish;
mod rows;

use std::sync::Arc;

use mesh_job::{Failure, Job, Output};

use crate::voice::Voice;

/// Runs a job to its end.
pub(crate) async fn run(job: Job, voice: Arc<Voice>) -> Result<Output, Failure> {
    match job {
        Job::Preview {
            file,
            file_name,
            max_rows,
        } => preview::run(&file, &file_name, max_rows).map(Output::Preview),
        Job::Publish {
            file,
            file_name,
            columns,
            table,
            app_id,
            version,
        } => {
            let order = publish::Order {
                file: &file,
                file_name: &file_name,
                choices: &columns,
                table: &table,
                app_id: &app_id,
                version,
            };
            publish::run(order, &voice).await.map(Output::Published)
        }
        Job::Check {
            table,
            delta_version,
            expected,
        } => check::run(&table, delta_version, &expected, &voice)
            .await
            .map(Output::Checked),
        Job::Profile {
            table,
            delta_version,
        } => profile::run(&table, delta_version)
            .await
            .map(Output::Profiled),
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
