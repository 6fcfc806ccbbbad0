//! `selvedge-server backup` and `selvedge-server restore`.

use std::{
    io::{IsTerminal, Write as _},
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use clap::Args;
use mesh_platform::backup::{
    BACKUP_ENDING, BackupFolderRefusal, BackupProgress, BackupRefusal, PASSPHRASE_MIN, Passphrase,
    RestoreRefusal, RestoreTarget, back_up_folder, restore,
};

use crate::Database;

#[derive(Args)]
pub(crate) struct Backup {
    #[command(flatten)]
    database: Database,
    /// The file to write; one that exists is never overwritten.
    #[arg(long, value_name = "FILE")]
    to: PathBuf,
    #[command(flatten)]
    passphrase: PassphraseSource,
}

#[derive(Args)]
pub(crate) struct Restore {
    #[command(flatten)]
    database: Database,
    /// The backup's file.
    #[arg(long, value_name = "FILE")]
    from: PathBuf,
    #[command(flatten)]
    passphrase: PassphraseSource,
    /// Replace the same workspace in the data folder. It is put aside, not deleted, and what was revoked in it since
    /// the backup is revoked again.
    #[arg(long)]
    replace: bool,
}

#[derive(Args)]
struct PassphraseSource {
    /// A file whose first line is the passphrase; without it, it is asked for.
    #[arg(long, value_name = "FILE")]
    passphrase_file: Option<PathBuf>,
}

impl PassphraseSource {
    fn read(&self, twice: bool) -> Result<Passphrase, String> {
        let passphrase = match &self.passphrase_file {
            Some(file) => std::fs::read_to_string(file)
                .map_err(|error| format!("{} can't be read: {error}", file.display()))?
                .lines()
                .next()
                .unwrap_or_default()
                .to_owned(),
            None => ask(twice)?,
        };
        if twice && passphrase.chars().count() < PASSPHRASE_MIN {
            return Err(format!(
                "the passphrase has fewer than {PASSPHRASE_MIN} characters. Nothing was written. Choose a longer one: \
                 several words that you can remember are best."
            ));
        }
        Ok(Passphrase::from(passphrase))
    }
}

fn ask(twice: bool) -> Result<String, String> {
    let prompt = |text: &str| {
        rpassword::prompt_password(text).map_err(|error| {
            format!(
                "the passphrase can't be asked for ({error}): name a file with --passphrase-file"
            )
        })
    };
    let first = prompt("Passphrase: ")?;
    if twice && prompt("Once more: ")? != first {
        return Err("the two passphrases differ. Nothing was written.".to_owned());
    }
    Ok(first)
}

/// Backs a workspace up.
pub(crate) async fn back_up(asked: Backup) -> Result<(), String> {
    if asked.database.database_url.is_some() {
        return Err(explain_backup(&BackupRefusal::OnPostgres.into()));
    }
    if asked.to.exists() {
        return Err(format!(
            "{} exists already. It was left as it is: name another file with --to.",
            asked.to.display()
        ));
    }
    let folder = asked.database.folder()?;
    let passphrase = asked.passphrase.read(true)?;
    let progress = Arc::new(BackupProgress::default());
    let partial = asked.to.with_extension(format!("{BACKUP_ENDING}.partial"));
    let making = back_up_folder(&folder, &partial, passphrase, progress.clone());
    let made = told(making, &progress, "Sealing")
        .await
        .map_err(|refusal| explain_backup(&refusal))?;
    std::fs::rename(&partial, &asked.to)
        .map_err(|error| format!("{} can't be written: {error}", asked.to.display()))?;
    println!(
        "“{}” is backed up to {} ({} bytes).",
        made.about.workspace_name,
        asked.to.display(),
        made.size_bytes
    );
    println!("Keep the passphrase safe: without it nobody can open the backup.");
    Ok(())
}

/// Restores a workspace.
pub(crate) async fn restore_from(asked: Restore) -> Result<(), String> {
    if asked.database.database_url.is_some() {
        return Err(
            "a backup is restored into a data folder, not into PostgreSQL. Nothing was changed. Leave --database-url \
             out."
                .to_owned(),
        );
    }
    let folder = asked.database.folder()?;
    let file = std::fs::File::open(&asked.from)
        .map_err(|error| format!("{} can't be read: {error}", asked.from.display()))?;
    let passphrase = asked.passphrase.read(false)?;
    let progress = Arc::new(BackupProgress::default());
    let target = RestoreTarget {
        folder: folder.clone(),
        replace: asked.replace,
        siblings: Vec::new(),
    };
    let restoring = restore(file, passphrase, target, progress.clone());
    let restored = told(restoring, &progress, "Restoring")
        .await
        .map_err(|refusal| explain_restore(&refusal, &asked.from))?;
    println!(
        "“{}” is restored in {}, as it was on {}.",
        restored.about.workspace_name,
        folder.display(),
        restored.about.created_at.format("%-d %B %Y at %H:%M UTC")
    );
    if let Some(aside) = restored.put_aside {
        println!(
            "The workspace that was there before is kept in {}. Delete it when you no longer need it.",
            aside.display()
        );
    }
    if restored.revoked > 0 {
        println!(
            "What was taken from people since the backup was taken from them again: {}.",
            match restored.revoked {
                1 => "1 person".to_owned(),
                count => format!("{count} people"),
            }
        );
    }
    println!(
        "All passwords, sessions and tokens are void: `serve` prints a set-up link for an administrator."
    );
    Ok(())
}

/// Waits, telling on a terminal how far it is.
async fn told<T>(work: impl Future<Output = T>, progress: &BackupProgress, verb: &str) -> T {
    let terminal = std::io::stderr().is_terminal();
    let mut work = std::pin::pin!(work);
    loop {
        let patience = tokio::time::sleep(Duration::from_millis(500));
        tokio::select! {
            outcome = &mut work => {
                if terminal {
                    eprint!("\r\x1b[K");
                }
                return outcome;
            }
            () = patience => {
                let (done, total) = (progress.done(), progress.total());
                if terminal && total > 0 {
                    eprint!("\r{verb}: {} %", done.saturating_mul(100) / total);
                    let _ = std::io::stderr().flush();
                }
            }
        }
    }
}

fn explain_backup(refusal: &BackupFolderRefusal) -> String {
    let advice = match refusal {
        BackupFolderRefusal::NoWorkspace(_) => "Name its folder with --data-dir.",
        BackupFolderRefusal::Backup(BackupRefusal::OnPostgres) => {
            "Back it up with pg_dump, and copy the folder \"tables\" of the data folder after that: a copy that is \
             younger than the database holds every version that the database names."
        }
        BackupFolderRefusal::Backup(BackupRefusal::FileMissing(_)) => {
            "Nothing was written. The version can't be read any more: bring its file back, or restore an older backup."
        }
        BackupFolderRefusal::Backup(_) => {
            "Nothing of it was left behind, and the workspace is as it was. Check that there is room on the disk."
        }
    };
    format!("{refusal}. {advice}")
}

fn explain_restore(refusal: &RestoreRefusal, from: &Path) -> String {
    let from = from.display();
    let (happened, next) = match refusal {
        RestoreRefusal::NotABackup => (
            format!("{from} is not a backup of Selvedge"),
            format!("Choose a file that ends with .{BACKUP_ENDING}."),
        ),
        RestoreRefusal::WrongPassphrase => (
            format!("the passphrase doesn't open {from}"),
            "Try again: capitals and spaces count.".to_owned(),
        ),
        RestoreRefusal::CutShort => (
            format!("{from} is cut short: a part of it is missing"),
            "Copy the file again from where it was saved, or take another backup.".to_owned(),
        ),
        RestoreRefusal::Damaged(_) => (
            format!("{from} isn't what was saved: {refusal}"),
            "Copy the file again from where it was saved, or take another backup.".to_owned(),
        ),
        RestoreRefusal::Newer { program_version } => (
            format!("{from} was made by Selvedge {program_version}, which is newer than this program"),
            "Install that version or a later one.".to_owned(),
        ),
        RestoreRefusal::FolderTaken(folder) => (
            format!("{} holds something already", folder.display()),
            "Name an empty folder with --data-dir, or replace the same workspace with --replace."
                .to_owned(),
        ),
        RestoreRefusal::InUse(folder) => (
            format!("{} is in use by another Selvedge", folder.display()),
            "End it first.".to_owned(),
        ),
        RestoreRefusal::OtherWorkspace { name } => (
            format!("the folder holds another workspace, “{name}”"),
            "Name another folder with --data-dir: --replace replaces the same workspace only."
                .to_owned(),
        ),
        RestoreRefusal::ReplacedUnreadable(_) => (
            format!("{refusal}, so that nobody knows what was revoked in it since the backup"),
            "Move the folder aside and restore into an empty one; then look through everybody's roles."
                .to_owned(),
        ),
        RestoreRefusal::StorageFull => (
            "the disk is full".to_owned(),
            "Make room and try again.".to_owned(),
        ),
        RestoreRefusal::Io(_) | RestoreRefusal::Store(_) => (
            refusal.to_string(),
            "Check that you may write there; a folder inside the one that you named may help."
                .to_owned(),
        ),
    };
    format!("{happened}. Nothing was changed. {next}")
}
