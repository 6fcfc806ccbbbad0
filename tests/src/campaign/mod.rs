//! What campaigns share: a seed that replays, how they are called, a server that is killed or whose disk fails, clients
//! that write, and what must hold afterwards.

use std::process::ExitCode;

use crate::Database;

mod checks;
mod clients;
mod faults;
mod server;

pub use checks::{Known, settled, whole};
pub use clients::{Clients, Writer};
pub use faults::{Fault, Faults};
pub use server::Server;

/// SplitMix64 (Steele et al. 2014), so that a seed replays.
#[derive(Debug)]
pub struct Seeded(pub u64);

impl Seeded {
    /// The next number.
    pub fn number(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `end`.
    pub fn below(&mut self, end: u64) -> u64 {
        self.number() % end
    }
}

/// A number on the command line, such as the one after `--count`.
pub fn argument(name: &str) -> Option<u64> {
    let words: Vec<String> = std::env::args().collect();
    let at = words.iter().position(|word| word == name)?;
    words.get(at + 1)?.parse().ok()
}

/// Runs a campaign on both databases, as often and from the seed that the command line says, and tells how it went.
pub async fn on_both<R>(name: &str, slice: u64, run: R) -> ExitCode
where
    R: AsyncFn(Database, u64, u64) -> Result<String, String>,
{
    let count = argument("--count").unwrap_or(slice);
    let seed = argument("--seed").unwrap_or(7_420);
    println!("campaign {name}: {count} on each database, seed {seed}");
    let mut failed = 0;
    for database in [Database::Sqlite, Database::Postgres] {
        match run(database, count, seed).await {
            Ok(told) => println!("{database:?}: {told}"),
            Err(fault) => {
                failed += 1;
                println!("{database:?}: {fault} (replay with --count {count} --seed {seed})");
            }
        }
    }
    println!("{} passed, {failed} failed", 2 - failed);
    if failed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
