//! One run at a time for a catalogue.

use std::fs::File;
use std::path::Path;

/// Keeps other runs from generating from the same catalogue, until it is dropped.
#[derive(Debug)]
#[must_use]
pub struct Lock {
    _file: Option<File>,
}

/// Waits until no other run generates from the catalogue at this path.
///
/// Taken before the catalogue is read and kept until its outputs are written, it keeps a run that has read an older
/// catalogue from writing its outputs over those of a newer one. Where the file can't be locked, as on some network file
/// systems, there is no waiting.
pub fn lock(catalogue_path: &Path) -> Lock {
    // To open a pipe would wait for somebody to write into it.
    let file = catalogue_path.is_file().then(|| File::open(catalogue_path).ok()).flatten();
    Lock { _file: file.filter(|file| file.lock().is_ok()) }
}
