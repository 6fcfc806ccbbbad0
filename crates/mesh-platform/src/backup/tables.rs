//! Which files of a Delta table belong to given versions of it.

use std::{
    collections::{BTreeMap, BTreeSet, HashSet},
    fs::{self, File},
    io::{self, BufRead, BufReader},
    path::{Path, PathBuf},
};

use serde::Deserialize;

use crate::data_folder::REJECTS;

const LOG: &str = "_delta_log";

#[derive(Deserialize)]
struct Entry {
    add: Option<Named>,
    remove: Option<Named>,
}

#[derive(Deserialize)]
struct Named {
    path: String,
}

/// The files, relative to `table`, with which exactly these versions can be read: the log up to the newest of
/// them, and the data files that each of them consists of.
///
/// What a publication adds meanwhile comes later in the log, and so stays out.
///
/// # Errors
/// That the table can't be read.
pub(super) fn files_of(table: &Path, versions: &BTreeSet<i64>) -> io::Result<BTreeSet<PathBuf>> {
    let newest = versions.last().copied().unwrap_or(-1);
    let mut files = BTreeSet::new();
    let mut commits = BTreeMap::new();
    for entry in fs::read_dir(table.join(LOG))? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let Some(version) = version_of(&name) else {
            continue;
        };
        if version > newest || !entry.file_type()?.is_file() {
            continue;
        }
        files.insert(Path::new(LOG).join(&name));
        if name
            .strip_suffix(".json")
            .is_some_and(|stem| stem.len() == 20)
        {
            commits.insert(version, entry.path());
        }
    }
    match replay(&commits, versions)? {
        Some(data) => files.extend(data),
        // A log that begins with a checkpoint, or names files elsewhere, isn't one that we wrote: take all there is.
        None => every_data_file(table, Path::new(""), &mut files)?,
    }
    rejects(table, &mut files)?;
    Ok(files)
}

/// Rows that did not fit belong to the table as much as those that did.
fn rejects(table: &Path, files: &mut BTreeSet<PathBuf>) -> io::Result<()> {
    let entries = match fs::read_dir(table.join(REJECTS)) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        entries => entries?,
    };
    for entry in entries {
        let name = Path::new(REJECTS).join(entry?.file_name());
        // What is still being written has another ending.
        if name.extension().is_some_and(|ending| ending == "ndjson") {
            files.insert(name);
        }
    }
    Ok(())
}

/// `00000000000000000007.json`, `…7.checkpoint.parquet`, `…7.crc`: all begin with the version in twenty digits.
fn version_of(name: &str) -> Option<i64> {
    let digits = name.get(..20)?;
    let whole = digits.bytes().all(|byte| byte.is_ascii_digit());
    let known = name.ends_with(".json") || name.ends_with(".parquet") || name.ends_with(".crc");
    if whole && known {
        digits.parse().ok()
    } else {
        None
    }
}

fn replay(
    commits: &BTreeMap<i64, PathBuf>,
    versions: &BTreeSet<i64>,
) -> io::Result<Option<BTreeSet<PathBuf>>> {
    let mut live: HashSet<String> = HashSet::new();
    let mut named = BTreeSet::new();
    for (expected, (version, file)) in (0_i64..).zip(commits) {
        if *version != expected {
            return Ok(None);
        }
        for line in BufReader::new(File::open(file)?).lines() {
            let Ok(entry) = serde_json::from_str::<Entry>(&line?) else {
                return Ok(None);
            };
            if let Some(remove) = entry.remove {
                live.remove(&remove.path);
            }
            if let Some(add) = entry.add {
                live.insert(add.path);
            }
        }
        if versions.contains(version) {
            if live.iter().any(|path| !is_plain(path)) {
                return Ok(None);
            }
            named.extend(live.iter().map(PathBuf::from));
        }
    }
    let whole = versions.iter().all(|version| commits.contains_key(version));
    Ok(whole.then_some(named))
}

fn is_plain(path: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.=".contains(&byte);
    !path.is_empty() && !path.starts_with('.') && path.bytes().all(allowed)
}

fn every_data_file(table: &Path, below: &Path, files: &mut BTreeSet<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(table.join(below))? {
        let entry = entry?;
        let path = below.join(entry.file_name());
        if path == Path::new(LOG) {
            continue;
        }
        let kind = entry.file_type()?;
        if kind.is_dir() {
            every_data_file(table, &path, files)?;
        } else if kind.is_file() {
            files.insert(path);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(commits: &[(&str, &str)], data: &[&str]) -> PathBuf {
        let table = std::env::temp_dir().join(format!("selvedge-{}", uuid::Uuid::now_v7()));
        fs::create_dir_all(table.join(LOG)).unwrap();
        for (name, text) in commits {
            fs::write(table.join(LOG).join(name), text).unwrap();
        }
        for name in data {
            fs::write(table.join(name), "rows").unwrap();
        }
        table
    }

    fn names(table: &Path, versions: &[i64]) -> Vec<String> {
        let files = files_of(table, &versions.iter().copied().collect()).unwrap();
        fs::remove_dir_all(table).unwrap();
        files
            .iter()
            .map(|file| file.display().to_string())
            .collect()
    }

    const FIRST: (&str, &str) = (
        "00000000000000000000.json",
        "{\"metaData\":{}}\n{\"add\":{\"path\":\"a.parquet\"}}\n",
    );
    const SECOND: (&str, &str) = (
        "00000000000000000001.json",
        "{\"remove\":{\"path\":\"a.parquet\"}}\n{\"add\":{\"path\":\"b.parquet\"}}\n",
    );
    const DATA: [&str; 3] = ["a.parquet", "b.parquet", "half-written.parquet"];

    #[test]
    fn a_version_that_is_published_meanwhile_stays_out() {
        let table = table(&[FIRST, SECOND, ("_last_checkpoint", "{}")], &DATA);
        let log = format!("{LOG}/{}", FIRST.0);
        assert_eq!(names(&table, &[0]), [log.as_str(), "a.parquet"]);
    }

    #[test]
    fn every_named_version_stays_readable() {
        let table = table(&[FIRST, SECOND], &DATA);
        assert_eq!(names(&table, &[0, 1])[2..], ["a.parquet", "b.parquet"]);
    }

    #[test]
    fn a_log_that_begins_with_a_checkpoint_takes_all_there_is() {
        let checkpoint = "00000000000000000001.checkpoint.parquet";
        let table = table(&[SECOND, (checkpoint, "…")], &DATA);
        assert_eq!(names(&table, &[1])[2..], DATA);
    }
}
