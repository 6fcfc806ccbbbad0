//! Whom the window talks to.

use std::sync::{Arc, PoisonError, RwLock};

use axum::Router;
use axum::body::Body;
use bytes::Bytes;
use http::{Method, Request, Response, StatusCode};
use http_body_util::{BodyExt, LengthLimitError, Limited};
use mesh_model::Session;
use mesh_platform::Principal;
use tower::ServiceExt;

use crate::error::DesktopError;

/// The most bytes of an answer that is given as a whole; streams have no limit.
pub const ANSWER_LIMIT: usize = 64 << 20;

const PERSONA: &str = "/api/v1/session/persona";

/// The platform as this window reaches it.
#[derive(Clone)]
pub enum Backend {
    /// In this process.
    Embedded(Embedded),
}

/// The API's router in this process, called for one person.
#[derive(Clone)]
pub struct Embedded {
    router: Router,
    principal: Arc<RwLock<Principal>>,
}

impl Embedded {
    /// Calls `router` for `principal`. It is attached as a typed extension,
    /// which no header of a request can set or change.
    #[must_use]
    pub fn new(router: Router, principal: Principal) -> Self {
        Self {
            router,
            principal: Arc::new(RwLock::new(principal)),
        }
    }

    async fn handle(&self, request: Request<Bytes>) -> Response<Body> {
        let becomes = request.method() == Method::POST && request.uri().path() == PERSONA;
        let mut request = request.map(Body::from);
        let principal = self
            .principal
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone();
        request.extensions_mut().insert(principal);
        let response = match self.router.clone().oneshot(request).await {
            Ok(response) => response,
            Err(never) => match never {},
        };
        if becomes && response.status() == StatusCode::OK {
            return self.become_persona(response).await;
        }
        response
    }

    /// In the sample company, whom the platform let somebody sign in as is whom the next requests are made for: the
    /// session's cookie never reaches the web view.
    async fn become_persona(&self, response: Response<Body>) -> Response<Body> {
        let (head, body) = response.into_parts();
        let Ok(body) = Limited::new(body, ANSWER_LIMIT).collect().await else {
            return Response::from_parts(head, Body::empty());
        };
        let body = body.to_bytes();
        if let Ok(session) = serde_json::from_slice::<Session>(&body) {
            let mut principal = self
                .principal
                .write()
                .unwrap_or_else(PoisonError::into_inner);
            *principal = Principal::from(&session.person);
        }
        Response::from_parts(head, Body::from(body))
    }
}

impl Backend {
    /// Answers a request; the body may still be on its way.
    pub async fn handle(&self, request: Request<Bytes>) -> Response<Body> {
        let Self::Embedded(embedded) = self;
        embedded.handle(request).await
    }

    /// Answers a request as a whole.
    ///
    /// # Errors
    /// `AnswerTooLarge` above [`ANSWER_LIMIT`], `AnswerBroken` if the body ends
    /// early.
    pub async fn answer(&self, request: Request<Bytes>) -> Result<Response<Bytes>, DesktopError> {
        let (head, body) = self.handle(request).await.into_parts();
        let body = Limited::new(body, ANSWER_LIMIT)
            .collect()
            .await
            .map_err(|error| {
                if error.is::<LengthLimitError>() {
                    DesktopError::AnswerTooLarge {
                        limit: ANSWER_LIMIT,
                    }
                } else {
                    DesktopError::AnswerBroken(axum::Error::new(error))
                }
            })?;
        Ok(Response::from_parts(head, body.to_bytes()))
    }
}

#[cfg(test)]
mod tests {
    use axum::Extension;
    use axum::routing::get;

    use super::*;

    fn person(name: &str) -> Principal {
        Principal {
            id: mesh_model::PersonId::new(),
            name: name.to_owned(),
            role: None,
        }
    }

    fn backend(router: Router) -> Backend {
        Backend::Embedded(Embedded::new(router, person("the owner")))
    }

    #[tokio::test]
    async fn every_request_is_made_for_the_principal() {
        let router = Router::new().route(
            "/who",
            get(|Extension(caller): Extension<Principal>| async move { caller.name }),
        );
        let mut request = Request::get("/who").body(Bytes::new()).unwrap();
        request.extensions_mut().insert(person("somebody else"));
        let response = backend(router).answer(request).await.unwrap();
        assert_eq!(response.body().as_ref(), b"the owner");
    }

    #[tokio::test]
    async fn an_answer_that_breaks_off_is_an_error() {
        let router = Router::new().route(
            "/rows",
            get(|| async {
                let parts = [Ok(Bytes::from_static(b"half")), Err("gone")];
                Body::from_stream(futures::stream::iter(parts))
            }),
        );
        let request = Request::get("/rows").body(Bytes::new()).unwrap();
        let error = backend(router).answer(request).await.unwrap_err();
        assert!(matches!(error, DesktopError::AnswerBroken(_)), "{error}");
    }
}
