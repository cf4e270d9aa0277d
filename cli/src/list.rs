//! `errcat list`.

use std::io;
use std::path::Path;

use errcat::{Catalogue, Code, printable};
use serde_json::{Map, Value, json};

use crate::Outcome;
use crate::findings::{Format, Output, lines};
use crate::input::without_warnings;
use crate::print;

/// Prints a line for each code of a catalogue.
pub fn list(file: &Path, output: Output) -> io::Result<Outcome> {
    let Some(catalogue) = without_warnings(file, output)? else { return Ok(Outcome::Findings) };
    print::result(match output.format {
        Format::Json => lines(catalogue.codes().iter().map(|code| object(code, &catalogue))),
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

/// What the catalogue says about a code.
fn object(code: &Code, catalogue: &Catalogue) -> Value {
    let params: Vec<_> = code.params.iter().map(|&param| &*catalogue[param].name).collect();
    let attributes = catalogue.attributes().iter().zip(&code.attributes);
    let attributes: Map<_, _> =
        attributes.map(|(attribute, value)| (attribute.name.clone(), attribute.text(value).into())).collect();
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
        "is_deprecated": code.deprecated.is_some(),
    })
}
