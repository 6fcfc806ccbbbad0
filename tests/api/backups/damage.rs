//! What is damaged, foreign or in the way is refused, and nothing is touched.

use std::path::Path;

use mesh_platform::backup::RestoreRefusal;
use mesh_tests::{Database, Mesh};
use tempfile::TempDir;

use super::{PASSPHRASE, back_up, furnished, restored, sqlite};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_backup_that_was_cut_or_changed_is_refused_and_nothing_is_touched() {
    let (mesh, _) = furnished().await;
    let place = TempDir::new().expect("a folder");
    let file = place.path().join("whole");
    back_up(&mesh, &file).await;
    let whole = std::fs::read(&file).expect("reads");
    let target = place.path().join("target");
    let broken = place.path().join("broken");

    let mut damaged: Vec<(String, Vec<u8>)> = (0..20)
        .map(|part| {
            (
                format!("cut at {part}/20"),
                whole[..whole.len() * part / 20].to_vec(),
            )
        })
        .collect();
    damaged.push((
        "cut by one byte".to_owned(),
        whole[..whole.len() - 1].to_vec(),
    ));
    for part in 0..12 {
        let place = (whole.len() - 1) * part / 11;
        let mut flipped = whole.clone();
        flipped[place] ^= 0x20;
        damaged.push((format!("flipped at {place}"), flipped));
    }
    let mut longer = whole.clone();
    longer.extend_from_slice(b"more");
    damaged.push(("longer".to_owned(), longer));
    for (how, bytes) in damaged {
        std::fs::write(&broken, bytes).expect("writes");
        let refusal = restored(&broken, PASSPHRASE, &target, false)
            .await
            .expect_err(&how);
        let understood = matches!(
            refusal,
            RestoreRefusal::CutShort
                | RestoreRefusal::Damaged(_)
                | RestoreRefusal::NotABackup
                | RestoreRefusal::WrongPassphrase
        );
        assert!(understood, "{how}: {refusal:?}");
        assert_untouched(place.path(), &how);
    }
    let refusal = restored(&file, "another passphrase", &target, false).await;
    assert!(
        matches!(refusal, Err(RestoreRefusal::WrongPassphrase)),
        "{refusal:?}"
    );
    assert_untouched(place.path(), "wrong passphrase");
    std::fs::write(&broken, "Dear friend, this is no backup at all.").expect("writes");
    let refusal = restored(&broken, PASSPHRASE, &target, false).await;
    assert!(
        matches!(refusal, Err(RestoreRefusal::NotABackup)),
        "{refusal:?}"
    );
    restored(&file, PASSPHRASE, &target, false)
        .await
        .expect("the whole one restores");
}

fn assert_untouched(place: &Path, how: &str) {
    let names: Vec<_> = std::fs::read_dir(place)
        .expect("reads")
        .flatten()
        .map(|entry| entry.file_name())
        .filter(|name| name != "whole" && name != "broken")
        .collect();
    assert!(names.is_empty(), "{how}: {names:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_backup_of_a_newer_selvedge_and_a_taken_folder_are_refused() {
    let (mesh, _) = furnished().await;
    let place = TempDir::new().expect("a folder");
    let file = place.path().join("whole");
    back_up(&mesh, &file).await;
    let taken = place.path().join("taken");
    std::fs::create_dir(&taken).expect("makes");
    std::fs::write(taken.join("letter.txt"), "Dear friend").expect("writes");
    for replace in [false, true] {
        let refusal = restored(&file, PASSPHRASE, &taken, replace).await;
        assert!(
            matches!(refusal, Err(RestoreRefusal::FolderTaken(_))),
            "{refusal:?}"
        );
    }
    let refusal = restored(&file, PASSPHRASE, mesh.folder(), true).await;
    assert!(
        matches!(refusal, Err(RestoreRefusal::InUse(_))),
        "{refusal:?}"
    );
    let other = Mesh::open(Database::Sqlite).await;
    let (other, _) = other.close().await;
    let refusal = restored(&file, PASSPHRASE, other.path(), true).await;
    assert!(
        matches!(refusal, Err(RestoreRefusal::OtherWorkspace { .. })),
        "{refusal:?}"
    );

    let mut database = sqlite(mesh.folder()).await;
    sqlx::query("INSERT INTO schema_version (version) VALUES (999)")
        .execute(&mut database)
        .await
        .expect("pretends");
    let newer = place.path().join("newer");
    back_up(&mesh, &newer).await;
    let refusal = restored(&newer, PASSPHRASE, &place.path().join("target"), false).await;
    assert!(
        matches!(refusal, Err(RestoreRefusal::Newer { .. })),
        "{refusal:?}"
    );
}
