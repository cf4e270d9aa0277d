//! `errcat`: checks error catalogues and generates from them.
//!
//! Results go to standard output, all else to standard error. Exit status: 0 clean, 1 findings (mistakes, stale output),
//! 2 could not run.

mod args;
mod generate;

use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use args::Command;
use errcat::{Catalogue, LoadError};

/// How a command that could run ended.
enum Outcome {
    Clean,
    Findings,
}

fn main() -> ExitCode {
    let outcome = match args::parse() {
        Command::Check { files } => check(&files),
        Command::Generate { file, check: false } => generate::update(&file),
        Command::Generate { file, check: true } => generate::check(&file),
    };
    match outcome {
        Ok(Outcome::Clean) => ExitCode::SUCCESS,
        Ok(Outcome::Findings) => ExitCode::from(1),
        Err(error) => {
            eprintln!("errcat: {error}");
            ExitCode::from(2)
        }
    }
}

/// Checks every file: one that can't be read doesn't hide the mistakes in the others.
fn check(files: &[PathBuf]) -> io::Result<Outcome> {
    let mut outcome = Outcome::Clean;
    let mut unreadable = Ok(());
    for file in files {
        match load(file) {
            Ok(Some(catalogue)) => {
                eprintln!("{}: {} codes, no mistakes", file.display(), catalogue.code_names().len());
            }
            Ok(None) => outcome = Outcome::Findings,
            Err(error) => {
                if let Err(earlier) = std::mem::replace(&mut unreadable, Err(error)) {
                    eprintln!("errcat: {earlier}");
                }
            }
        }
    }
    unreadable.map(|()| outcome)
}

/// The catalogue in a file; `None` where it has mistakes, which are shown.
fn load(file: &Path) -> io::Result<Option<Catalogue>> {
    match Catalogue::load(file) {
        Ok(catalogue) => Ok(Some(catalogue)),
        Err(LoadError::Mistakes(diagnostics)) => {
            println!("{diagnostics}");
            Ok(None)
        }
        Err(LoadError::Read(error)) => Err(io::Error::new(error.kind(), format!("{}: {error}", file.display()))),
    }
}
