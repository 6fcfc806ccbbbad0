//! Sessions.

use axum::{
    Json,
    extract::State,
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use mesh_model::{Credentials, Persona, Session};
use mesh_platform::{Platform, SESSION_DAYS, SignedIn};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::{
    Problem, cookie,
    extract::{Body, Caller},
};

const SESSION_SECONDS: i64 = SESSION_DAYS * 24 * 60 * 60;

/// Who is signed in, and what they may do.
#[utoipa::path(get, path = "/session", operation_id = "get_session", tag = "session", responses(
    (status = 200, body = Session),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn get_session(
    State(platform): State<Platform>,
    Caller(by): Caller,
) -> Result<Json<Session>, Problem> {
    Ok(Json(platform.sign_in().session(&by).await?))
}

/// Signs in with a password; the session is a cookie.
#[utoipa::path(post, path = "/session", operation_id = "create_session", tag = "session", security(()),
    request_body = Credentials, responses(
    (status = 200, body = Session),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn create_session(
    State(platform): State<Platform>,
    Body(credentials): Body<Credentials>,
) -> Result<Response, Problem> {
    let signed_in = platform.sign_in().with_password(credentials).await?;
    Ok(answer(&platform, signed_in))
}

/// Signs out.
#[utoipa::path(delete, path = "/session", operation_id = "delete_session", tag = "session", responses(
    (status = 204),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn delete_session(
    State(platform): State<Platform>,
    _caller: Caller,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let workspace = platform.workspace().id;
    if let Some(secret) = cookie::read(&headers, cookie::SESSION, workspace) {
        platform.sign_in().out(&secret).await?;
    }
    let gone = cookie::set(cookie::SESSION, workspace, "", 0);
    Ok((StatusCode::NO_CONTENT, [(header::SET_COOKIE, gone)]).into_response())
}

/// Whom to sign in as.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct PersonaChoice {
    /// The part to play.
    persona: Persona,
}

/// Signs in as somebody of the sample company; in a demo only.
#[utoipa::path(post, path = "/session/persona", operation_id = "switch_persona", tag = "session", security(()),
    request_body = PersonaChoice, responses(
    (status = 200, body = Session),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn switch_persona(
    State(platform): State<Platform>,
    headers: HeaderMap,
    Body(choice): Body<PersonaChoice>,
) -> Result<Response, Problem> {
    let ending = cookie::read(&headers, cookie::SESSION, platform.workspace().id);
    let signed_in = platform
        .sign_in()
        .as_persona(choice.persona, ending.as_deref())
        .await?;
    Ok(answer(&platform, signed_in))
}

/// Answers with the session and its cookie; a ticket of the set-up is used up by now.
pub(crate) fn answer(platform: &Platform, signed_in: SignedIn) -> Response {
    let workspace = platform.workspace().id;
    let mut response = Json(&signed_in.session).into_response();
    let headers = response.headers_mut();
    headers.append(
        header::SET_COOKIE,
        cookie::set(
            cookie::SESSION,
            workspace,
            &signed_in.secret,
            SESSION_SECONDS,
        ),
    );
    headers.append(
        header::SET_COOKIE,
        cookie::set(cookie::SET_UP, workspace, "", 0),
    );
    response
}
