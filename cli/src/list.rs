//! `errcat list`.

use std::io;
use std::path::Path;

use errcat::{Catalogue, Code, Operation, printable, render_json_lines};
use serde_json::{Value, json};

use crate::Outcome;
use crate::args::Listed;
use crate::findings::{Format, Output, lines};
use crate::input::without_warnings;
use crate::print;

/// Prints a line for each code or each operation of a catalogue.
pub fn list(what: Listed, file: &Path, output: Output) -> io::Result<Outcome> {
    let Some(catalogue) = without_warnings(file, output)? else { return Ok(Outcome::Findings) };
    print::result(match (what, output.format) {
        (Listed::Codes, Format::Json) => render_json_lines(&catalogue),
        (Listed::Codes, Format::Human | Format::Github) => lines(rows(catalogue.codes().iter())),
        (Listed::Operations, Format::Json) => {
            lines(catalogue.operations().iter().map(|operation| object_of_operation(operation, &catalogue)))
        }
        (Listed::Operations, Format::Human | Format::Github) => table_of_operations(&catalogue),
    })?;
    Ok(Outcome::Clean)
}

/// The status, the name and the message of each code, in columns.
pub fn rows<'c>(codes: impl Iterator<Item = &'c Code> + Clone) -> impl Iterator<Item = String> {
    let width = codes.clone().map(|code| code.name.len()).max().unwrap_or_default();
    codes.map(move |code| {
        let message = printable(code.message.as_str().trim_end());
        format!("{}  {:width$}  {message}", code.http_status, code.name)
    })
}

/// The name and the codes of each operation.
fn table_of_operations(catalogue: &Catalogue) -> String {
    let operations = catalogue.operations();
    let width = operations.iter().map(|operation| operation.name.len()).max().unwrap_or_default();
    lines(
        operations
            .iter()
            .map(|operation| format!("{:width$}  {}", operation.name, codes_of(operation, catalogue).join(", "))),
    )
}

/// What the catalogue says about an operation.
fn object_of_operation(operation: &Operation, catalogue: &Catalogue) -> Value {
    json!({
        "name": operation.name,
        "description": operation.description,
        "errors": codes_of(operation, catalogue),
        "exhaustive": operation.exhaustive,
    })
}

fn codes_of<'c>(operation: &Operation, catalogue: &'c Catalogue) -> Vec<&'c str> {
    operation.errors.iter().map(|&code| &*catalogue[code].name).collect()
}
