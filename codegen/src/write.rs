//! Artifacts against the disk: the only module that writes.
//!
//! A file that doesn't carry the mark of the generator is never written over and never removed.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::catalogue::Catalogue;
use crate::printable::printable;
use crate::render::{Artifact, is_generated, outputs};

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
/// A file is there and can't be read. The error names it.
pub fn compare(catalogue: &Catalogue, catalogue_path: &Path) -> io::Result<Comparison> {
    let base = catalogue_path.parent().unwrap_or(Path::new(""));
    let mut comparison = Comparison::default();
    let artifacts = outputs(catalogue);
    for Artifact { path, text } in &artifacts {
        let path = base.join(path);
        match read(&path)? {
            Some(bytes) if bytes == text.as_bytes() => {}
            Some(bytes) if !is_generated(&bytes) => comparison.blocked.push(path),
            found => {
                let found = found.map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
                comparison.stale.push(Stale { path, found, expected: Some(text.clone()) });
            }
        }
    }
    if let Some(folder) = rust_folder(catalogue, catalogue_path) {
        for path in rust_files(&folder)? {
            if artifacts.iter().any(|artifact| base.join(&artifact.path) == path) {
                continue;
            }
            match read(&path)? {
                Some(bytes) if is_generated(&bytes) => {
                    let found = Some(String::from_utf8_lossy(&bytes).into_owned());
                    comparison.stale.push(Stale { path, found, expected: None });
                }
                _ => comparison.foreign.push(path),
            }
        }
    }
    comparison.stale.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(comparison)
}

impl Comparison {
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
        self.stale.iter().try_for_each(|file| file.update_as_of(time))
    }
}

impl Stale {
    /// All at once, so that nobody reads half of it.
    fn update_as_of(&self, time: SystemTime) -> io::Result<()> {
        let updated = match &self.expected {
            Some(text) => replace(&self.path, text, time),
            None => fs::remove_file(&self.path),
        };
        updated.map_err(|error| named(&self.path, &error))
    }
}

/// The folder of a whole crate's sources, if the catalogue wants one.
pub(crate) fn rust_folder(catalogue: &Catalogue, catalogue_path: &Path) -> Option<PathBuf> {
    Some(catalogue_path.parent().unwrap_or(Path::new("")).join(catalogue.rust_path()?))
}

/// Writes a file if its content is another.
pub(crate) fn write_if_changed(path: &Path, text: &str) -> io::Result<()> {
    if read(path)?.as_deref() == Some(text.as_bytes()) {
        return Ok(());
    }
    replace(path, text, SystemTime::now()).map_err(|error| named(path, &error))
}

/// Through a temporary file beside it, since another build may read or write it at the same time.
fn replace(path: &Path, text: &str, time: SystemTime) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new(""));
    fs::create_dir_all(folder)?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let temporary = folder.join(format!(".{name}.{}", std::process::id()));
    let written = File::create(&temporary)
        .and_then(|mut file| file.write_all(text.as_bytes()).and_then(|()| file.set_modified(time)))
        .and_then(|()| fs::rename(&temporary, path));
    if written.is_err() {
        // The failure is reported; a leftover beside it is not worth a second error.
        let _ = fs::remove_file(&temporary);
    }
    written
}

fn read(path: &Path) -> io::Result<Option<Vec<u8>>> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(named(path, &error)),
    }
}

/// The generated Rust files in a folder.
pub(crate) fn generated_files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for path in rust_files(folder)? {
        if read(&path)?.is_some_and(|bytes| is_generated(&bytes)) {
            files.push(path);
        }
    }
    Ok(files)
}

/// The Rust files in a folder, in the order of their paths.
fn rust_files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(named(folder, &error)),
    };
    let mut files = Vec::new();
    for entry in entries {
        let path = entry.map_err(|error| named(folder, &error))?.path();
        if path.extension().is_some_and(|extension| extension == "rs") && path.is_file() {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

fn named(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", shown(path)))
}

/// A path as part of a line.
fn shown(path: &Path) -> String {
    printable(&path.display().to_string()).into_owned()
}
