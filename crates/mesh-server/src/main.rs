//! Selvedge for a team, as one program.

mod backup;

use std::{fmt::Write as _, io::Write as _, net::SocketAddr, path::PathBuf, process::ExitCode};

use clap::{Args, Parser, Subcommand, ValueEnum};
use mesh_platform::{
    DataFolder, DataFolderError, OpenError, Safeguard, Store, StoreConfig, StoreError,
};
use mesh_server::{ServeError, ServeOptions, Server};
use tracing_subscriber::EnvFilter;

/// Selvedge: a self-service portal for a data mesh, served to browsers.
#[derive(Parser)]
#[command(name = "selvedge-server", version, max_term_width = 100)]
struct Cli {
    /// How the log is written to standard error; SELVEDGE_LOG filters it (for example `debug` or `mesh_api=debug`).
    #[arg(long, global = true, value_enum, default_value = "text")]
    log_format: LogFormat,
    #[command(subcommand)]
    command: Command,
}

#[derive(Clone, Copy, ValueEnum)]
enum LogFormat {
    /// Lines for people.
    Text,
    /// One JSON object a line, for collectors.
    Json,
}

#[derive(Subcommand)]
enum Command {
    /// Serve a workspace: the portal's pages and the API.
    ///
    /// The first start prints a set-up link with which the first administrator chooses a password; it works once,
    /// within 15 minutes. Without --database-url everything lies in the data folder (SQLite and Delta tables).
    Serve(Serve),
    /// Print the API's OpenAPI 3.1 document.
    Openapi,
    /// Bring a database's schema up to date, and say what it was.
    ///
    /// A copy from before is made in the data folder: of SQLite the whole file, of PostgreSQL what pg_dump writes.
    Migrate(Migrate),
    /// Back a workspace up to one file, sealed with a passphrase, also while it is being served.
    ///
    /// The file holds everything but what lets somebody in: sessions, tokens and passwords stay out.
    Backup(backup::Backup),
    /// Make a workspace from a backup. Everybody signs in anew: the next start prints a set-up link.
    Restore(backup::Restore),
}

#[derive(Args)]
struct Serve {
    #[command(flatten)]
    database: Database,
    /// Where to listen. Loopback serves this computer only.
    #[arg(long, value_name = "ADDRESS:PORT", default_value = "127.0.0.1:7420")]
    listen: SocketAddr,
    /// A name under which other computers reach it, as `host` or `host:port`; may be repeated.
    #[arg(long = "host-name", value_name = "NAME")]
    host_names: Vec<String>,
    /// Read files even where this system can't lock in the processes that read them (Landlock and seccomp).
    ///
    /// Without it, a server that other computers reach refuses to.
    #[arg(long)]
    allow_uncaged: bool,
    /// Fill an empty data folder with a sample company and let anybody at this computer sign in as its people.
    ///
    /// Writes demo-tokens.json (persona → bearer token) into the data folder, for scripts.
    #[arg(long)]
    demo: bool,
}

#[derive(Args)]
struct Migrate {
    #[command(flatten)]
    database: Database,
    /// Make no copy before the change: a backup was made in another way.
    #[arg(long)]
    backup_done: bool,
}

#[derive(Args)]
struct Database {
    /// The workspace's folder; the operating system's place for application data if missing.
    #[arg(long, value_name = "DIR", env = "SELVEDGE_DATA_DIR")]
    data_dir: Option<PathBuf>,
    /// Keep the metadata in PostgreSQL (postgres://user:password@host/database) instead of the folder's SQLite file.
    #[arg(
        long,
        value_name = "URL",
        env = "SELVEDGE_DATABASE_URL",
        hide_env_values = true
    )]
    database_url: Option<String>,
}

impl Database {
    fn folder(&self) -> Result<PathBuf, String> {
        let default = || dirs::data_dir().map(|folder| folder.join("selvedge-server"));
        let none = "there is no place for application data on this computer: name a folder with --data-dir";
        self.data_dir
            .clone()
            .or_else(default)
            .ok_or_else(|| none.to_owned())
    }
}

#[tokio::main]
async fn main() -> ExitCode {
    // Two providers are linked in; whoever asks first would otherwise choose.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let cli = Cli::parse();
    log_to_stderr(cli.log_format);
    let outcome = match cli.command {
        Command::Serve(asked) => serve(asked).await,
        Command::Openapi => openapi(),
        Command::Migrate(asked) => migrate(&asked).await,
        Command::Backup(asked) => backup::back_up(asked).await,
        Command::Restore(asked) => backup::restore_from(asked).await,
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("selvedge-server: {sentence}");
            ExitCode::FAILURE
        }
    }
}

fn log_to_stderr(format: LogFormat) {
    let filter = EnvFilter::try_from_env("SELVEDGE_LOG").unwrap_or_else(|_| EnvFilter::new("warn"));
    let log = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr);
    match format {
        LogFormat::Text => log.init(),
        LogFormat::Json => log.json().init(),
    }
}

async fn serve(asked: Serve) -> Result<(), String> {
    let data_dir = asked.database.folder()?;
    let options = ServeOptions {
        data_dir: data_dir.clone(),
        listen: asked.listen,
        database_url: asked.database.database_url.clone(),
        host_names: asked.host_names,
        allow_uncaged: asked.allow_uncaged,
        demo: asked.demo,
    };
    let server = Server::open(options)
        .await
        .map_err(|error| explain(&error))?;
    let address = server.address();
    println!("Selvedge is open at http://{address}");
    println!("Its data is in {}", data_dir.display());
    if asked.demo {
        println!("This is the sample company: choose whom to be on the first page.");
        println!(
            "Tokens for scripts are in {}",
            data_dir.join("demo-tokens.json").display()
        );
    }
    if let Some(link) = server.set_up_link() {
        println!("To set it up, open this link within 15 minutes (it works once):\n  {link}");
    }
    println!("Ctrl-C ends it.");
    server
        .run(stop_signal())
        .await
        .map_err(|error| format!("listening on {address} failed: {error}"))
}

async fn stop_signal() {
    let interrupt = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = interrupt => {}
                _ = terminate.recv() => {}
            }
            return;
        }
    }
    let _ = interrupt.await;
}

fn openapi() -> Result<(), String> {
    let text =
        serde_json::to_string_pretty(&mesh_api::document()).map_err(|error| error.to_string())?;
    match writeln!(std::io::stdout(), "{text}") {
        // Whoever reads may stop early.
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(error.to_string()),
        _ => Ok(()),
    }
}

async fn migrate(asked: &Migrate) -> Result<(), String> {
    // Held while the schema changes, so that no server opens the folder meanwhile.
    let folder = asked.database.folder()?;
    let folder = DataFolder::open(&folder).map_err(|error| explain(&error.into()))?;
    let database = match &asked.database.database_url {
        Some(url) => StoreConfig::Postgres(url.clone()),
        None => StoreConfig::Sqlite(folder.database()),
    };
    let safeguard = if asked.backup_done {
        Safeguard::Elsewhere
    } else {
        Safeguard::CopyIn(folder.root())
    };
    let migrated = async { Store::connect(&database).await?.migrate(safeguard).await }.await;
    let state = migrated.map_err(|error| explain(&ServeError::Open(error.into())))?;
    if state.before == state.after {
        println!("The schema is up to date (version {}).", state.after);
    } else {
        println!(
            "The schema was version {} and is version {} now.",
            state.before, state.after
        );
    }
    if let Some(copy) = state.copy {
        println!("A copy from before is in {}.", copy.display());
    }
    Ok(())
}

/// What happened, what was kept, what to do.
fn explain(error: &ServeError) -> String {
    let mut text = error.to_string();
    let advice = match error {
        ServeError::Folder(DataFolderError::InUse(_)) => {
            "Nothing was changed. Close the other Selvedge, or name another folder with --data-dir."
        }
        ServeError::Open(OpenError::Store(StoreError::NewerSchema { .. })) => {
            "Nothing was changed. The data was last used by a newer Selvedge: install that version or a later one."
        }
        ServeError::Open(OpenError::Store(StoreError::BackupNeeded { .. })) => {
            "Nothing was changed. Make pg_dump of PostgreSQL's version available, or back the database up in your way \
             and then run: selvedge-server migrate --backup-done"
        }
        ServeError::Open(OpenError::Store(StoreError::DiskFails(_))) => {
            "Nothing was lost. Check the disk that holds the data folder and start again."
        }
        ServeError::Open(OpenError::Store(StoreError::Corrupted(_))) => {
            "Nothing was changed. Restore a copy of the data folder. Without one, move selvedge.db aside and start \
             again: the tables below tables/ stay readable by every program that reads Delta Lake."
        }
        ServeError::Open(OpenError::Store(StoreError::Full(_))) => {
            "Nothing was lost. Make room on the disk and start again."
        }
        ServeError::Open(OpenError::Store(StoreError::Unreachable(_))) => {
            "Nothing was changed. Check that the database runs, and the address, user and password of --database-url."
        }
        ServeError::Open(OpenError::NotDemo(_)) => {
            "Nothing was changed. A demo needs an empty folder, or one that was made by --demo: name it with --data-dir."
        }
        ServeError::Listen { .. } => {
            "Nothing was changed. Choose another port with --listen, for example 127.0.0.1:7421."
        }
        _ => return text,
    };
    let _ = write!(text, "\n{advice}");
    text
}
