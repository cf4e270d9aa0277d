//! `errcat check`.

use std::io;
use std::path::Path;

use errcat::Severity;

use crate::Outcome;
use crate::findings::Output;
use crate::input::load;
use crate::print::{note, shown};

/// Shows the findings in a catalogue.
pub fn check(file: &Path, deny_warnings: bool, output: Output) -> io::Result<Outcome> {
    let Some(catalogue) = load(file, output)? else { return Ok(Outcome::Findings) };
    let count = catalogue.warnings().map_or(0, |warnings| warnings.count(Severity::Warning));
    let warnings = match count {
        0 => String::new(),
        1 => ", 1 warning".to_owned(),
        count => format!(", {count} warnings"),
    };
    let codes = match catalogue.codes().len() {
        1 => "1 code".to_owned(),
        count => format!("{count} codes"),
    };
    note(format_args!("{}: {codes}, no mistakes{warnings}", shown(file)));
    Ok(if deny_warnings && count > 0 { Outcome::Findings } else { Outcome::Clean })
}
