//! `errcat check`.

use std::ffi::{OsStr, OsString};
use std::io;
use std::path::{Path, PathBuf};

use errcat::{Catalogue, Diagnostics, Severity};

use crate::Outcome;
use crate::diff;
use crate::findings::Output;
use crate::input::{bytes, error_about, load, path};
use crate::print::{counted, note, shown};

/// What the user asked for.
pub struct CheckOptions {
    /// An API description that should agree with the catalogue.
    pub openapi: Option<PathBuf>,
    /// The version from before, which the accepted changes are changes of.
    pub base: Option<OsString>,
    pub deny_warnings: bool,
    pub output: Output,
}

/// Shows the findings in a catalogue, and those in what should agree with it.
pub fn check(file: &Path, options: &CheckOptions) -> io::Result<Outcome> {
    let output = options.output;
    let Some(catalogue) = load(file, output)? else { return Ok(Outcome::Findings) };
    let warnings = catalogue.warnings().map_or(0, |warnings| warnings.count(Severity::Warning));
    let codes = counted(catalogue.codes().len(), "code");
    note(format_args!("{}: {codes}, no mistakes{}", shown(file), and_warnings(warnings)));
    let (mut errors, mut all_warnings) = (0, warnings);
    let mut count = |found: &Diagnostics| {
        errors += found.count(Severity::Error);
        all_warnings += found.count(Severity::Warning);
    };
    if let Some(description) = &options.openapi {
        count(&check_openapi(&catalogue, description, output)?);
    }
    if let Some(base) = &options.base {
        count(&check_accepted(&catalogue, file, base, output)?);
    }
    let is_denied = options.deny_warnings && all_warnings > 0;
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

/// Shows what the catalogue accepts though nothing like it has changed since the version from before.
fn check_accepted(catalogue: &Catalogue, file: &Path, base: &OsStr, output: Output) -> io::Result<Diagnostics> {
    let base_catalogue = diff::base(base, file)?;
    let unused = errcat::diff(&base_catalogue, catalogue).unused().clone();
    if !unused.is_empty() {
        output.show(&unused)?;
    }
    let accepted = counted(catalogue.accepted().len(), "accepted change");
    let warnings = and_warnings(unused.count(Severity::Warning));
    note(format_args!("{}: {accepted}, compared with {}{warnings}", shown(file), shown(base.as_ref())));
    Ok(unused)
}

fn and_warnings(count: usize) -> String {
    if count == 0 { String::new() } else { format!(", {}", counted(count, "warning")) }
}
