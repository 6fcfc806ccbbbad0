//! What the operating system keeps this process from: it holds what strangers wrote.

#[cfg(target_os = "linux")]
mod calls;
#[cfg(target_os = "linux")]
mod files;

use std::path::Path;

use mesh_job::Cage;

/// What a job needs of the disk.
#[derive(Debug, Default)]
pub(crate) struct Reach<'a> {
    /// Files and folders that are read.
    pub(crate) read: Vec<&'a Path>,
    /// Folders in which files are made, changed and removed.
    pub(crate) written: Vec<&'a Path>,
}

/// Shuts this thread, and those it starts from now on, out of everything but `reach`; there is no way back.
///
/// What the system has no means for stays open, and the answer says so.
#[cfg(target_os = "linux")]
pub(crate) fn enter(reach: &Reach<'_>) -> Cage {
    let told = |what: &str, error: &dyn std::fmt::Display| eprintln!("{what} stay open: {error}");
    let (files, network) = files::shut(reach).unwrap_or_else(|error| {
        told("files", &error);
        (false, false)
    });
    // Last: it forbids what the others need.
    let calls = calls::shut().map_err(|error| told("system calls", &error));
    Cage {
        files,
        // Sockets are refused by either.
        network: network || calls.is_ok(),
        calls: calls.is_ok(),
    }
}

/// Other systems have no means that a program could use on itself.
#[cfg(not(target_os = "linux"))]
pub(crate) fn enter(_reach: &Reach<'_>) -> Cage {
    Cage::default()
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use std::{
        fs::{self, File},
        io::{ErrorKind, Read},
        net::{TcpListener, TcpStream, UdpSocket},
        os::unix::net::UnixStream,
        process::Command,
        thread,
    };

    use super::*;

    /// Runs in a cage of its own: a thread's cage ends with it.
    fn caged<T: Send>(reach: &Reach<'_>, act: impl FnOnce() -> T + Send) -> T {
        thread::scope(|scope| {
            let inside = scope.spawn(|| {
                let cage = enter(reach);
                assert_eq!(
                    cage,
                    Cage {
                        files: true,
                        network: true,
                        calls: true
                    },
                    "this kernel has them all"
                );
                act()
            });
            inside.join().expect("the cage holds")
        })
    }

    #[test]
    fn only_what_belongs_to_the_job_can_be_opened() {
        let folder = tempfile::tempdir().unwrap();
        let (file, beside) = (
            folder.path().join("given.csv"),
            folder.path().join("secret.csv"),
        );
        fs::write(&file, "a,b\n").unwrap();
        fs::write(&beside, "not for you").unwrap();
        let reach = Reach {
            read: vec![&file],
            written: Vec::new(),
        };
        caged(&reach, || {
            let mut held = String::new();
            File::open(&file)
                .unwrap()
                .read_to_string(&mut held)
                .unwrap();
            assert_eq!(held, "a,b\n");
            for path in [
                beside.as_path(),
                Path::new("/etc/passwd"),
                Path::new("/proc/self/environ"),
            ] {
                assert_eq!(
                    File::open(path).unwrap_err().kind(),
                    ErrorKind::PermissionDenied,
                    "{path:?}"
                );
            }
            assert!(fs::write(&file, "changed").is_err(), "it is only read");
            assert!(fs::remove_file(&file).is_err());
            assert!(fs::read_dir(folder.path()).is_err());
        });
        assert_eq!(fs::read_to_string(&file).unwrap(), "a,b\n");
    }

    #[test]
    fn a_table_can_be_written_and_nothing_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let (table, other) = (folder.path().join("table"), folder.path().join("other"));
        fs::create_dir(&table).unwrap();
        fs::create_dir(&other).unwrap();
        let reach = Reach {
            read: Vec::new(),
            written: vec![&table],
        };
        caged(&reach, || {
            fs::create_dir(table.join("_delta_log")).unwrap();
            fs::write(table.join("part"), "rows").unwrap();
            fs::rename(table.join("part"), table.join("_delta_log/0.json")).unwrap();
            fs::hard_link(table.join("_delta_log/0.json"), table.join("1.json")).unwrap();
            fs::remove_file(table.join("1.json")).unwrap();
            File::open(table.join("_delta_log"))
                .unwrap()
                .sync_all()
                .unwrap();
            assert!(fs::write(other.join("part"), "rows").is_err());
            assert!(fs::rename(table.join("_delta_log/0.json"), other.join("0.json")).is_err());
        });
    }

    #[test]
    fn there_is_no_network_and_no_other_program() {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let folder = tempfile::tempdir().unwrap();
        let socket = folder.path().join("socket");
        let _door = std::os::unix::net::UnixListener::bind(&socket).unwrap();
        caged(&Reach::default(), || {
            let refused =
                |error: std::io::Error| assert_eq!(error.kind(), ErrorKind::PermissionDenied);
            refused(TcpStream::connect(address).unwrap_err());
            refused(TcpListener::bind("127.0.0.1:0").unwrap_err());
            refused(UdpSocket::bind("127.0.0.1:0").unwrap_err());
            refused(UnixStream::connect(&socket).unwrap_err());
            refused(Command::new("/bin/true").spawn().unwrap_err());
            // What a runtime needs goes on.
            UnixStream::pair().unwrap();
            assert_eq!(thread::spawn(|| 7).join().unwrap(), 7);
        });
    }

    #[test]
    fn a_thread_that_a_caged_one_starts_is_caged() {
        caged(&Reach::default(), || {
            let kind = thread::spawn(|| File::open("/etc/passwd").unwrap_err().kind()).join();
            assert_eq!(kind.unwrap(), ErrorKind::PermissionDenied);
        });
    }
}
