//! Selvedge in its own window: the platform in this process, the screens in a
//! web view, and the machine's dialogs, drops and notices between them.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod again;
mod arguments;
mod commands;
mod desktop;
#[cfg(target_os = "linux")]
mod drawing;
mod drop;
mod preferences;
mod start_failure;
mod window;

use clap::Parser;
use mesh_desktop::data_folder::DataFolder;
use mesh_desktop::start::StartFailure;
use tauri::{App, Builder, Manager, RunEvent, Wry};
use tauri_plugin_window_state::StateFlags;

use crate::arguments::Arguments;
use crate::desktop::Desktop;
use crate::preferences::PreferencesFile;

/// A window that was closed may take this long to end in order.
const LEAVING: std::time::Duration = std::time::Duration::from_secs(8);

fn main() {
    rustls::crypto::ring::default_provider()
        .install_default()
        .expect("nothing has chosen a provider before the first line");
    let arguments = Arguments::parse();
    tracing_subscriber::fmt()
        .with_env_filter(arguments.log_filter())
        .with_writer(std::io::stderr)
        .init();
    match DataFolder::open(arguments.data_dir.as_deref()) {
        Ok(folder) => run(folder),
        Err(error) => refuse(StartFailure::FolderUnusable {
            path: arguments.data_dir.unwrap_or_default(),
            source: error,
        }),
    }
}

fn run(folder: DataFolder) {
    let window_state = folder.window_state().to_string_lossy().into_owned();
    let builder = Builder::default()
        .plugin(
            tauri_plugin_single_instance::Builder::new()
                .dbus_id(folder.instance_id())
                .callback(|app, _, _| window::focus(app))
                .build(),
        )
        .plugin(
            tauri_plugin_window_state::Builder::new()
                .with_filename(window_state)
                .with_state_flags(StateFlags::all() - StateFlags::VISIBLE)
                .build(),
        )
        .plugin(tauri_plugin_store::Builder::new().build())
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_notification::init())
        .invoke_handler(tauri::generate_handler![
            commands::api,
            commands::api_stream,
            commands::api_stream_credit,
            commands::api_cancel,
            commands::host_pick_file,
            commands::host_save_file,
            commands::host_notify,
            commands::host_get_preferences,
            commands::host_set_preference,
            commands::host_workspaces,
            commands::host_switch_workspace,
            commands::host_create_workspace,
            commands::host_delete_workspace,
            commands::host_receive_backup,
            commands::host_restore_backup,
            commands::host_save_backup,
        ])
        .setup(move |app| Ok(set_up(app, &folder)?));
    launch(builder);
}

/// The window loads its screens while the platform opens; their first requests
/// wait for it.
fn set_up(app: &mut App, folder: &DataFolder) -> tauri::Result<()> {
    app.manage(Desktop::new(folder.clone()));
    app.manage(PreferencesFile::new(folder));
    window::open(app, folder)?;
    let handle = app.handle().clone();
    tauri::async_runtime::spawn(async move {
        if let Err(failure) = handle.state::<Desktop>().workspaces.start().await {
            start_failure::show(&handle, &failure);
        }
    });
    Ok(())
}

/// Shows why Selvedge cannot start, in a dialog without a window.
fn refuse(failure: StartFailure) {
    let builder = Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .setup(move |app| {
            start_failure::show(app.handle(), &failure);
            Ok(())
        });
    launch(builder);
}

fn launch(builder: Builder<Wry>) {
    let app = builder
        .build(tauri::generate_context!())
        .unwrap_or_else(|error| {
            if matches!(&error, tauri::Error::PluginInitialization(name, _) if name == "single-instance") {
                again::start();
            }
            eprintln!("Selvedge did not start ({error}). Nothing was changed; start it again.");
            std::process::exit(1);
        });
    app.run(|app, event| match event {
        // A dialog without a window must not end with the last window.
        RunEvent::ExitRequested {
            api, code: None, ..
        } if start_failure::is_shown(app) => api.prevent_exit(),
        // From now on a further start must not be sent to this window, but open its own.
        RunEvent::ExitRequested { .. } => {
            leave_at_last();
            tauri_plugin_single_instance::destroy(app);
        }
        RunEvent::Exit => {
            if let Some(desktop) = app.try_state::<Desktop>() {
                tauri::async_runtime::block_on(desktop.close());
            }
        }
        _ => {}
    });
}

/// Ends the process if ending it in order takes too long: a closed window must not hold its folder. What was
/// acknowledged is on disk, and what was cut off is taken up at the next start.
fn leave_at_last() {
    std::thread::spawn(|| {
        std::thread::sleep(LEAVING);
        std::process::exit(0);
    });
}
