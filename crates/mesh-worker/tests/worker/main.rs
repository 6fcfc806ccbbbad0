//! The worker as the core meets it: a process that serves jobs through the
//! engine, on real files and tables.

mod csv_files;
mod dying;
mod hostile;
mod independent;
mod intake;
mod parquet_files;
mod publishing;
mod stage;
