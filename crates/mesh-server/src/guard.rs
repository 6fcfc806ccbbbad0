//! A local listener serves only its user: requests that reach it under a foreign name, or from a foreign page, are
//! refused (DNS rebinding, cross-site requests).

use std::{net::SocketAddr, sync::Arc};

use axum::{
    extract::{Request, State},
    http::{HeaderMap, HeaderName, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

const FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// The names under which this server may be reached, each as `host` or `host:port`.
#[derive(Debug, Clone)]
pub(crate) struct Names(Arc<[String]>);

impl Names {
    pub(crate) fn new(address: SocketAddr, given: &[String]) -> Self {
        let port = address.port();
        let mut names: Vec<String> = given.iter().map(|name| name.to_ascii_lowercase()).collect();
        if address.ip().is_loopback() {
            for host in ["127.0.0.1", "localhost", "[::1]"] {
                names.push(format!("{host}:{port}"));
                if port == 80 {
                    names.push(host.to_owned());
                }
            }
        }
        Self(names.into())
    }

    fn knows(&self, name: &str) -> bool {
        self.0.iter().any(|known| known.eq_ignore_ascii_case(name))
    }
}

pub(crate) async fn admit(State(names): State<Names>, request: Request, next: Next) -> Response {
    match refusal(&names, &request) {
        None => next.run(request).await,
        Some(why) => {
            tracing::warn!(why, "a request was refused at the door");
            (StatusCode::FORBIDDEN, why).into_response()
        }
    }
}

fn refusal(names: &Names, request: &Request) -> Option<&'static str> {
    let headers = request.headers();
    let host = text(headers, &header::HOST)
        .or_else(|| request.uri().authority().map(|name| name.as_str()));
    if !host.is_some_and(|host| names.knows(host)) {
        return Some("This address isn't one of the names of this Selvedge.");
    }
    if headers.contains_key(header::ORIGIN) {
        let origin = text(headers, &header::ORIGIN).and_then(|origin| origin.split_once("://"));
        if !origin
            .is_some_and(|(scheme, name)| matches!(scheme, "http" | "https") && names.knows(name))
        {
            return Some("Requests from other pages aren't answered.");
        }
    }
    let crosses =
        text(headers, &FETCH_SITE).is_some_and(|site| !matches!(site, "same-origin" | "none"));
    if crosses && request.uri().path().starts_with("/api/") {
        return Some("Requests from other pages aren't answered.");
    }
    None
}

fn text<'h>(headers: &'h HeaderMap, name: &HeaderName) -> Option<&'h str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}

#[cfg(test)]
mod tests {
    use axum::body::Body;

    use super::*;

    fn refused(path: &str, headers: &[(&str, &str)]) -> bool {
        let names = Names::new(
            "127.0.0.1:7420".parse().expect("an address"),
            &["mesh.example".to_owned()],
        );
        let mut request = Request::builder().uri(path);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        refusal(&names, &request.body(Body::empty()).expect("a request")).is_some()
    }

    #[test]
    fn its_own_names_are_served() {
        for host in [
            "127.0.0.1:7420",
            "localhost:7420",
            "LOCALHOST:7420",
            "[::1]:7420",
            "mesh.example",
        ] {
            assert!(!refused("/api/v1/session", &[("host", host)]), "{host}");
        }
    }

    #[test]
    fn a_rebound_name_is_refused() {
        for host in [
            "evil.example:7420",
            "127.0.0.1",
            "127.0.0.1:7421",
            "localhost.evil.example:7420",
            "",
        ] {
            assert!(refused("/", &[("host", host)]), "{host}");
        }
        assert!(refused("/", &[]));
    }

    #[test]
    fn foreign_pages_are_refused() {
        let host = ("host", "127.0.0.1:7420");
        for origin in [
            "http://evil.example",
            "null",
            "http://127.0.0.1:7421",
            "file://",
            "http://127.0.0.1:7420.evil",
        ] {
            assert!(
                refused("/api/v1/session", &[host, ("origin", origin)]),
                "{origin}"
            );
        }
        assert!(!refused(
            "/api/v1/session",
            &[host, ("origin", "http://127.0.0.1:7420")]
        ));
        assert!(refused(
            "/api/v1/session",
            &[host, ("sec-fetch-site", "cross-site")]
        ));
        assert!(refused(
            "/api/v1/session",
            &[host, ("sec-fetch-site", "same-site")]
        ));
        assert!(
            !refused("/", &[host, ("sec-fetch-site", "cross-site")]),
            "a link to the portal may be followed"
        );
    }
}
