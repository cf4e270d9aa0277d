//! `outputs.json`, read with a JSON parser and checked against its schema.

use std::fs;

use serde_json::{Value, json};

use crate::catalogues::{everything, json_of, vidu, vidu_table};
use crate::hostile_texts;
use crate::support::{errcat, repository, text};

/// The schema of the documents.
pub fn schema() -> Value {
    let schema = fs::read_to_string(repository().join("codegen/schema/catalogue.schema.json"));
    serde_json::from_str(&schema.expect("the schema is there")).expect("the schema is JSON")
}

/// Forbids members that the schema doesn't describe.
pub fn close(schema: &mut Value) {
    if let Some(object) = schema.as_object_mut() {
        let is_alternative = object.contains_key("oneOf");
        if object.contains_key("properties") && object.contains_key("required") && !is_alternative {
            object.entry("additionalProperties").or_insert(json!(false));
        }
        object.values_mut().for_each(close);
    }
    schema.as_array_mut().into_iter().flatten().for_each(close);
}

#[test]
fn documents_follow_the_schema_and_it_describes_every_member() {
    let mut schema = schema();
    close(&mut schema);
    let schema = jsonschema::validator_for(&schema).expect("the schema is valid");
    let enveloped = vidu().replace("wire: kratos", "wire: {at: \"errors[0]\", code: type, message: message}");
    let by_status = vidu().replace("fallback: Unknown", "fallback: {429: TooManyRequests, else: Unknown}");
    for catalogue in [vidu(), everything(), hostile_texts::catalogue(), enveloped, by_status] {
        let document = json_of(&catalogue);
        let errors: Vec<_> = schema.iter_errors(&document).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{errors:?}");
    }
}

/// The paths to all members that are always there, as far as this document has them.
fn members(value: &Value, path: &str) -> Vec<String> {
    match value {
        Value::Object(members_of) => {
            let paths = members_of.iter().flat_map(|(name, value)| {
                let path = format!("{path}/{name}");
                [vec![path.clone()], members(value, &path)].concat()
            });
            paths.collect()
        }
        Value::Array(items) => items.first().map(|item| members(item, &format!("{path}/0"))).unwrap_or_default(),
        _ => Vec::new(),
    }
}

#[test]
fn the_schema_rejects_a_document_without_one_of_its_members_or_with_a_wrong_one() {
    let schema = jsonschema::validator_for(&schema()).expect("the schema is valid");
    let document = json_of(&everything());
    // The comment is for people, and the names of attributes are the catalogue's.
    let is_free = |path: &str| path == "/$comment" || path.contains("/attributes/") && path.starts_with("/codes");
    let paths: Vec<_> = members(&document, "").into_iter().filter(|path| !is_free(path)).collect();
    assert!(paths.contains(&"/codes/0/message/pieces".to_owned()), "{paths:?}");
    for path in paths {
        let (parent, name) = path.rsplit_once('/').expect("paths start with /");
        let mut less = document.clone();
        less.pointer_mut(parent).and_then(Value::as_object_mut).and_then(|it| it.remove(name)).expect("it is there");
        assert!(!schema.is_valid(&less), "accepted without {path}");
        let mut wrong = document.clone();
        *wrong.pointer_mut(&path).expect("it is there") = json!(1.5);
        assert!(!schema.is_valid(&wrong), "accepted with a wrong {path}");
    }
}

#[test]
fn every_cell_of_the_vendors_table_reads_back() {
    let document = json_of(&vidu());
    let codes = document["codes"].as_array().expect("there are codes");
    let cells = codes.iter().map(|code| [&code["name"], &code["message"]["text"], &code["description"]]);
    let cells: Vec<_> = cells.map(|cells| cells.map(|cell| cell.as_str().unwrap_or_default().to_owned())).collect();
    assert_eq!(cells.len(), 38);
    assert_eq!(cells, vidu_table());
}

#[test]
fn a_message_is_its_text_and_its_pieces() {
    let document = json_of(&everything());
    let message = |code: usize| document["codes"][code]["message"].clone();
    let expected =
        json!({"text": "new: {{.new}} for {{.old}}", "pieces": ["new: ", {"param": "new"}, " for ", {"param": "old"}]});
    assert_eq!(message(1), expected);
    let expected = json!({"text": "{{\"{{\"}}{{.count}}", "pieces": ["{{", {"param": "count"}]});
    assert_eq!(message(4), expected);
}

#[test]
fn what_the_catalogue_leaves_out_is_resolved_or_null() {
    let document = json_of(&everything());
    let expected = json!({
        "name": "Default", "number": 5, "http_status": 400, "grpc": null,
        "message": {"text": "{{\"{{\"}}{{.count}}", "pieces": ["{{", {"param": "count"}]},
        "description": "It has a page and a param of its own.", "help": null, "docs_url": "https://errors.example/default",
        "params": ["flag", "count"], "operations": ["new", "find_new"],
        "attributes": {"new": "new", "retry": "never", "single": "only", "default": "", "weight": -1, "len": 1, "is_new": false},
        "aliases": [], "deprecated": null, "internal": false,
        "rust": {"variant": "Default", "constructor": "default"},
    });
    assert_eq!(document["codes"][4], expected);
    let find_new = json!({
        "name": "find_new", "description": "Finds what is new:\n\n- a list\n", "exhaustive": true,
        "errors": ["NotFound", "Unknown", "Default", "New", "Typed"],
    });
    assert_eq!(document["operations"][1], find_new);
    assert_eq!(document["codes"][0]["docs_url"], "https://errors.example/codes#Unknown");
    assert_eq!(
        document["codes"][3]["deprecated"],
        json!({"since": "1.2.0", "note": "Use Typed.", "replaced_by": "Typed"})
    );
    assert_eq!(document["codes"][2]["grpc"], "DATA_LOSS");
    assert_eq!(document["fallback"], json!({"by_status": [], "else": "Unknown"}));
    let old = json!({"name": "old", "type": "string", "description": null, "sensitive": true});
    assert_eq!(document["params"][1], old);
    let weight = json!({
        "name": "weight", "description": null, "type": "integer", "values": null, "meanings": null, "default": -1
    });
    assert_eq!(document["attributes"][4], weight);
}

#[test]
fn values_have_their_meanings() {
    let document = json_of(&vidu());
    let retry = &document["attributes"][0];
    assert_eq!(
        (&retry["values"][1], &retry["meanings"][1]),
        (&json!("after_fix"), &json!("The request must be changed first."))
    );
    assert_eq!(json_of(&everything())["attributes"][0]["meanings"], json!([null, null, null]));
}

#[test]
fn list_prints_the_same_by_line() {
    for path in ["errors.yaml", "tests/end-to-end/data/everything.yaml"] {
        let output = errcat(&repository(), &["list", "--format", "json", path]);
        let lines = text(&output.stdout).lines().map(|line| serde_json::from_str(line).expect("each line is JSON"));
        let catalogue = fs::read_to_string(repository().join(path)).expect("the catalogue is there");
        assert_eq!(Value::Array(lines.collect()), json_of(&catalogue)["codes"], "{path}");
    }
}
