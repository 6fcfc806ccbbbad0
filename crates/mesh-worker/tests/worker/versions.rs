//! Rows that are added to a table or merged into it, versions that are put back, and files that are compacted.

use mesh_job::{ColumnChange, Comparison, Failure, Job, Output, Published, WriteMode};

use crate::stage::{Stage, many_rows};

async fn publish(
    stage: &Stage,
    csv: &str,
    version: i64,
    how: WriteMode,
) -> Result<Published, Failure> {
    let file = stage.file("next.csv", csv);
    let mut job = stage.publish_job(&file, version, Vec::new());
    if let Job::Publish { mode, .. } = &mut job {
        *mode = how;
    }
    match stage.run(job).await? {
        Output::Published(published) => Ok(published),
        other => panic!("not a publication: {other:?}"),
    }
}

async fn compare(stage: &Stage, csv: &str, delta_version: i64, mode: WriteMode) -> Comparison {
    let file = stage.file("next.csv", csv);
    let job = Job::Compare {
        file,
        file_name: "next.csv".to_owned(),
        intake: Default::default(),
        table: stage.table(),
        delta_version,
        mode,
    };
    match stage.run(job).await.expect("compared") {
        Output::Compared(told) => told,
        other => panic!("not a comparison: {other:?}"),
    }
}

async fn rows(stage: &Stage, version: i64) -> Vec<Vec<Option<String>>> {
    stage.rows(version, 0, 1_000).await.expect("rows").rows
}

fn commit(stage: &Stage, at: usize) -> String {
    let path = stage.table().join("_delta_log").join(&stage.commits()[at]);
    std::fs::read_to_string(path).expect("a commit")
}

fn merge() -> WriteMode {
    WriteMode::Merge {
        key: vec!["id".to_owned()],
    }
}

#[tokio::test]
async fn many_appends_become_one_file_and_every_version_stays_readable() {
    let stage = Stage::new();
    let mut last = None;
    for number in 0..16 {
        let csv = format!("id,name\n{number},row {number}\n");
        let published = publish(&stage, &csv, number + 1, WriteMode::Append).await;
        let published = published.expect("published");
        assert_eq!(published.summary.row_count, number as u64 + 1);
        stage.check(&published).await.expect("what was expected");
        last = Some(published);
    }
    let last = last.expect("one");
    // Sixteen commits, and one that puts their files together.
    assert_eq!((last.delta_version, stage.commits().len()), (16, 17));
    let compacted = rows(&stage, 16).await;
    assert_eq!(compacted, rows(&stage, 15).await);
    assert_eq!(compacted[0][1].as_deref(), Some("row 0"));
    assert_eq!(rows(&stage, 3).await.len(), 4);
    let told: Vec<serde_json::Value> = commit(&stage, 16)
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect();
    let adds = told
        .iter()
        .filter(|action| action.get("add").is_some())
        .count();
    let removes = told
        .iter()
        .filter(|action| action.get("remove").is_some())
        .count();
    assert_eq!((adds, removes), (1, 16));
    let changed = told.iter().any(|action| {
        action["add"]["dataChange"] == true || action["remove"]["dataChange"] == true
    });
    assert!(
        !changed,
        "other programs are told that the rows are the same"
    );
    // Found again after an interruption, compacted as it is.
    let again = publish(&stage, "id,name\n15,row 15\n", 16, WriteMode::Append).await;
    assert_eq!(again.expect("found again").delta_version, 16);
    let next = publish(&stage, "id,name\n16,row 16\n", 17, WriteMode::Append)
        .await
        .expect("published");
    stage.check(&next).await.expect("what was expected");
    assert_eq!(rows(&stage, next.delta_version).await.len(), 17);
}

#[tokio::test]
async fn a_merge_rewrites_only_the_files_that_it_touches() {
    let stage = Stage::new();
    publish(&stage, "id,name\n1,a\n2,b\n", 1, WriteMode::Append)
        .await
        .expect("published");
    publish(&stage, "id,name\n3,c\n4,d\n", 2, WriteMode::Append)
        .await
        .expect("published");
    let merged = publish(&stage, "id,name,more\n4,D,x\n3,c,\n5,e,y\n", 3, merge())
        .await
        .expect("published");
    stage.check(&merged).await.expect("what was expected");
    let mut now = rows(&stage, merged.delta_version).await;
    now.sort();
    let cell = |text: &str| Some(text.to_owned());
    assert_eq!(
        now,
        [
            vec![cell("1"), cell("a"), None],
            vec![cell("2"), cell("b"), None],
            vec![cell("3"), cell("c"), None],
            vec![cell("4"), cell("D"), cell("x")],
            vec![cell("5"), cell("e"), cell("y")],
        ]
    );
    let entry = commit(&stage, 2);
    assert_eq!(entry.matches("\"remove\"").count(), 1, "{entry}");
    let failed = publish(&stage, "id,name,more\n7,a,\n7,b,\n", 4, merge()).await;
    let failed = failed.expect_err("a key twice");
    assert_eq!(failed.params["problem"], "key");
    assert!(
        failed
            .params
            .keys()
            .all(|name| ["problem", "row"].contains(&name.as_str())),
        "{failed} tells values"
    );
}

#[tokio::test]
async fn what_was_put_back_holds_what_it_held() {
    let stage = Stage::new();
    let first = publish(&stage, "id,name\n1,a\n2,b\n", 1, WriteMode::Replace)
        .await
        .expect("published");
    publish(&stage, "id,other\n9,z\n", 2, WriteMode::Replace)
        .await
        .expect("published");
    let job = || Job::PutBack {
        table: stage.table(),
        delta_version: 0,
        app_id: "back".to_owned(),
        version: 1,
    };
    let Output::Published(back) = stage.run(job()).await.expect("put back") else {
        panic!("not a publication")
    };
    assert_eq!((back.delta_version, &back.summary), (2, &first.summary));
    stage.check(&back).await.expect("what was expected");
    assert_eq!(rows(&stage, 2).await, rows(&stage, 0).await);
    assert_eq!(
        stage.run(job()).await.expect("found again"),
        Output::Published(back)
    );
    assert_eq!(stage.commits().len(), 3);
}

#[tokio::test]
async fn a_type_stays_as_long_as_the_values_fit_it() {
    let stage = Stage::new();
    publish(&stage, "id,price,note\n1,1.5,x\n", 1, WriteMode::Replace)
        .await
        .expect("published");
    let whole = publish(&stage, "id,price,note\n1,2,\n2,3,\n", 2, WriteMode::Replace)
        .await
        .expect("published");
    let types = |published: &Published| {
        let types: Vec<_> = published
            .columns
            .iter()
            .map(|one| one.physical_type.clone())
            .collect();
        types.join(" ")
    };
    assert_eq!(types(&whole), "long double string");
    stage.check(&whole).await.expect("what was expected");
    let told = compare(
        &stage,
        "id,price,note\na,2,\n2,3,7\n",
        1,
        WriteMode::Replace,
    )
    .await;
    let changes: Vec<_> = told
        .columns
        .iter()
        .map(|one| (one.name.as_str(), one.change))
        .collect();
    assert_eq!(changes, [("id", ColumnChange::Retyped)]);
    let text = publish(
        &stage,
        "id,price,note\na,2,\n2,3,7\n",
        3,
        WriteMode::Replace,
    )
    .await
    .expect("published");
    assert_eq!(types(&text), "string double string");
}

#[tokio::test]
async fn files_and_tables_of_many_rows_are_compared_exactly() {
    let stage = Stage::new();
    let file = stage.file("many.csv", many_rows(200_000));
    stage.publish(&file, 1).await.expect("published");
    let again = std::fs::read_to_string(&file).expect("own file");
    let told = compare(&stage, &again, 0, WriteMode::Replace).await;
    assert_eq!((told.unchanged, told.added, told.removed), (200_000, 0, 0));
    let fewer: String = again
        .lines()
        .take(150_001)
        .map(|line| format!("{line}\n"))
        .collect();
    let told = compare(&stage, &fewer, 0, WriteMode::Replace).await;
    assert_eq!(
        (told.unchanged, told.added, told.removed),
        (150_000, 0, 50_000)
    );
}
