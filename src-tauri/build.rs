//! Declares the window's commands, so that each needs a permission, and embeds
//! the built ui.

use tauri_build::{AppManifest, Attributes};

const COMMANDS: &[&str] = &[
    "api",
    "api_stream",
    "api_stream_credit",
    "api_cancel",
    "host_pick_file",
    "host_save_file",
    "host_notify",
    "host_get_preferences",
    "host_set_preference",
    "host_workspaces",
    "host_switch_workspace",
    "host_create_workspace",
    "host_delete_workspace",
    "host_receive_backup",
    "host_restore_backup",
    "host_save_backup",
];

fn main() {
    println!("cargo:rerun-if-changed=../ui/dist");
    let attributes = Attributes::new().app_manifest(AppManifest::new().commands(COMMANDS));
    tauri_build::try_build(attributes).expect("tauri.conf.json and the capabilities are valid");
}
