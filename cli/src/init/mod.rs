//! `errcat init`: a catalogue to start with, and what a package needs to compile it.

mod catalogue;
mod manifest;
mod sources;

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::Outcome;
use crate::findings::Output;
use crate::print::{self, note, shown};
use manifest::Manifest;

/// What `errcat init` is asked for.
pub struct InitOptions {
    pub name: Option<String>,
    /// The file to import the catalogue from.
    pub from: Option<PathBuf>,
    /// Features of the generated module.
    pub integrations: Vec<String>,
    /// A checkout of errcat to depend on.
    pub checkout: Option<PathBuf>,
    pub write: bool,
}

/// A file as it is to be.
struct Edit {
    path: PathBuf,
    text: String,
    is_new: bool,
    /// What is added to it, to show.
    added: String,
}

const CATALOGUE: &str = "errors.yaml";

/// Shows the catalogue and what to add to the package in this folder, or writes it.
pub fn init(options: &InitOptions, output: Output) -> io::Result<Outcome> {
    let manifest = Manifest::read(Path::new("Cargo.toml"))?;
    let name = options.name.clone().unwrap_or_else(|| manifest.title());
    let (catalogue, outcome) = match &options.from {
        Some(source) => catalogue::imported(source, &name, output)?,
        None => (Some(catalogue::starter(&name)), Outcome::Clean),
    };
    let Some(text) = catalogue else { return Ok(Outcome::Findings) };
    let text = catalogue::with_features(&text, &options.integrations);
    let (build, code) = (manifest.build_script()?, manifest.root()?);
    let mut edits = vec![Edit { path: CATALOGUE.into(), added: text.clone(), text, is_new: true }];
    edits.extend(manifest.edit(options.checkout.as_deref(), &options.integrations)?);
    edits.extend(sources::build_script(&build)?);
    edits.push(sources::module(&code)?);
    if options.write {
        write(&edits)?;
    } else {
        show(&edits)?;
    }
    Ok(outcome)
}

fn show(edits: &[Edit]) -> io::Result<()> {
    let mut text = String::new();
    for edit in edits {
        let what = if edit.is_new { "" } else { ", add" };
        text.extend([&format!("--- {}{what}:\n", shown(&edit.path)), &edit.added, "\n"]);
    }
    print::result(text)?;
    note("nothing is written; `errcat init --write` does it");
    Ok(())
}

/// Writes all files, unless one that is to be new is there already: then none.
fn write(edits: &[Edit]) -> io::Result<()> {
    if let Some(edit) = edits.iter().find(|edit| edit.is_new && edit.path.exists()) {
        let message = format!("{} is there already; nothing is written", shown(&edit.path));
        return Err(io::Error::new(io::ErrorKind::AlreadyExists, message));
    }
    for edit in edits {
        if edit.is_new {
            OpenOptions::new().write(true).create_new(true).open(&edit.path)?.write_all(edit.text.as_bytes())?;
        } else {
            replace(&edit.path, &edit.text)?;
        }
        note(format_args!("{} {}", if edit.is_new { "wrote" } else { "changed" }, shown(&edit.path)));
    }
    note("next: cargo build");
    Ok(())
}

/// Replaces the text of a file: whatever happens, it has the old or the new one.
pub fn replace(path: &Path, text: &str) -> io::Result<()> {
    let path = path.canonicalize()?;
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}.new", std::process::id()));
    let temporary = path.with_file_name(name);
    let permissions = fs::metadata(&path)?.permissions();
    let written = fs::write(&temporary, text)
        .and_then(|()| fs::set_permissions(&temporary, permissions))
        .and_then(|()| fs::rename(&temporary, &path));
    if written.is_err() {
        let _ = fs::remove_file(&temporary);
    }
    written
}

/// An error about a file that has to be edited by hand.
fn by_hand(path: &Path, what: &str, added: &str) -> io::Error {
    io::Error::other(format!("{} {what}; add there by hand:\n\n{added}", shown(path)))
}
