//! Measures errcat and what it generates against the targets, and says which of them hold.
//!
//! Exit status: 0 all has run, whether or not the targets hold; 1 something could not run, or instructions are counted
//! and there are more than before; 2 usage.

mod args;
mod cargo;
mod counts;
mod figures;
mod growth;
mod machine;
mod measure;
mod observe;
mod packages;
mod plan;
mod plot;
mod readme;
mod report;
mod rows;

use std::process::ExitCode;

use anyhow::{Result, ensure};
use args::Command;

fn main() -> ExitCode {
    if let Some(code) = observe::as_asked() {
        return code;
    }
    let outcome = match args::parse() {
        Command::Targets { plan, only, write } => targets(&plan, only.as_deref(), write),
        Command::Counts { bless } => counts::run(bless),
    };
    match outcome {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("errcat-bench: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Measures, prints the report and writes it into the README if asked to. Whether all of it could run.
fn targets(plan: &plan::Plan, only: Option<&str>, write: bool) -> Result<bool> {
    let report = rows::measure(plan, only)?;
    print!("{}", report.markdown());
    let is_whole = report.failures.is_empty();
    if write {
        ensure!(is_whole, "bench/README.md is left as it is: not all could run");
        readme::write(&report)?;
    }
    Ok(is_whole)
}
