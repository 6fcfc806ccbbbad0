use tokio::{
    io::{AsyncReadExt, BufReader},
    process::ChildStderr,
    task::JoinHandle,
};

/// Bytes of a worker's standard error that reach the log; the rest is drained
/// so that the worker never blocks on it.
const LOGGED_BYTES: usize = 64 * 1024;

/// Bytes kept of the end, to tell how the worker died.
const TAIL_BYTES: usize = 4 * 1024;

/// Drains a worker's standard error into the log and gives back its end.
pub(crate) fn drain(stderr: ChildStderr) -> JoinHandle<String> {
    tokio::spawn(async move {
        let mut stderr = BufReader::new(stderr);
        let mut chunk = [0; 1024];
        let mut tail = Vec::with_capacity(TAIL_BYTES + chunk.len());
        let mut logged = 0;
        while let Ok(read @ 1..) = stderr.read(&mut chunk).await {
            let text = &chunk[..read];
            if logged < LOGGED_BYTES {
                logged += read;
                tracing::debug!(target: "selvedge_worker", "{}", String::from_utf8_lossy(text).trim_end());
            }
            tail.extend_from_slice(text);
            let surplus = tail.len().saturating_sub(TAIL_BYTES);
            tail.drain(..surplus);
        }
        String::from_utf8_lossy(&tail).into_owned()
    })
}
