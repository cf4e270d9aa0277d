//! What the tools of others say about the documents, and a client in TypeScript that is generated from one.

use std::fs;
use std::path::Path;

use peers::Language::{self, Node, Python};
use serde_json::{Value, json};

use crate::document::document;
use crate::services::{envelope, everything, kratos, problem};

/// A file with the document in a folder of its own.
fn file(folder: &str, document: &Value) -> String {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(folder);
    fs::create_dir_all(&folder).expect("the folder can be made");
    let path = folder.join("openapi.json");
    fs::write(&path, document.to_string()).expect("the file can be written");
    path.to_str().expect("the path is text").to_owned()
}

/// What a program finds in these documents, if its language is installed.
fn found(language: Language, program: &str, documents: &[(&str, Value)]) -> Option<Vec<Value>> {
    let files: Vec<_> = documents.iter().map(|(name, it)| file(&format!("{program}-{name}"), it)).collect();
    Some(language.start(program, &files)?.into_values())
}

fn documents() -> [(&'static str, Value); 6] {
    [
        ("kratos", document::<kratos::Shop>()),
        ("problem", document::<problem::Shop>()),
        ("envelope", document::<envelope::Shop>()),
        ("everything", document::<everything::Shop>()),
        ("merged", document::<crate::merged::Api>()),
        ("unmodified", document::<kratos::Unmodified>()),
    ]
}

#[test]
fn the_documents_are_valid() {
    if let Some(found) = found(Python, "openapi_validator.py", &documents()) {
        assert!(found.is_empty(), "{found:#?}");
    }
}

#[test]
fn the_validator_finds_a_wrong_schema() {
    let mut wrong = document::<kratos::Shop>();
    wrong["components"]["schemas"]["OutOfStockError"]["type"] = json!("objekt");
    if let Some(found) = found(Python, "openapi_validator.py", &[("wrong", wrong)]) {
        assert!(!found.is_empty());
    }
}

#[test]
fn a_linter_has_nothing_to_say_about_the_errors() {
    let [kratos, problem, envelope, everything, ..] = documents();
    if let Some(found) = found(Node, "openapi_linter.js", &[kratos, problem, envelope, everything]) {
        assert!(found.is_empty(), "{found:#?}");
    }
}

#[test]
fn a_linter_finds_what_is_not_referred_to() {
    let mut document = document::<kratos::Shop>();
    document["components"]["schemas"]["Unused"] = json!({"type": "string"});
    if let Some(found) = found(Node, "openapi_linter.js", &[("unused", document)]) {
        assert_eq!(found.iter().map(|it| &it["rule"]).collect::<Vec<_>>(), ["no-unused-components"]);
    }
}

/// What the compiler says about a client whose types are generated from the document.
fn compiled(client: &str) -> Option<Vec<Value>> {
    let document = file(&format!("client-{client}"), &document::<kratos::Shop>());
    let source = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/service/client");
    Some(Node.start("openapi_client.js", &[document, format!("{source}/{client}")])?.into_values())
}

#[test]
fn a_client_in_typescript_narrows_an_error_by_its_reason_and_has_its_params() {
    if let Some(found) = compiled("narrows.ts") {
        assert!(found.is_empty(), "{found:#?}");
    }
}

#[test]
fn a_client_in_typescript_that_confuses_codes_does_not_compile() {
    if let Some(found) = compiled("confuses.ts") {
        assert_eq!(found.iter().map(|it| &it["line"]).collect::<Vec<_>>(), [8, 11], "{found:#?}");
    }
}
