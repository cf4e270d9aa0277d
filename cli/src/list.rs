//! `errcat list`.

use std::io;
use std::path::Path;

use errcat::{Catalogue, Code, Operation, printable};
use serde_json::{Map, Value, json};

use crate::Outcome;
use crate::args::Listed;
use crate::findings::{Format, Output, lines};
use crate::input::without_warnings;
use crate::print;

/// Prints a line for each code or each operation of a catalogue.
pub fn list(what: Listed, file: &Path, output: Output) -> io::Result<Outcome> {
    let Some(catalogue) = without_warnings(file, output)? else { return Ok(Outcome::Findings) };
    print::result(match (what, output.format) {
        (Listed::Codes, Format::Json) => lines(catalogue.codes().iter().map(|code| object(code, &catalogue))),
        (Listed::Codes, Format::Human | Format::Github) => table(&catalogue),
        (Listed::Operations, Format::Json) => {
            lines(catalogue.operations().iter().map(|operation| object_of_operation(operation, &catalogue)))
        }
        (Listed::Operations, Format::Human | Format::Github) => table_of_operations(&catalogue),
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

/// What the catalogue says about a code.
fn object(code: &Code, catalogue: &Catalogue) -> Value {
    let params: Vec<_> = code.params.iter().map(|&param| &*catalogue[param].name).collect();
    let attributes = catalogue.attributes().iter().zip(&code.attributes);
    let attributes: Map<_, _> =
        attributes.map(|(attribute, value)| (attribute.name.clone(), attribute.text(value).into())).collect();
    let operations = catalogue.code(&code.name).into_iter().flat_map(|id| catalogue.operations_with(id));
    let operations: Vec<_> = operations.map(|operation| &*operation.name).collect();
    json!({
        "name": code.name,
        "http_status": code.http_status,
        "message": code.message.as_str(),
        "description": code.description,
        "params": params,
        "attributes": attributes,
        "aliases": code.aliases,
        "number": code.number,
        "docs_url": catalogue.docs_url_of(code),
        "operations": operations,
        "is_deprecated": code.deprecated.is_some(),
    })
}
