//! People, teams and service accounts.

use http::Method;
use serde_json::json;

use super::{
    case::{Case, all, case, seen, tagged},
    things::Things,
};

impl Things {
    pub(super) async fn people(&self, who: &str) -> Vec<Case> {
        let Self {
            person,
            team,
            account,
            account_token,
            ..
        } = self;
        let team_input = |name: &str| json!({ "name": name, "purpose": "P", "members": [{ "personId": person, "lead": true }] });
        let account_input = |name: &str| json!({ "name": name, "purpose": "P", "role": "viewer" });
        let new_person = json!({ "name": who, "email": format!("{}@mesh.example", who.replace(' ', "-")), "role": "viewer" });
        vec![
            case("list_people", Method::GET, "/people", None, seen()),
            case(
                "create_person",
                Method::POST,
                "/people",
                Some(new_person),
                all(401, 403, 403, 403, 201),
            ),
            case(
                "get_person",
                Method::GET,
                &format!("/people/{person}"),
                None,
                seen(),
            ),
            tagged(
                case(
                    "update_person",
                    Method::PUT,
                    &format!("/people/{person}"),
                    Some(json!({ "name": "Owner", "role": "member" })),
                    all(401, 403, 403, 403, 200),
                ),
                self.etag(&format!("/people/{person}")).await,
            ),
            case(
                "create_sign_in_link",
                Method::POST,
                &format!("/people/{person}/sign-in-link"),
                None,
                all(401, 403, 403, 403, 201),
            ),
            case("count_people", Method::GET, "/people/counts", None, seen()),
            case(
                "get_holdings",
                Method::GET,
                &format!("/people/{person}/holdings"),
                None,
                seen(),
            ),
            case("list_teams", Method::GET, "/teams", None, seen()),
            case(
                "create_team",
                Method::POST,
                "/teams",
                Some(team_input(who)),
                all(401, 403, 201, 201, 201),
            ),
            case(
                "get_team",
                Method::GET,
                &format!("/teams/{team}"),
                None,
                seen(),
            ),
            tagged(
                case(
                    "update_team",
                    Method::PUT,
                    &format!("/teams/{team}"),
                    Some(team_input("Shops")),
                    all(401, 403, 403, 200, 200),
                ),
                self.etag(&format!("/teams/{team}")).await,
            ),
            // The tag is that of before the change above: whoever may delete is told that it is stale.
            tagged(
                case(
                    "delete_team",
                    Method::DELETE,
                    &format!("/teams/{team}"),
                    None,
                    all(401, 403, 403, 412, 412),
                ),
                self.etag(&format!("/teams/{team}")).await,
            ),
            case(
                "list_service_accounts",
                Method::GET,
                "/service-accounts",
                None,
                seen(),
            ),
            case(
                "create_service_account",
                Method::POST,
                "/service-accounts",
                Some(account_input(who)),
                all(401, 403, 201, 201, 201),
            ),
            case(
                "get_service_account",
                Method::GET,
                &format!("/service-accounts/{account}"),
                None,
                seen(),
            ),
            tagged(
                case(
                    "update_service_account",
                    Method::PUT,
                    &format!("/service-accounts/{account}"),
                    Some(account_input("Export")),
                    all(401, 403, 403, 200, 200),
                ),
                self.etag(&format!("/service-accounts/{account}")).await,
            ),
            case(
                "list_service_account_tokens",
                Method::GET,
                &format!("/service-accounts/{account}/access-tokens"),
                None,
                all(401, 403, 403, 200, 200),
            ),
            case(
                "create_service_account_token",
                Method::POST,
                &format!("/service-accounts/{account}/access-tokens"),
                Some(json!({ "name": "Its own", "expiresInDays": 1 })),
                all(401, 403, 403, 201, 201),
            ),
            // The administrator comes before the owner and revokes it.
            case(
                "delete_service_account_token",
                Method::DELETE,
                &format!("/service-accounts/{account}/access-tokens/{account_token}"),
                None,
                all(401, 403, 403, 404, 204),
            ),
            case(
                "delete_service_account",
                Method::DELETE,
                "/service-accounts/00000000-0000-7000-8000-000000000000",
                None,
                all(401, 403, 404, 404, 404),
            ),
        ]
    }
}
