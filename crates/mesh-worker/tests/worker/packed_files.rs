//! Files that are packed, alone and together.

use mesh_job::{FailureCode, FileFormat, IntakeChoices, IntakeNoteCode, IntakeQuestionCode};

use crate::{
    packing::{Zip, gzip, rows, workbook},
    stage::{Stage, cells, many_rows},
};

#[tokio::test]
async fn a_packed_file_is_read_as_if_it_were_not() {
    let stage = Stage::new();
    let expected = cells(&[&[Some("1"), Some("2.5")]]);
    let csv = b"a;b\n1;2,5\n";
    let zip = Zip::default()
        .with("exports/", b"")
        .with("__MACOSX/exports/._a.csv", b"\0\x05\x16\x07")
        .with("exports/a.csv", csv);
    let book = workbook(&[("A", "visible", &rows(1, &[&["a", "b"], &["=1", "=2.5"]]))]).finish();
    for (name, content) in [
        ("a.csv.gz", gzip(csv)),
        ("a.json.gz", gzip(b"[{\"a\": 1, \"b\": 2.5}]")),
        ("a.zip", zip.finish()),
        ("b.zip", Zip::default().with("a.xlsx", &book).finish()),
    ] {
        let file = stage.file(name, content);
        let preview = stage.preview(&file).await.expect(name);
        assert_eq!(preview.rows, expected, "{name}");
        assert_eq!(preview.notes[0].code, IntakeNoteCode::Unpacked, "{name}");
        assert!(preview.questions.is_empty(), "{name}");
        let published = stage.publish_as(&file, preview.intake).await.expect(name);
        assert_eq!(published.summary.row_count, 1, "{name}");
        let again = Stage::new();
        let file = again.file(name, std::fs::read(&file).expect("it is there"));
        again.publish(&file, 1).await.expect(name);
    }
}

#[tokio::test]
async fn which_of_several_files_is_the_table_is_asked() {
    let stage = Stage::new();
    let zip = Zip::default()
        .with("../../etc/orders.csv", b"id,amount\n1,2\n")
        .with("shops.json", b"[{\"shop\": \"K\"}]")
        .with("read me.pdf", b"%PDF-1.7");
    let file = stage.file("both.zip", zip.finish());
    let preview = stage.preview(&file).await.expect("a preview");
    assert_eq!(preview.questions[0].code, IntakeQuestionCode::Member);
    assert_eq!(preview.intake.member, None);
    let offered: Vec<_> = preview
        .offers
        .members
        .iter()
        .map(|one| one.name.as_str())
        .collect();
    assert_eq!(offered, ["../../etc/orders.csv", "shops.json"]);
    let chosen = |name: &str| IntakeChoices {
        member: Some(name.to_owned()),
        ..IntakeChoices::default()
    };
    let preview = stage
        .preview_as(&file, chosen("shops.json"))
        .await
        .expect("a preview");
    assert_eq!(
        (preview.format, preview.questions.len()),
        (FileFormat::Json, 0)
    );
    assert_eq!(preview.intake.member.as_deref(), Some("shops.json"));
    let failure = stage
        .preview_as(&file, chosen("x.csv"))
        .await
        .expect_err("gone");
    assert_eq!(failure.params["problem"], "member_gone");
}

#[tokio::test]
async fn a_large_packed_file_is_estimated_and_published_whole() {
    let stage = Stage::new();
    let file = stage.file("many.csv.gz", gzip(many_rows(400_000).as_bytes()));
    let preview = stage.preview(&file).await.expect("a preview");
    assert!(!preview.row_count_is_exact);
    let estimate = preview.row_count.expect("an estimate");
    assert!((300_000..520_000).contains(&estimate), "{estimate}");
    let published = stage
        .publish_as(&file, preview.intake)
        .await
        .expect("published");
    stage.check(&published).await.expect("checked");
    assert_eq!(published.summary.row_count, 400_000);
}

#[tokio::test]
async fn hostile_archives_are_one_failed_job() {
    let stage = Stage::new();
    let zeros = vec![b'0'; 200 * 1024 * 1024];
    let bomb = gzip(&zeros);
    let file = stage.file("bomb.csv.gz", &bomb);
    let failure = stage.publish(&file, 1).await.expect_err("a trap");
    assert!(
        ["packed_trap", "cell_size"].contains(&failure.params["problem"].as_str()),
        "{failure}"
    );
    let lines = "1,2\n".repeat(50 * 1024 * 1024);
    let file = stage.file("lines.csv.gz", gzip(lines.as_bytes()));
    let failure = stage.publish(&file, 1).await.expect_err("a trap");
    assert_eq!(failure.params["problem"], "packed_trap");
    assert!(stage.commits().is_empty());
    let whole = gzip(many_rows(1_000).as_bytes());
    for length in [2, 9, 100, whole.len() / 2, whole.len() - 9] {
        let file = stage.file("cut.csv.gz", &whole[..length]);
        let failure = stage.preview(&file).await.expect_err("cut off");
        assert_eq!(failure.code, FailureCode::FileTruncated, "{length} bytes");
    }
    let zip = Zip::default().with("a.csv", b"a,b\n1,2\n").finish();
    let mut flipped = zip.clone();
    flipped[36] ^= 0xFF;
    assert!(
        stage
            .preview(&stage.file("flipped.zip", flipped))
            .await
            .is_err()
    );
    for length in (4..zip.len()).step_by(7) {
        let failure = stage
            .preview(&stage.file("cut.zip", &zip[..length]))
            .await
            .expect_err("cut");
        assert_eq!(failure.code, FailureCode::FileTruncated, "{length} bytes");
    }
    let locked = Zip::default()
        .with_said("a.csv", b"a,b\n1,2\n", 8, 1)
        .finish();
    let failure = stage
        .preview(&stage.file("locked.zip", locked))
        .await
        .expect_err("locked");
    assert_eq!(failure.params["problem"], "encrypted");
    let twice = Zip::default().with("b.zip", &zip).finish();
    let failure = stage
        .preview(&stage.file("twice.zip", twice))
        .await
        .expect_err("nested");
    assert_eq!(failure.params["found"], "zip");
    let nothing = Zip::default().finish();
    let failure = stage
        .preview(&stage.file("nothing.zip", nothing))
        .await
        .expect_err("nothing");
    assert_eq!(failure.params["problem"], "archive_empty");
}
