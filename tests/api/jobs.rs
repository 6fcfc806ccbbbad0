//! What the workers do: seen and stopped by whom it is done for.

use std::time::Duration;

use http::{Method, StatusCode};
use mesh_model::Role;
use mesh_tests::{Caller, Mesh, on_both};
use serde_json::{Value, json};

async fn jobs(mesh: &Mesh, by: &Caller) -> Vec<Value> {
    let listed = mesh.call(Some(by), Method::GET, "/jobs", None).await;
    assert_eq!(listed.status, StatusCode::OK, "{}", listed.body);
    listed.body["items"].as_array().cloned().unwrap_or_default()
}

async fn stop(mesh: &Mesh, by: &Caller, job: &Value) -> mesh_tests::Answer {
    let path = format!("/jobs/{}/stop", job["id"].as_str().unwrap_or_default());
    mesh.call(Some(by), Method::POST, &path, None).await
}

/// The job that writes a table, once a worker is at it.
async fn writing(mesh: &Mesh, by: &Caller) -> Value {
    for _ in 0..2_000 {
        let found = jobs(mesh, by)
            .await
            .into_iter()
            .find(|job| job["kind"] == "write-table" && job["state"] == "running");
        if let Some(job) = found {
            return job;
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    panic!("no job writes a table");
}

on_both! {
    async fn a_job_is_seen_by_whom_it_is_done_for_and_by_who_looks_after_the_workspace(mesh) {
        let owner = mesh.person("Owner", Some(Role::Member)).await;
        let other = mesh.person("Other", Some(Role::Steward)).await;
        let domain = mesh.domain("Sales", owner.principal.id).await;
        mesh.publish(&owner, &domain, "Orders", "id,text\n1,a\n").await;
        let kinds = |jobs: Vec<Value>| -> Vec<String> {
            let told = jobs.iter().rev().map(|job| {
                assert_eq!((&job["state"], &job["startedBy"]["name"]), (&json!("succeeded"), &json!("Owner")), "{job}");
                assert!(job["endedAt"].as_str() >= job["beganAt"].as_str(), "{job}");
                job["kind"].as_str().unwrap_or_default().to_owned()
            });
            told.collect()
        };
        let expected = ["preview", "write-table", "check-table"];
        assert_eq!(kinds(jobs(&mesh, &owner).await), expected);
        assert_eq!(kinds(jobs(&mesh, &mesh.administrator).await), expected);
        assert_eq!(jobs(&mesh, &other).await, Vec::<Value>::new());

        let done = &jobs(&mesh, &owner).await[0];
        assert_eq!((&done["subject"], &done["dataProductSlug"]), (&json!("Orders"), &json!("orders")));
        let lines: Vec<&str> = done["log"].as_array().into_iter().flatten().filter_map(|line| line["code"].as_str()).collect();
        assert_eq!((lines.first(), lines.get(1), lines.last()), (Some(&"asked"), Some(&"began"), Some(&"succeeded")), "{done}");
        let whole = done["protection"].as_object().is_some_and(|kept| kept.values().all(|each| each == true));
        assert_eq!(lines.get(2), Some(&if whole { "locked-in" } else { "not-locked-in" }), "{done}");
        let workers = mesh.call(Some(&owner), Method::GET, "/workers", None).await;
        assert_eq!(workers.body["protection"], done["protection"], "{}", workers.body);

        let refused = stop(&mesh, &owner, done).await;
        assert_eq!((refused.code(), &refused.body["params"]["reason"]), ("conflict", &json!("job_ended")));
        assert_eq!(stop(&mesh, &other, done).await.status, StatusCode::NOT_FOUND);
    }

    async fn a_publication_whose_job_is_stopped_goes_on_when_it_is_resumed(mesh) {
        let owner = mesh.person("Owner", Some(Role::Member)).await;
        let other = mesh.person("Other", Some(Role::Member)).await;
        let domain = mesh.domain("Sales", owner.principal.id).await;
        let mut csv = String::from("id,text\n");
        for id in 0..200_000 {
            csv.push_str(&format!("{id},row number {id}\n"));
        }
        let id = mesh.begin_publishing(&owner, &domain, "Large", &csv).await.to_string();
        let job = writing(&mesh, &owner).await;
        assert_eq!(stop(&mesh, &other, &job).await.status, StatusCode::NOT_FOUND);
        assert_eq!(stop(&mesh, &owner, &job).await.status, StatusCode::NO_CONTENT);
        let failed = mesh.ended(&owner, &id).await;
        assert_eq!((&failed["state"], &failed["failure"]["code"]), (&json!("failed"), &json!("stopped")), "{failed}");
        let stopped = jobs(&mesh, &owner).await.into_iter().find(|each| each["id"] == job["id"]).unwrap_or_default();
        assert_eq!((&stopped["state"], &stopped["failure"]), (&json!("stopped"), &Value::Null), "{stopped}");

        let path = format!("/publications/{id}/resume");
        assert_eq!(mesh.call(Some(&owner), Method::POST, &path, None).await.status, StatusCode::ACCEPTED);
        assert_eq!(mesh.ended(&owner, &id).await["state"], "succeeded");
        let product = mesh.call(Some(&owner), Method::GET, "/data-products/large", None).await.body;
        assert_eq!(product["currentVersion"]["rowCount"], 200_000);
    }

    async fn a_page_of_rows_that_was_read_is_not_remembered_and_a_failed_job_says_why(mesh) {
        let owner = mesh.person("Owner", Some(Role::Member)).await;
        let domain = mesh.domain("Sales", owner.principal.id).await;
        let published = mesh.publish(&owner, &domain, "Orders", "id,text\n1,a\n").await;
        let rows = format!("/data-products/{}/rows", published["dataProductId"].as_str().unwrap_or_default());
        assert_eq!(mesh.call(Some(&owner), Method::GET, &rows, None).await.status, StatusCode::OK);
        assert!(jobs(&mesh, &owner).await.iter().all(|job| job["kind"] != "read-rows"));

        let upload = mesh.upload(&owner, "empty.csv", b"").await;
        let refused = mesh.call(Some(&owner), Method::GET, &format!("/uploads/{upload}/preview"), None).await;
        assert_eq!(refused.code(), "file_empty");
        let failed = &jobs(&mesh, &owner).await[0];
        assert_eq!((&failed["subject"], &failed["state"]), (&json!("empty.csv"), &json!("failed")), "{failed}");
        assert_eq!(failed["failure"]["code"], "file_empty");
    }
}
