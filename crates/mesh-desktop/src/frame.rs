//! How a request and its answer cross the web view's border: as bytes, so that
//! a body is never escaped into JSON and back.
//!
//! ```text
//! [head length: u32, little endian][head: JSON][body: the rest]
//! ```

use std::collections::BTreeMap;

use bytes::{BufMut, Bytes, BytesMut};
use http::{HeaderMap, HeaderName, HeaderValue, Method, Request, Response, Uri, header};
use serde::{Deserialize, Serialize};

use crate::error::DesktopError;

/// The most bytes a head may have.
pub const HEAD_LIMIT: usize = 64 * 1024;

const LENGTH_BYTES: usize = 4;

/// The headers that a request may bring in. All others are dropped: who calls
/// is never told by a header here, and a list of what is allowed cannot miss
/// the next header that somebody takes for an identity.
const ADMITTED: [HeaderName; 9] = [
    header::ACCEPT,
    header::ACCEPT_LANGUAGE,
    header::CONTENT_TYPE,
    header::IF_MATCH,
    header::IF_NONE_MATCH,
    header::RANGE,
    HeaderName::from_static("idempotency-key"),
    HeaderName::from_static("last-event-id"),
    HeaderName::from_static("x-request-id"),
];

/// The first part of a request's frame.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct RequestHead {
    /// `GET`, `POST`, `PUT`, `PATCH` or `DELETE`.
    pub method: String,
    /// Path and query, for example `/api/v1/domains?pageSize=10`.
    pub path: String,
    /// Names and values; names in any case.
    #[serde(default)]
    pub headers: BTreeMap<String, String>,
}

/// The first part of an answer's frame.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ResponseHead {
    /// The HTTP status.
    pub status: u16,
    /// Names in lower case, and values; without cookies.
    pub headers: BTreeMap<String, String>,
}

impl RequestHead {
    /// The request that this head and a body make, with the admitted headers
    /// only.
    ///
    /// # Errors
    /// `Malformed` if the method is not one of the API's, the path does not
    /// lead into the API, or an admitted header holds control characters.
    pub fn into_request(self, body: Bytes) -> Result<Request<Bytes>, DesktopError> {
        let method = match self.method.as_str() {
            "GET" => Method::GET,
            "POST" => Method::POST,
            "PUT" => Method::PUT,
            "PATCH" => Method::PATCH,
            "DELETE" => Method::DELETE,
            _ => return Err(DesktopError::Malformed("unknown method")),
        };
        if !self.path.starts_with("/api/v1/") {
            return Err(DesktopError::Malformed("the path is outside the API"));
        }
        let uri: Uri = self
            .path
            .parse()
            .map_err(|_| DesktopError::Malformed("the path is not a path"))?;
        let mut request = Request::new(body);
        *request.method_mut() = method;
        *request.uri_mut() = uri;
        for (name, value) in self.headers {
            let Ok(name) = HeaderName::from_bytes(name.as_bytes()) else {
                continue;
            };
            if !ADMITTED.contains(&name) {
                continue;
            }
            let value = HeaderValue::from_str(&value)
                .map_err(|_| DesktopError::Malformed("a header holds control characters"))?;
            request.headers_mut().insert(name, value);
        }
        Ok(request)
    }
}

impl ResponseHead {
    /// The head of an answer. Cookies stay outside: the desktop's principal
    /// needs none, and a web view must hold no secret.
    #[must_use]
    pub fn of<B>(response: &Response<B>) -> Self {
        Self {
            status: response.status().as_u16(),
            headers: readable(response.headers()),
        }
    }
}

fn readable(headers: &HeaderMap) -> BTreeMap<String, String> {
    headers
        .iter()
        .filter(|(name, _)| **name != header::SET_COOKIE)
        .filter_map(|(name, value)| Some((name.to_string(), value.to_str().ok()?.to_owned())))
        .collect()
}

/// Reads the frame of a request.
///
/// # Errors
/// `Malformed` if the frame is cut short, its head is no JSON of
/// [`RequestHead`], or the request in it is refused.
pub fn decode_request(frame: Bytes) -> Result<Request<Bytes>, DesktopError> {
    let length = frame
        .first_chunk::<LENGTH_BYTES>()
        .map(|bytes| u32::from_le_bytes(*bytes) as usize)
        .ok_or(DesktopError::Malformed("the frame has no head"))?;
    if length > HEAD_LIMIT {
        return Err(DesktopError::Malformed("the head is too long"));
    }
    if frame.len() < LENGTH_BYTES + length {
        return Err(DesktopError::Malformed("the head is cut short"));
    }
    let head: RequestHead = serde_json::from_slice(&frame[LENGTH_BYTES..LENGTH_BYTES + length])
        .map_err(|_| DesktopError::Malformed("the head is not a request's"))?;
    head.into_request(frame.slice(LENGTH_BYTES + length..))
}

/// Writes the frame of an answer.
#[must_use]
pub fn encode_response(response: &Response<Bytes>) -> Vec<u8> {
    let head = serde_json::to_vec(&ResponseHead::of(response))
        .expect("a head of strings and a number is always JSON");
    let body = response.body();
    let mut frame = BytesMut::with_capacity(LENGTH_BYTES + head.len() + body.len());
    frame.put_u32_le(u32::try_from(head.len()).expect("headers are far below 4 GB"));
    frame.put_slice(&head);
    frame.put_slice(body);
    frame.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn frame(head: &str, body: &[u8]) -> Bytes {
        let mut frame = BytesMut::new();
        frame.put_u32_le(head.len() as u32);
        frame.put_slice(head.as_bytes());
        frame.put_slice(body);
        frame.freeze()
    }

    fn refusal(frame: Bytes) -> String {
        decode_request(frame).expect_err("refused").to_string()
    }

    #[test]
    fn a_request_arrives_with_method_path_headers_and_body() {
        let request = decode_request(frame(
            r#"{"method":"PUT","path":"/api/v1/domains/x?dryRun=true","headers":{"If-Match":"\"3\""}}"#,
            b"\x00body",
        ))
        .unwrap();
        assert_eq!(request.method(), Method::PUT);
        assert_eq!(request.uri().path(), "/api/v1/domains/x");
        assert_eq!(request.uri().query(), Some("dryRun=true"));
        assert_eq!(request.headers()[header::IF_MATCH], "\"3\"");
        assert_eq!(request.body().as_ref(), b"\x00body");
    }

    #[test]
    fn headers_that_could_claim_an_identity_or_a_host_are_dropped() {
        let claims = [
            "Authorization",
            "Cookie",
            "Host",
            "Origin",
            "Forwarded",
            "X-Forwarded-User",
            "X-Forwarded-For",
            "X-Remote-User",
            "Remote-User",
            "X-User",
            "X-Principal",
            "X-Selvedge-Principal",
            "Proxy-Authorization",
        ];
        let headers: BTreeMap<_, _> = claims
            .iter()
            .map(|name| ((*name).to_owned(), "administrator".to_owned()))
            .collect();
        let head = RequestHead {
            method: "GET".to_owned(),
            path: "/api/v1/session".to_owned(),
            headers,
        };
        let request = head.into_request(Bytes::new()).unwrap();
        assert!(request.headers().is_empty(), "{:?}", request.headers());
    }

    #[test]
    fn frames_that_nobody_wrote_are_refused() {
        assert!(refusal(Bytes::from_static(b"\x01\x00")).contains("no head"));
        assert!(refusal(Bytes::from_static(b"\x09\x00\x00\x00{}")).contains("cut short"));
        assert!(refusal(Bytes::from_static(b"\xff\xff\xff\xff{}")).contains("too long"));
        assert!(refusal(frame("[]", b"")).contains("not a request's"));
        for path in [
            "/",
            "/set-up",
            "http://elsewhere/api/v1/domains",
            "//elsewhere/api/v1/",
            "api/v1/",
        ] {
            let head = format!(r#"{{"method":"GET","path":"{path}"}}"#);
            assert!(refusal(frame(&head, b"")).contains("outside"), "{path}");
        }
        let traced = r#"{"method":"TRACE","path":"/api/v1/session"}"#;
        assert!(refusal(frame(traced, b"")).contains("method"));
        let split =
            r#"{"method":"GET","path":"/api/v1/session","headers":{"accept":"a\r\nCookie: b"}}"#;
        assert!(refusal(frame(split, b"")).contains("control characters"));
    }

    #[test]
    fn an_answer_is_written_without_its_cookies() {
        let response = Response::builder()
            .status(201)
            .header("ETag", "\"1\"")
            .header("Set-Cookie", "session=secret")
            .body(Bytes::from_static(b"{}"))
            .unwrap();
        let frame = encode_response(&response);
        let length = u32::from_le_bytes(frame[..4].try_into().unwrap()) as usize;
        let head: ResponseHead = serde_json::from_slice(&frame[4..4 + length]).unwrap();
        assert_eq!(head.status, 201);
        assert_eq!(
            head.headers,
            BTreeMap::from([("etag".to_owned(), "\"1\"".to_owned())])
        );
        assert_eq!(&frame[4 + length..], b"{}");
    }
}
