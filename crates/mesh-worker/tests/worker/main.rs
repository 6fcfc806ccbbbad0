//! The worker as the core meets it: a process that serves jobs through the
//! engine, on real files and tables.

#[cfg(target_os = "linux")]
mod cage;
mod csv_files;
mod date_files;
mod documents;
mod dying;
mod hostile;
mod independent;
mod intake;
mod json_files;
mod packed_files;
mod packing;
mod parquet_files;
mod publishing;
#[cfg(unix)]
mod ready;
mod stage;
mod versions;
mod workbooks;
