//! A disk that fails when it is told to: preloaded into a program (`LD_PRELOAD`), it stands before the functions of C
//! that write, and lets the n-th write below one folder fail, or ends the process there.
//!
//! `SELVEDGE_FAULTS_PLAN` names a file of four numbers (64 bits, this machine's order) that is looked at on every write
//! and shared by all processes it is preloaded into: what shall happen, how many writes are left before it does, how
//! many were struck, how many were seen. `SELVEDGE_FAULTS_FOLDER` is the folder. Without both it does nothing.
#![cfg(target_os = "linux")]

use std::{
    ffi::CStr,
    ptr,
    sync::atomic::{AtomicI64, AtomicPtr, AtomicU8, Ordering::SeqCst},
};

use libc::{c_char, c_int, c_void, iovec, off_t, size_t, ssize_t};

/// Every write from the n-th on finds no room.
const FULL: i64 = 1;
/// Every write and every flush from the n-th on fails.
const FAILING: i64 = 2;
/// The n-th write or flush fails, the ones after it don't.
const ONCE: i64 = 3;
/// The process is killed before the n-th write.
const KILL_AT_WRITE: i64 = 4;
/// The process is killed before it sends something to another one for the n-th time.
const KILL_AT_SEND: i64 = 5;

const WORDS: usize = 4;
const KIND: usize = 0;
const LEFT: usize = 1;
const STRUCK: usize = 2;
const SEEN: usize = 3;

const UNKNOWN: u8 = 0;
const ABSENT: u8 = 1;
const PRESENT: u8 = 2;

static STATE: AtomicU8 = AtomicU8::new(UNKNOWN);
static PLAN: AtomicPtr<AtomicI64> = AtomicPtr::new(ptr::null_mut());
static FOLDER: AtomicPtr<c_char> = AtomicPtr::new(ptr::null_mut());

#[derive(Clone, Copy, PartialEq, Eq)]
enum Act {
    Write,
    Flush,
    Send,
}

/// The numbers of the plan's file, if there is one.
fn plan() -> Option<&'static [AtomicI64]> {
    if STATE.load(SeqCst) == UNKNOWN {
        // SAFETY: the names end with a zero. The texts are read while the program starts and never freed.
        let (file, folder) = unsafe {
            (
                libc::getenv(c"SELVEDGE_FAULTS_PLAN".as_ptr()),
                libc::getenv(c"SELVEDGE_FAULTS_FOLDER".as_ptr()),
            )
        };
        let mapped = if file.is_null() || folder.is_null() {
            ptr::null_mut()
        } else {
            map(file)
        };
        PLAN.store(mapped, SeqCst);
        FOLDER.store(folder, SeqCst);
        let state = if mapped.is_null() { ABSENT } else { PRESENT };
        STATE.store(state, SeqCst);
    }
    let words = PLAN.load(SeqCst);
    // SAFETY: a page of the file is mapped for as long as the process lives; atomics may be shared.
    (!words.is_null()).then(|| unsafe { std::slice::from_raw_parts(words, WORDS) })
}

fn map(file: *const c_char) -> *mut AtomicI64 {
    let length = WORDS * size_of::<AtomicI64>();
    // SAFETY: the path ends with a zero, and the result of each call is looked at before it is used.
    unsafe {
        let fd = libc::open(file, libc::O_RDWR | libc::O_CLOEXEC);
        if fd < 0 {
            return ptr::null_mut();
        }
        let access = libc::PROT_READ | libc::PROT_WRITE;
        let mapped = libc::mmap(ptr::null_mut(), length, access, libc::MAP_SHARED, fd, 0);
        libc::close(fd);
        if mapped == libc::MAP_FAILED {
            ptr::null_mut()
        } else {
            mapped.cast()
        }
    }
}

/// Whether the file that is open under a number lies below the folder.
fn below_folder(fd: c_int) -> bool {
    const PREFIX: &[u8] = b"/proc/self/fd/";
    let mut path = [0_u8; 32];
    path[..PREFIX.len()].copy_from_slice(PREFIX);
    let mut digits = [0_u8; 10];
    let mut count = 0;
    let mut rest = fd.unsigned_abs();
    while rest > 0 || count == 0 {
        digits[count] = b'0' + (rest % 10) as u8;
        rest /= 10;
        count += 1;
    }
    for (at, digit) in digits[..count].iter().rev().enumerate() {
        path[PREFIX.len() + at] = *digit;
    }
    let mut target = [0_u8; 1024];
    // SAFETY: the path ends with a zero, and at most the buffer's length is written.
    let (length, folder) = unsafe {
        let length = libc::readlink(
            path.as_ptr().cast(),
            target.as_mut_ptr().cast(),
            target.len(),
        );
        (length, CStr::from_ptr(FOLDER.load(SeqCst)))
    };
    usize::try_from(length).is_ok_and(|length| target[..length].starts_with(folder.to_bytes()))
}

/// Whether this act fails, and how: the error's number.
fn fails(fd: c_int, act: Act) -> Option<c_int> {
    let plan = plan()?;
    let kind = plan[KIND].load(SeqCst);
    let counted = match kind {
        0 => return None,
        KILL_AT_SEND => act == Act::Send,
        FULL | KILL_AT_WRITE => act == Act::Write && below_folder(fd),
        _ => act != Act::Send && below_folder(fd),
    };
    if !counted {
        return None;
    }
    plan[SEEN].fetch_add(1, SeqCst);
    let left = plan[LEFT].fetch_sub(1, SeqCst);
    if left > 1 || (kind == ONCE && left < 1) {
        return None;
    }
    plan[STRUCK].fetch_add(1, SeqCst);
    match kind {
        FULL => Some(libc::ENOSPC),
        FAILING | ONCE => Some(libc::EIO),
        _ => {
            // SAFETY: a process may always kill itself.
            unsafe { libc::kill(libc::getpid(), libc::SIGKILL) };
            None
        }
    }
}

fn refuse(error: c_int) -> isize {
    // SAFETY: each thread has its own place for the number of its last error.
    unsafe { *libc::__errno_location() = error };
    -1
}

/// A function of C with the same arguments, which asks first and then calls the system.
macro_rules! stands_before {
    ($($act:ident: fn $name:ident($fd:ident: c_int $(, $argument:ident: $kind:ty)*) -> $out:ty = $number:ident;)+) => {$(
        /// As in POSIX, unless the plan says otherwise.
        ///
        /// # Safety
        /// As for the function of C of this name.
        #[unsafe(no_mangle)]
        pub unsafe extern "C" fn $name($fd: c_int $(, $argument: $kind)*) -> $out {
            if let Some(error) = fails($fd, Act::$act) {
                return refuse(error) as $out;
            }
            // SAFETY: the arguments are the caller's.
            unsafe { libc::syscall(libc::$number, $fd $(, $argument)*) as $out }
        }
    )+};
}

stands_before! {
    Write: fn write(fd: c_int, from: *const c_void, count: size_t) -> ssize_t = SYS_write;
    Write: fn pwrite(fd: c_int, from: *const c_void, count: size_t, at: off_t) -> ssize_t = SYS_pwrite64;
    Write: fn pwrite64(fd: c_int, from: *const c_void, count: size_t, at: off_t) -> ssize_t = SYS_pwrite64;
    Write: fn writev(fd: c_int, parts: *const iovec, count: c_int) -> ssize_t = SYS_writev;
    Write: fn ftruncate(fd: c_int, length: off_t) -> c_int = SYS_ftruncate;
    Write: fn ftruncate64(fd: c_int, length: off_t) -> c_int = SYS_ftruncate;
    Write: fn fallocate(fd: c_int, mode: c_int, at: off_t, length: off_t) -> c_int = SYS_fallocate;
    Write: fn fallocate64(fd: c_int, mode: c_int, at: off_t, length: off_t) -> c_int = SYS_fallocate;
    Flush: fn fsync(fd: c_int) -> c_int = SYS_fsync;
    Flush: fn fdatasync(fd: c_int) -> c_int = SYS_fdatasync;
}

/// As in POSIX, unless the plan says otherwise.
///
/// # Safety
/// As for the function of C of this name.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn send(
    fd: c_int,
    from: *const c_void,
    count: size_t,
    flags: c_int,
) -> ssize_t {
    if let Some(error) = fails(fd, Act::Send) {
        return refuse(error);
    }
    let nobody = ptr::null::<c_void>();
    // SAFETY: the arguments are the caller's; without an address `sendto` is `send`.
    unsafe { libc::syscall(libc::SYS_sendto, fd, from, count, flags, nobody, 0) as ssize_t }
}

/// As on Linux, unless the plan says otherwise.
///
/// # Safety
/// As for the function of C of this name.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn copy_file_range(
    from: c_int,
    from_at: *mut off_t,
    to: c_int,
    to_at: *mut off_t,
    count: size_t,
    flags: u32,
) -> ssize_t {
    if let Some(error) = fails(to, Act::Write) {
        return refuse(error);
    }
    let number = libc::SYS_copy_file_range;
    // SAFETY: the arguments are the caller's.
    unsafe { libc::syscall(number, from, from_at, to, to_at, count, flags) as ssize_t }
}
