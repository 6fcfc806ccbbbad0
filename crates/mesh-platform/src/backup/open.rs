//! Opening a sealed backup into a folder that nobody sees yet. What doesn't hold to the last byte is refused.

use std::{
    collections::BTreeMap,
    fs::{self, File},
    io::{self, BufRead, Read, Write},
    path::{Component, Path},
};

use age::{DecryptError, secrecy::SecretString};
use mesh_store::StoreError;
use sha2::{Digest, Sha256};

use super::{
    ABOUT, About, BackupProgress, DATABASE, FORMAT, JSON_MAX, ListedFile, MANIFEST, Manifest,
    TABLES, WORK_FACTOR_MAX, hexadecimal,
};

const PIECE: usize = 256 << 10;

/// Why a backup can't be restored. Nothing was touched.
#[derive(Debug, thiserror::Error)]
pub enum RestoreRefusal {
    /// The file isn't a backup of Selvedge.
    #[error("the file is not a backup of Selvedge")]
    NotABackup,
    /// The passphrase doesn't fit.
    #[error("the passphrase doesn't fit this backup")]
    WrongPassphrase,
    /// The file ends too early.
    #[error("the backup is cut short: a part of the file is missing")]
    CutShort,
    /// The file isn't what was written, or what was written doesn't hold.
    #[error("the backup was changed or damaged ({0})")]
    Damaged(String),
    /// A newer Selvedge made it.
    #[error("the backup was made by a newer Selvedge ({program_version})")]
    Newer {
        /// The version of the program that made it.
        program_version: String,
    },
    /// The folder holds something already.
    #[error("the folder {0} is not empty")]
    FolderTaken(std::path::PathBuf),
    /// Another Selvedge has the folder open.
    #[error("the folder {0} is in use by another Selvedge")]
    InUse(std::path::PathBuf),
    /// The folder holds another workspace than the backup.
    #[error("the folder holds another workspace: {name}")]
    OtherWorkspace {
        /// Its name.
        name: String,
    },
    /// The workspace to be replaced can't be read, so that nobody knows what was revoked in it since.
    #[error("the workspace that would be replaced can't be read: {0}")]
    ReplacedUnreadable(#[source] StoreError),
    /// The disk is full.
    #[error("the disk is full")]
    StorageFull,
    /// The disk failed.
    #[error("the disk failed: {0}")]
    Io(#[source] io::Error),
    /// The database failed.
    #[error(transparent)]
    Store(StoreError),
}

impl From<StoreError> for RestoreRefusal {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Full(_) => Self::StorageFull,
            StoreError::Corrupted(detail) | StoreError::Unreadable(detail) => Self::Damaged(detail),
            other => Self::Store(other),
        }
    }
}

/// Failures of the folder that is written to.
pub(super) fn of_folder(error: io::Error) -> RestoreRefusal {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => RestoreRefusal::StorageFull,
        _ => RestoreRefusal::Io(error),
    }
}

/// Failures of the file that is read: the disk's own carry a number, the seal's don't.
fn of_file(error: io::Error) -> RestoreRefusal {
    match error.kind() {
        _ if error.raw_os_error().is_some() => RestoreRefusal::Io(error),
        io::ErrorKind::UnexpectedEof => RestoreRefusal::CutShort,
        _ => RestoreRefusal::Damaged(error.to_string()),
    }
}

/// Opens the backup into `staging`, an empty folder, and checks every file against the manifest.
pub(super) fn open(
    from: impl BufRead,
    passphrase: SecretString,
    staging: &Path,
    progress: &BackupProgress,
) -> Result<About, RestoreRefusal> {
    let decryptor = age::Decryptor::new_buffered(from).map_err(of_seal)?;
    if !decryptor.is_scrypt() {
        return Err(RestoreRefusal::NotABackup);
    }
    let mut identity = age::scrypt::Identity::new(passphrase);
    identity.set_max_work_factor(WORK_FACTOR_MAX);
    let identities = [&identity as &dyn age::Identity];
    let plain = decryptor.decrypt(identities.into_iter()).map_err(of_seal)?;
    let pressed = zstd::stream::read::Decoder::new(plain).map_err(of_file)?;
    let mut archive = tar::Archive::new(pressed);
    let opened = take_out(&mut archive, staging, progress);
    match opened {
        Ok(about) => {
            // The seal holds to the end only if its end is read.
            let mut rest = archive.into_inner();
            io::copy(&mut rest, &mut io::sink()).map_err(of_file)?;
            Ok(about)
        }
        Err(refusal) => Err(refusal),
    }
}

fn of_seal(error: DecryptError) -> RestoreRefusal {
    match error {
        DecryptError::Io(error) if error.kind() == io::ErrorKind::InvalidData => {
            RestoreRefusal::NotABackup
        }
        DecryptError::Io(error) => of_file(error),
        DecryptError::DecryptionFailed
        | DecryptError::NoMatchingKeys
        | DecryptError::KeyDecryptionFailed => RestoreRefusal::WrongPassphrase,
        DecryptError::InvalidMac => RestoreRefusal::Damaged("its head".to_owned()),
        _ => RestoreRefusal::NotABackup,
    }
}

fn take_out<R: Read>(
    archive: &mut tar::Archive<R>,
    staging: &Path,
    progress: &BackupProgress,
) -> Result<About, RestoreRefusal> {
    let mut about: Option<About> = None;
    let mut found = BTreeMap::new();
    for entry in archive.entries().map_err(of_file)? {
        let mut entry = entry.map_err(of_file)?;
        let name = String::from_utf8_lossy(&entry.path_bytes()).into_owned();
        if entry.header().entry_type() != tar::EntryType::Regular {
            return Err(RestoreRefusal::Damaged(name));
        }
        match (&about, name.as_str()) {
            (None, ABOUT) => {
                let said: About = json(&mut entry)?;
                require_known(&said)?;
                progress.of(said.total_bytes);
                about = Some(said);
            }
            (None, _) => return Err(RestoreRefusal::NotABackup),
            (Some(about), MANIFEST) => {
                let manifest: Manifest = json(&mut entry)?;
                return compare(about, manifest, &found);
            }
            (Some(_), _) => {
                if !belongs(&name) || found.contains_key(&name) {
                    return Err(RestoreRefusal::Damaged(name));
                }
                let listed = write_out(&mut entry, &staging.join(&name), progress)?;
                found.insert(name, listed);
            }
        }
    }
    Err(RestoreRefusal::CutShort)
}

fn require_known(about: &About) -> Result<(), RestoreRefusal> {
    if about.format > FORMAT || about.schema_version > mesh_store::SCHEMA_VERSION {
        return Err(RestoreRefusal::Newer {
            program_version: about.program_version.clone(),
        });
    }
    Ok(())
}

fn json<T: serde::de::DeserializeOwned>(entry: &mut impl Read) -> Result<T, RestoreRefusal> {
    let mut text = Vec::new();
    entry
        .take(JSON_MAX)
        .read_to_end(&mut text)
        .map_err(of_file)?;
    // A newer format may say other things of itself; its number is read all the same.
    #[derive(serde::Deserialize)]
    #[serde(rename_all = "camelCase")]
    struct Newer {
        format: u32,
        #[serde(default)]
        program_version: String,
    }
    match serde_json::from_slice::<Newer>(&text) {
        Ok(newer) if newer.format > FORMAT => {
            return Err(RestoreRefusal::Newer {
                program_version: newer.program_version,
            });
        }
        _ => {}
    }
    serde_json::from_slice(&text).map_err(|error| RestoreRefusal::Damaged(error.to_string()))
}

/// Whether a name is one that we write: never absolute, never upwards, nothing but the database and tables.
fn belongs(name: &str) -> bool {
    let path = Path::new(name);
    let plain = path
        .components()
        .all(|part| matches!(part, Component::Normal(_)));
    let known = name == DATABASE || path.starts_with(TABLES) && path.components().count() > 3;
    plain && known && !name.contains(['\\', '\0'])
}

fn write_out(
    from: &mut impl Read,
    to: &Path,
    progress: &BackupProgress,
) -> Result<(u64, String), RestoreRefusal> {
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder).map_err(of_folder)?;
    }
    let mut file = File::create_new(to).map_err(of_folder)?;
    let mut hash = Sha256::new();
    let mut piece = vec![0; PIECE];
    let mut size = 0;
    loop {
        let count = from.read(&mut piece).map_err(of_file)?;
        if count == 0 {
            break;
        }
        hash.update(&piece[..count]);
        file.write_all(&piece[..count]).map_err(of_folder)?;
        size += count as u64;
        progress.advance(count as u64).map_err(of_folder)?;
    }
    file.sync_all().map_err(of_folder)?;
    Ok((size, hexadecimal(&hash.finalize())))
}

fn compare(
    about: &About,
    manifest: Manifest,
    found: &BTreeMap<String, (u64, String)>,
) -> Result<About, RestoreRefusal> {
    if manifest.about != *about || manifest.files.len() != found.len() {
        return Err(RestoreRefusal::Damaged(MANIFEST.to_owned()));
    }
    for ListedFile { name, size, sha256 } in manifest.files {
        match found.get(&name) {
            Some((found_size, found_hash)) if *found_size == size && *found_hash == sha256 => {}
            _ => return Err(RestoreRefusal::Damaged(name)),
        }
    }
    if !found.contains_key(DATABASE) {
        return Err(RestoreRefusal::Damaged(DATABASE.to_owned()));
    }
    Ok(manifest.about)
}

#[cfg(test)]
mod tests {
    use super::belongs;

    #[test]
    fn only_the_database_and_files_of_tables_are_taken_out() {
        for ours in [
            "selvedge.db",
            "tables/p/default/a.parquet",
            "tables/p/default/_delta_log/0.json",
        ] {
            assert!(belongs(ours), "{ours}");
        }
        for foreign in [
            "/etc/passwd",
            "../selvedge.db",
            "tables/../../x/y",
            "tables/p/../../../x",
            "tables/./p/a",
            "tables",
            "demo-tokens.json",
            "selvedge.db-wal",
            "",
        ] {
            assert!(!belongs(foreign), "{foreign}");
        }
    }
}
