use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::support::{errcat, repository, text};
use crate::{schema, validator};

#[test]
fn the_schema_in_the_repository_is_the_one_that_errcat_prints() {
    let output = errcat(Path::new("."), &["schema"]);
    let (path, printed) = (repository().join("codegen/schema/errors.schema.json"), text(&output.stdout));
    if std::env::var_os("ERRCAT_BLESS").is_some() {
        fs::write(&path, printed).expect("the file can be written");
    }
    let committed = fs::read_to_string(&path).unwrap_or_default().replace('\r', "");
    assert_eq!(printed, committed, "review the change, then run with ERRCAT_BLESS=1");
}

/// All schemas in this one that have an example.
fn with_examples<'s>(schema: &'s Value, found: &mut Vec<&'s Value>) {
    if schema.get("examples").is_some_and(Value::is_array) {
        found.push(schema);
    }
    match schema {
        Value::Object(members) => members.values().for_each(|member| with_examples(member, found)),
        Value::Array(elements) => elements.iter().for_each(|element| with_examples(element, found)),
        _ => {}
    }
}

#[test]
fn each_key_has_a_description_and_an_example_that_the_schema_accepts() {
    let schema = schema(Path::new("."), &[]);
    let mut keys = Vec::new();
    with_examples(&schema, &mut keys);
    let is_part = |what: &str| what == "an included file";
    assert_eq!(keys.len(), errcat::format_keys().filter(|(what, _)| !is_part(what)).count());
    for key in keys {
        assert!(key["description"].as_str().is_some_and(|text| text.ends_with('.')), "{key}");
        // In draft 7 nothing beside a `$ref` counts.
        let mut alone = key.clone();
        alone["definitions"] = schema["definitions"].clone();
        if let Some(reference) = alone.as_object_mut().and_then(|key| key.remove("$ref")) {
            alone["allOf"] = serde_json::json!([{ "$ref": reference }]);
        }
        let example = &key["examples"][0];
        let errors: Vec<_> = validator(&alone).iter_errors(example).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{example}: {errors:?}");
    }
}
