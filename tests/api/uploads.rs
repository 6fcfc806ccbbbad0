//! Files on their way in.

use axum::body::Body;
use http::{Method, Request, StatusCode, header};
use mesh_tests::{Answer, Database, Mesh, answer};
use serde_json::{Value, json};

async fn announce(mesh: &Mesh, file_name: &str, size: usize) -> Value {
    let asked = json!({ "fileName": file_name, "sizeBytes": size });
    mesh.call(
        Some(&mesh.administrator),
        Method::POST,
        "/uploads",
        Some(asked),
    )
    .await
    .body
}

async fn append(mesh: &Mesh, upload: &Value, offset: usize, part: &[u8]) -> Answer {
    let path = format!(
        "/api/v1/uploads/{}/content?offset={offset}",
        upload["id"].as_str().unwrap_or_default()
    );
    let request = Request::put(path)
        .header(
            header::AUTHORIZATION,
            format!("Bearer {}", mesh.administrator.token),
        )
        .header(header::CONTENT_TYPE, "application/octet-stream")
        .body(Body::from(part.to_vec()))
        .expect("a request");
    answer(mesh.router.clone(), request).await
}

async fn preview(mesh: &Mesh, upload: &Value) -> Answer {
    let path = format!(
        "/uploads/{}/preview",
        upload["id"].as_str().unwrap_or_default()
    );
    mesh.call(Some(&mesh.administrator), Method::GET, &path, None)
        .await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_file_arrives_in_parts_and_a_wrong_part_says_where_to_go_on() {
    let mesh = Mesh::open(Database::Sqlite).await;
    let content = b"id,name\n1,one\n2,two\n";
    let upload = announce(&mesh, "numbers.csv", content.len()).await;
    let first = append(&mesh, &upload, 0, &content[..5]).await;
    assert_eq!(
        (&first.body["receivedBytes"], &first.body["complete"]),
        (&json!(5), &json!(false))
    );
    assert_eq!(preview(&mesh, &upload).await.code(), "conflict");
    let wrong = append(&mesh, &upload, 0, &content[..5]).await;
    assert_eq!(
        (wrong.code(), &wrong.body["params"]["receivedBytes"]),
        ("conflict", &json!(5))
    );
    let more = append(&mesh, &upload, 5, &[b'x'; 100]).await;
    assert_eq!((more.status.as_u16(), more.code()), (413, "too_large"));
    let last = append(&mesh, &upload, 5, &content[5..]).await;
    assert_eq!(last.body["complete"], true);
    let preview = preview(&mesh, &upload).await;
    assert_eq!(
        preview.body["rows"],
        json!([["1", "one"], ["2", "two"]]),
        "{}",
        preview.body
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_file_that_cannot_be_read_says_why() {
    let mesh = Mesh::open(Database::Sqlite).await;
    for (file_name, content, code) in [
        ("nothing.csv", &b""[..], "file_empty"),
        (
            "cut.parquet",
            b"PAR1\x00\x00\x00\x00\x00\x00",
            "file_truncated",
        ),
        (
            "picture.csv",
            b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
            "file_kind_unknown",
        ),
    ] {
        let upload = announce(&mesh, file_name, content.len()).await;
        if !content.is_empty() {
            append(&mesh, &upload, 0, content).await;
        }
        assert_eq!(preview(&mesh, &upload).await.code(), code, "{file_name}");
    }
    let upload = announce(&mesh, "gone.csv", 4).await;
    append(&mesh, &upload, 0, b"a\n1\n").await;
    let file = mesh
        .folder()
        .join("uploads")
        .join(upload["id"].as_str().unwrap_or_default());
    std::fs::remove_file(file).expect("the upload is a file");
    assert_eq!(preview(&mesh, &upload).await.code(), "file_vanished");
    // The core lives on.
    let session = mesh
        .call(Some(&mesh.administrator), Method::GET, "/session", None)
        .await;
    assert_eq!(session.status, StatusCode::OK);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_field_is_a_path() {
    let mesh = Mesh::open(Database::Sqlite).await;
    for name in ["/etc/passwd", "../../etc/passwd", "C:\\Windows\\win.ini"] {
        let upload = announce(&mesh, name, 1).await;
        let kept = upload["fileName"].as_str().unwrap_or_default();
        assert!(!kept.contains(['/', '\\']), "{kept}");
    }
    let asked = json!({ "uploadId": "/etc/passwd", "columns": [] });
    let refused = mesh
        .call(
            Some(&mesh.administrator),
            Method::POST,
            "/publications",
            Some(asked),
        )
        .await;
    assert_eq!(refused.code(), "malformed");
}
