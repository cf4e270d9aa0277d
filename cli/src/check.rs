//! `errcat check`.

use std::io;
use std::path::Path;

use errcat::{Catalogue, Diagnostics, Severity};

use crate::Outcome;
use crate::findings::Output;
use crate::input::{bytes, error_about, load, path};
use crate::print::{counted, note, shown};

/// Shows the findings in a catalogue, and those in an API description that should agree with it.
pub fn check(file: &Path, openapi: Option<&Path>, deny_warnings: bool, output: Output) -> io::Result<Outcome> {
    let Some(catalogue) = load(file, output)? else { return Ok(Outcome::Findings) };
    let warnings = catalogue.warnings().map_or(0, |warnings| warnings.count(Severity::Warning));
    let codes = counted(catalogue.codes().len(), "code");
    note(format_args!("{}: {codes}, no mistakes{}", shown(file), and_warnings(warnings)));
    let description =
        openapi.map_or(Ok(None), |description| check_openapi(&catalogue, description, output).map(Some))?;
    let (errors, others) =
        description.map_or((0, 0), |found| (found.count(Severity::Error), found.count(Severity::Warning)));
    let is_denied = deny_warnings && warnings + others > 0;
    Ok(if errors > 0 || is_denied { Outcome::Findings } else { Outcome::Clean })
}

/// Shows the findings in an API description.
fn check_openapi(catalogue: &Catalogue, description: &Path, output: Output) -> io::Result<Diagnostics> {
    let text = bytes(description).map_err(|error| error_about(description, &error))?;
    let found = errcat::check_openapi(catalogue, &path(description), &text);
    if !found.is_empty() {
        output.show(&found)?;
    }
    if found.count(Severity::Error) == 0 {
        let operations = counted(catalogue.operations().len(), "operation");
        let warnings = and_warnings(found.count(Severity::Warning));
        note(format_args!("{}: {operations}, as in the catalogue{warnings}", shown(description)));
    }
    Ok(found)
}

fn and_warnings(count: usize) -> String {
    if count == 0 { String::new() } else { format!(", {}", counted(count, "warning")) }
}
