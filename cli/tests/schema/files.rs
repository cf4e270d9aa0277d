//! The catalogues of this repository.

use std::fs;
use std::path::{Path, PathBuf};

/// The valid catalogues below a folder, without those of builds.
pub fn valid_catalogues(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    yaml_files(folder, &mut files);
    files.retain(|file| errcat::Catalogue::load(file).is_ok());
    assert!(files.len() >= 25, "only {} catalogues were found", files.len());
    files
}

fn yaml_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("the folder can be read") {
        let path = entry.expect("the folder can be read").path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if path.is_dir() && !name.starts_with('.') && !["target", "node_modules"].contains(&name) {
            yaml_files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "yaml") {
            found.push(path);
        }
    }
}
