//! What handlers take from a request; whatever can't be read is a [`Problem`].

use std::str::FromStr;

use axum::{
    extract::{
        FromRequest, FromRequestParts, Json, Path, Query, Request,
        rejection::{BytesRejection, FailedToBufferBody, JsonRejection},
    },
    http::{HeaderName, StatusCode, header, request::Parts},
};
use mesh_model::ProblemCode;
use mesh_platform::Principal;
use serde::de::DeserializeOwned;

use crate::{Problem, identity::Identity};

const IDEMPOTENCY_KEY: HeaderName = HeaderName::from_static("idempotency-key");
const IDEMPOTENCY_KEY_MAX: usize = 200;

/// The person who calls; without one the request ends here.
pub(crate) struct Caller(pub(crate) Principal);

impl<S: Send + Sync> FromRequestParts<S> for Caller {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        let identity = parts
            .extensions
            .get::<Identity>()
            .and_then(|identity| identity.0.clone());
        identity
            .map(Self)
            .ok_or_else(|| Problem::of(ProblemCode::Unauthenticated))
    }
}

/// A JSON body.
pub(crate) struct Body<T>(pub(crate) T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Body<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        match Json::<T>::from_request(request, state).await {
            Ok(Json(value)) => Ok(Self(value)),
            Err(JsonRejection::MissingJsonContentType(rejection)) => {
                Err(Problem::of(ProblemCode::Unsupported).saying(rejection.body_text()))
            }
            Err(rejection) if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE => {
                Err(Problem::of(ProblemCode::TooLarge))
            }
            Err(rejection) => {
                Err(Problem::of(ProblemCode::Malformed).saying(rejection.body_text()))
            }
        }
    }
}

/// A body of bytes.
pub(crate) struct Content(pub(crate) bytes::Bytes);

impl<S: Send + Sync> FromRequest<S> for Content {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        match bytes::Bytes::from_request(request, state).await {
            Ok(bytes) => Ok(Self(bytes)),
            Err(BytesRejection::FailedToBufferBody(FailedToBufferBody::LengthLimitError(_))) => {
                Err(Problem::of(ProblemCode::TooLarge))
            }
            Err(rejection) => {
                Err(Problem::of(ProblemCode::Malformed).saying(rejection.body_text()))
            }
        }
    }
}

/// The query's parameters.
pub(crate) struct Asked<T>(pub(crate) T);

impl<S: Send + Sync, T: DeserializeOwned + Send> FromRequestParts<S> for Asked<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        match Query::<T>::from_request_parts(parts, state).await {
            Ok(Query(value)) => Ok(Self(value)),
            Err(rejection) => {
                Err(Problem::of(ProblemCode::Malformed).saying(rejection.body_text()))
            }
        }
    }
}

/// The id in the path; what isn't an id names nothing.
pub(crate) struct Id<T>(pub(crate) T);

impl<S: Send + Sync, T: FromStr + Send> FromRequestParts<S> for Id<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let text = Path::<String>::from_request_parts(parts, state)
            .await
            .map(|Path(text)| text)
            .unwrap_or_default();
        text.parse()
            .map(Self)
            .map_err(|_| Problem::of(ProblemCode::NotFound))
    }
}

/// The two ids in the path; what isn't an id names nothing.
pub(crate) struct Ids<A, B>(pub(crate) A, pub(crate) B);

impl<S: Send + Sync, A: FromStr + Send, B: FromStr + Send> FromRequestParts<S> for Ids<A, B> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        let read = Path::<(String, String)>::from_request_parts(parts, &()).await;
        let ids = read.ok().and_then(|Path((first, second))| {
            Some(Self(first.parse().ok()?, second.parse().ok()?))
        });
        ids.ok_or_else(|| Problem::of(ProblemCode::NotFound))
    }
}

/// The revision that was read, from `If-Match`.
pub(crate) struct IfMatch(pub(crate) i64);

impl<S: Send + Sync> FromRequestParts<S> for IfMatch {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        let value = parts
            .headers
            .get(header::IF_MATCH)
            .ok_or_else(|| Problem::of(ProblemCode::PreconditionRequired))?;
        let text = value.to_str().unwrap_or_default().trim();
        let tag = text
            .strip_prefix('"')
            .and_then(|text| text.strip_suffix('"'));
        tag.and_then(|tag| tag.parse().ok())
            .map(Self)
            .ok_or_else(|| {
                Problem::of(ProblemCode::Malformed)
                    .saying("If-Match must be one ETag that was read")
            })
    }
}

/// The key under which this request may be repeated.
pub(crate) struct IdempotencyKey(pub(crate) Option<String>);

impl<S: Send + Sync> FromRequestParts<S> for IdempotencyKey {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        let Some(value) = parts.headers.get(IDEMPOTENCY_KEY) else {
            return Ok(Self(None));
        };
        match value.to_str() {
            Ok(key) if !key.is_empty() && key.len() <= IDEMPOTENCY_KEY_MAX => {
                Ok(Self(Some(key.to_owned())))
            }
            _ => Err(Problem::of(ProblemCode::Malformed)
                .saying("Idempotency-Key has 1 to 200 ASCII characters")),
        }
    }
}
