//! Files replaced whole: whoever reads one beside a run, or after one that was killed, finds all of its old content or
//! all of the new.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process;
use std::time::SystemTime;

use crate::printable::printable;

/// What the names of files end in that are not yet in their place.
const STAGED: &str = ".errcat-tmp";
/// How often to write a file again that another run took for a leftover.
const ATTEMPTS: usize = 10;

/// The content of a file; `None` where there is no such file.
pub(super) fn read(path: &Path) -> io::Result<Option<Vec<u8>>> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(named(path, &error)),
    }
}

/// New content for a file, written beside it and not yet in its place. Dropped, it is removed.
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
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let file = folder.join(format!(".{name}.{}{STAGED}", process::id()));
        let staged = Self { path, text, time, file };
        staged.write().map_err(|error| named(path, &error))?;
        Ok(staged)
    }

    fn write(&self) -> io::Result<()> {
        let mut file = File::create(&self.file)?;
        file.write_all(self.text.as_bytes())?;
        file.set_modified(self.time)
    }

    /// Puts the content into its place.
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
        // In its place it is no longer here, and a failure to remove it is mended by the next run.
        let _ = fs::remove_file(&self.file);
    }
}

/// Removes a file, if it is there.
pub(super) fn remove(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(named(path, &error)),
        _ => Ok(()),
    }
}

/// The files in a folder, in the order of their paths.
pub(super) fn in_folder(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(named(folder, &error)),
    };
    let mut files = Vec::new();
    for entry in entries {
        let path = entry.map_err(|error| named(folder, &error))?.path();
        // To open a pipe would wait for somebody to write into it.
        if path.is_file() {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// Whether a file is left over from a run that was killed.
pub(super) fn is_leftover(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.starts_with('.') && name.ends_with(STAGED)
}

pub(super) fn named(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", shown(path)))
}

/// A path as part of a line.
pub(super) fn shown(path: &Path) -> String {
    printable(&path.display().to_string()).into_owned()
}
