//! Replacing and removing several files: all of them or, if one can't be, none.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::Stale;
use super::files::{Staged, named, remove, temporary};

/// Brings stale files up to date, with this modification time.
pub(super) fn apply(stale: &[Stale], time: SystemTime) -> io::Result<()> {
    // Write everything before moving anything into place: on a full disk the old files stay.
    let changes = stale.iter().map(|file| Change::prepare(file, time)).collect::<io::Result<Vec<_>>>()?;
    let mut kept = Vec::new();
    let outcome = changes.into_iter().try_for_each(|change| {
        kept.push(Kept::new(change.path())?);
        change.make()
    });
    let Err(error) = outcome else { return Ok(()) };
    // The files that are already replaced don't fit the others.
    let lost = kept.into_iter().filter_map(|kept| kept.restore().err());
    let message = lost.fold(error.to_string(), |message, lost| message + "\nnot restored: " + &lost.to_string());
    Err(io::Error::new(error.kind(), message))
}

/// A change to a file.
enum Change<'a> {
    Write(Staged<'a>),
    Remove(&'a Path),
}

impl<'a> Change<'a> {
    fn prepare(file: &'a Stale, time: SystemTime) -> io::Result<Self> {
        match &file.expected {
            Some(text) => Staged::new(&file.path, text, time).map(Self::Write),
            None => Ok(Self::Remove(&file.path)),
        }
    }

    fn path(&self) -> &'a Path {
        match self {
            Self::Write(staged) => staged.path(),
            Self::Remove(path) => path,
        }
    }

    fn make(self) -> io::Result<()> {
        match self {
            Self::Write(staged) => staged.commit(),
            Self::Remove(path) => remove(path),
        }
    }
}

/// The old state of a file, kept in a temporary file next to it until this is dropped.
pub(super) struct Kept<'a> {
    path: &'a Path,
    /// `None` if there was no file.
    file: Option<PathBuf>,
}

impl<'a> Kept<'a> {
    pub(super) fn new(path: &'a Path) -> io::Result<Self> {
        let file = temporary(path, "old");
        // Some file systems have no links.
        let kept = fs::hard_link(path, &file).or_else(|_| fs::copy(path, &file).map(|_| ()));
        let mut this = Self { path, file: Some(file) };
        match kept {
            Ok(()) => {}
            Err(error) if error.kind() == ErrorKind::NotFound => this.file = None,
            Err(error) => return Err(named(path, &error)),
        }
        Ok(this)
    }

    /// Brings the old state back.
    pub(super) fn restore(self) -> io::Result<()> {
        match &self.file {
            Some(file) => fs::rename(file, self.path).map_err(|error| named(self.path, &error)),
            None => remove(self.path),
        }
    }
}

impl Drop for Kept<'_> {
    fn drop(&mut self) {
        // A file that was not changed is still linked; if removing the link fails, the next run does it.
        self.file.iter().for_each(|file| drop(fs::remove_file(file)));
    }
}
