//! `errcat list`.

use std::io;
use std::path::Path;

use errcat::{Catalogue, printable, render_json_lines};

use crate::Outcome;
use crate::findings::{Format, Output, lines};
use crate::input::without_warnings;
use crate::print;

/// Prints a line for each code of a catalogue.
pub fn list(file: &Path, output: Output) -> io::Result<Outcome> {
    let Some(catalogue) = without_warnings(file, output)? else { return Ok(Outcome::Findings) };
    print::result(match output.format {
        Format::Json => render_json_lines(&catalogue),
        Format::Human | Format::Github => table(&catalogue),
    })?;
    Ok(Outcome::Clean)
}

/// The status, the name and the message of each code.
fn table(catalogue: &Catalogue) -> String {
    let codes = catalogue.codes();
    let width = codes.iter().map(|code| code.name.len()).max().unwrap_or_default();
    lines(codes.iter().map(|code| {
        let message = printable(code.message.as_str().trim_end());
        format!("{}  {:width$}  {message}", code.http_status, code.name)
    }))
}
