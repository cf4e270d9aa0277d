//! The two versions of a catalogue: files, or files in revisions of git.

use std::borrow::Cow;
use std::ffi::{OsStr, OsString};
use std::io;
use std::path::{Path, PathBuf};

use errcat::{Catalogue, LoadError, Location};

use super::git::{Repository, Revision};
use crate::input::{is_stdin, read};
use crate::print::{note, shown};

/// One of the versions.
pub struct Side {
    name: OsString,
    origin: Origin,
}

enum Origin {
    File(PathBuf),
    Revision(Revision),
}

const GIT: &str = "git:";

/// The versions that the command line names: `old` and `new`.
pub fn both(old: &OsStr, new: &OsStr) -> io::Result<[Side; 2]> {
    if is_stdin(Path::new(old)) && is_stdin(Path::new(new)) {
        return Err(io::Error::other("standard input can be only one of the two versions"));
    }
    // In a revision it is the file that the other side is.
    let file = [new, old].into_iter().find(|name| revision(name).is_none() && !is_stdin(Path::new(name)));
    let file = Path::new(file.unwrap_or(OsStr::new("errors.yaml")));
    let side = |name: &OsStr| {
        let origin = match revision(name) {
            None => Origin::File(PathBuf::from(name)),
            Some(revision) => Origin::Revision(Repository::of(file)?.revision(&revision)?),
        };
        Ok::<_, io::Error>(Side { name: name.to_owned(), origin })
    };
    Ok([side(old)?, side(new)?])
}

/// What follows `git:`, if a name starts with it.
pub fn revision(name: &OsStr) -> Option<String> {
    name.to_string_lossy().strip_prefix(GIT).map(str::to_owned)
}

impl Side {
    /// Reads and checks the catalogue.
    pub fn load(&self) -> io::Result<Catalogue> {
        let loaded = match &self.origin {
            Origin::File(path) => read(path),
            Origin::Revision(revision) => {
                Catalogue::load_with(revision.path(), |path| revision.read(&path.to_string_lossy()))
            }
        };
        let name = shown(Path::new(&self.name));
        loaded.map_err(|error| match error {
            LoadError::Read(error) => io::Error::new(error.kind(), format!("{name}: {error}")),
            LoadError::Mistakes(mistakes) => {
                // A path there may be one here too.
                match &self.origin {
                    Origin::File(_) => note(&mistakes),
                    Origin::Revision(_) => note(format_args!("in {name}:\n{mistakes}")),
                }
                io::Error::other(format!("{name} can't be compared: the catalogue has mistakes"))
            }
        })
    }

    /// Whether there is no such file.
    pub fn is_missing(&self) -> io::Result<bool> {
        match &self.origin {
            Origin::File(path) => Ok(!is_stdin(path) && !path.try_exists()?),
            Origin::Revision(revision) => revision.has_file().map(|has_file| !has_file),
        }
    }

    /// What the command line calls it.
    pub fn name(&self) -> Cow<'_, str> {
        self.name.to_string_lossy()
    }

    /// A place in this version, for people: of a revision, as git writes it.
    pub fn place(&self, location: &Location) -> String {
        format!("{}:{}:{}", self.path(location), location.line, location.column)
    }

    /// The path of a place in this version.
    pub fn path(&self, location: &Location) -> String {
        let path = shown(Path::new(&*location.path));
        match &self.origin {
            Origin::File(_) => path,
            Origin::Revision(revision) => format!("{}:{path}", revision.name()),
        }
    }
}
