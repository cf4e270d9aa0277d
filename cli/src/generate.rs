//! `errcat generate`.

use std::io;
use std::path::Path;

use errcat::{Comparison, Stale};
use similar::TextDiff;

use crate::Outcome;
use crate::findings::{FileFinding, Output};
use crate::input::{is_stdin, load};
use crate::print::{note, shown};

/// Writes what is stale.
pub fn update(file: &Path, output: Output) -> io::Result<Outcome> {
    let lock = errcat::lock(file);
    let Some(comparison) = compare(file, output)? else { return Ok(Outcome::Findings) };
    comparison.update()?;
    drop(lock);
    for file in &comparison.stale {
        let done = if file.expected.is_some() { "wrote" } else { "removed" };
        note(format_args!("{done} {}", shown(&file.path)));
    }
    if comparison.stale.is_empty() {
        note(format_args!("{}: all outputs are up to date", shown(file)));
    }
    Ok(Outcome::Clean)
}

/// Shows what is stale and how to update it.
pub fn check(catalogue_path: &Path, output: Output) -> io::Result<Outcome> {
    let Some(Comparison { stale, blocked, foreign, .. }) = compare(catalogue_path, output)? else {
        return Ok(Outcome::Findings);
    };
    for file in &stale {
        output.show_file(FileFinding::Stale, &file.path, catalogue_path, || Some(diff(file)))?;
    }
    for path in &blocked {
        output.show_file(FileFinding::Blocked, path, catalogue_path, || None)?;
    }
    for path in &foreign {
        output.show_file(FileFinding::Foreign, path, catalogue_path, || None)?;
    }
    match stale.len() {
        0 if blocked.is_empty() => {
            note(format_args!("{}: all outputs are up to date", shown(catalogue_path)));
            return Ok(Outcome::Clean);
        }
        0 => {}
        1 => note(format_args!("1 file is stale; to update: errcat generate {}", shown(catalogue_path))),
        count => note(format_args!("{count} files are stale; to update: errcat generate {}", shown(catalogue_path))),
    }
    Ok(Outcome::Findings)
}

/// Compares the outputs with the disk; `None` if the catalogue has mistakes, which are shown.
fn compare(file: &Path, output: Output) -> io::Result<Option<Comparison>> {
    if is_stdin(file) {
        return Err(io::Error::other("outputs are relative to the catalogue's file, which standard input isn't"));
    }
    let Some(catalogue) = load(file, output)? else { return Ok(None) };
    if catalogue.rust_path().is_none() {
        let nothing = if catalogue.documents().is_empty() { "; nothing to generate here" } else { "" };
        note(format_args!(
            "{}: no `outputs.rust.path`, so the Rust is a module that your build.rs writes{nothing}",
            shown(file)
        ));
    }
    errcat::compare(&catalogue, file).map(Some)
}

fn diff(file: &Stale) -> String {
    let path = shown(&file.path);
    let (found, expected) = (file.found.as_deref(), file.expected.as_deref());
    let header = |text: Option<&str>| text.map_or("/dev/null", |_| &path).to_owned();
    TextDiff::from_lines(found.unwrap_or_default(), expected.unwrap_or_default())
        .unified_diff()
        .header(&header(found), &header(expected))
        .to_string()
}
