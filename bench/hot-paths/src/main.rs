//! Runs one hot path of vidu-errors over all codes for a number of rounds: `hot-paths CASE ROUNDS`.
//!
//! Prints how many operations a round has. The cost of an operation is computed from runs with two numbers of rounds,
//! so that everything that is done only once cancels out.

use std::env;
use std::fmt::Write;
use std::hint::black_box;
use std::process::ExitCode;

use vidu_errors::{Error, ErrorCode};

fn main() -> ExitCode {
    let arguments: Vec<_> = env::args().skip(1).collect();
    let [case, rounds] = &arguments[..] else { return usage() };
    let Ok(rounds) = rounds.parse() else { return usage() };
    let operations = match case.as_str() {
        "display-without-params" => display(rounds, &[Error::bad_request(), Error::not_found(), Error::unknown()]),
        "display-with-params" => display(
            rounds,
            &[
                Error::field_lacking(["prompt".to_owned()]),
                Error::field_invalid(["prompt".to_owned(), "model".to_owned()]),
            ],
        ),
        "name-to-code-hit" => parse(rounds, &names()),
        "name-to-code-miss" => parse(rounds, &misspelt()),
        _ => return usage(),
    };
    println!("{operations}");
    ExitCode::SUCCESS
}

fn usage() -> ExitCode {
    eprintln!("usage: hot-paths CASE ROUNDS");
    ExitCode::from(2)
}

fn display(rounds: u32, errors: &[Error]) -> usize {
    let mut text = String::with_capacity(1024);
    for _ in 0..rounds {
        for error in errors {
            text.clear();
            let _ = write!(text, "{}", black_box(error));
            black_box(&text);
        }
    }
    errors.len()
}

fn parse(rounds: u32, names: &[String]) -> usize {
    for _ in 0..rounds {
        for name in names {
            let _ = black_box(black_box(name.as_str()).parse::<ErrorCode>());
        }
    }
    names.len()
}

fn names() -> Vec<String> {
    ErrorCode::ALL.iter().map(ToString::to_string).collect()
}

/// Names that are not codes: each a real one with one letter changed, at varying positions.
fn misspelt() -> Vec<String> {
    let mut names = names();
    for (index, name) in names.iter_mut().enumerate() {
        let at = index % name.len();
        name.replace_range(at..=at, "q");
    }
    names
}
