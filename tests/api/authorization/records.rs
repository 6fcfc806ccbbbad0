//! Drafts, notifications, the audit, policies, search and events.

use http::Method;
use serde_json::json;

use super::{
    case::{Case, all, case, seen, tagged},
    things::Things,
};

impl Things {
    pub(super) async fn records(&self) -> Vec<Case> {
        let Self { product, draft, .. } = self;
        let draft_input =
            json!({ "kind": "domain-create", "title": "T", "step": "name", "values": {} });
        let draft_edit = json!({ "title": "T", "step": "name", "values": {} });
        vec![
            case("list_drafts", Method::GET, "/drafts", None, seen()),
            case(
                "create_draft",
                Method::POST,
                "/drafts",
                Some(draft_input),
                all(401, 403, 201, 201, 201),
            ),
            case(
                "get_draft",
                Method::GET,
                &format!("/drafts/{draft}"),
                None,
                all(401, 403, 404, 200, 404),
            ),
            tagged(
                case(
                    "update_draft",
                    Method::PUT,
                    &format!("/drafts/{draft}"),
                    Some(draft_edit),
                    all(401, 403, 404, 200, 404),
                ),
                self.etag(&format!("/drafts/{draft}")).await,
            ),
            case(
                "delete_draft",
                Method::DELETE,
                &format!("/drafts/{draft}"),
                None,
                all(401, 403, 404, 204, 404),
            ),
            case(
                "list_notifications",
                Method::GET,
                "/notifications",
                None,
                seen(),
            ),
            // Nobody is told of this id: it is a draft's.
            case(
                "read_notification",
                Method::POST,
                &format!("/notifications/{draft}/read"),
                None,
                all(401, 403, 404, 404, 404),
            ),
            case(
                "read_notifications",
                Method::POST,
                "/notifications/read",
                Some(json!({})),
                all(401, 403, 204, 204, 204),
            ),
            case(
                "list_audit_entries",
                Method::GET,
                "/audit-entries",
                None,
                all(401, 403, 403, 403, 200),
            ),
            case(
                "export_audit_entries",
                Method::GET,
                "/audit-entries/export?format=csv",
                None,
                all(401, 403, 403, 403, 200),
            ),
            case(
                "verify_audit",
                Method::POST,
                "/audit-entries/verification",
                Some(json!({})),
                all(401, 403, 403, 403, 200),
            ),
            case(
                "list_activity",
                Method::GET,
                &format!("/activity?kind=data-product&id={product}"),
                None,
                seen(),
            ),
            case("list_policies", Method::GET, "/policies", None, seen()),
            case(
                "list_decisions",
                Method::GET,
                &format!("/decisions?kind=data-product&id={product}"),
                None,
                seen(),
            ),
            case("list_jobs", Method::GET, "/jobs", None, seen()),
            case("get_workers", Method::GET, "/workers", None, seen()),
            // No job has this id: it is a draft's.
            case(
                "stop_job",
                Method::POST,
                &format!("/jobs/{draft}/stop"),
                None,
                all(401, 403, 404, 404, 404),
            ),
            case("search", Method::GET, "/search?q=orders", None, seen()),
            case("stream_events", Method::GET, "/events", None, seen()),
        ]
    }
}
