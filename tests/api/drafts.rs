//! Drafts: kept as typed, seen by their holder only, and never overwritten unseen.

use http::{Method, StatusCode};
use mesh_model::Role;
use mesh_tests::on_both;
use serde_json::json;

on_both! {
    async fn a_draft_keeps_exactly_what_was_typed(mesh) {
        let by = Some(&mesh.administrator);
        let values = json!({ "name": "half a na\u{0}me \u{202e} 🧵", "numbers": [1, 2.5, 1e300], "empty": "", "none": null });
        let asked = json!({ "kind": "domain-create", "title": "My draft", "step": "name", "values": values });
        let made = mesh.call(by, Method::POST, "/drafts", Some(asked)).await;
        assert_eq!(made.status, StatusCode::CREATED, "{}", made.body);
        let path = format!("/drafts/{}", made.body["id"].as_str().unwrap_or_default());
        let read = mesh.call(by, Method::GET, &path, None).await;
        assert_eq!(read.body["values"], values);
    }

    async fn a_draft_saved_in_another_window_is_not_overwritten(mesh) {
        let by = Some(&mesh.administrator);
        let asked = json!({ "kind": "domain-create", "title": "", "step": "name", "values": {} });
        let made = mesh.call(by, Method::POST, "/drafts", Some(asked)).await;
        let path = format!("/drafts/{}", made.body["id"].as_str().unwrap_or_default());
        let save = |name: &str| Some(json!({ "title": name, "step": "name", "values": { "name": name } }));
        let first = mesh.call_with(by, Method::PUT, &path, &[("if-match", "\"1\"")], save("first")).await;
        assert_eq!(first.headers["etag"], "\"2\"");
        let second = mesh.call_with(by, Method::PUT, &path, &[("if-match", "\"1\"")], save("second")).await;
        assert_eq!((second.status.as_u16(), second.code()), (412, "stale"));
        assert_eq!(mesh.call(by, Method::GET, &path, None).await.body["title"], "first");
    }

    async fn a_draft_is_its_holders_only(mesh) {
        let member = mesh.person("Member", Some(Role::Member)).await;
        let asked = json!({ "kind": "domain-create", "title": "Mine", "step": "name", "values": {} });
        let made = mesh.call(Some(&member), Method::POST, "/drafts", Some(asked)).await;
        let path = format!("/drafts/{}", made.body["id"].as_str().unwrap_or_default());
        let seen = mesh.call(Some(&mesh.administrator), Method::GET, &path, None).await;
        assert_eq!(seen.status, StatusCode::NOT_FOUND);
        let list = mesh.call(Some(&mesh.administrator), Method::GET, "/drafts", None).await;
        assert_eq!(list.body["items"], json!([]));
    }

    async fn too_much_is_refused(mesh) {
        let values = json!({ "text": "x".repeat(300 * 1024) });
        let asked = json!({ "kind": "domain-create", "title": "", "step": "name", "values": values });
        let refused = mesh.call(Some(&mesh.administrator), Method::POST, "/drafts", Some(asked)).await;
        assert_eq!(refused.field("/values"), "too_long");
    }
}
