//! The workspace, backups and ways in.

use http::Method;
use serde_json::json;

use super::{
    case::{Case, all, case},
    things::Things,
};

impl Things {
    pub(super) async fn workspace(&self, who: &str) -> Vec<Case> {
        let Self { upload, token, .. } = self;
        let complete =
            json!({ "name": "N", "email": "n@mesh.example", "password": "long enough to count" });
        vec![
            case(
                "get_workspace",
                Method::GET,
                "/workspace",
                None,
                all(200, 200, 200, 200, 200),
            ),
            case(
                "update_workspace",
                Method::PUT,
                "/workspace",
                Some(json!({ "name": who })),
                all(401, 403, 403, 403, 200),
            ),
            case(
                "create_backup",
                Method::POST,
                "/workspace/backups",
                Some(json!({ "passphrase": "warp, weft and thread" })),
                all(401, 403, 403, 403, 202),
            ),
            case(
                "get_backup",
                Method::GET,
                &format!("/workspace/backups/{upload}"),
                None,
                all(401, 403, 403, 403, 404),
            ),
            case(
                "delete_backup",
                Method::DELETE,
                &format!("/workspace/backups/{upload}"),
                None,
                all(401, 403, 403, 403, 404),
            ),
            case(
                "save_backup",
                Method::GET,
                &format!("/workspace/backups/{upload}/content"),
                None,
                all(401, 403, 403, 403, 404),
            ),
            case(
                "get_session",
                Method::GET,
                "/session",
                None,
                all(401, 200, 200, 200, 200),
            ),
            case(
                "create_session",
                Method::POST,
                "/session",
                Some(json!({ "email": format!("{who}@x"), "password": "no" })),
                all(401, 401, 401, 401, 401),
            ),
            case(
                "delete_session",
                Method::DELETE,
                "/session",
                None,
                all(401, 204, 204, 204, 204),
            ),
            case(
                "switch_persona",
                Method::POST,
                "/session/persona",
                Some(json!({ "persona": "analyst" })),
                all(404, 404, 404, 404, 404),
            ),
            case(
                "redeem_set_up_link",
                Method::POST,
                "/set-up/redeem",
                Some(json!({ "code": "guessed" })),
                all(410, 410, 410, 410, 410),
            ),
            case(
                "complete_set_up",
                Method::POST,
                "/set-up/complete",
                Some(complete),
                all(410, 410, 410, 410, 410),
            ),
            case(
                "list_access_tokens",
                Method::GET,
                "/access-tokens",
                None,
                all(401, 200, 200, 200, 200),
            ),
            case(
                "create_access_token",
                Method::POST,
                "/access-tokens",
                Some(json!({ "name": "Mine", "expiresInDays": 1 })),
                all(401, 201, 201, 201, 201),
            ),
            case(
                "delete_access_token",
                Method::DELETE,
                &format!("/access-tokens/{token}"),
                None,
                all(401, 404, 404, 204, 404),
            ),
        ]
    }
}
