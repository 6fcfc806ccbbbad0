//! Makes a company as large as the figures speak of: 2,000 domains, 10,000 people, 10,000 data products.
//!
//! `bench-company --data-dir DIR [--database-url URL] [--domains N] [--people N] [--products N] [--seed S]`; prints
//! tokens of an administrator and a member as JSON.

use std::{path::PathBuf, process::ExitCode};

use mesh_tests::{
    campaign::argument,
    company::{LARGE, Size, fill},
};
use serde_json::json;

const SEED: u64 = 20_261_121;

#[tokio::main]
async fn main() -> ExitCode {
    let Some(folder) = text("--data-dir") else {
        eprintln!("say with --data-dir where it shall lie");
        return ExitCode::FAILURE;
    };
    let count = |name: &str, otherwise: usize| {
        argument(name).map_or(otherwise, |count| {
            usize::try_from(count).unwrap_or(otherwise)
        })
    };
    let size = Size {
        domains: count("--domains", LARGE.domains),
        people: count("--people", LARGE.people),
        products: count("--products", LARGE.products),
        ..LARGE
    };
    let seed = argument("--seed").unwrap_or(SEED);
    match fill(&PathBuf::from(folder), text("--database-url"), size, seed).await {
        Ok(tokens) => {
            let told = json!({ "administrator": tokens.administrator, "member": tokens.member });
            println!("{told}");
            ExitCode::SUCCESS
        }
        Err(unfilled) => {
            eprintln!("no company was made: {}", unfilled.0);
            ExitCode::FAILURE
        }
    }
}

fn text(name: &str) -> Option<String> {
    let words: Vec<String> = std::env::args().collect();
    let at = words.iter().position(|word| word == name)?;
    words.get(at + 1).cloned()
}
