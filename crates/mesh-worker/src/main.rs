//! The worker: the only room with DataFusion, Delta Lake and file parsers.
//!
//! Serves exactly one job, told on standard input, and exits. It stays single
//! threaded until its limits are set.

mod cage;
mod checksum;
mod content;
mod csv;
mod delta;
mod demands;
mod display;
mod document;
mod failures;
mod jobs;
mod json;
mod kind;
mod limits;
mod names;
mod opening;
mod parquet_file;
mod source;
mod target;
mod versions;
mod voice;
mod workbook;

use std::{
    io::{self, Read},
    panic::{self, PanicHookInfo},
    process::{ExitCode, exit},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread,
};

use mesh_job::{Event, Failure, FailureCode, Order, PROTOCOL, read_frame};

use voice::Voice;

/// A process that is refused this much ran out of memory.
const MEMORY_PROBE_BYTES: usize = 16 * 1024 * 1024;

/// Set when a panic was met that comes of refused memory.
static MEMORY_REFUSED: AtomicBool = AtomicBool::new(false);

/// Exit code of a worker whose core is gone.
const ABANDONED: i32 = 3;

fn main() -> ExitCode {
    panic::set_hook(Box::new(note_panic));
    let voice = Arc::new(Voice::new());
    let spoken = voice.say(&Event::Hello {
        protocol: PROTOCOL.to_owned(),
    });
    let Ok(order) = spoken
        .map_err(Into::into)
        .and_then(|()| read_frame::<Order>(&mut io::stdin()))
    else {
        eprintln!("this program is started by Selvedge and takes its orders from there");
        return ExitCode::from(2);
    };
    let last_word = match serve(order, &voice) {
        Ok(event) => event,
        Err(error) => {
            eprintln!("cannot start: {error}");
            let code = match error.kind() {
                io::ErrorKind::OutOfMemory => FailureCode::WorkerOutOfMemory,
                _ => FailureCode::WorkerFailed,
            };
            Event::Failed(Failure::new(code).with("problem", "internal"))
        }
    };
    match voice.say(&last_word) {
        // Without waiting for threads that may still tidy up.
        Ok(()) => exit(0),
        Err(_) => exit(ABANDONED),
    }
}

/// Notes whether a panic comes of memory that was refused: libraries panic
/// there, and may turn it into an error that no longer says so. The engine
/// knows the line, should the process end of it.
fn note_panic(panic: &PanicHookInfo<'_>) {
    eprintln!("{panic}");
    if Vec::<u8>::new()
        .try_reserve_exact(MEMORY_PROBE_BYTES)
        .is_err()
    {
        MEMORY_REFUSED.store(true, Ordering::Relaxed);
        eprintln!("Cannot allocate memory");
    }
}

fn serve(order: Order, voice: &Arc<Voice>) -> io::Result<Event> {
    limits::apply(order.limits)?;
    jobs::prepare(&order.job)?;
    let cage = cage::enter(&jobs::reach(&order.job));
    voice.say(&Event::Caged(cage)).map_err(io::Error::other)?;
    if order.limits.caged && !cage.is_whole() {
        return Ok(Event::Failed(
            Failure::new(FailureCode::WorkerFailed).with("problem", "uncaged"),
        ));
    }
    // Standard input closes when the core ends, however it ends.
    thread::Builder::new().stack_size(64 * 1024).spawn(|| {
        let _ = io::stdin().lock().read(&mut [0]);
        exit(ABANDONED);
    })?;
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .max_blocking_threads(4)
        .enable_all()
        .build()?;
    let outcome = runtime.block_on(jobs::run(order.job, Arc::clone(voice)));
    Ok(match outcome {
        Ok(output) => Event::Done(output),
        Err(mut failure) => {
            if failure.code == FailureCode::WorkerFailed && MEMORY_REFUSED.load(Ordering::Relaxed) {
                failure = Failure::new(FailureCode::WorkerOutOfMemory);
            }
            if failure.code == FailureCode::WorkerOutOfMemory {
                failure = failure.with("limitBytes", order.limits.memory_bytes);
            }
            Event::Failed(failure)
        }
    })
}
