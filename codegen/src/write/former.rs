//! Documents of earlier runs that the catalogue no longer asks for.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};

use super::files::{in_folder, is_leftover, named};
use crate::catalogue::{Catalogue, DocumentFormat};
use crate::render::is_document_of;
use crate::words::Words;

/// Enough to find the mark of a document.
const START: u64 = 1000;

/// The documents that were generated from this catalogue and are no longer among its outputs. They are found in the folders
/// of today's documents and of those without a path, and next to the catalogue.
pub(super) fn documents(catalogue: &Catalogue, base: &Path) -> io::Result<Vec<PathBuf>> {
    let outputs = catalogue.documents().iter().map(|document| &*document.path);
    // One file can have several paths.
    let real = outputs.clone().filter_map(|path| base.join(path).canonicalize().ok()).collect::<BTreeSet<_>>();
    let defaults = DocumentFormat::WORDS.iter().map(|(_, format)| format.default_path());
    let folders = outputs.chain(defaults).filter_map(Path::parent).chain([Path::new("")]);
    let mut former = BTreeSet::new();
    for folder in folders.collect::<BTreeSet<_>>() {
        let folder_path = base.join(folder);
        if folder_path.is_file() {
            continue;
        }
        for path in in_folder(&folder_path)?.into_iter().filter(|path| !is_leftover(path)) {
            let in_base = folder.join(path.file_name().unwrap_or_default());
            let is_output = || path.canonicalize().is_ok_and(|path| real.contains(&path));
            if is_document_of(catalogue, &in_base, &start_of(&path)?) && !is_output() {
                former.insert(path);
            }
        }
    }
    Ok(former.into_iter().collect())
}

/// The first characters of a file; nothing of one that may not be read, which errcat hasn't written.
fn start_of(path: &Path) -> io::Result<String> {
    let mut start = Vec::new();
    match File::open(path).and_then(|file| file.take(START).read_to_end(&mut start)) {
        Err(error) if error.kind() != ErrorKind::PermissionDenied => Err(named(path, &error)),
        _ => Ok(String::from_utf8_lossy(&start).into_owned()),
    }
}
