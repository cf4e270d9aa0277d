use std::fs;
use std::path::{Path, PathBuf};

use random_catalogues::{Catalogue, Choices, Taste};

use serde_json::Value;

use crate::support::repository;
use crate::{general, json, places};

/// The YAML files below a folder, without those of builds.
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

#[test]
fn every_valid_catalogue_of_this_repository() {
    let mut files = Vec::new();
    yaml_files(&repository(), &mut files);
    let (schema, mut accepted) = (general(), 0);
    for file in files.iter().filter(|file| errcat::Catalogue::load(file).is_ok()) {
        let catalogue = fs::read_to_string(file).expect("it is a text");
        assert_eq!(places(&schema, &catalogue), [""; 0], "{}", file.display());
        accepted += 1;
    }
    assert!(accepted >= 25, "only {accepted} catalogues were found");
}

#[test]
fn random_catalogues() {
    let (schema, mut accepted) = (general(), 0);
    for seed in 0..200 {
        let catalogue = Catalogue::random(&mut Choices::of_seed(seed), Taste::Odd).catalogue.yaml();
        // JSON can't hold a name such as `1e999`, which YAML reads as a number.
        if serde_yaml::from_str::<Value>(&catalogue).is_ok() {
            assert_eq!(places(&schema, &catalogue), [""; 0], "{seed}:\n{catalogue}");
            accepted += 1;
        }
    }
    assert!(accepted > 150, "only {accepted} catalogues are JSON");
}

#[test]
fn included_files() {
    let part = "errcat: 1\nparams: {left: unsigned}\ncodes: {A: {http_status: 400, message: a}}\n";
    assert!(general().is_valid(&json(part)));
}
