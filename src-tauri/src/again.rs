//! Starting again, when the window that was to answer ended in that very moment.

use std::{process::Command, time::Duration};

const ATTEMPT: &str = "SELVEDGE_START_ATTEMPT";
const ATTEMPTS: u32 = 30;
const PAUSE: Duration = Duration::from_millis(300);

/// Puts a fresh start in place of this one; comes back only when that was tried often enough, or can't be done.
pub(crate) fn start() {
    let attempt = std::env::var(ATTEMPT)
        .ok()
        .and_then(|text| text.parse().ok())
        .unwrap_or(0_u32);
    let Ok(program) = std::env::current_exe() else {
        return;
    };
    if attempt >= ATTEMPTS {
        return;
    }
    std::thread::sleep(PAUSE);
    let mut command = Command::new(program);
    command
        .args(std::env::args_os().skip(1))
        .env(ATTEMPT, (attempt + 1).to_string());
    replace(&mut command);
}

#[cfg(unix)]
fn replace(command: &mut Command) {
    use std::os::unix::process::CommandExt;
    let error = command.exec();
    tracing::warn!(%error, "another start was not possible");
}

#[cfg(not(unix))]
fn replace(command: &mut Command) {
    match command.spawn() {
        Ok(_) => std::process::exit(0),
        Err(error) => tracing::warn!(%error, "another start was not possible"),
    }
}
