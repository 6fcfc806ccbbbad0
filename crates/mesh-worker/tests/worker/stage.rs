//! A folder with files and a table, and an engine with the real worker.

use std::{
    fs,
    path::{Path, PathBuf},
    time::Duration,
};

use mesh_engine::{Engine, EngineConfig, Failure, Job, Output};
use mesh_job::{ColumnChoice, IntakeChoices, Preview, Published, RowPage, WriteMode};
use tempfile::TempDir;

pub(crate) const DEADLINE: Duration = Duration::from_secs(120);

pub(crate) struct Stage {
    pub(crate) folder: TempDir,
    pub(crate) engine: Engine,
    pub(crate) table_name: &'static str,
}

const TABLE_NAME: &str = "my table ä";

impl Stage {
    pub(crate) fn new() -> Self {
        Self::with(|_| {})
    }

    pub(crate) fn with(change: impl FnOnce(&mut EngineConfig)) -> Self {
        let mut config = EngineConfig::new(PathBuf::from(env!("CARGO_BIN_EXE_selvedge-worker")));
        change(&mut config);
        Self {
            folder: tempfile::tempdir().expect("a folder"),
            engine: Engine::new(config),
            table_name: TABLE_NAME,
        }
    }

    /// A stage whose workers are started by a shell script; `{worker}` in it
    /// stands for the real one, `{folder}` for the stage's folder.
    #[cfg(unix)]
    pub(crate) fn behind(script: &str) -> Self {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("worker.sh");
        let script = script
            .replace("{worker}", env!("CARGO_BIN_EXE_selvedge-worker"))
            .replace("{folder}", folder.path().to_str().expect("a plain path"));
        fs::write(&path, format!("#!/bin/sh\n{script}\n")).expect("room");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o700)).expect("own file");
        Self {
            folder,
            engine: Engine::new(EngineConfig::new(path)),
            table_name: TABLE_NAME,
        }
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn table(&self) -> PathBuf {
        self.path(&format!("tables/{}", self.table_name))
    }

    pub(crate) fn file(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        fs::write(&path, content).expect("room");
        path
    }

    pub(crate) async fn run(&self, job: Job) -> Result<Output, Failure> {
        self.engine.run(job, DEADLINE, |_| {}).await
    }

    pub(crate) async fn preview(&self, file: &Path) -> Result<Preview, Failure> {
        self.preview_as(file, IntakeChoices::default()).await
    }

    pub(crate) async fn preview_as(
        &self,
        file: &Path,
        intake: IntakeChoices,
    ) -> Result<Preview, Failure> {
        let file_name = file
            .file_name()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        let job = Job::Preview {
            file: file.to_owned(),
            file_name,
            intake,
            max_rows: 50,
        };
        match self.run(job).await? {
            Output::Preview(preview) => Ok(*preview),
            other => panic!("not a preview: {other:?}"),
        }
    }

    pub(crate) fn publish_job(&self, file: &Path, version: i64, columns: Vec<ColumnChoice>) -> Job {
        Job::Publish {
            file: file.to_owned(),
            file_name: file
                .file_name()
                .expect("a name")
                .to_string_lossy()
                .into_owned(),
            intake: IntakeChoices::default(),
            mode: WriteMode::Replace,
            base: None,
            rejects: self.rejects(),
            columns,
            table: self.table(),
            app_id: "product-1".to_owned(),
            version,
        }
    }

    pub(crate) async fn publish(&self, file: &Path, version: i64) -> Result<Published, Failure> {
        match self
            .run(self.publish_job(file, version, Vec::new()))
            .await?
        {
            Output::Published(published) => Ok(published),
            other => panic!("not a publication: {other:?}"),
        }
    }

    pub(crate) async fn publish_as(
        &self,
        file: &Path,
        chosen: IntakeChoices,
    ) -> Result<Published, Failure> {
        let mut job = self.publish_job(file, 1, Vec::new());
        if let Job::Publish { intake, .. } = &mut job {
            *intake = chosen;
        }
        match self.run(job).await? {
            Output::Published(published) => Ok(published),
            other => panic!("not a publication: {other:?}"),
        }
    }

    /// Where rows that don't fit are kept.
    pub(crate) fn rejects(&self) -> PathBuf {
        self.table().join("_rejects").join("1.ndjson")
    }

    pub(crate) async fn check(&self, published: &Published) -> Result<(), Failure> {
        let job = Job::Check {
            table: self.table(),
            delta_version: published.delta_version,
            expected: published.summary.clone(),
            demands: Vec::new(),
        };
        self.run(job)
            .await
            .map(|output| assert!(matches!(output, Output::Checked(_))))
    }

    pub(crate) async fn rows(
        &self,
        version: i64,
        offset: u64,
        limit: usize,
    ) -> Result<RowPage, Failure> {
        let job = Job::Rows {
            table: self.table(),
            delta_version: version,
            offset,
            limit,
        };
        match self.run(job).await? {
            Output::Rows(page) => Ok(page),
            other => panic!("not rows: {other:?}"),
        }
    }

    /// Publishes, checks and reads all rows of a file.
    pub(crate) async fn round_trip(&self, file: &Path) -> (Published, RowPage) {
        let published = self.publish(file, 1).await.expect("published");
        self.check(&published).await.expect("checked");
        let page = self
            .rows(published.delta_version, 0, 10_000)
            .await
            .expect("rows");
        assert_eq!(page.row_count, published.summary.row_count);
        assert_eq!(page.rows.len() as u64, page.row_count);
        (published, page)
    }

    /// Names of the commits in the table's log.
    pub(crate) fn commits(&self) -> Vec<String> {
        let Ok(entries) = fs::read_dir(self.table().join("_delta_log")) else {
            return Vec::new();
        };
        let names = entries.map(|entry| entry.expect("an entry").file_name());
        let mut names: Vec<_> = names
            .map(|name| name.to_string_lossy().into_owned())
            .collect();
        names.retain(|name| name.ends_with(".json"));
        names.sort();
        names
    }

    /// Files in the table's folder that are not its log.
    pub(crate) fn data_files(&self) -> Vec<PathBuf> {
        let mut found = Vec::new();
        let mut folders = vec![self.table()];
        while let Some(folder) = folders.pop() {
            let Ok(entries) = fs::read_dir(&folder) else {
                continue;
            };
            for entry in entries {
                let path = entry.expect("an entry").path();
                if path.is_file() {
                    found.push(path);
                } else if path.file_name().is_some_and(|name| name != "_delta_log") {
                    folders.push(path);
                }
            }
        }
        found
    }
}

pub(crate) fn cells(rows: &[&[Option<&str>]]) -> Vec<Vec<Option<String>>> {
    rows.iter()
        .map(|row| row.iter().map(|cell| cell.map(str::to_owned)).collect())
        .collect()
}

/// Rows of numbers and texts that do not compress well.
pub(crate) fn many_rows(rows: u64) -> String {
    let mut text = String::from("id,amount,word\n");
    let mut state = 0x9E37_79B9_7F4A_7C15u64;
    for id in 0..rows {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        text.push_str(&format!("{id},{}.5,word {state:x}\n", state % 100_000));
    }
    text
}
