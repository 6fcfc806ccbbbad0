//! Cookies: HttpOnly, SameSite=Strict, named after the workspace so that two on one host don't share them.

use axum::http::{HeaderMap, HeaderValue, header};
use mesh_model::WorkspaceId;

pub(crate) const SESSION: &str = "selvedge_session";
pub(crate) const SET_UP: &str = "selvedge_set_up";

fn name(kind: &str, workspace: WorkspaceId) -> String {
    format!("{kind}_{}", workspace.0.simple())
}

/// A cookie's value, if the request carries it.
pub(crate) fn read(headers: &HeaderMap, kind: &str, workspace: WorkspaceId) -> Option<String> {
    let name = name(kind, workspace);
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(key, _)| *key == name)
        .map(|(_, value)| value.to_owned())
}

/// A cookie to set for some seconds; 0 removes it.
pub(crate) fn set(kind: &str, workspace: WorkspaceId, secret: &str, seconds: i64) -> HeaderValue {
    let name = name(kind, workspace);
    let text = format!("{name}={secret}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Strict");
    HeaderValue::from_str(&text).unwrap_or_else(|_| HeaderValue::from_static(""))
}
