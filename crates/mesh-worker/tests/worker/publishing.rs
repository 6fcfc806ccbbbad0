use std::{fs, time::Duration};

use mesh_job::{FailureCode, Output};

use crate::stage::{Stage, cells, many_rows};

#[tokio::test]
async fn publishing_again_makes_a_version_and_keeps_the_old_one() {
    let stage = Stage::new();
    let one = stage.file("one.csv", "id,name\n1,a\n2,b\n");
    let two = stage.file("two.csv", "id,price\n1,1.5\n");
    let first = stage.publish(&one, 1).await.expect("published");
    let second = stage.publish(&two, 2).await.expect("published");
    assert_eq!((first.delta_version, second.delta_version), (0, 1));
    stage.check(&first).await.expect("the old version");
    stage.check(&second).await.expect("the new version");
    let old = stage.rows(0, 0, 10).await.expect("rows");
    assert_eq!(
        old.rows,
        cells(&[&[Some("1"), Some("a")], &[Some("2"), Some("b")]])
    );
    let new = stage.rows(1, 0, 10).await.expect("rows");
    assert_eq!(new.rows, cells(&[&[Some("1"), Some("1.5")]]));
    assert_eq!(new.columns[1].name, "price");
    let mismatch = stage.run(mesh_job::Job::Check {
        table: stage.table(),
        delta_version: 1,
        expected: first.summary,
        demands: Vec::new(),
    });
    let failure = mismatch.await.expect_err("other rows");
    assert_eq!(failure.code, FailureCode::CheckMismatch);
}

#[tokio::test]
async fn twelve_versions_stay_readable_past_a_checkpoint() {
    let stage = Stage::new();
    for version in 1..=12 {
        let file = stage.file("a.csv", format!("id,version\n1,{version}\n"));
        stage.publish(&file, version).await.expect("published");
    }
    for version in 0..12 {
        let page = stage.rows(version, 0, 1).await.expect("rows");
        assert_eq!(page.rows[0][1], Some((version + 1).to_string()));
    }
    let again = stage
        .publish(&stage.path("a.csv"), 5)
        .await
        .expect("found again");
    assert_eq!(again.delta_version, 4);
}

#[tokio::test]
async fn the_same_publication_is_written_once() {
    let stage = Stage::new();
    let file = stage.file("a.csv", "id\n1\n2\n");
    let first = stage.publish(&file, 3).await.expect("published");
    fs::remove_file(&file).expect("own file");
    assert_eq!(stage.publish(&file, 3).await.expect("found again"), first);
    assert_eq!(stage.commits().len(), 1);
    let failure = stage.publish(&file, 2).await.expect_err("an older one");
    assert_eq!(failure.params["problem"], "superseded");
}

#[tokio::test]
async fn a_publication_killed_at_any_moment_is_finished_by_running_it_again() {
    let stage = Stage::new();
    let file = stage.file("many.csv", many_rows(20_000));
    let started = std::time::Instant::now();
    let whole = stage.publish(&file, 1).await.expect("published");
    let usual = started.elapsed();
    let mut killed = 0;
    for version in 2..=11 {
        let deadline = usual.mul_f64(f64::from(i32::try_from(version).expect("small")) / 11.0);
        let job = stage.publish_job(&file, version, Vec::new());
        let outcome = stage
            .engine
            .run(job, deadline.max(Duration::from_millis(5)), |_| {})
            .await;
        match outcome {
            Ok(Output::Published(_)) => {}
            Ok(other) => panic!("another output: {other:?}"),
            Err(failure) => {
                assert_eq!(failure.code, FailureCode::WorkerTimeout);
                killed += 1;
            }
        }
        let published = stage.publish(&file, version).await.expect("resumed");
        assert_eq!(published.summary, whole.summary);
        assert_eq!(published.delta_version, version - 1);
        stage.check(&published).await.expect("checked");
    }
    assert!(killed > 0, "no attempt was killed");
    assert_eq!(stage.commits().len(), 11);
    assert_eq!(
        stage.data_files().len(),
        11,
        "leftovers of killed attempts are removed"
    );
}

#[cfg(unix)]
#[tokio::test]
async fn a_full_disk_is_said_and_leaves_nothing_behind() {
    // A limit on the size of files fails writes as a full disk does.
    let stage = Stage::behind("trap '' XFSZ; ulimit -f 400; exec {worker}");
    let small = stage.file("small.csv", "id,amount,word\n1,2,x\n");
    stage.publish(&small, 1).await.expect("published");
    let files = stage.data_files();
    let large = stage.file("large.csv", many_rows(100_000));
    let failure = stage.publish(&large, 2).await.expect_err("no room");
    assert_eq!(failure.code, FailureCode::StorageFull);
    assert_eq!(stage.commits().len(), 1);
    assert_eq!(stage.data_files(), files);
    assert_eq!(stage.rows(0, 0, 10).await.expect("rows").rows.len(), 1);
}

#[cfg(unix)]
#[tokio::test]
async fn folders_of_tables_are_private() {
    use std::os::unix::fs::PermissionsExt;
    let stage = Stage::new();
    stage
        .publish(&stage.file("a.csv", "id\n1\n"), 1)
        .await
        .expect("published");
    let mode = fs::metadata(stage.table())
        .expect("a folder")
        .permissions()
        .mode();
    assert_eq!(mode & 0o777, 0o700);
}

#[tokio::test]
async fn a_folder_may_have_any_name() {
    for table_name in ["a%20b", "50% off", "q?x#y&z", "..dots..", "日本 😀"] {
        let stage = Stage {
            table_name,
            ..Stage::new()
        };
        let file = stage.file("a.csv", "id\n1\n");
        stage.round_trip(&file).await;
        assert_eq!(stage.commits().len(), 1, "{table_name}");
    }
}
