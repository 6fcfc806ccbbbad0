//! Making a backup, while the workspace is in use.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs::{self, File},
    io::{self, BufWriter, Read, Write},
    path::{Path, PathBuf},
    sync::Arc,
};

use age::secrecy::SecretString;
use chrono::{DateTime, Utc};
use mesh_store::{Store, StoreConfig};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::{
    ABOUT, About, BACKUP_ENDING, BackupProgress, BackupRefusal, DATABASE, FORMAT, ListedFile,
    MANIFEST, Manifest, TABLES, WORK_FACTOR, hexadecimal, tables,
};
use crate::clock::now;

const BUFFER: usize = 256 << 10;
const COMPRESSION: i32 = 3;

/// A backup that was made.
#[derive(Debug, Clone)]
pub struct BackupMade {
    /// What it says of itself.
    pub about: About,
    /// The file's size.
    pub size_bytes: u64,
}

/// A file to put into a backup.
struct Part {
    name: String,
    path: PathBuf,
    size: u64,
}

/// Makes a backup of the workspace in `folder` into a new file.
///
/// `folder` is read as it is; the copy of the database lies beside `to` for as long as it takes.
///
/// # Errors
/// See [`BackupRefusal`]; then neither `to` nor the copy is left behind.
pub async fn make(
    store: &Store,
    folder: &Path,
    to: &Path,
    passphrase: SecretString,
    progress: Arc<BackupProgress>,
) -> Result<BackupMade, BackupRefusal> {
    if store.is_shared() {
        return Err(BackupRefusal::OnPostgres);
    }
    let copy = to.with_extension("database");
    let made = async {
        store.copy_without_credentials(&copy).await?;
        let (about, versions) = describe(&copy).await?;
        let (folder, copy, to) = (folder.to_owned(), copy.clone(), to.to_owned());
        let sealing = move || {
            let mut about = about;
            let parts = parts(&folder, copy, &versions)?;
            about.total_bytes = parts.iter().map(|part| part.size).sum();
            progress.of(about.total_bytes);
            let size_bytes = seal(&to, passphrase, &about, &parts, &progress)?;
            Ok::<_, BackupRefusal>(BackupMade { about, size_bytes })
        };
        tokio::task::spawn_blocking(sealing)
            .await
            .map_err(io::Error::other)?
    }
    .await;
    for gone in [
        &copy,
        &with(&copy, "-wal"),
        &with(&copy, "-shm"),
        &with(&copy, "-journal"),
    ] {
        let _ = fs::remove_file(gone);
    }
    if made.is_err() {
        let _ = fs::remove_file(to);
    }
    made
}

/// How a backup's file is called: the workspace and the day.
pub(crate) fn name_of(about: &About) -> String {
    file_name(&about.workspace_name, about.created_at)
}

pub(crate) fn file_name(workspace: &str, at: DateTime<Utc>) -> String {
    let name = mesh_model::readable_id(workspace, "workspace");
    format!("{name}-{}.{BACKUP_ENDING}", at.format("%Y-%m-%d"))
}

fn with(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

type Versions = BTreeMap<Uuid, BTreeSet<i64>>;

async fn describe(copy: &Path) -> Result<(About, Versions), BackupRefusal> {
    let store = Store::connect(&StoreConfig::Sqlite(copy.to_owned())).await?;
    let described = async {
        let schema_version = store.schema_version().await?;
        let mut read = store.read().await?;
        let workspace = read.workspace().await?.ok_or_else(|| {
            mesh_store::StoreError::Unreadable("there is no workspace yet".to_owned())
        })?;
        let end = read.chain_end().await?;
        let mut versions = Versions::new();
        for version in read.stored_versions().await? {
            let of_product = versions.entry(version.data_product_id).or_default();
            of_product.insert(version.delta_version);
        }
        let about = About {
            format: FORMAT,
            workspace_id: workspace.id,
            workspace_name: workspace.name,
            schema_version,
            program_version: env!("CARGO_PKG_VERSION").to_owned(),
            created_at: now(),
            last_audit_sequence: end.sequence,
            last_audit_hash: hexadecimal(&end.hash),
            total_bytes: 0,
        };
        Ok((about, versions))
    }
    .await;
    store.close().await;
    described
}

fn parts(folder: &Path, copy: PathBuf, versions: &Versions) -> Result<Vec<Part>, BackupRefusal> {
    let mut parts = vec![Part {
        size: fs::metadata(&copy)?.len(),
        name: DATABASE.to_owned(),
        path: copy,
    }];
    for (product, versions) in versions {
        let below = format!("{TABLES}/{product}");
        let missing = |_| BackupRefusal::FileMissing(below.clone());
        for port in fs::read_dir(folder.join(&below)).map_err(missing)? {
            let port = port?;
            let port_name = port.file_name().to_string_lossy().into_owned();
            if !port.path().join("_delta_log").is_dir() {
                continue;
            }
            for file in tables::files_of(&port.path(), versions)? {
                let path = port.path().join(&file);
                let name = format!("{below}/{port_name}/{}", file.to_string_lossy());
                let missing = |_| BackupRefusal::FileMissing(name.clone());
                let size = fs::metadata(&path).map_err(missing)?.len();
                parts.push(Part { name, path, size });
            }
        }
    }
    Ok(parts)
}

fn seal(
    to: &Path,
    passphrase: SecretString,
    about: &About,
    parts: &[Part],
    progress: &BackupProgress,
) -> io::Result<u64> {
    let mut recipient = age::scrypt::Recipient::new(passphrase);
    recipient.set_work_factor(WORK_FACTOR);
    let recipients = [&recipient as &dyn age::Recipient];
    let encryptor =
        age::Encryptor::with_recipients(recipients.into_iter()).map_err(io::Error::other)?;
    let file = private(to)?;
    let sealed = encryptor.wrap_output(BufWriter::with_capacity(BUFFER, file))?;
    let pressed = zstd::stream::write::Encoder::new(sealed, COMPRESSION)?;
    let mut archive = tar::Builder::new(pressed);
    append_json(&mut archive, ABOUT, about)?;
    let mut files = Vec::with_capacity(parts.len());
    for part in parts {
        let mut reader = Hashing {
            from: File::open(&part.path)?.take(part.size),
            hash: Sha256::new(),
            progress,
        };
        archive.append_data(&mut header(part.size), &part.name, &mut reader)?;
        if reader.from.limit() > 0 {
            return Err(io::Error::other(format!("{} became shorter", part.name)));
        }
        files.push(ListedFile {
            name: part.name.clone(),
            size: part.size,
            sha256: hexadecimal(&reader.hash.finalize()),
        });
    }
    let about = about.clone();
    append_json(&mut archive, MANIFEST, &Manifest { about, files })?;
    let file = archive
        .into_inner()?
        .finish()?
        .finish()?
        .into_inner()
        .map_err(io::IntoInnerError::into_error)?;
    file.sync_all()?;
    Ok(file.metadata()?.len())
}

/// Reads a file that others may hold open, hashing what goes by.
struct Hashing<'p, R> {
    from: R,
    hash: Sha256,
    progress: &'p BackupProgress,
}

impl<R: Read> Read for Hashing<'_, R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let count = self.from.read(into)?;
        self.hash.update(&into[..count]);
        self.progress.advance(count as u64)?;
        Ok(count)
    }
}

fn append_json<W: Write>(
    archive: &mut tar::Builder<W>,
    name: &str,
    value: &impl serde::Serialize,
) -> io::Result<()> {
    let text = serde_json::to_vec(value)?;
    archive.append_data(&mut header(text.len() as u64), name, text.as_slice())
}

fn header(size: u64) -> tar::Header {
    let mut header = tar::Header::new_gnu();
    header.set_size(size);
    header.set_mode(0o600);
    header
}

#[cfg(unix)]
fn private(path: &Path) -> io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt;
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true).mode(0o600).open(path)
}

#[cfg(not(unix))]
fn private(path: &Path) -> io::Result<File> {
    fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(path)
}
