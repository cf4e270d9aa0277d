//! `errcat import`.

use std::io;
use std::path::Path;

use errcat::{ImportOptions, Severity};

use crate::Outcome;
use crate::findings::Output;
use crate::input;
use crate::print::{self, note, shown};

/// Prints the catalogue that a source makes.
pub fn import(file: &Path, options: &ImportOptions, output: Output) -> io::Result<Outcome> {
    let bytes = input::bytes(file).map_err(|error| input::error_about(file, &error))?;
    let imported = errcat::import(&input::path(file), &bytes, options);
    if let Some(catalogue) = &imported.catalogue {
        print::result(catalogue)?;
    }
    if !imported.findings.is_empty() {
        output.show_beside(&imported.findings);
    }
    let codes = if imported.codes == 1 { "1 code".to_owned() } else { format!("{} codes", imported.codes) };
    note(format_args!("{}: {codes} imported", shown(file)));
    let is_complete = imported.findings.count(Severity::Error) == 0;
    Ok(if is_complete { Outcome::Clean } else { Outcome::Findings })
}
