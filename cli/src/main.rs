//! `errcat`: checks error catalogues and generates code from them.
//!
//! Results go to standard output, everything else to standard error. Exit status: 0 clean, 1 findings (mistakes, stale
//! output), 2 could not run.

mod args;
mod explain;
mod findings;
mod generate;
mod print;

use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use args::Command;
use errcat::{Catalogue, LoadError, Severity};
use findings::Output;
use print::{note, shown};

/// How a command ended that was able to run.
enum Outcome {
    Clean,
    Findings,
}

fn main() -> ExitCode {
    let outcome = match args::parse() {
        Command::Check { files, output } => check(&files, output),
        Command::Generate { file, check: false, output } => generate::update(&file, output),
        Command::Generate { file, check: true, output } => generate::check(&file, output),
        Command::Explain { subject, file } => explain::explain(&subject, &file),
    };
    match outcome {
        Ok(Outcome::Clean) => ExitCode::SUCCESS,
        Ok(Outcome::Findings) => ExitCode::from(1),
        Err(error) => {
            note(format_args!("errcat: {error}"));
            ExitCode::from(2)
        }
    }
}

/// Checks every file: an unreadable one doesn't hide the mistakes in the others.
fn check(files: &[PathBuf], output: Output) -> io::Result<Outcome> {
    let mut outcome = Outcome::Clean;
    let mut unreadable = Ok(());
    for file in files {
        match load(file, output) {
            Ok(Some(catalogue)) => {
                let count = catalogue.warnings().map_or(0, |warnings| warnings.count(Severity::Warning));
                let warnings = if count == 1 { "warning" } else { "warnings" };
                let path = shown(file);
                let codes = match catalogue.codes().len() {
                    1 => "1 code".to_owned(),
                    count => format!("{count} codes"),
                };
                match count {
                    0 => note(format_args!("{path}: {codes}, no mistakes")),
                    _ => note(format_args!("{path}: {codes}, no mistakes, {count} {warnings}")),
                }
            }
            Ok(None) => outcome = Outcome::Findings,
            Err(error) => {
                if let Err(earlier) = std::mem::replace(&mut unreadable, Err(error)) {
                    note(format_args!("errcat: {earlier}"));
                }
            }
        }
    }
    unreadable.map(|()| outcome)
}

/// Loads a catalogue and shows its findings; `None` if there are mistakes among them.
fn load(file: &Path, output: Output) -> io::Result<Option<Catalogue>> {
    match Catalogue::load(file) {
        Ok(catalogue) => {
            catalogue.warnings().map_or(Ok(()), |warnings| output.show(warnings))?;
            Ok(Some(catalogue))
        }
        Err(LoadError::Mistakes(diagnostics)) => {
            output.show(&diagnostics)?;
            Ok(None)
        }
        Err(LoadError::Read(error)) => Err(io::Error::new(error.kind(), format!("{}: {error}", shown(file)))),
    }
}
