//! The OpenAPI document.

use axum::{Json, response::IntoResponse};
use utoipa::{
    Modify, OpenApi,
    openapi::{
        OpenApi as Document,
        security::{ApiKey, ApiKeyValue, HttpAuthScheme, HttpBuilder, SecurityScheme},
    },
};

use crate::Problem;

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Selvedge",
        description = "Self-service for a data mesh: domains, data products, search and rows.\n\n\
            Errors are RFC 9457 problems with a closed `code`. Lists are pages of `items` with a `nextPageToken`. \
            Edits carry the `ETag` of what was read as `If-Match`; creates may carry an `Idempotency-Key`."
    ),
    components(schemas(Problem, mesh_model::Change)),
    modifiers(&Security),
    security(("session" = []), ("token" = [])),
)]
struct Head;

struct Security;

impl Modify for Security {
    fn modify(&self, document: &mut Document) {
        let components = document.components.get_or_insert_default();
        let cookie = ApiKeyValue::with_description(
            "selvedge_session",
            "Followed by `_` and the workspace's id.",
        );
        components.add_security_scheme("session", SecurityScheme::ApiKey(ApiKey::Cookie(cookie)));
        let bearer = HttpBuilder::new()
            .scheme(HttpAuthScheme::Bearer)
            .description(Some("A personal access token."));
        components.add_security_scheme("token", SecurityScheme::Http(bearer.build()));
    }
}

pub(crate) fn head() -> Document {
    Head::openapi()
}

/// The whole document, as it is served and committed.
#[must_use]
pub fn document() -> Document {
    let (_, document) = crate::routes().split_for_parts();
    document
}

pub(crate) async fn get_openapi() -> impl IntoResponse {
    Json(document())
}
