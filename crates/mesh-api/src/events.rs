//! The stream of changes.

use std::{convert::Infallible, time::Duration};

use axum::{
    extract::State,
    http::{HeaderMap, HeaderName},
    response::sse::{Event, KeepAlive, Sse},
};
use futures::{Stream, StreamExt};
use mesh_platform::Platform;

use crate::{Problem, extract::Caller};

const LAST_EVENT_ID: HeaderName = HeaderName::from_static("last-event-id");
const KEEP_ALIVE: Duration = Duration::from_secs(15);

/// Tells of changes as they are committed (server-sent events, WHATWG HTML §9.2): `event: change`, `data:` a
/// `Change`, `id:` its sequence. `Last-Event-ID` replays what was missed.
#[utoipa::path(get, path = "/events", operation_id = "stream_events", tag = "events",
    params(("Last-Event-ID" = Option<i64>, Header, description = "The last sequence that was seen.")), responses(
    (status = 200, body = String, content_type = "text/event-stream"),
    (status = "default", body = Problem, content_type = "application/problem+json"),
))]
pub(crate) async fn stream_events(
    State(platform): State<Platform>,
    Caller(by): Caller,
    headers: HeaderMap,
) -> Result<Sse<impl Stream<Item = Result<Event, Infallible>>>, Problem> {
    let seen = headers
        .get(LAST_EVENT_ID)
        .and_then(|value| value.to_str().ok())
        .and_then(|text| text.parse().ok());
    let changes = platform.changes(&by, seen).await?;
    let events = changes.map(|change| {
        let data = serde_json::to_string(&change).unwrap_or_default();
        Ok(Event::default()
            .event("change")
            .id(change.sequence.to_string())
            .data(data))
    });
    Ok(Sse::new(events).keep_alive(KeepAlive::new().interval(KEEP_ALIVE)))
}
