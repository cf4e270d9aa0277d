//! The schema of catalogues, as validators and editors read it that are not written in Rust.

#[path = "../../../../cli/tests/schema/files.rs"]
mod files;
#[path = "../../../../cli/tests/schema/wrong.rs"]
mod wrong;

mod editors;
mod validators;

use std::fs;
use std::path::Path;

use end_to_end_tests::Tools;

/// check-jsonschema.
const PYTHON: Tools = Tools::python("schema");
/// Ajv and yaml-language-server.
const NODE: Tools = Tools::node("schema");

fn write(folder: &Path, name: &str, text: &str) {
    fs::write(folder.join(name), text).expect("the disk is writable");
}
