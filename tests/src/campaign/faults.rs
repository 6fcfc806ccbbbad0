//! Telling a program's disk to fail, through the library `mesh-faults` that is preloaded into it.

use std::{
    ffi::OsString,
    fs::File,
    io,
    os::unix::fs::FileExt,
    path::{Path, PathBuf},
};

/// What a disk does from some write on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// Every write from the n-th on finds no room.
    Full = 1,
    /// Every write and every flush from the n-th on fails.
    Failing = 2,
    /// The n-th write or flush fails, the ones after it don't.
    Once = 3,
    /// The process is killed before the n-th write.
    KillAtWrite = 4,
    /// The process is killed before it sends something to another one for the n-th time.
    KillAtSend = 5,
}

/// The plan that all processes it is preloaded into share.
#[derive(Debug)]
pub struct Faults {
    plan: File,
    path: PathBuf,
}

impl Faults {
    /// Makes a plan, in a file, by which nothing fails.
    ///
    /// # Errors
    /// That the file can't be made.
    pub fn new(path: PathBuf) -> io::Result<Self> {
        let plan = File::options()
            .read(true)
            .write(true)
            .create(true)
            .truncate(true)
            .open(&path)?;
        plan.set_len(4096)?;
        Ok(Self { plan, path })
    }

    /// What a program's environment needs for its writes below a folder to be under the plan.
    ///
    /// # Panics
    /// If the library was not built.
    #[must_use]
    pub fn environment(&self, folder: &Path) -> Vec<(&'static str, OsString)> {
        let library = std::env::current_exe()
            .map(|program| program.with_file_name("libmesh_faults.so"))
            .ok()
            .filter(|library| library.exists())
            .expect("libmesh_faults.so lies beside this program: build the whole workspace first");
        vec![
            ("LD_PRELOAD", library.into()),
            ("SELVEDGE_FAULTS_PLAN", self.path.clone().into()),
            ("SELVEDGE_FAULTS_FOLDER", folder.into()),
        ]
    }

    /// From now on the `n`-th write fails.
    ///
    /// # Errors
    /// That the plan can't be written.
    pub fn arm(&self, fault: Fault, n: u64) -> io::Result<()> {
        self.disarm()?;
        for (word, number) in [(1, n as i64), (2, 0), (3, 0), (0, fault as i64)] {
            self.put(word, number)?;
        }
        Ok(())
    }

    /// From now on nothing fails any more.
    ///
    /// # Errors
    /// That the plan can't be written.
    pub fn disarm(&self) -> io::Result<()> {
        self.put(0, 0)
    }

    /// How many writes failed since it was armed.
    ///
    /// # Errors
    /// That the plan can't be read.
    pub fn struck(&self) -> io::Result<i64> {
        self.get(2)
    }

    /// How many writes there were since it was armed, failed or not.
    ///
    /// # Errors
    /// That the plan can't be read.
    pub fn seen(&self) -> io::Result<i64> {
        self.get(3)
    }

    fn get(&self, word: u64) -> io::Result<i64> {
        let mut number = [0; 8];
        self.plan.read_exact_at(&mut number, word * 8)?;
        Ok(i64::from_ne_bytes(number))
    }

    fn put(&self, word: u64, number: i64) -> io::Result<()> {
        self.plan.write_all_at(&number.to_ne_bytes(), word * 8)
    }
}
