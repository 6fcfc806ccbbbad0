//! Set-up and sign-in links.

use axum::{
    Json,
    extract::State,
    http::{HeaderMap, header},
    response::{IntoResponse, Response},
};
use mesh_model::{ProblemCode, Session, SetUpCompletion, SetUpRedeemed};
use mesh_platform::Platform;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::{Problem, cookie, extract::Body, session};

const TICKET_SECONDS: i64 = 60 * 60;

/// The code of a link.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct SetUpCode {
    /// What follows `code=` in the link.
    code: String,
}

/// Exchanges a link, once, for a cookie with which the set-up is completed.
#[utoipa::path(post, path = "/set-up/redeem", operation_id = "redeem_set_up_link", tag = "set-up", security(()),
    request_body = SetUpCode, responses(
    (status = 200, body = SetUpRedeemed),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn redeem_set_up_link(
    State(platform): State<Platform>,
    Body(asked): Body<SetUpCode>,
) -> Result<Response, Problem> {
    let (redeemed, ticket) = platform.sign_in().redeem(&asked.code).await?;
    let cookie = cookie::set(
        cookie::SET_UP,
        platform.workspace().id,
        &ticket,
        TICKET_SECONDS,
    );
    Ok(([(header::SET_COOKIE, cookie)], Json(redeemed)).into_response())
}

/// Chooses a password and signs in.
#[utoipa::path(post, path = "/set-up/complete", operation_id = "complete_set_up", tag = "set-up", security(()),
    request_body = SetUpCompletion, responses(
    (status = 200, body = Session),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn complete_set_up(
    State(platform): State<Platform>,
    headers: HeaderMap,
    Body(completion): Body<SetUpCompletion>,
) -> Result<Response, Problem> {
    let ticket = cookie::read(&headers, cookie::SET_UP, platform.workspace().id)
        .ok_or_else(|| Problem::of(ProblemCode::SetUpLinkInvalid))?;
    let signed_in = platform.sign_in().complete(&ticket, completion).await?;
    Ok(session::answer(&platform, signed_in))
}
