//! A lock that allows one run at a time for the catalogues in a folder.

use std::fs::File;
use std::path::Path;

/// Keeps other runs from generating from the catalogues in a folder until it is dropped.
#[derive(Debug)]
#[must_use]
pub struct Lock {
    _folder: Option<File>,
}

/// Waits until no other run is generating from the catalogue at this path or from another one in its folder.
///
/// Hold it from before the catalogue is read until its outputs are written; then a run that has read an older catalogue
/// can't overwrite the outputs of a newer one. If the folder can't be locked, as on Windows and some network file
/// systems, this returns at once.
pub fn lock(catalogue_path: &Path) -> Lock {
    // The folder and not the file, since editors replace the file.
    let folder = match catalogue_path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    };
    Lock { _folder: File::open(folder).ok().filter(|folder| folder.lock().is_ok()) }
}
