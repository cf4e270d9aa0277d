//! Artifacts against the disk: the only module that writes.
//!
//! A file that doesn't carry the mark of the generator is never written over and never removed.

mod files;
mod lock;
mod place;

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

pub use lock::{Lock, lock};
pub(crate) use place::is_worked_on;

use crate::catalogue::Catalogue;
use crate::render::{Artifact, is_generated, outputs};
use files::{Staged, in_folder, is_leftover, read, remove, shown};

/// What is on disk beside what a catalogue makes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Comparison {
    /// The files to write or remove, in the order of their paths.
    pub stale: Vec<Stale>,
    /// Files in the place of an output that somebody else wrote. As long as there is one, nothing is written.
    pub blocked: Vec<PathBuf>,
    /// Rust files beside the generated ones that somebody else wrote. They are left alone.
    pub foreign: Vec<PathBuf>,
}

/// A file that is not what the catalogue makes it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Stale {
    /// The file.
    pub path: PathBuf,
    /// What is in it, with � for what isn't UTF-8; `None` where there is no such file.
    pub found: Option<String>,
    /// What should be in it; `None` for a generated file that the catalogue no longer makes.
    pub expected: Option<String>,
}

/// Compares a catalogue's outputs with what is on disk. Nothing is written.
///
/// `catalogue_path` is the catalogue's file, which the paths of its outputs start from. Without an output with a path
/// nothing is stale.
///
/// # Errors
///
/// An output is outside the repository, and the catalogue doesn't allow that. Or a file is there and can't be read. The
/// error names it.
pub fn compare(catalogue: &Catalogue, catalogue_path: &Path) -> io::Result<Comparison> {
    let base = catalogue_path.parent().unwrap_or(Path::new(""));
    let artifacts: Vec<_> = outputs(catalogue)
        .into_iter()
        .map(|artifact| Artifact { path: base.join(&artifact.path), ..artifact })
        .collect();
    let mut comparison = Comparison::default();
    for Artifact { path, text } in &artifacts {
        if !catalogue.outputs.outside {
            place::refuse_outside(path, catalogue_path)?;
        }
        match read(path)? {
            Some(bytes) if bytes == text.as_bytes() => {}
            Some(bytes) if !is_generated(&bytes) => comparison.blocked.push(path.clone()),
            found => comparison.add_stale(path, found, Some(text)),
        }
    }
    let outputs: BTreeSet<_> = artifacts.iter().map(|artifact| &*artifact.path).collect();
    let rust_folder = rust_folder(catalogue, catalogue_path);
    let folders: BTreeSet<_> = outputs.iter().filter_map(|path| path.parent()).collect();
    for folder in folders {
        for path in in_folder(folder)? {
            let is_rust = path.extension().is_some_and(|extension| extension == "rs");
            if is_leftover(&path) {
                comparison.add_stale(&path, read(&path)?, None);
            } else if is_rust && rust_folder.as_deref() == Some(folder) && !outputs.contains(&*path) {
                match read(&path)? {
                    Some(bytes) if is_generated(&bytes) => comparison.add_stale(&path, Some(bytes), None),
                    _ => comparison.foreign.push(path),
                }
            }
        }
    }
    comparison.stale.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(comparison)
}

impl Comparison {
    fn add_stale(&mut self, path: &Path, found: Option<Vec<u8>>, expected: Option<&String>) {
        let found = found.map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
        self.stale.push(Stale { path: path.to_owned(), found, expected: expected.cloned() });
    }

    /// Brings all stale files up to date.
    ///
    /// # Errors
    ///
    /// A file is blocked: nothing is written then, and the error names all that are. Or a file can't be written or
    /// removed: the error names it.
    pub fn update(&self) -> io::Result<()> {
        self.update_as_of(SystemTime::now())
    }

    /// Brings all stale files up to date, as if that had been done at a time.
    pub(crate) fn update_as_of(&self, time: SystemTime) -> io::Result<()> {
        if !self.blocked.is_empty() {
            let paths: Vec<_> = self.blocked.iter().map(|path| format!("\n  {}", shown(path))).collect();
            return Err(io::Error::other(format!(
                "nothing is written, because errcat did not write what is there now:{}\n\
                 move it away, or set another `path` in the catalogue's `outputs`",
                paths.concat()
            )));
        }
        // All is written before any of it is put into its place: a full disk leaves what was there before.
        let texts = self.stale.iter().filter_map(|file| Some((&*file.path, file.expected.as_deref()?)));
        let staged = texts.map(|(path, text)| Staged::new(path, text, time)).collect::<io::Result<Vec<_>>>()?;
        staged.into_iter().try_for_each(Staged::commit)?;
        self.stale.iter().filter(|file| file.expected.is_none()).try_for_each(|file| remove(&file.path))
    }
}

/// The folder of a whole crate's sources, if the catalogue wants one.
pub(crate) fn rust_folder(catalogue: &Catalogue, catalogue_path: &Path) -> Option<PathBuf> {
    Some(catalogue_path.parent().unwrap_or(Path::new("")).join(catalogue.rust_path()?))
}

/// Writes a file if its content is another, as if that had been done at a time.
pub(crate) fn write_if_changed(path: &Path, text: &str, time: SystemTime) -> io::Result<()> {
    if read(path)?.as_deref() == Some(text.as_bytes()) {
        return Ok(());
    }
    Staged::new(path, text, time)?.commit()
}

/// The generated Rust files in a folder.
pub(crate) fn generated_files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for path in in_folder(folder)? {
        let is_rust = path.extension().is_some_and(|extension| extension == "rs");
        if is_rust && read(&path)?.is_some_and(|bytes| is_generated(&bytes)) {
            files.push(path);
        }
    }
    Ok(files)
}
