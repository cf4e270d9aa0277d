//! `errcat schema`.

use std::io;
use std::path::Path;

use errcat::render_schema;

use crate::findings::{Format, Output};
use crate::input::without_warnings;
use crate::{Outcome, print};

/// Prints the JSON Schema of catalogues, with the names that a catalogue declares if there is one.
pub fn schema(file: Option<&Path>) -> io::Result<Outcome> {
    let Some(file) = file else {
        print::result(render_schema(None))?;
        return Ok(Outcome::Clean);
    };
    let output = Output { format: Format::Human, max_findings: None };
    let Some(catalogue) = without_warnings(file, output)? else { return Ok(Outcome::Findings) };
    print::result(render_schema(Some(&catalogue)))?;
    Ok(Outcome::Clean)
}
