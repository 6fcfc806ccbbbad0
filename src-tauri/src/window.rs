//! The one window.

use std::path::PathBuf;

use mesh_desktop::data_folder::DataFolder;
use tauri::webview::{NewWindowResponse, PageLoadEvent};
use tauri::{
    App, AppHandle, Manager, Url, WebviewUrl, WebviewWindow, WebviewWindowBuilder, WindowEvent,
};
use tauri_plugin_dialog::DialogExt;
use tokio::sync::oneshot;

use crate::desktop::Desktop;
#[cfg(target_os = "linux")]
use crate::drawing;
use crate::drop;

const LABEL: &str = "main";

/// Opens the window. It shows our own pages only and opens no other.
pub(crate) fn open(app: &App, folder: &DataFolder) -> tauri::Result<()> {
    let window = WebviewWindowBuilder::new(app, LABEL, WebviewUrl::default())
        .title("Selvedge")
        .inner_size(1280.0, 800.0)
        .min_inner_size(720.0, 520.0)
        .data_directory(folder.web_view())
        .on_navigation(is_ours)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_page_load(|window, load| {
            if load.event() == PageLoadEvent::Started {
                window.state::<Desktop>().streams.cancel_all();
            }
        })
        .build()?;
    #[cfg(target_os = "linux")]
    drawing::choose(&window)?;
    let app = app.handle().clone();
    window.on_window_event(move |event| {
        if let WindowEvent::DragDrop(event) = event {
            drop::on_drag(&app, event);
        }
    });
    Ok(())
}

/// Brings the window to the front, as when Selvedge is started once more.
pub(crate) fn focus(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(LABEL) {
        let shown = window
            .unminimize()
            .and_then(|()| window.show())
            .and_then(|()| window.set_focus());
        if let Err(error) = shown {
            tracing::warn!(%error, "the window could not come to the front");
        }
    }
}

/// Takes the window away, where there is nothing to show in it.
pub(crate) fn hide(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(LABEL)
        && let Err(error) = window.hide()
    {
        tracing::warn!(%error, "the window stays");
    }
}

/// Asks for a file with the operating system's dialog.
pub(crate) async fn pick_file(window: &WebviewWindow) -> Option<PathBuf> {
    let (chosen, choice) = oneshot::channel();
    window
        .dialog()
        .file()
        .set_parent(window)
        .pick_file(move |path| {
            // Nobody waits any more if the page was loaded anew meanwhile.
            let _ = chosen.send(path);
        });
    choice.await.ok()??.into_path().ok()
}

/// Asks with the operating system's dialog where to save a file.
pub(crate) async fn save_file(window: &WebviewWindow, name: &str) -> Option<PathBuf> {
    let (chosen, choice) = oneshot::channel();
    let dialog = window.dialog().file().set_parent(window);
    dialog.set_file_name(name).save_file(move |path| {
        // Nobody waits any more if the page was loaded anew meanwhile.
        let _ = chosen.send(path);
    });
    choice.await.ok()??.into_path().ok()
}

fn is_ours(url: &Url) -> bool {
    let own_host = matches!(url.host_str(), Some("localhost" | "tauri.localhost"));
    matches!(url.scheme(), "tauri" | "http" | "https") && own_host && url.port().is_none()
        || url.as_str() == "about:blank"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_stays_on_its_own_pages() {
        for own in [
            "tauri://localhost/",
            "tauri://localhost/domains/new?step=name",
            "http://tauri.localhost/",
        ] {
            assert!(is_ours(&own.parse().unwrap()), "{own}");
        }
        for foreign in [
            "https://example.org/",
            "http://localhost:7420/",
            "file:///etc/passwd",
            "data:text/html,<script>1</script>",
            "javascript:alert(1)",
            "tauri://elsewhere/",
        ] {
            assert!(!is_ours(&foreign.parse().unwrap()), "{foreign}");
        }
    }
}
