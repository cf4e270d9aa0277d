//! `errcat schema`: what it accepts and rejects, as a validator of JSON Schema judges. `ERRCAT_BLESS=1 cargo test` rewrites
//! the schema in the repository, for a person to review.

#[path = "../support/mod.rs"]
mod support;

mod accepted;
mod committed;
mod files;
mod named;
mod rejected;
mod wrong;

use std::path::Path;

use jsonschema::Validator;
use serde_json::Value;
use support::{errcat, text};

/// What `errcat schema` prints.
fn schema(folder: &Path, arguments: &[&str]) -> Value {
    let output = errcat(folder, &[&["schema"], arguments].concat());
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), ""), "{arguments:?}");
    serde_json::from_str(text(&output.stdout)).expect("the schema is JSON")
}

fn validator(schema: &Value) -> Validator {
    jsonschema::draft7::meta::validate(schema).expect("the schema is valid");
    jsonschema::draft7::new(schema).expect("the schema is valid")
}

fn general() -> Validator {
    validator(&schema(Path::new("."), &[]))
}

/// A catalogue as a validator sees it.
fn json(catalogue: &str) -> Value {
    serde_yaml::from_str(catalogue).unwrap_or_else(|error| panic!("{error}:\n{catalogue}"))
}

/// The places of what is wrong, such as `/codes/A/message`, each once.
fn places(validator: &Validator, catalogue: &str) -> Vec<String> {
    let value = json(catalogue);
    let mut places: Vec<_> = validator.iter_errors(&value).map(|error| error.instance_path().to_string()).collect();
    places.sort();
    places.dedup();
    places
}
