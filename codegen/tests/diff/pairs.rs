//! The pairs of catalogues in `pairs/`.

use std::fs;
use std::path::{Path, PathBuf};

use errcat::Catalogue;

/// Two versions of a catalogue.
pub struct Pair {
    pub name: String,
    pub old: Catalogue,
    pub new: Catalogue,
}

/// All pairs, in the order of their names: each is a file with both versions.
pub fn all() -> Vec<Pair> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diff/pairs");
    let mut paths: Vec<_> =
        fs::read_dir(folder).expect("the folder is there").map(|entry| entry.expect("it can be read").path()).collect();
    paths.sort();
    paths.iter().map(|path| read(path)).collect()
}

fn read(path: &Path) -> Pair {
    let text = fs::read_to_string(path).expect("the pair can be read");
    let (old, new) = text.split_once("\n---\n").unwrap_or_else(|| panic!("{}: two versions", path.display()));
    let parse = |text: &str| {
        Catalogue::parse("errors.yaml", text.as_bytes())
            .unwrap_or_else(|mistakes| panic!("{}: {mistakes}", path.display()))
    };
    let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    Pair { name, old: parse(old), new: parse(new) }
}

/// Each YAML file under a folder that is not the output of a build.
pub fn catalogues_in(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.expect("the folder can be read").path();
        if path.is_dir() && !path.ends_with("target") && !path.ends_with("node_modules") && !path.ends_with(".git") {
            found.extend(catalogues_in(&path));
        } else if path.extension().is_some_and(|extension| extension == "yaml") {
            found.push(path);
        }
    }
    found
}
