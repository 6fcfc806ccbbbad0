//! Data products, files and publications.

use http::Method;
use serde_json::json;

use super::{
    case::{Case, all, case, seen, tagged},
    things::Things,
};

impl Things {
    pub(super) async fn products(&self, who: &str) -> Vec<Case> {
        let Self {
            product,
            publication,
            upload,
            ..
        } = self;
        let product_edit = json!({ "name": "Orders", "purpose": who, "columns": [] });
        let publish = json!({ "uploadId": upload, "columns": [], "dataProductId": product });
        vec![
            case(
                "list_data_products",
                Method::GET,
                "/data-products",
                None,
                seen(),
            ),
            case(
                "check_data_product",
                Method::POST,
                "/data-products/check",
                Some(json!({ "name": "N" })),
                seen(),
            ),
            case(
                "get_data_product",
                Method::GET,
                &format!("/data-products/{product}"),
                None,
                seen(),
            ),
            tagged(
                case(
                    "update_data_product",
                    Method::PUT,
                    &format!("/data-products/{product}"),
                    Some(product_edit),
                    all(401, 403, 403, 200, 200),
                ),
                self.etag(&format!("/data-products/{product}")).await,
            ),
            case(
                "list_product_versions",
                Method::GET,
                &format!("/data-products/{product}/versions"),
                None,
                seen(),
            ),
            // A contract says no row and no place of files, so whoever finds the product may read it.
            case(
                "get_contract",
                Method::GET,
                &format!("/data-products/{product}/contract"),
                None,
                seen(),
            ),
            case(
                "get_contract_changes",
                Method::GET,
                &format!("/data-products/{product}/contract/changes"),
                None,
                seen(),
            ),
            case(
                "get_product_document",
                Method::GET,
                &format!("/data-products/{product}/product-document"),
                None,
                seen(),
            ),
            // Office gives no rows: the administrator is refused like every member.
            case(
                "list_rows",
                Method::GET,
                &format!("/data-products/{product}/rows"),
                None,
                all(401, 403, 403, 200, 403),
            ),
            // What a version holds is told to everybody who may know of it, as far as they may know.
            case(
                "get_product_profile",
                Method::GET,
                &format!("/data-products/{product}/profile"),
                None,
                seen(),
            ),
            case(
                "list_rejects",
                Method::GET,
                &format!("/data-products/{product}/rejects"),
                None,
                all(401, 403, 403, 200, 403),
            ),
            case(
                "get_product_quality",
                Method::GET,
                &format!("/data-products/{product}/quality"),
                None,
                seen(),
            ),
            case(
                "list_publishing_policies",
                Method::GET,
                "/publishing-policies",
                None,
                seen(),
            ),
            case(
                "update_publishing_policy",
                Method::PUT,
                "/publishing-policies/key_named",
                Some(json!({ "severity": "off" })),
                all(401, 403, 403, 403, 200),
            ),
            case(
                "create_upload",
                Method::POST,
                "/uploads",
                Some(json!({ "fileName": "a.csv", "sizeBytes": 3 })),
                all(401, 403, 201, 201, 201),
            ),
            case(
                "get_upload",
                Method::GET,
                &format!("/uploads/{upload}"),
                None,
                all(401, 403, 404, 200, 404),
            ),
            case(
                "append_upload",
                Method::PUT,
                &format!("/uploads/{upload}/content?offset=0"),
                None,
                all(401, 403, 404, 409, 404),
            ),
            case(
                "preview_upload",
                Method::GET,
                &format!("/uploads/{upload}/preview"),
                None,
                all(401, 403, 404, 200, 404),
            ),
            case(
                "preview_upload_as",
                Method::POST,
                &format!("/uploads/{upload}/preview"),
                Some(json!({ "hasHeader": false })),
                all(401, 403, 404, 200, 404),
            ),
            case(
                "survey_upload",
                Method::POST,
                &format!("/uploads/{upload}/survey"),
                Some(json!({})),
                all(401, 403, 404, 200, 404),
            ),
            case(
                "check_upload_rules",
                Method::POST,
                &format!("/uploads/{upload}/rule-checks"),
                Some(json!({ "rules": [] })),
                all(401, 403, 404, 200, 404),
            ),
            case(
                "list_publications",
                Method::GET,
                "/publications",
                None,
                seen(),
            ),
            // Somebody else's file is one that doesn't exist.
            case(
                "create_publication",
                Method::POST,
                "/publications",
                Some(publish),
                all(401, 403, 422, 202, 422),
            ),
            // It is the only version, so even its owner can't put it back.
            case(
                "put_back_version",
                Method::POST,
                &format!("/data-products/{product}/versions/1/put-back?dryRun=true"),
                None,
                all(401, 403, 403, 409, 403),
            ),
            case(
                "get_publication",
                Method::GET,
                &format!("/publications/{publication}"),
                None,
                seen(),
            ),
            case(
                "resume_publication",
                Method::POST,
                &format!("/publications/{publication}/resume"),
                None,
                all(401, 403, 403, 409, 403),
            ),
            case(
                "cancel_publication",
                Method::POST,
                &format!("/publications/{publication}/cancel"),
                None,
                all(401, 403, 403, 409, 403),
            ),
            case(
                "delete_upload",
                Method::DELETE,
                &format!("/uploads/{upload}"),
                None,
                all(401, 403, 404, 204, 404),
            ),
        ]
    }
}
