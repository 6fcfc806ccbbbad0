//! Chores of the project: `cargo xtask check-deps`.

mod directions;
mod graph;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(name = "xtask")]
struct Arguments {
    #[command(subcommand)]
    chore: Chore,
}

#[derive(Subcommand)]
enum Chore {
    /// Checks who depends on whom.
    CheckDeps,
}

fn main() -> ExitCode {
    match Arguments::parse().chore {
        Chore::CheckDeps => check_deps(),
    }
}

fn check_deps() -> ExitCode {
    let graph = match graph::of_workspace() {
        Ok(graph) => graph,
        Err(error) => {
            eprintln!("cargo metadata failed: {error}");
            return ExitCode::FAILURE;
        }
    };
    let violations = directions::violations(&graph);
    for violation in &violations {
        eprintln!("{violation}");
    }
    if violations.is_empty() {
        println!(
            "check-deps: {} rooms keep their directions",
            graph.rooms.len()
        );
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
