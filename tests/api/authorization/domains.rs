//! Domains and plans.

use http::Method;
use serde_json::json;

use super::{
    case::{Case, all, case, seen, tagged},
    things::Things,
};

impl Things {
    pub(super) async fn domains(&self, who: &str) -> Vec<Case> {
        let Self {
            domain,
            person,
            plan,
            ..
        } = self;
        let domain_input = |name: &str| json!({ "name": name, "purpose": "P", "kind": "aggregate", "ownerIds": [person] });
        vec![
            case(
                "list_plans",
                Method::GET,
                &format!("/plans?subject={domain}"),
                None,
                seen(),
            ),
            case(
                "apply_plan",
                Method::POST,
                "/plans?dryRun=true",
                Some(
                    json!({ "plan": { "kind": "rename-domain", "domainId": domain, "name": "Turnover" } }),
                ),
                all(401, 403, 403, 200, 200),
            ),
            case(
                "get_plan",
                Method::GET,
                &format!("/plans/{plan}"),
                None,
                all(401, 403, 404, 200, 200),
            ),
            case(
                "undo_plan",
                Method::POST,
                &format!("/plans/{plan}/undo"),
                None,
                all(401, 403, 404, 409, 409),
            ),
            case("list_domains", Method::GET, "/domains", None, seen()),
            case("get_domain_tree", Method::GET, "/domain-tree", None, seen()),
            case(
                "create_domain",
                Method::POST,
                "/domains",
                Some(domain_input(who)),
                all(401, 403, 201, 201, 201),
            ),
            case(
                "get_domain",
                Method::GET,
                &format!("/domains/{domain}"),
                None,
                seen(),
            ),
            tagged(
                case(
                    "update_domain",
                    Method::PUT,
                    &format!("/domains/{domain}"),
                    Some(json!({ "purpose": "P", "kind": "aggregate", "ownerIds": [person] })),
                    all(401, 403, 403, 200, 200),
                ),
                self.etag(&format!("/domains/{domain}")).await,
            ),
        ]
    }
}
