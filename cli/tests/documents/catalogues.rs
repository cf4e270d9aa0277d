//! Catalogues, and their documents.

use std::fs;
use std::path::Path;

use serde_json::Value;
use tempfile::TempDir;

use crate::support::{errcat, repository, text};

/// The catalogue of this repository.
pub fn vidu() -> String {
    fs::read_to_string(repository().join("errors.yaml")).expect("the catalogue is there")
}

/// A catalogue with one of each thing.
pub fn everything() -> String {
    let catalogue = repository().join("tests/end-to-end/data/everything.yaml");
    fs::read_to_string(catalogue).expect("the catalogue is there")
}

/// The rows of the vendor's table: code, message and description.
pub fn vidu_table() -> Vec<[String; 3]> {
    let table = fs::read_to_string(repository().join("tests/end-to-end/data/vidu-errors-table.md"));
    let table = table.expect("the table is there");
    let rows = table.lines().skip_while(|line| !line.starts_with("|---")).skip(1);
    let rows = rows.map_while(|line| line.strip_suffix('|'));
    let cells = rows.map(|row| row.split(" | ").map(|cell| cell.trim().to_owned()).collect::<Vec<_>>());
    cells.map(|cells| cells.try_into().expect("a row has three cells")).collect()
}

/// The catalogue with these outputs instead of its own.
pub fn with_outputs(catalogue: &str, outputs: &str) -> String {
    let is_output = |line: &&str| {
        ["outputs:", "  rust:", "  markdown:", "  html:", "  json:", "  openapi:", "  typescript:"]
            .iter()
            .any(|key| line.starts_with(key))
    };
    let rest: Vec<_> = catalogue.lines().filter(|line| !is_output(line)).collect();
    format!("{}\noutputs: {outputs}\n", rest.join("\n"))
}

/// A folder with a catalogue, for which `errcat generate` was run.
pub fn generated(catalogue: &str) -> TempDir {
    let folder = TempDir::new().expect("a temporary folder can be created");
    fs::write(folder.path().join("errors.yaml"), catalogue).expect("the disk is writable");
    let output = errcat(folder.path(), &["generate"]);
    assert_eq!(output.status.code(), Some(0), "{}{}", text(&output.stdout), text(&output.stderr));
    folder
}

pub fn read(folder: &Path, path: &str) -> String {
    fs::read_to_string(folder.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

pub fn json_of(catalogue: &str) -> Value {
    let folder = generated(&with_outputs(catalogue, "{json: errors.json}"));
    serde_json::from_str(&read(folder.path(), "errors.json")).expect("it is JSON")
}

pub fn openapi_of(catalogue: &str) -> Value {
    let folder = generated(&with_outputs(catalogue, "{openapi: openapi.json}"));
    serde_json::from_str(&read(folder.path(), "openapi.json")).expect("it is JSON")
}

pub fn markdown_of(catalogue: &str) -> String {
    let folder = generated(&with_outputs(catalogue, "{markdown: ERRORS.md}"));
    read(folder.path(), "ERRORS.md")
}

pub fn html_of(catalogue: &str) -> String {
    let folder = generated(&with_outputs(catalogue, "{html: errors.html}"));
    read(folder.path(), "errors.html")
}
