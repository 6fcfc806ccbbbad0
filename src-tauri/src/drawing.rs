//! How the web view draws on Linux.

use std::fs;

use tauri::WebviewWindow;
use webkit2gtk::{HardwareAccelerationPolicy, SettingsExt, WebViewExt};

/// Lets the web view draw without a graphics processor where there is none: it would have one computed otherwise, which
/// costs a third of a second at the start and 100 MB.
pub(crate) fn choose(window: &WebviewWindow) -> tauri::Result<()> {
    if has_graphics_processor() {
        return Ok(());
    }
    window.with_webview(|view| {
        if let Some(settings) = view.inner().settings() {
            settings.set_hardware_acceleration_policy(HardwareAccelerationPolicy::Never);
        }
    })
}

/// Whether the kernel offers something that renders.
fn has_graphics_processor() -> bool {
    fs::read_dir("/dev/dri").is_ok_and(|entries| {
        entries
            .flatten()
            .any(|entry| entry.file_name().to_string_lossy().starts_with("renderD"))
    })
}
