//! Running the real binary.

#![allow(dead_code, reason = "each test uses a part of it")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::SystemTime;

use tempfile::TempDir;

pub fn errcat(folder: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_errcat")).args(args).current_dir(folder).output().expect("errcat starts")
}

pub fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("errcat prints UTF-8")
}

pub fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// A folder with a copy of this repository's catalogue.
pub fn catalogue() -> TempDir {
    let folder = TempDir::new().expect("a temporary folder can be created");
    fs::copy(repository().join("errors.yaml"), folder.path().join("errors.yaml")).expect("the catalogue is there");
    folder
}

/// Two versions of this repository's catalogue; the second needs fewer files.
pub fn two_catalogues() -> [String; 2] {
    let catalogue = fs::read_to_string(repository().join("errors.yaml")).expect("the catalogue is there");
    let less =
        catalogue.replace(", http-body, axum, actix-web, tonic, utoipa]", "]").replace("bad request", "worse request");
    let less = less.replace("  markdown: generated/ERRORS.md\n", "").replace("  markdown: generated/ERRORS.md\r\n", "");
    assert!(!less.contains("axum") && !less.contains("markdown") && catalogue.contains("markdown"));
    [catalogue, less]
}

/// Each file under a folder, with its content and modification time.
pub fn files(folder: &Path) -> BTreeMap<PathBuf, (Vec<u8>, SystemTime)> {
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.expect("the folder can be read").path();
        if path.is_dir() {
            files.extend(self::files(&path));
        } else {
            let changed = path.metadata().and_then(|metadata| metadata.modified()).expect("files have times");
            files.insert(path.clone(), (fs::read(&path).expect("the file can be read"), changed));
        }
    }
    files
}

/// The content of each file under a folder, by its path in the folder.
pub fn contents(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let files = files(folder).into_iter().map(|(path, (content, _))| {
        (path.strip_prefix(folder).expect("the file is in the folder").to_owned(), content)
    });
    files.collect()
}

/// How often a test tries what depends on chance: `ROUNDS`, if that is set.
pub fn rounds(otherwise: usize) -> usize {
    std::env::var("ROUNDS").map_or(otherwise, |rounds| rounds.parse().expect("ROUNDS is a number"))
}
