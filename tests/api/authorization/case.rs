//! One request, and what is expected of it.

use http::Method;
use serde_json::Value;

/// What is expected for somebody without a sign-in, without a role, a member who owns nothing here, the owner of
/// everything here, and an administrator.
pub(super) struct Expected {
    pub(super) anonymous: u16,
    pub(super) stranger: u16,
    pub(super) member: u16,
    pub(super) owner: u16,
    pub(super) administrator: u16,
}

pub(super) const fn all(
    anonymous: u16,
    stranger: u16,
    member: u16,
    owner: u16,
    administrator: u16,
) -> Expected {
    Expected {
        anonymous,
        stranger,
        member,
        owner,
        administrator,
    }
}

pub(super) struct Case {
    pub(super) operation: &'static str,
    pub(super) method: Method,
    pub(super) path: String,
    pub(super) body: Option<Value>,
    pub(super) if_match: Option<String>,
    pub(super) expected: Expected,
}

/// What everybody with a role may see.
pub(super) const fn seen() -> Expected {
    all(401, 403, 200, 200, 200)
}

pub(super) fn case(
    operation: &'static str,
    method: Method,
    path: &str,
    body: Option<Value>,
    expected: Expected,
) -> Case {
    Case {
        operation,
        method,
        path: path.to_owned(),
        body,
        if_match: None,
        expected,
    }
}

/// A request that says which version it speaks of.
pub(super) fn tagged(mut case: Case, tag: Option<String>) -> Case {
    case.if_match = tag;
    case
}
