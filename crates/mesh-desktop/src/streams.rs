//! Answers that go on for as long as the window is open, sent only as fast as
//! the web view takes them: it grants credit in bytes, and nothing is sent
//! beyond it.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::body::Body;
use bytes::Bytes;
use http_body_util::BodyExt;
use tokio::sync::Semaphore;
use tokio_util::sync::CancellationToken;

use crate::error::DesktopError;

/// The most bytes that may be granted and not yet sent.
pub const WINDOW: usize = 1 << 20;

/// The most streams that one window may have open.
pub const STREAM_LIMIT: usize = 64;

/// All open streams of a window, by the id that the web view gave them.
#[derive(Debug, Clone, Default)]
pub struct Streams {
    open: Arc<Mutex<HashMap<u64, Arc<Flow>>>>,
}

#[derive(Debug)]
struct Flow {
    credit: Semaphore,
    cancelled: CancellationToken,
}

/// One stream's place among the open ones. It is given back on drop.
#[derive(Debug)]
pub struct OpenStream {
    id: u64,
    flow: Arc<Flow>,
    streams: Streams,
}

/// How a stream ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// The body has ended, or broke off.
    Finished,
    /// The web view cancelled it or was loaded anew.
    Cancelled,
    /// Nobody takes its chunks any more.
    Unheard,
}

impl Streams {
    /// Opens a stream without credit.
    ///
    /// # Errors
    /// `StreamTaken` if the id is in use, `StreamsExhausted` at the limit.
    pub fn open(&self, id: u64) -> Result<OpenStream, DesktopError> {
        let mut open = self.lock();
        if open.contains_key(&id) {
            return Err(DesktopError::StreamTaken(id));
        }
        if open.len() >= STREAM_LIMIT {
            return Err(DesktopError::StreamsExhausted {
                limit: STREAM_LIMIT,
            });
        }
        let flow = Arc::new(Flow {
            credit: Semaphore::new(0),
            cancelled: CancellationToken::new(),
        });
        open.insert(id, Arc::clone(&flow));
        Ok(OpenStream {
            id,
            flow,
            streams: self.clone(),
        })
    }

    /// Lets a stream send `bytes` more, up to [`WINDOW`] in all. A stream that
    /// has ended meanwhile is no error.
    pub fn grant(&self, id: u64, bytes: usize) {
        if let Some(flow) = self.lock().get(&id) {
            let room = WINDOW.saturating_sub(flow.credit.available_permits());
            flow.credit.add_permits(bytes.min(room));
        }
    }

    /// Ends a stream. One that has ended meanwhile is no error.
    pub fn cancel(&self, id: u64) {
        if let Some(flow) = self.lock().remove(&id) {
            flow.cancelled.cancel();
        }
    }

    /// Ends all streams, as when the page is loaded anew.
    pub fn cancel_all(&self) {
        for (_, flow) in self.lock().drain() {
            flow.cancelled.cancel();
        }
    }

    /// How many streams are open.
    #[must_use]
    pub fn count(&self) -> usize {
        self.lock().len()
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<u64, Arc<Flow>>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl OpenStream {
    /// Waits for `work` unless the stream is cancelled first.
    pub async fn unless_cancelled<T>(&self, work: impl Future<Output = T>) -> Option<T> {
        self.flow.cancelled.run_until_cancelled(work).await
    }

    /// Sends a body in chunks within the credit, and an empty chunk at its
    /// end. `send` answers whether the chunk was taken.
    pub async fn pump(self, mut body: Body, mut send: impl FnMut(Bytes) -> bool) -> Ending {
        loop {
            let frame = match self.unless_cancelled(body.frame()).await {
                None => return Ending::Cancelled,
                Some(None | Some(Err(_))) => {
                    send(Bytes::new());
                    return Ending::Finished;
                }
                Some(Some(Ok(frame))) => frame,
            };
            let Ok(mut data) = frame.into_data() else {
                continue;
            };
            while !data.is_empty() {
                let Some(size) = self.unless_cancelled(self.take_credit(data.len())).await else {
                    return Ending::Cancelled;
                };
                if !send(data.split_to(size)) {
                    return Ending::Unheard;
                }
            }
        }
    }

    /// Takes credit for 1 to `wanted` bytes, waiting until there is some.
    async fn take_credit(&self, wanted: usize) -> usize {
        let credit = &self.flow.credit;
        let first = credit
            .acquire()
            .await
            .expect("a stream's credit is never closed");
        first.forget();
        let more = credit.available_permits().min(wanted - 1);
        let rest = u32::try_from(more).expect("credit is at most one window");
        match credit.try_acquire_many(rest) {
            Ok(permits) => {
                permits.forget();
                1 + more
            }
            Err(_) => 1,
        }
    }
}

impl Drop for OpenStream {
    fn drop(&mut self) {
        let mut open = self.streams.lock();
        let is_mine = open
            .get(&self.id)
            .is_some_and(|flow| Arc::ptr_eq(flow, &self.flow));
        if is_mine {
            open.remove(&self.id);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    fn collector() -> (Arc<Mutex<Vec<Bytes>>>, impl FnMut(Bytes) -> bool + Send) {
        let chunks = Arc::new(Mutex::new(Vec::new()));
        let sink = Arc::clone(&chunks);
        (chunks, move |chunk| {
            sink.lock().unwrap().push(chunk);
            true
        })
    }

    async fn settle() {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }

    #[tokio::test]
    async fn nothing_is_sent_beyond_the_credit() {
        let streams = Streams::default();
        let (chunks, send) = collector();
        let stream = streams.open(7).unwrap();
        let pumping = tokio::spawn(stream.pump(Body::from("selvedge"), send));
        settle().await;
        assert!(chunks.lock().unwrap().is_empty());
        streams.grant(7, 3);
        settle().await;
        assert_eq!(*chunks.lock().unwrap(), ["sel"]);
        streams.grant(7, 100);
        assert_eq!(pumping.await.unwrap(), Ending::Finished);
        assert_eq!(*chunks.lock().unwrap(), ["sel", "vedge", ""]);
        assert_eq!(streams.count(), 0);
    }

    #[tokio::test]
    async fn credit_never_exceeds_the_window() {
        let streams = Streams::default();
        let stream = streams.open(1).unwrap();
        streams.grant(1, usize::MAX);
        streams.grant(1, WINDOW);
        assert_eq!(stream.flow.credit.available_permits(), WINDOW);
    }

    #[tokio::test]
    async fn a_cancelled_stream_stops_waiting_for_its_body_and_for_credit() {
        let streams = Streams::default();
        let silent = Body::from_stream(futures::stream::pending::<Result<Bytes, std::io::Error>>());
        let waiting = tokio::spawn(streams.open(1).unwrap().pump(silent, |_| true));
        let starving = tokio::spawn(streams.open(2).unwrap().pump(Body::from("x"), |_| true));
        settle().await;
        streams.cancel(1);
        assert_eq!(waiting.await.unwrap(), Ending::Cancelled);
        streams.cancel_all();
        assert_eq!(starving.await.unwrap(), Ending::Cancelled);
        assert_eq!(streams.count(), 0);
    }

    #[tokio::test]
    async fn a_stream_that_ends_late_leaves_its_successor_alone() {
        let streams = Streams::default();
        let old = streams.open(1).unwrap();
        streams.cancel_all();
        let _new = streams.open(1).unwrap();
        drop(old);
        assert_eq!(streams.count(), 1);
        assert!(matches!(streams.open(1), Err(DesktopError::StreamTaken(1))));
    }

    #[tokio::test]
    async fn there_is_an_end_to_opening_streams() {
        let streams = Streams::default();
        let open: Vec<_> = (0..STREAM_LIMIT as u64)
            .map(|id| streams.open(id).unwrap())
            .collect();
        assert!(matches!(
            streams.open(1_000),
            Err(DesktopError::StreamsExhausted { .. })
        ));
        drop(open);
        assert!(streams.open(1_000).is_ok());
    }
}
