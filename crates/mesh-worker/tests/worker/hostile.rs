use std::{fs, sync::Arc};

use datafusion::arrow::array::Int32Array;
use mesh_job::{Failure, FailureCode};

use crate::{
    packing::Zip,
    parquet_files::write,
    stage::{Stage, many_rows},
};

/// Both the preview and the publication of a file, which must fail alike.
async fn refused(stage: &Stage, name: &str, content: &[u8]) -> Failure {
    let file = stage.file(name, content);
    let failure = stage.preview(&file).await.expect_err("no preview");
    assert_eq!(stage.publish(&file, 1).await, Err(failure.clone()));
    assert!(stage.commits().is_empty());
    assert!(stage.data_files().is_empty());
    failure
}

#[tokio::test]
async fn empty_files_are_refused() {
    let stage = Stage::new();
    for content in ["", "\n\n", "\u{FEFF}", " \n ,, \n"] {
        let failure = refused(&stage, "empty.csv", content.as_bytes()).await;
        assert_eq!(failure, Failure::new(FailureCode::FileEmpty), "{content:?}");
    }
}

#[tokio::test]
async fn truncated_parquet_is_refused_at_every_length() {
    let stage = Stage::new();
    let path = stage.path("whole.parquet");
    write(
        &path,
        vec![("id", Arc::new(Int32Array::from(vec![1, 2, 3])))],
    );
    let whole = fs::read(&path).expect("written");
    for length in [
        4,
        8,
        10,
        11,
        12,
        50,
        whole.len() / 2,
        whole.len() - 4,
        whole.len() - 1,
    ] {
        let failure = refused(&stage, "cut.parquet", &whole[..length]).await;
        assert_eq!(failure.code, FailureCode::FileTruncated, "{length} bytes");
    }
}

#[tokio::test]
async fn damaged_parquet_ends_the_job_and_not_the_engine() {
    let stage = Stage::new();
    let mut footer = b"PAR1\x19\xfc\xff\xff\xff\x0f".to_vec();
    footer.extend(6u32.to_le_bytes());
    footer.extend(b"PAR1");
    let file = stage.file("list.parquet", &footer);
    let failure = stage.preview(&file).await.expect_err("no preview");
    let expected = [
        FailureCode::FileUnreadable,
        FailureCode::FileTruncated,
        FailureCode::WorkerOutOfMemory,
    ];
    assert!(expected.contains(&failure.code), "{failure}");

    let path = stage.path("whole.parquet");
    write(
        &path,
        vec![("id", Arc::new(Int32Array::from((0..6).collect::<Vec<_>>())))],
    );
    let whole = fs::read(&path).expect("written");
    for at in (4..whole.len() - 8).step_by(31) {
        let mut bytes = whole.clone();
        bytes[at] ^= 0xFF;
        // A change in a page can go unseen, but nothing may hang or crash the core.
        let file = stage.file("flipped.parquet", &bytes);
        if let Err(failure) = stage.preview(&file).await {
            assert_ne!(failure.code, FailureCode::WorkerTimeout, "byte {at}");
        }
    }
    assert!(
        stage
            .preview(&stage.file("good.csv", "a,b\n1,2\n"))
            .await
            .is_ok()
    );
}

#[tokio::test]
async fn wrongly_named_files_are_recognised_by_their_content() {
    let stage = Stage::new();
    let letter = Zip::default().with("word/document.xml", b"<w/>").finish();
    let failure = refused(&stage, "letter.csv", &letter).await;
    assert_eq!(failure.code, FailureCode::FileKindUnknown);
    assert_eq!(failure.params["found"], "word");
    let failure = refused(&stage, "scan.parquet", b"%PDF-1.7\n1 0 obj").await;
    assert_eq!(failure.params["found"], "pdf");
    let csv = stage.file("really.parquet", "a,b\n1,2\n");
    assert!(stage.preview(&csv).await.is_ok());
    let parquet = stage.path("really.csv");
    write(&parquet, vec![("id", Arc::new(Int32Array::from(vec![1])))]);
    assert!(stage.preview(&parquet).await.is_ok());
    let failure = stage
        .preview(stage.folder.path())
        .await
        .expect_err("a folder");
    assert_eq!(failure.params["found"], "folder");
}

#[tokio::test]
async fn rows_that_do_not_fit_name_their_line() {
    let stage = Stage::new();
    let ragged = stage.file("ragged.csv", "a,b\n1,2\n\"3\n3\",4,5\n");
    let failure = stage.publish(&ragged, 1).await.expect_err("a ragged row");
    assert!(stage.commits().is_empty());
    assert_eq!(failure.code, FailureCode::FileUnreadable);
    assert_eq!(failure.params["problem"], "row_length");
    assert_eq!(failure.params["line"], "3");
    assert_eq!(failure.params["expected"], "2");
    assert_eq!(failure.params["found"], "3");
    let failure = refused(&stage, "nul.csv", b"a,b\n1,2\n3,\x004\n5,6\n").await;
    assert_eq!(
        (
            failure.params["problem"].as_str(),
            failure.params["line"].as_str()
        ),
        ("nul_byte", "3")
    );
    let failure = refused(&stage, "quote.csv", b"a,b\n1,\"2\n3,4\n").await;
    assert_eq!(failure.params["problem"], "open_quote");
    let mixed = "a,b\nä,ö\nü,"
        .as_bytes()
        .iter()
        .chain(b"\xFF\n")
        .copied()
        .collect::<Vec<_>>();
    let failure = refused(&stage, "mixed.csv", &mixed).await;
    assert_eq!(
        (
            failure.params["problem"].as_str(),
            failure.params["line"].as_str()
        ),
        ("encoding", "3")
    );
}

#[tokio::test]
async fn a_problem_beyond_the_preview_stops_the_publication_whole() {
    let stage = Stage::new();
    let good = stage.file("good.csv", "id,amount,word\n1,2,x\n");
    stage.publish(&good, 1).await.expect("published");
    let files = stage.data_files();
    let mut text = many_rows(300_000);
    text.push_str("1,2\n");
    let file = stage.file("late.csv", &text);
    assert!(stage.preview(&file).await.is_ok());
    let failure = stage.publish(&file, 2).await.expect_err("a ragged row");
    assert_eq!(failure.params["line"], "300002");
    assert_eq!(stage.commits().len(), 1);
    assert_eq!(stage.data_files(), files);
}

#[tokio::test]
async fn vanished_files_and_tables_are_said() {
    let stage = Stage::new();
    let file = stage.path("never.csv");
    let vanished = Failure::new(FailureCode::FileVanished);
    assert_eq!(stage.preview(&file).await, Err(vanished.clone()));
    assert_eq!(stage.publish(&file, 1).await, Err(vanished.clone()));
    assert_eq!(stage.rows(0, 0, 1).await, Err(vanished.clone()));
    let file = stage.file("a.csv", "a,b\n1,2\n");
    let published = stage.publish(&file, 1).await.expect("published");
    assert_eq!(stage.rows(7, 0, 1).await, Err(vanished.clone()));
    for data in stage.data_files() {
        fs::remove_file(data).expect("own file");
    }
    assert_eq!(stage.check(&published).await, Err(vanished));
}

#[tokio::test]
async fn too_many_columns_are_refused() {
    let stage = Stage::new();
    let header: Vec<_> = (0..2_001).map(|number| format!("c{number}")).collect();
    let failure = refused(&stage, "wide.csv", header.join(",").as_bytes()).await;
    assert_eq!(failure.code, FailureCode::TooManyColumns);
    assert_eq!(failure.params["found"], "2001");
    let widest = stage.file(
        "widest.csv",
        format!("{0}\n{0}\n", header[..2_000].join(",")),
    );
    assert_eq!(
        stage
            .preview(&widest)
            .await
            .expect("a preview")
            .columns
            .len(),
        2_000
    );
}
