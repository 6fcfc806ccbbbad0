use std::fs;

use crate::stage::{DEADLINE, Stage, many_rows};

#[tokio::test]
async fn a_worker_is_locked_in_before_it_reads() {
    let stage = Stage::behind("echo $$ > {folder}/pid; exec {worker}");
    let file = stage.file("many.csv", many_rows(120_000));
    let pid = stage.path("pid");
    let mut seen = String::new();
    let job = stage.publish_job(&file, 1, Vec::new());
    let outcome = stage.engine.run(job, DEADLINE, |_| {
        if seen.is_empty() {
            let pid = fs::read_to_string(&pid).expect("started");
            seen = fs::read_to_string(format!("/proc/{}/status", pid.trim())).expect("at work");
        }
    });
    outcome.await.expect("published");
    assert!(seen.contains("\nSeccomp:\t2\n"), "{seen}");
    assert!(seen.contains("\nNoNewPrivs:\t1\n"), "{seen}");
    assert!(stage.engine.cage().expect("told").is_whole());
}
