//! Who calls: from the embedding program, a session cookie or a bearer token, and from nothing else.

use axum::{
    extract::{Request, State},
    http::{HeaderMap, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use mesh_platform::{Platform, Principal, Refusal};

use crate::{Problem, cookie};

/// Who was found to call; none for a stranger to the workspace.
#[derive(Clone)]
pub(crate) struct Identity(pub(crate) Option<Principal>);

pub(crate) async fn identify(
    State(platform): State<Platform>,
    mut request: Request,
    next: Next,
) -> Response {
    let attached = request
        .extensions()
        .get::<Principal>()
        .map(|principal| principal.id);
    let found = match attached {
        Some(id) => platform.sign_in().refreshed(id).await.map(Some),
        None => from_headers(&platform, request.headers()).await,
    };
    let identity = match found {
        Ok(principal) => Identity(principal),
        Err(Refusal::Unauthenticated) => Identity(None),
        Err(refusal) => return Problem::from(refusal).into_response(),
    };
    request.extensions_mut().insert(identity);
    next.run(request).await
}

async fn from_headers(
    platform: &Platform,
    headers: &HeaderMap,
) -> Result<Option<Principal>, Refusal> {
    if let Some(value) = headers.get(header::AUTHORIZATION) {
        let token = value.to_str().ok().and_then(|text| text.split_once(' '));
        let Some((_, token)) = token.filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"))
        else {
            return Ok(None);
        };
        return platform.sign_in().by_token(token.trim()).await.map(Some);
    }
    match cookie::read(headers, cookie::SESSION, platform.workspace().id) {
        Some(secret) => platform.sign_in().by_session(&secret).await.map(Some),
        None => Ok(None),
    }
}
