use std::{fs, process::Command, time::Duration};

use mesh_engine::{Engine, EngineConfig};

use crate::stage::Stage;

/// The ids of the workers that were started, once there are that many.
async fn started(stage: &Stage, count: usize) -> Vec<String> {
    for _ in 0..500 {
        let pids = fs::read_to_string(stage.path("pids")).unwrap_or_default();
        let pids: Vec<_> = pids.lines().map(str::to_owned).collect();
        if pids.len() >= count {
            assert_eq!(pids.len(), count, "no more than are needed");
            return pids;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    panic!("{count} workers were never started");
}

#[tokio::test]
async fn a_worker_waits_for_the_next_job() {
    let mut stage = Stage::behind("echo $$ >> {folder}/pids; exec {worker}");
    stage.engine = Engine::new(EngineConfig {
        keeps_ready: true,
        ..EngineConfig::new(stage.path("worker.sh"))
    });
    let file = stage.file("few.csv", "a,b\n1,2\n");
    stage.engine.get_ready();
    started(&stage, 1).await;
    stage.preview(&file).await.expect("read");
    let waiting = started(&stage, 2).await.remove(1);
    let killed = Command::new("kill").args(["-9", &waiting]).status();
    assert!(killed.expect("kill").success());
    tokio::time::sleep(Duration::from_millis(100)).await;
    stage
        .preview(&file)
        .await
        .expect("another is started instead");
    started(&stage, 4).await;
}
