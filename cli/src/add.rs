//! `errcat add`, and writing a catalogue that was edited.

use std::io;
use std::path::Path;

use errcat::{EditError, NewCode};

use crate::Outcome;
use crate::findings::Output;
use crate::init::replace;
use crate::input::{self, is_stdin};
use crate::print::{self, note, shown};

/// Adds a code to a catalogue.
pub fn add(file: &Path, code: &NewCode, output: Output) -> io::Result<Outcome> {
    let bytes = input::bytes(file).map_err(|error| input::error_about(file, &error))?;
    match errcat::add_code((&input::path(file), &bytes), code) {
        Ok(text) => write(file, &bytes, &text),
        Err(error) => report(file, error, output),
    }
}

/// Writes the new text of a catalogue; that of standard input to standard output.
pub fn write(file: &Path, old: &[u8], text: &str) -> io::Result<Outcome> {
    const BYTE_ORDER_MARK: &str = "\u{feff}";
    let mark = if old.starts_with(BYTE_ORDER_MARK.as_bytes()) { BYTE_ORDER_MARK } else { "" };
    let text = mark.to_owned() + text;
    if is_stdin(file) {
        print::result(text)?;
    } else if text.as_bytes() == old {
        note(format_args!("{}: nothing to change", shown(file)));
    } else {
        replace(file, &text).map_err(|error| input::error_about(file, &error))?;
        note(format_args!("changed {}", shown(file)));
    }
    Ok(Outcome::Clean)
}

/// Says why a catalogue was not edited.
pub fn report(file: &Path, error: EditError, output: Output) -> io::Result<Outcome> {
    match error {
        EditError::Mistakes(diagnostics) => {
            output.show(&diagnostics)?;
            Ok(Outcome::Findings)
        }
        EditError::Result(diagnostics, _) => {
            output.show(&diagnostics)?;
            note(format_args!("{} would have these mistakes, so nothing is written", shown(file)));
            Ok(Outcome::Findings)
        }
        error => Err(io::Error::other(format!("{}: {error}", shown(file)))),
    }
}
