//! Measures errcat and the generated code against the targets, and reports which targets hold.
//!
//! Exit status: 0 everything has run, whether or not the targets hold; 1 something could not run, or more instructions
//! were counted than before; 2 usage.

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
mod shapes;
mod valgrind;

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
        Command::Shapes => shapes::run(),
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

/// Measures, prints the report and writes it into the README if asked to. Returns whether everything could run.
fn targets(plan: &plan::Plan, only: Option<&str>, write: bool) -> Result<bool> {
    let report = rows::measure(plan, only)?;
    print!("{}", report.markdown());
    let is_whole = report.failures.is_empty();
    if write {
        ensure!(is_whole, "bench/README.md is not updated, since something could not run");
        readme::write(&report)?;
    }
    Ok(is_whole)
}
