//! One run at a time for the catalogues of a folder.

use std::fs::File;
use std::path::Path;

/// Keeps other runs from generating from the catalogues in a folder, until it is dropped.
#[derive(Debug)]
#[must_use]
pub struct Lock {
    _folder: Option<File>,
}

/// Waits until no other run generates from the catalogue at this path, or from another in its folder.
///
/// Taken before the catalogue is read and kept until its outputs are written, it keeps a run that has read an older
/// catalogue from writing its outputs over those of a newer one. Where a folder can't be locked, as on Windows and on some
/// network file systems, there is no waiting.
pub fn lock(catalogue_path: &Path) -> Lock {
    // The folder rather than the file, since an editor replaces the file by another.
    let folder = match catalogue_path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    };
    Lock { _folder: File::open(folder).ok().filter(|folder| folder.lock().is_ok()) }
}
