//! A workspace that is backed up comes back whole, or not at all.

use std::{
    fs::File,
    path::{Path, PathBuf},
    sync::Arc,
};

use http::{Method, Request, StatusCode, header};
use http_body_util::BodyExt;
use mesh_model::{AccessTokenInput, Credentials, Role};
use mesh_platform::backup::{
    BackupProgress, Passphrase, RestoreRefusal, RestoreTarget, Restored, restore,
};
use mesh_tests::{Caller, Database, Mesh};
use serde_json::{Value, json};
use sqlx::{Connection, Row, SqliteConnection};
use tempfile::TempDir;
use tower::ServiceExt;

const PASSPHRASE: &str = "warp, weft and a red thread";

/// Backs the workspace up by the API and saves the file.
async fn back_up(mesh: &Mesh, to: &Path) {
    let by = Some(&mesh.administrator);
    let input = json!({ "passphrase": PASSPHRASE });
    let begun = mesh
        .call(by, Method::POST, "/workspace/backups", Some(input))
        .await;
    assert_eq!(begun.status, StatusCode::ACCEPTED, "{}", begun.body);
    let path = format!(
        "/workspace/backups/{}",
        begun.body["id"].as_str().unwrap_or_default()
    );
    for _ in 0..600 {
        let now = mesh.call(by, Method::GET, &path, None).await;
        assert_ne!(now.body["state"], "failed", "{}", now.body);
        if now.body["state"] == "ready" {
            save(mesh, &path, to).await;
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    panic!("the backup doesn't end");
}

async fn save(mesh: &Mesh, path: &str, to: &Path) {
    let request = || {
        Request::get(format!("/api/v1{path}/content"))
            .header(
                header::AUTHORIZATION,
                format!("Bearer {}", mesh.administrator.token),
            )
            .body(axum::body::Body::empty())
            .expect("a request")
    };
    let response = mesh
        .router
        .clone()
        .oneshot(request())
        .await
        .expect("answers");
    assert_eq!(response.status(), StatusCode::OK);
    let disposition = response.headers()[header::CONTENT_DISPOSITION]
        .to_str()
        .expect("text")
        .to_owned();
    assert!(disposition.ends_with(".selvedge-backup\""), "{disposition}");
    let bytes = response
        .into_body()
        .collect()
        .await
        .expect("a whole body")
        .to_bytes();
    std::fs::write(to, bytes).expect("writes");
    let again = mesh
        .router
        .clone()
        .oneshot(request())
        .await
        .expect("answers");
    assert_eq!(again.status(), StatusCode::NOT_FOUND, "handed out once");
    let left = std::fs::read_dir(mesh.folder().join("backups")).expect("a folder");
    assert_eq!(left.count(), 0, "nothing stays behind");
}

async fn restored(
    file: &Path,
    passphrase: &str,
    folder: &Path,
    replace: bool,
) -> Result<Restored, RestoreRefusal> {
    let target = RestoreTarget {
        folder: folder.to_owned(),
        replace,
        siblings: Vec::new(),
    };
    restore(
        File::open(file).expect("opens"),
        Passphrase::from(passphrase.to_owned()),
        target,
        Arc::new(BackupProgress::default()),
    )
    .await
}

/// A workspace with something of everything: people, domains, a product with two versions, and ways in.
async fn furnished() -> (Mesh, Caller) {
    let mesh = Mesh::open(Database::Sqlite).await;
    let owner = mesh.person("Owner", Some(Role::Member)).await;
    mesh.person("Stew Ward", Some(Role::Steward)).await;
    let domain = mesh.domain("Sales", owner.principal.id).await;
    mesh.domain("Logistics", owner.principal.id).await;
    let first = mesh
        .publish(&owner, &domain, "Orders", "id,old\n1,a\n")
        .await;
    assert_eq!(first["state"], "succeeded", "{first}");
    let upload = mesh
        .upload(&owner, "second.csv", b"id,new\n1,x\n2,y\n")
        .await;
    let asked =
        json!({ "uploadId": upload, "columns": [], "dataProductId": first["dataProductId"] });
    let started = mesh
        .call(Some(&owner), Method::POST, "/publications", Some(asked))
        .await;
    let id = started.body["id"].as_str().unwrap_or_default().to_owned();
    assert_eq!(mesh.ended(&owner, &id).await["state"], "succeeded");
    (mesh, owner)
}

/// Everything that one can see of a workspace.
async fn seen(mesh: &Mesh, owner: &Caller) -> Vec<Value> {
    let product = mesh
        .call(Some(owner), Method::GET, "/data-products/orders", None)
        .await;
    let product = product.body["id"].as_str().unwrap_or_default().to_owned();
    let of_product = |rest: &str| format!("/data-products/{product}{rest}");
    let mut seen = Vec::new();
    for path in [
        "/workspace",
        "/people",
        "/domains",
        "/domains/sales",
        "/data-products",
        &of_product("/versions"),
        &of_product("/rows?version=1"),
        &of_product("/rows?version=2"),
    ] {
        let answer = mesh.call(Some(owner), Method::GET, path, None).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.body);
        let text = answer.body.to_string();
        // The page of a product names the folder of its table, which is another one now.
        seen.push(serde_json::from_str(&text.replace(&folder_of(mesh), "")).expect("JSON"));
    }
    seen
}

fn folder_of(mesh: &Mesh) -> String {
    let folder = mesh.folder().canonicalize().expect("is there");
    folder.display().to_string()
}

async fn with_new_token(mesh: &Mesh, who: &Caller) -> Caller {
    let input = AccessTokenInput {
        name: "After".to_owned(),
        expires_in_days: 1,
    };
    let made = mesh
        .platform
        .access_tokens()
        .create(&who.principal, input)
        .await;
    Caller {
        principal: who.principal.clone(),
        token: made.expect("makes a token").secret,
    }
}

async fn sqlite(folder: &Path) -> SqliteConnection {
    let url = format!("sqlite:{}", folder.join("selvedge.db").display());
    SqliteConnection::connect(&url)
        .await
        .expect("opens the database")
}

async fn audit(folder: &Path) -> Vec<String> {
    let mut database = sqlite(folder).await;
    sqlx::query_scalar("SELECT entry FROM audit_entries ORDER BY sequence")
        .fetch_all(&mut database)
        .await
        .expect("an audit")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_restored_workspace_equals_its_original_and_lets_nobody_in() {
    let (mesh, owner) = furnished().await;
    let before = seen(&mesh, &owner).await;
    let place = TempDir::new().expect("a folder");
    let file = place.path().join("mesh.selvedge-backup");
    back_up(&mesh, &file).await;
    let original = audit(mesh.folder()).await;

    let folder = TempDir::new().expect("a folder");
    let told = restored(&file, PASSPHRASE, folder.path(), false)
        .await
        .expect("restores");
    assert_eq!((told.revoked, told.put_aside), (0, None));
    let after = audit(folder.path()).await;
    let kept = usize::try_from(told.about.last_audit_sequence).expect("a count");
    assert_eq!(
        after[..kept],
        original[..kept],
        "the chain goes on where it ended"
    );
    assert_eq!(after.len(), kept + 1);
    assert!(after[kept].contains("restore_workspace"), "{}", after[kept]);
    assert!(
        after[kept - 1].contains("create_backup"),
        "{}",
        after[kept - 1]
    );

    let twin = Mesh::open_in(folder, None).await;
    for old in [&owner, &mesh.administrator] {
        let answer = twin.call(Some(old), Method::GET, "/session", None).await;
        assert_eq!(
            answer.status,
            StatusCode::UNAUTHORIZED,
            "old tokens are void"
        );
    }
    let new = with_new_token(&twin, &owner).await;
    assert_eq!(seen(&twin, &new).await, before);
    let domain = twin.domain("Customers", owner.principal.id).await;
    let published = twin.publish(&new, &domain, "Visits", "id\n1\n").await;
    assert_eq!(published["state"], "succeeded", "work goes on: {published}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_secret_leaves_with_a_backup() {
    let (mesh, owner) = furnished().await;
    let link = mesh
        .platform
        .sign_in()
        .sign_in_link(&mesh.administrator.principal, owner.principal.id)
        .await
        .expect("a link");
    let code = link.url.rsplit('=').next().unwrap_or_default();
    let (_, ticket) = mesh.platform.sign_in().redeem(code).await.expect("redeems");
    let completion = serde_json::from_value(json!({ "password": "canary password 4711" }));
    mesh.platform
        .sign_in()
        .complete(&ticket, completion.expect("a completion"))
        .await
        .expect("chooses a password");
    let credentials = Credentials {
        email: "owner@mesh.example".to_owned(),
        password: "canary password 4711".to_owned(),
    };
    mesh.platform
        .sign_in()
        .with_password(credentials)
        .await
        .expect("signs in");
    std::fs::write(mesh.folder().join("demo-tokens.json"), "{}").expect("writes");

    let mut canaries: Vec<Vec<u8>> = Vec::new();
    let mut database = sqlite(mesh.folder()).await;
    for (column, table) in [
        ("secret_hash", "sessions"),
        ("secret_hash", "access_tokens"),
        ("code_hash", "set_up_links"),
        ("ticket_hash", "set_up_links"),
        ("CAST(password_hash AS BLOB)", "people"),
    ] {
        let sql = format!("SELECT {column} FROM {table} WHERE {column} IS NOT NULL");
        let rows = sqlx::query(sqlx::AssertSqlSafe(sql))
            .fetch_all(&mut database)
            .await;
        let found = rows.expect("rows");
        assert!(!found.is_empty(), "there is a canary in {table}");
        canaries.extend(found.iter().map(|row| row.get::<Vec<u8>, _>(0)));
    }
    drop(database);

    let place = TempDir::new().expect("a folder");
    let file = place.path().join("mesh.selvedge-backup");
    back_up(&mesh, &file).await;
    let sealed = std::fs::read(&file).expect("reads");
    assert!(
        !holds(&sealed, b"Sales") && !holds(&sealed, b"selvedge.db"),
        "it is sealed"
    );
    let folder = place.path().join("restored");
    restored(&file, PASSPHRASE, &folder, false)
        .await
        .expect("restores");
    assert!(!folder.join("demo-tokens.json").exists());
    let mut looked_at = 0;
    for path in files_below(&folder) {
        let bytes = std::fs::read(&path).expect("reads");
        for canary in &canaries {
            assert!(!holds(&bytes, canary), "{} holds a secret", path.display());
        }
        looked_at += 1;
    }
    assert!(looked_at > 4);
    let told = audit(mesh.folder()).await.join("\n");
    assert!(
        !told.contains(PASSPHRASE),
        "the passphrase is written nowhere"
    );
}

fn holds(bytes: &[u8], canary: &[u8]) -> bool {
    bytes.windows(canary.len()).any(|window| window == canary)
}

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).expect("reads") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files.extend(files_below(&path));
        } else {
            files.push(path);
        }
    }
    files
}

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

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_backup_holds_whole_versions_while_others_publish() {
    let (mesh, owner) = furnished().await;
    let domain = mesh.domain("Customers", owner.principal.id).await;
    let mut csv = String::from("id,text\n");
    for id in 0..100_000 {
        csv.push_str(&format!("{id},row number {id}\n"));
    }
    let upload = mesh.upload(&owner, "large.csv", csv.as_bytes()).await;
    let asked = json!({
        "uploadId": upload,
        "columns": [],
        "dataProduct": { "domainId": domain.id, "name": "Large", "purpose": "Takes a while" },
    });
    let started = mesh
        .call(Some(&owner), Method::POST, "/publications", Some(asked))
        .await;
    let place = TempDir::new().expect("a folder");
    for round in 0..3 {
        let file = place.path().join(format!("{round}"));
        back_up(&mesh, &file).await;
        let folder = TempDir::new().expect("a folder");
        restored(&file, PASSPHRASE, folder.path(), false)
            .await
            .expect("restores");
        let twin = Mesh::open_in(folder, None).await;
        let new = with_new_token(&twin, &owner).await;
        let large = twin
            .call(Some(&new), Method::GET, "/data-products/large", None)
            .await;
        if large.body["currentVersion"].is_object() {
            let id = large.body["id"].as_str().unwrap_or_default();
            let rows = format!("/data-products/{id}/rows?offset=99999&limit=1");
            let last = twin.call(Some(&new), Method::GET, &rows, None).await;
            assert_eq!(
                last.body["rows"],
                json!([["99999", "row number 99999"]]),
                "{}",
                last.body
            );
        }
        twin.platform.close().await;
    }
    let id = started.body["id"].as_str().unwrap_or_default();
    assert_eq!(
        mesh.ended(&owner, id).await["state"],
        "succeeded",
        "it wasn't disturbed"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_revoked_since_a_backup_is_revoked_again() {
    let (mesh, owner) = furnished().await;
    let leaver = mesh.person("Lea Ver", Some(Role::Steward)).await;
    let riser = mesh.person("Rise Er", Some(Role::Viewer)).await;
    let place = TempDir::new().expect("a folder");
    let file = place.path().join("whole");
    back_up(&mesh, &file).await;
    for (who, role) in [
        (&leaver, Value::Null),
        (&riser, json!("steward")),
        (&owner, json!("viewer")),
    ] {
        let path = format!("/people/{}", who.principal.id);
        let person = mesh
            .call(Some(&mesh.administrator), Method::GET, &path, None)
            .await;
        let tag = person.headers["etag"].to_str().expect("a tag").to_owned();
        let edit = json!({ "name": who.principal.name, "role": role });
        let changed = mesh
            .call_with(
                Some(&mesh.administrator),
                Method::PUT,
                &path,
                &[("if-match", &tag)],
                Some(edit),
            )
            .await;
        assert_eq!(changed.status, StatusCode::OK, "{}", changed.body);
    }
    let (folder, _) = mesh.close().await;
    let told = restored(&file, PASSPHRASE, folder.path(), true)
        .await
        .expect("replaces");
    assert_eq!(told.revoked, 2);
    let aside = told.put_aside.expect("the replaced one is kept");
    assert!(aside.join("selvedge.db").exists());
    std::fs::remove_dir_all(aside).expect("removes");
    let entries = audit(folder.path()).await;
    let last = entries[entries.len() - 2..].join("\n");
    assert!(
        last.contains("update_person") && last.contains("Lea Ver"),
        "{last}"
    );
    let twin = Mesh::open_in(folder, None).await;
    let role = async |who: &Caller| {
        let path = format!("/people/{}", who.principal.id);
        let person = twin
            .call(Some(&twin.administrator), Method::GET, &path, None)
            .await;
        person.body["role"].clone()
    };
    assert_eq!(role(&leaver).await, Value::Null);
    assert_eq!(role(&owner).await, "viewer");
    assert_eq!(
        role(&riser).await,
        "viewer",
        "what was given since is as in the backup"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_short_passphrase_and_a_second_backup_are_refused() {
    let mesh = Mesh::open(Database::Sqlite).await;
    let by = Some(&mesh.administrator);
    let ask = |passphrase: &str| Some(json!({ "passphrase": passphrase }));
    let short = mesh
        .call(by, Method::POST, "/workspace/backups", ask("too short"))
        .await;
    assert_eq!(
        (short.status.as_u16(), short.field("/passphrase")),
        (422, "too_short")
    );
    let first = mesh
        .call(by, Method::POST, "/workspace/backups", ask(PASSPHRASE))
        .await;
    let second = mesh
        .call(by, Method::POST, "/workspace/backups", ask(PASSPHRASE))
        .await;
    assert_eq!(
        (second.status.as_u16(), &second.body["params"]["reason"]),
        (409, &json!("backup_running"))
    );
    let path = format!(
        "/workspace/backups/{}",
        first.body["id"].as_str().unwrap_or_default()
    );
    let early = mesh
        .call(by, Method::GET, &format!("{path}/content"), None)
        .await;
    assert_eq!(early.code(), "conflict");
    let other = mesh.person("Other", Some(Role::Administrator)).await;
    for method in [Method::GET, Method::DELETE] {
        let foreign = mesh.call(Some(&other), method, &path, None).await;
        assert_eq!(
            foreign.status,
            StatusCode::NOT_FOUND,
            "a backup is its maker's"
        );
    }
    let gone = mesh.call(by, Method::DELETE, &path, None).await;
    assert_eq!(gone.status, StatusCode::NO_CONTENT);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn postgres_says_how_it_is_backed_up() {
    let mesh = Mesh::open(Database::Postgres).await;
    let input = Some(json!({ "passphrase": PASSPHRASE }));
    let refused = mesh
        .call(
            Some(&mesh.administrator),
            Method::POST,
            "/workspace/backups",
            input,
        )
        .await;
    assert_eq!(
        (refused.status.as_u16(), &refused.body["params"]["reason"]),
        (409, &json!("backup_on_postgres"))
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_new_name_is_seen_at_once_and_written_down() {
    let mesh = Mesh::open(Database::Sqlite).await;
    let by = Some(&mesh.administrator);
    let blank = mesh
        .call(by, Method::PUT, "/workspace", Some(json!({ "name": "  " })))
        .await;
    assert_eq!(
        (blank.status.as_u16(), blank.field("/name")),
        (422, "required")
    );
    let renamed = mesh
        .call(
            by,
            Method::PUT,
            "/workspace",
            Some(json!({ "name": " Weavers’ guild " })),
        )
        .await;
    assert_eq!(
        (renamed.status, &renamed.body["name"]),
        (StatusCode::OK, &json!("Weavers’ guild"))
    );
    let session = mesh.call(by, Method::GET, "/session", None).await;
    assert_eq!(session.body["workspace"]["name"], "Weavers’ guild");
    let last = audit(mesh.folder()).await.pop().unwrap_or_default();
    assert!(
        last.contains("rename_workspace") && last.contains("My workspace"),
        "{last}"
    );
    let (folder, _) = mesh.close().await;
    let again = Mesh::open_in(folder, None).await;
    assert_eq!(again.platform.workspace().name, "Weavers’ guild");
}
