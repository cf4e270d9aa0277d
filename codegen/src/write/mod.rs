//! Comparing artifacts with the disk and updating it: the only module that writes.
//!
//! A file without the generator's mark is never overwritten or removed.

mod files;
#[cfg(feature = "documents")]
mod former;
mod lock;
mod permission;
mod transaction;

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

pub use lock::{Lock, lock};
pub(crate) use permission::is_worked_on;

use crate::catalogue::Catalogue;
use crate::render::{Artifact, is_generated, outputs};
use files::{Staged, in_folder, is_leftover, read, shown};

/// The difference between a catalogue's outputs and the disk.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Comparison {
    /// The files to write or remove, in the order of their paths.
    pub stale: Vec<Stale>,
    /// Files in an output's place that errcat didn't write. As long as there is one, nothing is written.
    pub blocked: Vec<PathBuf>,
    /// Rust files among the generated ones that errcat didn't write. They are left alone.
    pub foreign: Vec<PathBuf>,
}

/// A file that differs from the catalogue's output.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Stale {
    /// The path of the file.
    pub path: PathBuf,
    /// Its content, with � for bytes that aren't UTF-8; `None` if there is no such file.
    pub found: Option<String>,
    /// What its content should be; `None` for a generated file that is no longer an output.
    pub expected: Option<String>,
}

/// Compares a catalogue's outputs with what is on disk. Nothing is written.
///
/// `catalogue_path` is the catalogue's file; the paths of outputs are relative to its folder. If no output has a path,
/// nothing is stale.
///
/// # Errors
///
/// An output is outside the repository and the catalogue doesn't allow that, or a file exists and can't be read. The
/// error names it.
pub fn compare(catalogue: &Catalogue, catalogue_path: &Path) -> io::Result<Comparison> {
    let base = catalogue_path.parent().unwrap_or(Path::new(""));
    let artifacts: Vec<_> = outputs(catalogue)
        .into_iter()
        .map(|artifact| Artifact { path: base.join(&artifact.path), ..artifact })
        .collect();
    if !catalogue.outputs.outside {
        let repository = permission::repository(base)?;
        artifacts.iter().try_for_each(|artifact| permission::refuse_outside(&artifact.path, &repository))?;
    }
    let paths: BTreeSet<_> = artifacts.iter().map(|artifact| artifact.path.clone()).collect();
    let mut comparison = Comparison::default();
    for artifact in artifacts {
        comparison.add_output(artifact)?;
    }
    let rust_folder = rust_folder(catalogue, catalogue_path);
    let folders: BTreeSet<_> = paths.iter().filter_map(|path| path.parent()).collect();
    for folder in folders {
        for path in in_folder(folder)? {
            if is_leftover(&path) {
                let found = read(&path)?;
                comparison.add_stale(path, found, None);
            } else if is_rust(&path) && rust_folder.as_deref() == Some(folder) && !paths.contains(&path) {
                match read(&path)? {
                    Some(bytes) if is_generated(&bytes) => comparison.add_stale(path, Some(bytes), None),
                    _ => comparison.foreign.push(path),
                }
            }
        }
    }
    #[cfg(feature = "documents")]
    for path in former::documents(catalogue, base)? {
        let found = read(&path)?;
        comparison.add_stale(path, found, None);
    }
    comparison.stale.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(comparison)
}

impl Comparison {
    fn add_output(&mut self, Artifact { path, text }: Artifact) -> io::Result<()> {
        let found = read(&path)?;
        let text = with_line_ends_of(found.as_deref().unwrap_or_default(), text);
        match found {
            Some(bytes) if bytes == text.as_bytes() => {}
            Some(bytes) if !is_generated(&bytes) => self.blocked.push(path),
            found => self.add_stale(path, found, Some(text)),
        }
        Ok(())
    }

    fn add_stale(&mut self, path: PathBuf, found: Option<Vec<u8>>, expected: Option<String>) {
        let found = found.map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
        self.stale.push(Stale { path, found, expected });
    }

    /// Brings all stale files up to date.
    ///
    /// # Errors
    ///
    /// A file is blocked: then nothing is written, and the error names all blocked files. Or a file can't be written or
    /// removed: the error names it.
    pub fn update(&self) -> io::Result<()> {
        self.update_as_of(SystemTime::now())
    }

    /// Brings all stale files up to date, with this modification time.
    pub(crate) fn update_as_of(&self, time: SystemTime) -> io::Result<()> {
        if !self.blocked.is_empty() {
            let paths: Vec<_> = self.blocked.iter().map(|path| format!("\n  {}", shown(path))).collect();
            return Err(io::Error::other(format!(
                "nothing is written, because errcat did not write these files:{}\n\
                 move them away, or set another `path` in the catalogue's `outputs`",
                paths.concat()
            )));
        }
        transaction::apply(&self.stale, time)
    }
}

/// The text with the line ends of a file, which git may have converted to those of Windows.
fn with_line_ends_of(file: &[u8], text: String) -> String {
    let first = file.iter().position(|byte| *byte == b'\n').unwrap_or_default();
    if file[..first].ends_with(b"\r") { text.replace('\n', "\r\n") } else { text }
}

/// The folder for the sources of a whole crate, if the catalogue sets one.
pub(crate) fn rust_folder(catalogue: &Catalogue, catalogue_path: &Path) -> Option<PathBuf> {
    Some(catalogue_path.parent().unwrap_or(Path::new("")).join(catalogue.rust_path()?))
}

/// Writes a file if its content differs, with this modification time.
pub(crate) fn write_if_changed(path: &Path, text: &str, time: SystemTime) -> io::Result<()> {
    if read(path)?.as_deref() == Some(text.as_bytes()) {
        return Ok(());
    }
    Staged::new(path, text, time)?.commit()
}

fn is_rust(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "rs")
}

/// The generated Rust files in a folder.
pub(crate) fn generated_files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for path in in_folder(folder)? {
        if is_rust(&path) && read(&path)?.is_some_and(|bytes| is_generated(&bytes)) {
            files.push(path);
        }
    }
    Ok(files)
}
