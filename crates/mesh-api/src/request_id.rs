//! Each request has an id, in its answer and in every line that it logs.

use std::time::Instant;

use axum::{
    extract::{MatchedPath, Request},
    http::{HeaderName, HeaderValue},
    middleware::Next,
    response::Response,
};
use tracing::Instrument;
use uuid::Uuid;

const HEADER: HeaderName = HeaderName::from_static("x-request-id");

tokio::task_local! {
    static CURRENT: String;
}

/// The id of the request that this task answers.
pub(crate) fn current() -> String {
    CURRENT.try_with(Clone::clone).unwrap_or_default()
}

pub(crate) async fn trace(request: Request, next: Next) -> Response {
    let id = Uuid::now_v7().simple().to_string();
    let path = request
        .extensions()
        .get::<MatchedPath>()
        .map_or("", MatchedPath::as_str)
        .to_owned();
    let span = tracing::info_span!("request", id = %id, method = %request.method(), path = %path);
    let begun = Instant::now();
    let answer = async {
        let mut response = next.run(request).await;
        if let Ok(value) = HeaderValue::from_str(&current()) {
            response.headers_mut().insert(HEADER, value);
        }
        let milliseconds = begun.elapsed().as_millis() as u64;
        tracing::info!(
            status = response.status().as_u16(),
            milliseconds,
            "answered"
        );
        response
    };
    CURRENT.scope(id, answer).instrument(span).await
}
