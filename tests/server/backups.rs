//! Backup and restore on the command line.

use std::{
    path::Path,
    process::{Command, Output, Stdio},
};

use tempfile::TempDir;

use crate::{Running, program};

fn run(words: &[&str], folder: &Path, passphrase: &Path) -> Output {
    Command::new(program())
        .env_remove("SELVEDGE_DATABASE_URL")
        .env("SELVEDGE_WORKER", mesh_tests::worker())
        .args(words)
        .arg("--data-dir")
        .arg(folder)
        .arg("--passphrase-file")
        .arg(passphrase)
        .stdin(Stdio::null())
        .output()
        .expect("starts")
}

fn said(output: &Output) -> String {
    let (out, err) = (&output.stdout, &output.stderr);
    format!(
        "{}{}",
        String::from_utf8_lossy(out),
        String::from_utf8_lossy(err)
    )
}

#[test]
fn a_served_workspace_is_backed_up_and_restored_from_the_command_line() {
    let place = TempDir::new().expect("a folder");
    let passphrase = place.path().join("passphrase");
    std::fs::write(&passphrase, "warp, weft and a red thread\n").expect("writes");
    let (original, twin) = (place.path().join("original"), place.path().join("twin"));
    let file = place.path().join("mesh.selvedge-backup");
    let to = file.to_str().expect("text");
    let server = Running::start(&original, &["--demo"]);

    let short = place.path().join("short");
    std::fs::write(&short, "short").expect("writes");
    let refused = run(&["backup", "--to", to], &original, &short);
    assert!(
        !refused.status.success() && said(&refused).contains("12 characters"),
        "{}",
        said(&refused)
    );
    let made = run(&["backup", "--to", to], &original, &passphrase);
    assert!(made.status.success(), "{}", said(&made));
    assert!(said(&made).contains("Weft & Warp"), "{}", said(&made));
    let again = run(&["backup", "--to", to], &original, &passphrase);
    assert!(said(&again).contains("exists already"), "{}", said(&again));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = std::fs::metadata(&file)
            .expect("is there")
            .permissions()
            .mode();
        assert_eq!(mode & 0o777, 0o600);
    }

    let busy = run(
        &["restore", "--replace", "--from", to],
        &original,
        &passphrase,
    );
    assert!(
        said(&busy).contains("in use") && said(&busy).contains("Nothing was changed"),
        "{}",
        said(&busy)
    );
    drop(server);
    let taken = run(&["restore", "--from", to], &original, &passphrase);
    assert!(said(&taken).contains("--replace"), "{}", said(&taken));
    let wrong = run(&["restore", "--from", to], &twin, &short);
    assert!(
        said(&wrong).contains("passphrase doesn't open") && !twin.exists(),
        "{}",
        said(&wrong)
    );
    let restored = run(&["restore", "--from", to], &twin, &passphrase);
    assert!(restored.status.success(), "{}", said(&restored));
    assert!(
        said(&restored).contains("set-up link"),
        "{}",
        said(&restored)
    );
    assert!(!twin.join("demo-tokens.json").exists());
    let server = Running::start(&twin, &[]);
    assert!(
        server.link.is_some(),
        "nobody can sign in until the set-up link is used"
    );
    drop(server);
    let replaced = run(&["restore", "--replace", "--from", to], &twin, &passphrase);
    assert!(replaced.status.success(), "{}", said(&replaced));
    assert!(
        said(&replaced).contains("is kept in"),
        "{}",
        said(&replaced)
    );

    let none = run(
        &["backup", "--to", to],
        &place.path().join("nowhere"),
        &passphrase,
    );
    assert!(!none.status.success());
}
