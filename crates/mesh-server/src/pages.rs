//! The portal's pages. Every path that isn't a file is the one page that routes itself.

use axum::{
    body::Body,
    http::{HeaderValue, Method, Response, StatusCode, header},
};
use rust_embed::RustEmbed;

const CSP: &str = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; \
    object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
const INDEX: &str = "index.html";
const MISSING: &str =
    "The portal's pages are missing from this build: run `npm start`, or build ui/ first.";

/// Part of the program in release builds, read from the folder otherwise.
#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/../../ui/dist"]
#[allow_missing = true]
struct Built;

pub(crate) fn page(method: &Method, path: &str) -> Response<Body> {
    if !matches!(*method, Method::GET | Method::HEAD) {
        return plain(StatusCode::METHOD_NOT_ALLOWED, "");
    }
    let asked = path.trim_start_matches('/');
    let (name, file) = match Built::get(asked).filter(|_| !asked.is_empty()) {
        Some(file) => (asked, file),
        None if asked.starts_with("assets/") => return plain(StatusCode::NOT_FOUND, ""),
        None => match Built::get(INDEX) {
            Some(file) => (INDEX, file),
            None => return plain(StatusCode::NOT_FOUND, MISSING),
        },
    };
    let kind = mime_guess::from_path(name).first_or_octet_stream();
    // Names below assets/ carry a hash of what they hold.
    let keep = if name.starts_with("assets/") {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    };
    let mut response = Response::new(Body::from(file.data.into_owned()));
    let headers = response.headers_mut();
    if let Ok(kind) = HeaderValue::from_str(kind.as_ref()) {
        headers.insert(header::CONTENT_TYPE, kind);
    }
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(keep));
    headers.insert(
        header::CONTENT_SECURITY_POLICY,
        HeaderValue::from_static(CSP),
    );
    headers.insert(
        header::X_CONTENT_TYPE_OPTIONS,
        HeaderValue::from_static("nosniff"),
    );
    headers.insert(
        header::REFERRER_POLICY,
        HeaderValue::from_static("no-referrer"),
    );
    response
}

fn plain(status: StatusCode, text: &'static str) -> Response<Body> {
    let mut response = Response::new(Body::from(text));
    *response.status_mut() = status;
    response
}
