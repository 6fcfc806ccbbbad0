//! How the audit is found, and that nothing by which it is found can be changed unnoticed.

use http::Method;
use mesh_model::{AuditAction, AuditFilter};
use mesh_tests::{Mesh, on_both};
use serde_json::json;
use sqlx::{AssertSqlSafe, Connection, PgConnection, SqliteConnection};

use super::{entries, store_of};

/// Runs SQL past the program, as somebody with the database's password would.
async fn run(mesh: &Mesh, sql: &str) {
    let sql = AssertSqlSafe(sql.to_owned());
    match &mesh.database_url {
        Some(url) => {
            let mut connection = PgConnection::connect(url).await.expect("connects");
            sqlx::raw_sql(sql)
                .execute(&mut connection)
                .await
                .expect("runs");
        }
        None => {
            let file = format!("sqlite://{}", mesh.folder().join("selvedge.db").display());
            let mut connection = SqliteConnection::connect(&file).await.expect("connects");
            sqlx::raw_sql(sql)
                .execute(&mut connection)
                .await
                .expect("runs");
            connection.close().await.expect("closes");
        }
    }
}

async fn broken_at(mesh: &Mesh) -> Option<i64> {
    let by = Some(&mesh.administrator);
    let answer = mesh
        .call(
            by,
            Method::POST,
            "/audit-entries/verification",
            Some(json!({})),
        )
        .await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    answer.body["brokenAt"].as_i64()
}

on_both! {
    async fn whatever_is_changed_past_the_program_is_located(mesh) {
        for number in 0..4 {
            mesh.domain(&format!("Domain {number}"), mesh.administrator.principal.id).await;
        }
        assert_eq!(broken_at(&mesh).await, None);
        let whole = entries(&store_of(&mesh).await).await.len() as i64;
        for (column, other) in [
            ("action", "'delete_draft'"),
            ("entry", "REPLACE(entry, 'Domain', 'Demesne')"),
            ("resource_id", "(SELECT resource_id FROM audit_entries WHERE sequence = 1)"),
            ("by_id", "NULL"),
            ("at", "(SELECT at FROM audit_entries WHERE sequence = 2)"),
        ] {
            let place = whole - 1;
            run(&mesh, "DROP TABLE IF EXISTS kept; CREATE TABLE kept AS SELECT * FROM audit_entries").await;
            run(&mesh, &format!("UPDATE audit_entries SET {column} = {other} WHERE sequence = {place}")).await;
            assert_eq!(broken_at(&mesh).await, Some(place), "{column}");
            run(&mesh, "DELETE FROM audit_entries; INSERT INTO audit_entries SELECT * FROM kept").await;
            assert_eq!(broken_at(&mesh).await, None, "{column} is put back");
        }
        run(&mesh, "DELETE FROM audit_entries WHERE sequence = 3").await;
        assert_eq!(broken_at(&mesh).await, Some(3), "removed");
    }

    async fn entries_from_before_are_found_after_the_upgrade(mesh) {
        let domain = mesh.domain("Sales", mesh.administrator.principal.id).await;
        let store = store_of(&mesh).await;
        let before = entries(&store).await;
        run(&mesh, "CREATE TABLE old AS SELECT sequence, entry, previous_hash, hash FROM audit_entries;
            DROP TABLE audit_entries; ALTER TABLE old RENAME TO audit_entries").await;
        run(&mesh, match mesh.database_url {
            Some(_) => include_str!("../../migrations/postgres/0003_audit.sql"),
            None => include_str!("../../migrations/sqlite/0003_audit.sql"),
        }).await;
        let store = store_of(&mesh).await;
        let after = entries(&store).await;
        assert_eq!(after.len(), before.len());
        for (before, after) in before.iter().zip(&after) {
            assert_eq!(
                (before.at, before.by_id, &before.action, before.resource_id),
                (after.at, after.by_id, &after.action, after.resource_id),
            );
        }
        assert_eq!(broken_at(&mesh).await, None);
        let filter = AuditFilter {
            person: Some(mesh.administrator.principal.id),
            action: Some(AuditAction::CreateDomain),
            resource: Some(domain.id.0),
            from: Some(domain.created_at),
            to: Some(domain.created_at + chrono::TimeDelta::microseconds(1)),
        };
        let found = store.read().await.expect("reads").audit_trail(&filter, None, 10).await.expect("finds");
        assert_eq!(found.len(), 1);
        let earlier = AuditFilter { to: Some(domain.created_at), ..filter };
        let found = store.read().await.expect("reads").audit_trail(&earlier, None, 10).await.expect("finds");
        assert!(found.is_empty(), "an end isn't part of its period");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_cannot_even_be_read_is_located() {
    let mesh = Mesh::open(mesh_tests::Database::Sqlite).await;
    for number in 0..4 {
        mesh.domain(&format!("Domain {number}"), mesh.administrator.principal.id)
            .await;
    }
    run(
        &mesh,
        "UPDATE audit_entries SET at = 'no time', entry = 'no entry' WHERE sequence = 4",
    )
    .await;
    assert_eq!(broken_at(&mesh).await, Some(4));
}
