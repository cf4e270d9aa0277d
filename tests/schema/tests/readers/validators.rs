use std::path::{Path, PathBuf};

use end_to_end_tests::repository;
use errcat::render_schema;
use random_catalogues::{Catalogue, Choices, Taste};
use serde_json::Value;
use tempfile::TempDir;

use crate::files::valid_catalogues;
use crate::wrong::{WRONG, catalogue};
use crate::{NODE, PYTHON, write};

/// The places of what a validator rejects in each file, such as `/codes/A/message`.
type Validator = fn(&Path, &[&str]) -> Vec<Vec<String>>;

const SCHEMA: &str = "errors.schema.json";

fn ajv(folder: &Path, files: &[&str]) -> Vec<Vec<String>> {
    let printed = NODE.succeed("validate.js", folder, &[&[SCHEMA], files].concat());
    printed.lines().map(|line| serde_json::from_str(line).expect("a line of JSON")).collect()
}

fn check_jsonschema(folder: &Path, files: &[&str]) -> Vec<Vec<String>> {
    let options = ["--output-format", "json", "--no-cache", "--schemafile", SCHEMA];
    let output = PYTHON.run("check-jsonschema", folder, &[&options[..], files].concat());
    let found: Value = serde_json::from_slice(&output.stdout).expect("it prints JSON");
    let errors = found["errors"].as_array().expect("it has a list of errors");
    assert_eq!(output.status.success(), errors.is_empty(), "{found}");
    let places = |file: &&str| {
        let of_file = errors.iter().filter(|error| error["filename"] == *file);
        of_file.map(|error| pointer(error["path"].as_str().expect("an error has a place"))).collect()
    };
    files.iter().map(places).collect()
}

/// `$.codes.'A-B'.params[0]` as `/codes/A-B/params/0`.
fn pointer(path: &str) -> String {
    path.trim_start_matches('$').replace(['.', '['], "/").replace(['\'', ']'], "")
}

/// A folder with the schema.
fn folder() -> TempDir {
    let folder = TempDir::new().expect("a temporary folder can be created");
    write(folder.path(), SCHEMA, &render_schema(None));
    folder
}

fn accepts_every_valid_catalogue(validator: Validator) {
    let folder = folder();
    let mut files = valid_catalogues(&repository());
    for seed in 0..200 {
        let name = format!("{seed}.yaml");
        // Odd names, such as null, are no strings for some validators.
        write(folder.path(), &name, &Catalogue::random(&mut Choices::of_seed(seed), Taste::Clean).catalogue.yaml());
        files.push(PathBuf::from(name));
    }
    let files: Vec<_> = files.iter().map(|path| path.to_str().expect("the path is UTF-8")).collect();
    let found = validator(folder.path(), &files);
    assert_eq!(found.len(), files.len());
    for (file, places) in files.iter().zip(found) {
        assert!(places.is_empty(), "{file}: {places:?}");
    }
}

fn rejects_each_mistake_at_its_place(validator: Validator) {
    let folder = folder();
    let files: Vec<_> = (0..WRONG.len()).map(|at| format!("{at}.yaml")).collect();
    for (file, (line, _)) in files.iter().zip(WRONG) {
        write(folder.path(), file, &catalogue(line));
    }
    let files: Vec<_> = files.iter().map(String::as_str).collect();
    let found = validator(folder.path(), &files);
    assert_eq!(found.len(), files.len());
    for ((line, place), places) in WRONG.iter().zip(found) {
        assert!(places.iter().any(|found| found == place), "{line}: {places:?}");
    }
}

#[test]
fn ajv_accepts_every_valid_catalogue() {
    if NODE.are_there("the schema with Ajv") {
        accepts_every_valid_catalogue(ajv);
    }
}

#[test]
fn ajv_rejects_each_mistake_at_its_place() {
    if NODE.are_there("mistakes with Ajv") {
        rejects_each_mistake_at_its_place(ajv);
    }
}

#[test]
fn check_jsonschema_accepts_every_valid_catalogue() {
    if PYTHON.are_there("the schema with check-jsonschema") {
        accepts_every_valid_catalogue(check_jsonschema);
    }
}

#[test]
fn check_jsonschema_rejects_each_mistake_at_its_place() {
    if PYTHON.are_there("mistakes with check-jsonschema") {
        rejects_each_mistake_at_its_place(check_jsonschema);
    }
}
