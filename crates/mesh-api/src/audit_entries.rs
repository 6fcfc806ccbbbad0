//! The audit.

use axum::{
    Json,
    body::Body,
    extract::State,
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use bytes::Bytes;
use chrono::{DateTime, Utc};
use futures::TryStreamExt;
use mesh_model::{
    AuditAction, AuditFilter, AuditItem, AuditVerification, AuditVerificationInput, PersonId,
};
use mesh_platform::Platform;
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use crate::{
    Problem, csv,
    extract::{Asked, Body as Sent, Caller},
    page::{List, Paging},
};

/// Which entries of the audit, and which page of them.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query)]
pub(crate) struct AuditQuery {
    /// Done by this person.
    person_id: Option<PersonId>,
    /// This was done.
    action: Option<AuditAction>,
    /// About this thing: a domain, a data product, a person.
    resource_id: Option<Uuid>,
    /// At this instant or later.
    from: Option<DateTime<Utc>>,
    /// Before this instant.
    to: Option<DateTime<Utc>>,
    /// The `nextPageToken` of the page before.
    page_token: Option<String>,
    /// How many entries, 1 to 500.
    #[param(minimum = 1, maximum = 500, default = 100)]
    page_size: Option<i64>,
}

/// Entries of the audit, newest first. For administrators and stewards.
#[utoipa::path(get, path = "/audit-entries", operation_id = "list_audit_entries", tag = "audit", params(AuditQuery),
    responses(
    (status = 200, body = List<AuditItem>),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn list_audit_entries(
    State(platform): State<Platform>,
    Caller(by): Caller,
    Asked(asked): Asked<AuditQuery>,
) -> Result<Json<List<AuditItem>>, Problem> {
    let filter = AuditFilter {
        person: asked.person_id,
        action: asked.action,
        resource: asked.resource_id,
        from: asked.from,
        to: asked.to,
    };
    let paging = Paging {
        page_token: asked.page_token,
        page_size: asked.page_size,
    };
    let items = platform
        .audit()
        .list(&by, &filter, paging.after()?, paging.limit())
        .await?;
    Ok(Json(paging.page(items, |item| item.sequence)))
}

/// How an export is written.
#[derive(Debug, Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum ExportFormat {
    /// A table (RFC 4180) for spreadsheets; cells that a spreadsheet would take for a formula begin with an apostrophe.
    Csv,
    /// One entry as JSON a line.
    Ndjson,
}

/// Which entries of the audit to export, and how.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query)]
pub(crate) struct ExportQuery {
    /// How it is written.
    #[param(inline)]
    format: ExportFormat,
    /// Done by this person.
    person_id: Option<PersonId>,
    /// This was done.
    action: Option<AuditAction>,
    /// About this thing: a domain, a data product, a person.
    resource_id: Option<Uuid>,
    /// At this instant or later.
    from: Option<DateTime<Utc>>,
    /// Before this instant.
    to: Option<DateTime<Utc>>,
}

/// All entries of the audit that a filter lets through, newest first, as a file. That it was exported is an entry too.
#[utoipa::path(get, path = "/audit-entries/export", operation_id = "export_audit_entries", tag = "audit",
    params(ExportQuery), responses(
    (status = 200, content((String = "text/csv"), (String = "application/x-ndjson"))),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn export_audit_entries(
    State(platform): State<Platform>,
    Caller(by): Caller,
    Asked(asked): Asked<ExportQuery>,
) -> Result<Response, Problem> {
    let filter = AuditFilter {
        person: asked.person_id,
        action: asked.action,
        resource: asked.resource_id,
        from: asked.from,
        to: asked.to,
    };
    let (name, kind) = match asked.format {
        ExportFormat::Csv => ("csv", "text/csv; charset=utf-8; header=present"),
        ExportFormat::Ndjson => ("ndjson", "application/x-ndjson"),
    };
    let batches = platform.audit().export(&by, filter, name).await?;
    let mut begun = false;
    let bytes = batches
        .map_ok(move |items| {
            let mut text = String::new();
            if matches!(asked.format, ExportFormat::Csv) && !begun {
                csv::line(&mut text, &HEADER);
            }
            begun = true;
            for item in items {
                match asked.format {
                    ExportFormat::Csv => csv::line(&mut text, &cells(&item)),
                    ExportFormat::Ndjson => {
                        text.push_str(&serde_json::to_string(&item).unwrap_or_default());
                        text.push('\n');
                    }
                }
            }
            Bytes::from(text)
        })
        .inspect_err(|error| tracing::error!(%error, "an export of the audit broke off"));
    let today = Utc::now().format("%Y-%m-%d");
    let mut response = Body::from_stream(bytes).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    if let Ok(disposition) =
        HeaderValue::from_str(&format!("attachment; filename=\"audit-{today}.{name}\""))
    {
        headers.insert(header::CONTENT_DISPOSITION, disposition);
    }
    Ok(response)
}

const HEADER: [&str; 11] = [
    "sequence",
    "at",
    "person",
    "personId",
    "action",
    "kind",
    "thing",
    "resourceId",
    "before",
    "after",
    "policies",
];

fn cells(item: &AuditItem) -> [String; 11] {
    let json = |side: &Option<serde_json::Value>| {
        side.as_ref().map(ToString::to_string).unwrap_or_default()
    };
    let spelled = |code: Result<serde_json::Value, serde_json::Error>| {
        let text = code.ok();
        let text = text.as_ref().and_then(serde_json::Value::as_str);
        text.unwrap_or_default().to_owned()
    };
    let by = item.by.as_ref();
    [
        item.sequence.to_string(),
        item.at.to_rfc3339(),
        by.map(|by| by.name.clone()).unwrap_or_default(),
        by.map(|by| by.id.to_string()).unwrap_or_default(),
        spelled(serde_json::to_value(item.action)),
        spelled(serde_json::to_value(item.thing.kind)),
        item.thing.name.clone().unwrap_or_default(),
        item.thing.id.to_string(),
        json(&item.before),
        json(&item.after),
        item.policies.join(" "),
    ]
}

/// Checks that nothing in the audit was changed, inserted or removed since it was written. A cut end can only be
/// noticed with the fingerprint of an earlier check.
#[utoipa::path(post, path = "/audit-entries/verification", operation_id = "verify_audit", tag = "audit",
    request_body = AuditVerificationInput, responses(
    (status = 200, body = AuditVerification),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn verify_audit(
    State(platform): State<Platform>,
    Caller(by): Caller,
    Sent(input): Sent<AuditVerificationInput>,
) -> Result<Json<AuditVerification>, Problem> {
    Ok(Json(platform.audit().verify(&by, &input).await?))
}
