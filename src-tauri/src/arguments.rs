//! What can be said on the command line.

use std::path::PathBuf;

use clap::Parser;
use tracing_subscriber::EnvFilter;

/// Selvedge, the self-service portal for a data mesh, in its own window.
#[derive(Debug, Parser)]
#[command(name = "selvedge", version)]
pub(crate) struct Arguments {
    /// Where the workspace lies. Every folder is a workspace of its own, and
    /// two of them may be open at the same time. Without it: the folder
    /// "selvedge" below the operating system's data folder.
    #[arg(long, value_name = "DIR", env = "SELVEDGE_DATA_DIR")]
    pub(crate) data_dir: Option<PathBuf>,

    /// What is written to the terminal, for example "info" or
    /// "mesh_platform=debug".
    #[arg(
        long,
        value_name = "FILTER",
        default_value = "warn",
        env = "SELVEDGE_LOG"
    )]
    pub(crate) log: String,
}

impl Arguments {
    /// The filter for log lines; an unreadable one shows warnings.
    pub(crate) fn log_filter(&self) -> EnvFilter {
        EnvFilter::try_new(&self.log).unwrap_or_else(|_| EnvFilter::new("warn"))
    }
}
