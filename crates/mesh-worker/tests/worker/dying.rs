use std::{
    fs,
    io::{Read, Write},
    process::{Command, Stdio},
    sync::Arc,
    time::{Duration, Instant},
};

use datafusion::arrow::array::StringArray;
use mesh_engine::{Engine, EngineConfig};
use mesh_job::{Event, FailureCode, Job, Limits, Order, PROTOCOL, encode, read_frame};

use crate::{
    parquet_files::write,
    stage::{DEADLINE, Stage, many_rows},
};

async fn still_serves(stage: &Stage) {
    let file = stage.file("after.csv", "a,b\n1,2\n");
    stage.preview(&file).await.expect("the engine serves on");
}

#[tokio::test]
async fn a_killed_worker_is_a_failed_job() {
    let stage = Stage::behind("echo $$ > {folder}/pid; exec {worker}");
    let file = stage.file("many.csv", many_rows(120_000));
    let pid = stage.path("pid");
    let job = stage.publish_job(&file, 1, Vec::new());
    let mut killed = false;
    let outcome = stage
        .engine
        .run(job, DEADLINE, |_| {
            if !std::mem::replace(&mut killed, true) {
                let pid = fs::read_to_string(&pid).expect("started");
                let status = Command::new("kill").args(["-9", pid.trim()]).status();
                assert!(status.expect("kill").success());
            }
        })
        .await;
    let failure = outcome.expect_err("killed");
    assert_eq!(failure.code, FailureCode::WorkerFailed);
    assert_eq!(failure.params["signal"], "9");
    assert!(stage.commits().is_empty());
    still_serves(&stage).await;
    stage.publish(&file, 1).await.expect("run again");
}

#[tokio::test]
async fn a_worker_out_of_memory_is_a_failed_job() {
    let stage = Stage::with(|config| config.memory_limit_bytes = 512 * 1024 * 1024);
    let file = stage.path("huge.parquet");
    let cell = "x".repeat(300 * 1024 * 1024);
    write(
        &file,
        vec![("huge", Arc::new(StringArray::from(vec![cell.as_str()])))],
    );
    drop(cell);
    let failure = stage.publish(&file, 1).await.expect_err("too large");
    assert_eq!(failure.code, FailureCode::WorkerOutOfMemory, "{failure}");
    assert_eq!(
        failure.params["limitBytes"],
        (512 * 1024 * 1024).to_string()
    );
    assert!(stage.commits().is_empty());
    still_serves(&stage).await;
}

#[tokio::test]
async fn a_job_past_its_deadline_is_killed() {
    let stage = Stage::behind("echo $$ > {folder}/pid; exec {worker}");
    let file = stage.file("many.csv", many_rows(120_000));
    let job = stage.publish_job(&file, 1, Vec::new());
    let outcome = stage
        .engine
        .run(job, Duration::from_millis(200), |_| {})
        .await;
    assert_eq!(outcome.expect_err("late").code, FailureCode::WorkerTimeout);
    assert!(!is_alive(&stage));
    still_serves(&stage).await;
}

#[tokio::test]
async fn a_dropped_job_kills_its_worker_and_frees_its_place() {
    let stage = Stage::behind("echo $$ > {folder}/pid; exec {worker}");
    let file = stage.file("many.csv", many_rows(120_000));
    for version in 1..=4 {
        let job = stage.publish_job(&file, version, Vec::new());
        let run = stage.engine.run(job, DEADLINE, |_| {});
        assert!(
            tokio::time::timeout(Duration::from_millis(200), run)
                .await
                .is_err()
        );
    }
    still_serves(&stage).await;
    let patience = Instant::now();
    while is_alive(&stage) {
        assert!(
            patience.elapsed() < Duration::from_secs(10),
            "the worker lives on"
        );
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

/// Whether the process named in the file `pid` runs (a zombie does not).
fn is_alive(stage: &Stage) -> bool {
    let pid = fs::read_to_string(stage.path("pid")).expect("started");
    fs::read_to_string(format!("/proc/{}/stat", pid.trim()))
        .is_ok_and(|stat| !stat.contains(") Z "))
}

#[test]
fn a_worker_ends_with_its_core() {
    let stage = Stage::new();
    let file = stage.file("many.csv", many_rows(120_000));
    let mut worker = Command::new(env!("CARGO_BIN_EXE_selvedge-worker"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("started");
    let mut stdin = worker.stdin.take().expect("piped");
    let mut stdout = worker.stdout.take().expect("piped");
    let hello: Event = read_frame(&mut stdout).expect("hello");
    assert_eq!(
        hello,
        Event::Hello {
            protocol: PROTOCOL.to_owned()
        }
    );
    let limits = Limits {
        memory_bytes: 1 << 30,
        caged: true,
    };
    let order = Order {
        limits,
        job: stage.publish_job(&file, 1, Vec::new()),
    };
    stdin
        .write_all(&encode(&order).expect("short"))
        .expect("listening");
    let first: Event = read_frame(&mut stdout).expect("locked in");
    assert!(
        matches!(first, Event::Caged(cage) if cage.is_whole()),
        "{first:?}"
    );
    let second: Event = read_frame(&mut stdout).expect("at work");
    assert!(matches!(second, Event::Progress(_)), "{second:?}");
    drop(stdin);
    let mut rest = Vec::new();
    stdout.read_to_end(&mut rest).expect("ended");
    assert_eq!(worker.wait().expect("ended").code(), Some(3));
    assert!(stage.commits().is_empty());
}

#[tokio::test]
async fn what_is_no_worker_of_this_build_is_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    let job = || Job::Preview {
        file: "a.csv".into(),
        file_name: "a.csv".into(),
        intake: mesh_job::IntakeChoices::default(),
        max_rows: 1,
    };
    let run = |engine: Engine| async move { engine.run(job(), DEADLINE, |_| {}).await };
    let missing = Engine::new(EngineConfig::new(folder.path().join("nothing")));
    assert_eq!(
        run(missing).await.expect_err("missing").params["problem"],
        "missing"
    );
    let stage = Stage::behind(
        r#"printf '\062\000\000\000{"event":"hello","content":{"protocol":"old/0.1"}}'; sleep 5"#,
    );
    assert_eq!(
        run(stage.engine.clone()).await.expect_err("old").params["problem"],
        "protocol"
    );
    let stage = Stage::behind("echo hello; sleep 60");
    assert_eq!(
        run(stage.engine.clone()).await.expect_err("noise").params["problem"],
        "protocol"
    );
    let stage = Stage::behind("exit 7");
    assert_eq!(
        run(stage.engine.clone()).await.expect_err("exit").params["exitCode"],
        "7"
    );
}
