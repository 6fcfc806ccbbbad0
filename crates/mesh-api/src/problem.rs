//! Problems: RFC 9457 with a closed `code`, made in one place from the platform's refusals.

use axum::{
    Json,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use mesh_model::{FieldProblem, Params, ProblemCode};
use mesh_platform::{Refusal, StoreError};
use serde::Serialize;
use utoipa::ToSchema;

use crate::request_id;

/// What went wrong with a request (RFC 9457). Nothing was changed by it.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Problem {
    /// Always `about:blank`: `code` tells problems apart.
    #[serde(rename = "type")]
    pub problem_type: &'static str,
    /// An English sentence for users of the API.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// What went wrong, of a closed set.
    pub code: ProblemCode,
    /// Finds the request in the log.
    #[schema(value_type = String)]
    pub request_id: Box<str>,
    /// What a sentence about it mentions.
    #[serde(skip_serializing_if = "Params::is_empty")]
    #[schema(value_type = Option<std::collections::BTreeMap<String, mesh_model::ParamValue>>)]
    pub params: Params,
    /// The fields that don't hold, for `invalid`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(value_type = Option<Vec<FieldProblem>>)]
    pub fields: Vec<FieldProblem>,
}

impl Problem {
    pub(crate) fn of(code: ProblemCode) -> Self {
        let (status, title) = describe(code);
        Self {
            problem_type: "about:blank",
            title: title.to_owned(),
            status: status.as_u16(),
            code,
            request_id: request_id::current().into(),
            params: Params::new(),
            fields: Vec::new(),
        }
    }

    pub(crate) fn method_not_allowed() -> Self {
        Self {
            status: StatusCode::METHOD_NOT_ALLOWED.as_u16(),
            ..Self::of(ProblemCode::Unsupported)
        }
    }

    pub(crate) fn saying(mut self, title: impl Into<String>) -> Self {
        self.title = title.into();
        self
    }

    fn with(mut self, name: &str, value: impl Into<mesh_model::ParamValue>) -> Self {
        self.params.insert(name.to_owned(), value.into());
        self
    }
}

fn describe(code: ProblemCode) -> (StatusCode, &'static str) {
    use ProblemCode as Code;
    match code {
        Code::Unauthenticated => (StatusCode::UNAUTHORIZED, "Sign in first."),
        Code::Forbidden => (
            StatusCode::FORBIDDEN,
            "You may not do this; `params.who` names who may.",
        ),
        Code::NotFound => (StatusCode::NOT_FOUND, "There is no such thing."),
        Code::Invalid => (
            StatusCode::UNPROCESSABLE_ENTITY,
            "Some fields don't hold; `fields` says which and why.",
        ),
        Code::Malformed => (StatusCode::BAD_REQUEST, "The request can't be read."),
        Code::Conflict => (StatusCode::CONFLICT, "Its state doesn't allow this now."),
        Code::Stale => (
            StatusCode::PRECONDITION_FAILED,
            "It was changed since it was read; read it again.",
        ),
        Code::PreconditionRequired => (
            StatusCode::PRECONDITION_REQUIRED,
            "Send the ETag that was read as If-Match.",
        ),
        Code::RowsNeedGrant => (
            StatusCode::FORBIDDEN,
            "Rows are readable by the owner; access comes by grant.",
        ),
        Code::SetUpLinkInvalid => (StatusCode::GONE, "The link is unknown, used or too old."),
        Code::SignInFailed => (
            StatusCode::UNAUTHORIZED,
            "E-mail address or password is wrong.",
        ),
        Code::NotDemo => (StatusCode::NOT_FOUND, "Personas exist in a demo only."),
        Code::TooLarge => (StatusCode::PAYLOAD_TOO_LARGE, "More bytes than allowed."),
        Code::StorageFull => (
            StatusCode::INSUFFICIENT_STORAGE,
            "The disk is full; nothing was changed.",
        ),
        Code::StorageFailed => (
            StatusCode::SERVICE_UNAVAILABLE,
            "The disk can't be written or read; what was saved before is kept.",
        ),
        Code::TooManyRequests => (
            StatusCode::TOO_MANY_REQUESTS,
            "Too many attempts; try again later.",
        ),
        Code::FileEmpty => (StatusCode::UNPROCESSABLE_ENTITY, "The file has no content."),
        Code::FileTruncated => (
            StatusCode::UNPROCESSABLE_ENTITY,
            "The file ends before it should.",
        ),
        Code::FileUnreadable => (StatusCode::UNPROCESSABLE_ENTITY, "The file can't be read."),
        Code::FileVanished => (StatusCode::UNPROCESSABLE_ENTITY, "The file is gone."),
        Code::FileNotSaved => (
            StatusCode::UNPROCESSABLE_ENTITY,
            "The file couldn't be saved.",
        ),
        Code::FileKindUnknown => (
            StatusCode::UNPROCESSABLE_ENTITY,
            "The file's kind can't be read yet.",
        ),
        Code::WorkerFailed => (
            StatusCode::BAD_GATEWAY,
            "The worker ended without a result; try again.",
        ),
        Code::WorkerOutOfMemory => (
            StatusCode::BAD_GATEWAY,
            "The worker needed more memory than it may have.",
        ),
        Code::WorkerTimeout => (
            StatusCode::GATEWAY_TIMEOUT,
            "The worker needed more time than it may have.",
        ),
        Code::Stopped => (StatusCode::CONFLICT, "Somebody stopped it."),
        Code::CheckMismatch => (
            StatusCode::BAD_GATEWAY,
            "What was written differs from what was read.",
        ),
        Code::RulesBroken => (
            StatusCode::UNPROCESSABLE_ENTITY,
            "The rows break rules that keep a version from being published.",
        ),
        Code::TooManyColumns => (
            StatusCode::UNPROCESSABLE_ENTITY,
            "The file has more columns than can be handled.",
        ),
        Code::BackupRefused => (
            StatusCode::UNPROCESSABLE_ENTITY,
            "The backup can't be restored; `params.reason` says why.",
        ),
        Code::WorkspaceUnusable => (
            StatusCode::CONFLICT,
            "The workspace can't be opened; `params.reason` says why.",
        ),
        Code::Busy => (
            StatusCode::SERVICE_UNAVAILABLE,
            "Too much is going on; try again in a moment.",
        ),
        Code::Unsupported => (
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "This media type or method isn't supported here.",
        ),
        Code::Internal => (
            StatusCode::INTERNAL_SERVER_ERROR,
            "A fault of Selvedge; `requestId` finds it in the log.",
        ),
    }
}

impl From<Refusal> for Problem {
    fn from(refusal: Refusal) -> Self {
        use ProblemCode as Code;
        match refusal {
            Refusal::Unauthenticated => Self::of(Code::Unauthenticated),
            Refusal::Forbidden { who } => Self::of(Code::Forbidden).with("who", who.join(", ")),
            Refusal::NotFound => Self::of(Code::NotFound),
            Refusal::Invalid(fields) => Self {
                fields,
                ..Self::of(Code::Invalid)
            },
            Refusal::Conflict(reason) => Self::of(Code::Conflict).with("reason", reason),
            Refusal::TeamInUse { domains, hidden } => Self::of(Code::Conflict)
                .with("reason", "team_in_use")
                .with(
                    "names",
                    if domains.is_empty() {
                        "none".to_owned()
                    } else {
                        domains.join(", ")
                    },
                )
                .with("hidden", hidden),
            Refusal::WrongOffset { received_bytes } => Self::of(Code::Conflict)
                .with("reason", "wrong_offset")
                .with("receivedBytes", received_bytes),
            Refusal::Stale { revision } => Self::of(Code::Stale).with("revision", revision),
            Refusal::PlanStale => Self::of(Code::Stale),
            Refusal::RowsNeedGrant { owner } => Self::of(Code::RowsNeedGrant).with("owner", owner),
            Refusal::SetUpLinkInvalid => Self::of(Code::SetUpLinkInvalid),
            Refusal::SignInFailed => Self::of(Code::SignInFailed),
            Refusal::TooManyAttempts { seconds } => {
                Self::of(Code::TooManyRequests).with("seconds", seconds)
            }
            Refusal::NotDemo => Self::of(Code::NotDemo),
            Refusal::TooLarge { max } => Self::of(Code::TooLarge).with("max", max),
            Refusal::StorageFull | Refusal::Store(StoreError::Full(_)) => {
                Self::of(Code::StorageFull)
            }
            Refusal::Job(failure) => {
                let told = mesh_platform::job::problem(&failure);
                Self {
                    params: told.params,
                    ..Self::of(told.code)
                }
            }
            Refusal::RulesBroken { broken, column } => {
                let problem = Self::of(Code::RulesBroken).with("broken", broken);
                match column {
                    Some(column) => problem.with("column", column),
                    None => problem,
                }
            }
            Refusal::Store(error @ (StoreError::Contended(_) | StoreError::Unreachable(_))) => {
                tracing::warn!(%error, "the database is busy");
                Self::of(Code::Busy)
            }
            Refusal::Store(error) => internal(&error),
            Refusal::StorageFailed(error) => disk_fails(&error),
            Refusal::Folder(error) => disk_fails(&error),
            Refusal::Internal(error) => internal(&error),
        }
    }
}

fn disk_fails(error: &dyn std::fmt::Display) -> Problem {
    tracing::error!(%error, "the disk fails");
    Problem::of(ProblemCode::StorageFailed)
}

fn internal(error: &dyn std::fmt::Display) -> Problem {
    tracing::error!(%error, "a request failed");
    Problem::of(ProblemCode::Internal)
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut response = (status, Json(&self)).into_response();
        let headers = response.headers_mut();
        headers.insert(
            header::CONTENT_TYPE,
            HeaderValue::from_static("application/problem+json"),
        );
        if let Some(mesh_model::ParamValue::Number(seconds)) = self.params.get("seconds") {
            headers.insert(header::RETRY_AFTER, HeaderValue::from(*seconds));
        }
        response
    }
}
