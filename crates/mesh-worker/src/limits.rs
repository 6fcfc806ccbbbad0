//! What the operating system holds this process to.

use mesh_job::Limits;

/// Caps the address space and forbids core dumps, which would write what the
/// user's files hold to the disk.
#[cfg(unix)]
pub(crate) fn apply(limits: Limits) -> std::io::Result<()> {
    use rustix::process::{Resource, Rlimit, setrlimit};

    let core = Rlimit {
        current: Some(0),
        maximum: Some(0),
    };
    setrlimit(Resource::Core, core)?;
    let memory = Some(limits.memory_bytes);
    setrlimit(
        Resource::As,
        Rlimit {
            current: memory,
            maximum: memory,
        },
    )?;
    Ok(())
}

/// Elsewhere the engine's deadline is the only limit.
#[cfg(not(unix))]
pub(crate) fn apply(_limits: Limits) -> std::io::Result<()> {
    Ok(())
}
