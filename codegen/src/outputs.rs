//! The files that are written for a catalogue, beside what is on disk: the only place that writes.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::catalogue::Catalogue;
use crate::render::{CRATE_HEADER, render_crate};

/// A file that is not what the catalogue makes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stale {
    /// The file.
    pub path: PathBuf,
    /// What is in it; `None` where there is no such file.
    pub found: Option<String>,
    /// What should be in it; `None` for a file of an earlier generation that has no successor.
    pub expected: Option<String>,
}

/// The stale files of a catalogue's `outputs`, in the order of their paths. Nothing is written.
///
/// `catalogue_path` is the catalogue's file, which the paths of its outputs start from. Without an output with a path
/// nothing is stale.
///
/// # Errors
///
/// A file is there and can't be read. The error names it.
pub fn stale(catalogue: &Catalogue, catalogue_path: &Path) -> io::Result<Vec<Stale>> {
    let Some(folder) = rust_folder(catalogue, catalogue_path) else { return Ok(Vec::new()) };
    let files = render_crate(catalogue).into_iter().map(|(name, text)| (folder.join(name), text));
    let files: Vec<_> = files.collect();
    let mut stale = Vec::new();
    for path in generated_files(&folder)? {
        if files.iter().all(|(file, _)| *file != path) {
            stale.push(Stale { found: read(&path)?, path, expected: None });
        }
    }
    for (path, text) in files {
        let found = read(&path)?;
        if found.as_ref() != Some(&text) {
            stale.push(Stale { path, found, expected: Some(text) });
        }
    }
    stale.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(stale)
}

/// The folder of a whole crate's sources, if the catalogue wants one.
pub(crate) fn rust_folder(catalogue: &Catalogue, catalogue_path: &Path) -> Option<PathBuf> {
    Some(catalogue_path.parent().unwrap_or(Path::new("")).join(catalogue.rust_path()?))
}

impl Stale {
    /// Brings the file up to date: all at once, so that nobody reads half of it.
    ///
    /// # Errors
    ///
    /// The file can't be written or removed. The error names it.
    pub fn update(&self) -> io::Result<()> {
        self.update_as_of(SystemTime::now())
    }

    /// Brings the file up to date, as if that had been done at a time.
    pub(crate) fn update_as_of(&self, time: SystemTime) -> io::Result<()> {
        let updated = match &self.expected {
            Some(text) => replace(&self.path, text, time),
            None => fs::remove_file(&self.path),
        };
        updated.map_err(|error| named(&self.path, &error))
    }
}

/// Writes a file if its content is another.
pub(crate) fn write_if_changed(path: &Path, text: &str) -> io::Result<()> {
    if read(path)?.as_deref() == Some(text) {
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
        // What failed is told; a leftover beside it is not worth a second error.
        let _ = fs::remove_file(&temporary);
    }
    written
}

fn read(path: &Path) -> io::Result<Option<String>> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(String::from_utf8_lossy(&bytes).into_owned())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(named(path, &error)),
    }
}

/// The Rust files in a folder that carry the generator's header.
pub(crate) fn generated_files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(named(folder, &error)),
    };
    let mut files = Vec::new();
    for entry in entries {
        let path = entry.map_err(|error| named(folder, &error))?.path();
        let is_rust = path.extension().is_some_and(|extension| extension == "rs");
        if is_rust && read(&path)?.is_some_and(|text| text.starts_with(CRATE_HEADER)) {
            files.push(path);
        }
    }
    Ok(files)
}

fn named(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}
