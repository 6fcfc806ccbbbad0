//! Everything that the web view may ask. Each command translates and does
//! nothing else.

use std::collections::BTreeMap;

use bytes::Bytes;
use mesh_desktop::DesktopError;
use mesh_desktop::files::{self, ReceivedFile};
use mesh_desktop::frame::{self, RequestHead, ResponseHead};
use mesh_desktop::saving;
use mesh_desktop::workspaces::{RestoredWorkspace, WorkspaceList};
use serde_json::{Map, Value};
use tauri::ipc::{Channel, InvokeBody, InvokeResponseBody, Request, Response};
use tauri::{AppHandle, State, WebviewWindow};
use tauri_plugin_notification::NotificationExt;

use crate::desktop::Desktop;
use crate::preferences::PreferencesFile;
use crate::window;

type Answer<T> = Result<T, DesktopError>;

/// One request of the API and its whole answer, each as a frame.
#[tauri::command]
pub(crate) async fn api(desktop: State<'_, Desktop>, request: Request<'_>) -> Answer<Response> {
    let InvokeBody::Raw(bytes) = request.body() else {
        return Err(DesktopError::Malformed("the request is no frame"));
    };
    let request = frame::decode_request(Bytes::from(bytes.clone()))?;
    let answer = desktop.backend().await?.answer(request).await?;
    Ok(Response::new(frame::encode_response(&answer)))
}

/// One request whose answer arrives bit by bit on a channel, within the credit
/// that is granted; an empty chunk is its end.
#[tauri::command]
pub(crate) async fn api_stream(
    desktop: State<'_, Desktop>,
    id: u64,
    method: String,
    path: String,
    headers: BTreeMap<String, String>,
    channel: Channel<InvokeResponseBody>,
) -> Answer<ResponseHead> {
    let head = RequestHead {
        method,
        path,
        headers,
    };
    let request = head.into_request(Bytes::new())?;
    let stream = desktop.streams.open(id)?;
    let backend = desktop.backend().await?;
    let answered = stream.unless_cancelled(backend.handle(request)).await;
    let response = answered.ok_or(DesktopError::Cancelled)?;
    let head = ResponseHead::of(&response);
    let send = move |chunk: Bytes| channel.send(InvokeResponseBody::Raw(chunk.into())).is_ok();
    tauri::async_runtime::spawn(stream.pump(response.into_body(), send));
    Ok(head)
}

/// Lets a stream send more.
#[tauri::command]
pub(crate) fn api_stream_credit(desktop: State<'_, Desktop>, id: u64, bytes: usize) {
    desktop.streams.grant(id, bytes);
}

/// Ends a stream.
#[tauri::command]
pub(crate) fn api_cancel(desktop: State<'_, Desktop>, id: u64) {
    desktop.streams.cancel(id);
}

/// Lets the person choose a file and receives it; nothing if they change their
/// mind.
#[tauri::command]
pub(crate) async fn host_pick_file(
    desktop: State<'_, Desktop>,
    window: WebviewWindow,
) -> Answer<Option<ReceivedFile>> {
    let Some(path) = window::pick_file(&window).await else {
        return Ok(None);
    };
    let handed = files::open(&path)?;
    let backend = desktop.backend().await?;
    Ok(Some(files::receive(&backend, handed).await?))
}

/// Saves a text where the person says; `false` if they change their mind.
#[tauri::command]
pub(crate) async fn host_save_file(
    window: WebviewWindow,
    name: String,
    text: String,
) -> Answer<bool> {
    let Some(path) = window::save_file(&window, &name).await else {
        return Ok(false);
    };
    saving::save_text(&path, &text).map(|()| true)
}

/// Shows a notice of the operating system; one that it does not show is lost.
#[tauri::command]
pub(crate) fn host_notify(app: AppHandle, title: String, body: String) {
    let notice = app.notification().builder().title(title).body(body);
    if let Err(error) = notice.show() {
        tracing::warn!(%error, "a notice was not shown");
    }
}

/// All preferences of this window.
#[tauri::command]
pub(crate) fn host_get_preferences(
    app: AppHandle,
    file: State<'_, PreferencesFile>,
) -> Answer<Map<String, Value>> {
    file.all(&app)
}

/// Keeps one preference.
#[tauri::command]
pub(crate) fn host_set_preference(
    app: AppHandle,
    file: State<'_, PreferencesFile>,
    key: String,
    value: Value,
) -> Answer<()> {
    file.set(&app, key, value)
}

/// The workspaces on this computer, and which one is open.
#[tauri::command]
pub(crate) async fn host_workspaces(desktop: State<'_, Desktop>) -> Answer<WorkspaceList> {
    Ok(desktop.workspaces.list().await)
}

/// Opens another workspace; the page loads anew after it.
#[tauri::command]
pub(crate) async fn host_switch_workspace(desktop: State<'_, Desktop>, key: String) -> Answer<()> {
    desktop.streams.cancel_all();
    desktop.workspaces.switch(&key).await
}

/// Makes a workspace and opens it: with a name one's own, without one the sample company.
#[tauri::command]
pub(crate) async fn host_create_workspace(
    desktop: State<'_, Desktop>,
    name: Option<String>,
) -> Answer<()> {
    desktop.streams.cancel_all();
    desktop.workspaces.create(name).await
}

/// Deletes a workspace whose name was typed.
#[tauri::command]
pub(crate) async fn host_delete_workspace(
    desktop: State<'_, Desktop>,
    key: String,
    name: String,
) -> Answer<()> {
    desktop.streams.cancel_all();
    desktop.workspaces.delete(&key, &name).await
}

/// Takes the next piece of a backup's file; the header `offset` says where it begins.
#[tauri::command]
pub(crate) async fn host_receive_backup(
    desktop: State<'_, Desktop>,
    request: Request<'_>,
) -> Answer<()> {
    let InvokeBody::Raw(piece) = request.body() else {
        return Err(DesktopError::Malformed("the piece is no bytes"));
    };
    let offset = request
        .headers()
        .get("offset")
        .and_then(|value| value.to_str().ok());
    let offset = offset.and_then(|text| text.parse().ok());
    let offset = offset.ok_or(DesktopError::Malformed("the piece has no offset"))?;
    desktop.workspaces.receive(offset, piece).await
}

/// Restores the backup that was received, as a workspace of its own, and opens it.
#[tauri::command]
pub(crate) async fn host_restore_backup(
    desktop: State<'_, Desktop>,
    passphrase: String,
) -> Answer<RestoredWorkspace> {
    desktop.streams.cancel_all();
    desktop.workspaces.restore(passphrase).await
}

/// Lets the person choose where a backup goes and saves it there; false if they change their mind.
#[tauri::command]
pub(crate) async fn host_save_backup(
    desktop: State<'_, Desktop>,
    window: WebviewWindow,
    id: String,
    file_name: String,
) -> Answer<bool> {
    let Some(path) = window::save_file(&window, &file_name).await else {
        return Ok(false);
    };
    saving::save_backup(&desktop.backend().await?, &id, &path).await?;
    Ok(true)
}
