//! Replacing files atomically: whoever reads a file during a run, or after a killed one, finds either all of the old
//! content or all of the new.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process;
use std::time::SystemTime;

use crate::printable::printable;

/// The suffix of temporary files.
const TEMPORARY: &str = ".errcat-tmp";
/// How often to retry writing a file that another run removed as a leftover.
const ATTEMPTS: usize = 10;

/// The content of a file; `None` if there is no such file.
pub(super) fn read(path: &Path) -> io::Result<Option<Vec<u8>>> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(named(path, &error)),
    }
}

/// New content for a file, written to a temporary file next to it. Dropping it removes the temporary file.
pub(super) struct Staged<'a> {
    path: &'a Path,
    text: &'a str,
    time: SystemTime,
    file: PathBuf,
}

impl<'a> Staged<'a> {
    pub(super) fn new(path: &'a Path, text: &'a str, time: SystemTime) -> io::Result<Self> {
        let folder = path.parent().unwrap_or(Path::new(""));
        fs::create_dir_all(folder).map_err(|error| named(folder, &error))?;
        let staged = Self { path, text, time, file: temporary(path, "new") };
        staged.write().map_err(|error| named(path, &error))?;
        Ok(staged)
    }

    fn write(&self) -> io::Result<()> {
        let mut file = File::create(&self.file)?;
        file.write_all(self.text.as_bytes())?;
        file.set_modified(self.time)
    }

    pub(super) fn path(&self) -> &'a Path {
        self.path
    }

    /// Moves the content into place.
    pub(super) fn commit(self) -> io::Result<()> {
        let mut outcome = fs::rename(&self.file, self.path);
        for _ in 1..ATTEMPTS {
            match &outcome {
                Err(error) if error.kind() == ErrorKind::NotFound => {
                    outcome = self.write().and_then(|()| fs::rename(&self.file, self.path));
                }
                _ => break,
            }
        }
        outcome.map_err(|error| named(self.path, &error))
    }
}

impl Drop for Staged<'_> {
    fn drop(&mut self) {
        // Once in place it is gone from here; if removing it fails, the next run does it.
        let _ = fs::remove_file(&self.file);
    }
}

/// A name for a temporary file next to a file.
pub(super) fn temporary(path: &Path, state: &str) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.{}.{state}{TEMPORARY}", process::id()))
}

/// Removes a file, if it exists.
pub(super) fn remove(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(named(path, &error)),
        _ => Ok(()),
    }
}

/// The files in a folder, in the order of their paths.
pub(super) fn in_folder(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let is_current = folder == Path::new("");
    let entries = match fs::read_dir(if is_current { Path::new(".") } else { folder }) {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(named(folder, &error)),
    };
    let mut files = Vec::new();
    for entry in entries {
        let path = folder.join(entry.map_err(|error| named(folder, &error))?.file_name());
        // Opening a pipe would wait for a writer.
        if path.is_file() {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// Whether a file is left over from a killed run.
pub(super) fn is_leftover(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.starts_with('.') && name.ends_with(TEMPORARY)
}

pub(super) fn named(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", shown(path)))
}

/// A path, made printable in one line.
pub(super) fn shown(path: &Path) -> String {
    printable(&path.display().to_string()).into_owned()
}
