//! Turns the errors of libraries into the closed set of failures.

use std::{error::Error, io};

use mesh_job::{Failure, FailureCode};

/// `EFBIG`, `ENOSPC` and `EDQUOT` all mean that no more fits.
pub(crate) fn is_storage_full(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge
    )
}

/// What an error means whose cause may lie deep in a chain of libraries.
pub(crate) fn from_chain(error: &(dyn Error + 'static)) -> Failure {
    let mut link = Some(error);
    while let Some(current) = link {
        if let Some(failure) = current.downcast_ref::<Failure>() {
            return failure.clone();
        }
        if let Some(failure) = current.downcast_ref::<io::Error>().and_then(known_io) {
            return failure;
        }
        link = current.source();
    }
    eprintln!("unexpected: {error:?}");
    Failure::new(FailureCode::WorkerFailed).with("problem", "internal")
}

/// What an error while reading or writing a file means.
pub(crate) fn from_io(error: &io::Error) -> Failure {
    known_io(error).unwrap_or_else(|| {
        eprintln!("unexpected: {error:?}");
        Failure::new(FailureCode::WorkerFailed).with("problem", "internal")
    })
}

fn known_io(error: &io::Error) -> Option<Failure> {
    // An error of our own may travel inside one of the standard library's.
    if let Some(inner) = error.get_ref() {
        if let Some(failure) = inner.downcast_ref::<Failure>() {
            return Some(failure.clone());
        }
        if let Some(failure) = inner.downcast_ref::<io::Error>().and_then(known_io) {
            return Some(failure);
        }
    }
    if is_storage_full(error) {
        return Some(Failure::new(FailureCode::StorageFull));
    }
    match error.kind() {
        io::ErrorKind::NotFound => Some(Failure::new(FailureCode::FileVanished)),
        io::ErrorKind::OutOfMemory => Some(Failure::new(FailureCode::WorkerOutOfMemory)),
        io::ErrorKind::IsADirectory => {
            Some(Failure::new(FailureCode::FileKindUnknown).with("found", "folder"))
        }
        io::ErrorKind::PermissionDenied => Some(unreadable("permission")),
        _ => None,
    }
}

/// A file whose content cannot be understood.
pub(crate) fn unreadable(problem: &str) -> Failure {
    Failure::new(FailureCode::FileUnreadable).with("problem", problem)
}
