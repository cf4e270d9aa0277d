//! `errcat import`.

use std::io;
use std::path::{Path, PathBuf};

use errcat::{Catalogue, Diagnostics, ImportOptions, Severity, printable};

use crate::Outcome;
use crate::findings::Output;
use crate::input;
use crate::print::{self, counted, note, shown};
use crate::{add, findings};

/// What to do with the codes of a source.
pub enum Target {
    Print,
    /// Compare them with those of a catalogue.
    Compare(PathBuf),
    /// Bring them into a catalogue.
    Update(PathBuf),
}

/// Reads a source, and prints, compares or brings in what it says.
pub fn import(file: &Path, options: &ImportOptions, target: &Target, output: Output) -> io::Result<Outcome> {
    let bytes = read(file)?;
    let catalogue = match target {
        Target::Print => return print(file, &bytes, options, output),
        Target::Compare(catalogue) | Target::Update(catalogue) => catalogue,
    };
    let old = read(catalogue)?;
    let [path, catalogue_path] = [file, catalogue].map(input::path);
    let updated = match errcat::update((&catalogue_path, &old), (&path, &bytes), options) {
        Ok(updated) => updated,
        Err(error) => return add::report(catalogue, error, output),
    };
    let outcome = show_findings(&updated.findings, output);
    if updated.codes == 0 {
        note(format_args!("{}: nothing to compare with {}", shown(file), shown(catalogue)));
        return Ok(Outcome::Findings);
    }
    if let Target::Update(_) = target {
        for name in &updated.missing {
            note(format_args!("`{name}` is not in {}; it stays as it is", shown(file)));
        }
        return Ok(add::write(catalogue, &old, &updated.text)?.max(outcome));
    }
    let parse = |text: &[u8]| {
        Catalogue::parse(&catalogue_path, text).map_err(|mistakes| io::Error::other(mistakes.to_string()))
    };
    let (old, new) = (parse(&old)?, parse(updated.text.as_bytes())?);
    let diff = errcat::diff(&old, &new);
    let changes = diff.changes().iter().map(|change| change.message().to_owned());
    let missing = updated.missing.iter().map(|name| format!("`{name}` is not in {}", printable(&path)));
    let differences: Vec<_> = changes.chain(missing).collect();
    let count = differences.len();
    print::result(findings::lines(differences.into_iter()))?;
    note(format_args!("{} between {} and {}", counted(count, "difference"), shown(file), shown(catalogue)));
    Ok(if count > 0 { Outcome::Findings } else { outcome })
}

fn read(file: &Path) -> io::Result<Vec<u8>> {
    input::bytes(file).map_err(|error| input::error_about(file, &error))
}

/// Prints the catalogue that a source makes.
fn print(file: &Path, bytes: &[u8], options: &ImportOptions, output: Output) -> io::Result<Outcome> {
    let imported = errcat::import(&input::path(file), bytes, options);
    if let Some(catalogue) = &imported.catalogue {
        print::result(catalogue)?;
    }
    let outcome = show_findings(&imported.findings, output);
    note(format_args!("{}: {} imported", shown(file), counted(imported.codes, "code")));
    Ok(outcome)
}

/// Shows findings beside the result. Something is missing if there are errors.
fn show_findings(findings: &Diagnostics, output: Output) -> Outcome {
    if !findings.is_empty() {
        output.show_beside(findings);
    }
    if findings.count(Severity::Error) == 0 { Outcome::Clean } else { Outcome::Findings }
}
