//! What stands in for the old schema while a new one is made.

use std::{
    ffi::OsString,
    fs::{self, File},
    io,
    path::{Path, PathBuf},
};

use sqlx::{ConnectOptions, SqliteConnection, postgres::PgConnectOptions};
use tokio::process::Command;

use crate::StoreError;

const PREFIX: &str = "selvedge.before-schema-";
const UNFINISHED: &str = ".unfinished";

/// What stands in for a database's content if the change of its schema goes wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Safeguard<'a> {
    /// A copy in this folder, made before anything changes: the whole file of SQLite, or what `pg_dump` writes.
    CopyIn(&'a Path),
    /// Somebody says that there is a backup, or the database is a copy itself.
    Elsewhere,
}

/// Copies an SQLite database as it is; the copy is there whole or not at all.
pub(crate) async fn copy_sqlite(
    database: &mut SqliteConnection,
    folder: &Path,
    schema: i64,
) -> Result<PathBuf, StoreError> {
    let (unfinished, copy) = begin(folder, schema, "db")?;
    let name = unfinished
        .to_str()
        .ok_or_else(|| StoreError::Unreadable(unfinished.display().to_string()))?;
    sqlx::query("VACUUM INTO $1")
        .bind(name)
        .execute(database)
        .await?;
    finish(&unfinished, &copy)?;
    Ok(copy)
}

/// Dumps a PostgreSQL database in `pg_dump`'s own format, for `pg_restore`; says otherwise why there is no dump.
pub(crate) async fn dump_postgres(
    server: &PgConnectOptions,
    folder: &Path,
    schema: i64,
) -> Result<PathBuf, String> {
    let text = |error: io::Error| error.to_string();
    let (unfinished, copy) = begin(folder, schema, "dump").map_err(text)?;
    let mut file = OsString::from("--file=");
    file.push(&unfinished);
    let ended = Command::new("pg_dump")
        .args(["--format=custom", "--no-password"])
        .arg(file)
        .envs(environment(server))
        .kill_on_drop(true)
        .output()
        .await
        .map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => "pg_dump isn't installed here".to_owned(),
            _ => format!("pg_dump doesn't start: {error}"),
        })?;
    if !ended.status.success() {
        let told = String::from_utf8_lossy(&ended.stderr);
        let told = told.lines().next().unwrap_or("it said nothing").to_owned();
        return Err(format!("pg_dump failed: {told}"));
    }
    finish(&unfinished, &copy).map_err(text)?;
    Ok(copy)
}

/// How libpq finds the database. Arguments could be read by everybody at this computer, the environment of a process
/// by its own user only.
fn environment(server: &PgConnectOptions) -> Vec<(&'static str, OsString)> {
    let address = server.to_url_lossy();
    let host = match server.get_socket() {
        Some(socket) => socket.into(),
        None => server.get_host().into(),
    };
    let mut found = vec![
        ("PGHOST", host),
        ("PGPORT", server.get_port().to_string().into()),
        ("PGUSER", server.get_username().into()),
    ];
    if let Some(database) = server.get_database() {
        found.push(("PGDATABASE", database.into()));
    }
    if let Some(password) = address.password() {
        let pair = format!("password={password}");
        let decoded = url::form_urlencoded::parse(pair.as_bytes()).next();
        let decoded = decoded.map(|(_, value)| value.into_owned());
        found.push(("PGPASSWORD", decoded.unwrap_or_default().into()));
    }
    for (name, value) in address.query_pairs() {
        let variable = match &*name {
            "sslmode" => "PGSSLMODE",
            "sslrootcert" => "PGSSLROOTCERT",
            "sslcert" => "PGSSLCERT",
            "sslkey" => "PGSSLKEY",
            _ => continue,
        };
        found.push((variable, value.into_owned().into()));
    }
    found
}

fn begin(folder: &Path, schema: i64, ending: &str) -> io::Result<(PathBuf, PathBuf)> {
    let copy = folder.join(format!("{PREFIX}{schema}.{ending}"));
    let mut unfinished = copy.clone().into_os_string();
    unfinished.push(UNFINISHED);
    let unfinished = PathBuf::from(unfinished);
    match fs::remove_file(&unfinished) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    Ok((unfinished, copy))
}

fn finish(unfinished: &Path, copy: &Path) -> io::Result<()> {
    File::open(unfinished)?.sync_all()?;
    fs::rename(unfinished, copy)?;
    if let Some(folder) = copy.parent() {
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}

/// Removes the copies that earlier changes of the schema left: the newest one stays.
pub(crate) fn forget_older(copy: &Path) {
    let Some(entries) = copy.parent().and_then(|folder| fs::read_dir(folder).ok()) else {
        return;
    };
    for entry in entries.flatten() {
        let older = entry.path() != copy && entry.file_name().to_string_lossy().starts_with(PREFIX);
        if older && let Err(error) = fs::remove_file(entry.path()) {
            tracing::warn!(%error, "a copy of an earlier schema could not be removed");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_is_told_as_it_was_meant() {
        let server: PgConnectOptions = "postgres://mesh:a+b%40c%20%25@host:5433/db?sslmode=require"
            .parse()
            .unwrap();
        let told = environment(&server);
        for (name, value) in [
            ("PGHOST", "host"),
            ("PGPORT", "5433"),
            ("PGUSER", "mesh"),
            ("PGDATABASE", "db"),
            ("PGPASSWORD", "a+b@c %"),
            ("PGSSLMODE", "require"),
        ] {
            assert!(told.contains(&(name, value.into())), "{name}: {told:?}");
        }
    }
}
