//! `errcat generate`.

use std::io;
use std::path::Path;

use errcat::Stale;
use similar::TextDiff;

use crate::findings::Output;
use crate::{Outcome, load};

/// Writes what is stale.
pub fn update(file: &Path, output: Output) -> io::Result<Outcome> {
    let Some(stale) = stale(file, output)? else { return Ok(Outcome::Findings) };
    for file in &stale {
        file.update()?;
        let done = if file.expected.is_some() { "wrote" } else { "removed" };
        eprintln!("{done} {}", file.path.display());
    }
    if stale.is_empty() {
        eprintln!("{}: all outputs are up to date", file.display());
    }
    Ok(Outcome::Clean)
}

/// Shows what is stale, and how to mend it.
pub fn check(file: &Path, output: Output) -> io::Result<Outcome> {
    let Some(stale) = stale(file, output)? else { return Ok(Outcome::Findings) };
    for file in &stale {
        output.show_stale(file, || diff(file))?;
    }
    match stale.len() {
        0 => {
            eprintln!("{}: all outputs are up to date", file.display());
            return Ok(Outcome::Clean);
        }
        1 => eprint!("1 file is stale"),
        count => eprint!("{count} files are stale"),
    }
    eprintln!("; to update: errcat generate {}", file.display());
    Ok(Outcome::Findings)
}

/// The stale outputs; `None` where the catalogue has mistakes, which are shown.
fn stale(file: &Path, output: Output) -> io::Result<Option<Vec<Stale>>> {
    let Some(catalogue) = load(file, output)? else { return Ok(None) };
    if catalogue.rust_path().is_none() {
        eprintln!(
            "{}: no `outputs.rust.path`, so the Rust is a module that the user's build.rs writes; nothing to generate here",
            file.display()
        );
    }
    errcat::stale(&catalogue, file).map(Some)
}

fn diff(file: &Stale) -> String {
    let path = file.path.display().to_string();
    let (found, expected) = (file.found.as_deref(), file.expected.as_deref());
    let header = |text: Option<&str>| text.map_or("/dev/null", |_| &path).to_owned();
    TextDiff::from_lines(found.unwrap_or_default(), expected.unwrap_or_default())
        .unified_diff()
        .header(&header(found), &header(expected))
        .to_string()
}
