use std::process::ExitStatus;

use mesh_job::{Failure, FailureCode};

/// What it means that a worker ended without a last word.
pub(crate) fn of(status: Option<ExitStatus>, stderr: &str, memory_limit_bytes: u64) -> Failure {
    // Rust's allocator says the first before it aborts, the operating system
    // the second where an error was turned into a panic.
    if stderr.contains("memory allocation of") || stderr.contains("Cannot allocate memory") {
        return Failure::new(FailureCode::WorkerOutOfMemory).with("limitBytes", memory_limit_bytes);
    }
    let failed = Failure::new(FailureCode::WorkerFailed);
    let Some(status) = status else {
        return failed.with("problem", "internal");
    };
    if let Some(signal) = signal(status) {
        return failed.with("problem", "signal").with("signal", signal);
    }
    match status.code() {
        Some(code) => failed.with("problem", "exit").with("exitCode", code),
        None => failed.with("problem", "exit"),
    }
}

#[cfg(unix)]
fn signal(status: ExitStatus) -> Option<i32> {
    std::os::unix::process::ExitStatusExt::signal(&status)
}

#[cfg(not(unix))]
fn signal(_status: ExitStatus) -> Option<i32> {
    None
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::process::ExitStatusExt;

    use super::*;

    #[test]
    fn an_abort_of_the_allocator_is_out_of_memory_and_any_other_abort_is_not() {
        let aborted = Some(ExitStatus::from_raw(6));
        let failure = of(aborted, "memory allocation of 900 bytes failed\n", 7);
        assert_eq!(
            failure,
            Failure::new(FailureCode::WorkerOutOfMemory).with("limitBytes", 7)
        );
        let failure = of(aborted, "has overflowed its stack", 7);
        assert_eq!(failure.code, FailureCode::WorkerFailed);
        assert_eq!(failure.params["signal"], "6");
    }

    #[test]
    fn an_exit_code_is_told() {
        let failure = of(Some(ExitStatus::from_raw(101 << 8)), "", 7);
        assert_eq!(failure.params["exitCode"], "101");
    }
}
