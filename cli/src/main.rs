//! `errcat`: checks error catalogues and generates code from them.
//!
//! Results go to standard output, everything else to standard error. Exit status: 0 clean, 1 findings (mistakes, stale
//! output, breaking changes), 2 could not run.

mod add;
mod args;
mod check;
mod diff;
mod explain;
mod findings;
mod generate;
mod import;
mod init;
mod input;
mod list;
mod print;
mod schema;

use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

use args::Command;
use print::note;

/// How a command ended that was able to run.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    Clean,
    Findings,
}

fn main() -> ExitCode {
    let outcome = match args::parse() {
        Command::Check { files, options } => of_all(&files, |file| check::check(file, &options)),
        Command::Generate { files, check: false, output } => of_all(&files, |file| generate::update(file, output)),
        Command::Generate { files, check: true, output } => of_all(&files, |file| generate::check(file, output)),
        Command::Diff(options) => diff::diff(&options),
        Command::List { what, file, output } => list::list(what, &file, output),
        Command::Explain { subject, file } => explain::explain(&subject, &file),
        Command::Init { options, output } => init::init(&options, output),
        Command::Add { file, code, output } => add::add(&file, &code, output),
        Command::Import { file, options, target, output } => import::import(&file, &options, &target, output),
        Command::Schema { file } => schema::schema(file.as_deref()),
        Command::Completions { shell } => args::completions(shell).map(|()| Outcome::Clean),
        Command::Man { folder } => args::manual(&folder).map(|()| Outcome::Clean),
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

/// Runs a command for each file: one that can't be read doesn't hide the findings in the others.
fn of_all(files: &[PathBuf], run: impl Fn(&PathBuf) -> io::Result<Outcome>) -> io::Result<Outcome> {
    let mut outcome = Ok(Outcome::Clean);
    for file in files {
        match (run(file), &mut outcome) {
            (Ok(found), Ok(worst)) => *worst = found.max(*worst),
            (Ok(_), Err(_)) => {}
            (Err(error), outcome) => {
                if let Err(earlier) = std::mem::replace(outcome, Err(error)) {
                    note(format_args!("errcat: {earlier}"));
                }
            }
        }
    }
    outcome
}
