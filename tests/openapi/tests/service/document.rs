//! Reading an `OpenAPI` document.

use jsonschema::Validator;
use serde_json::{Value, json};
use utoipa::OpenApi;

pub(crate) fn document<Api: OpenApi>() -> Value {
    serde_json::to_value(Api::openapi()).expect("the document is JSON")
}

/// What is meant by a value that may be a reference.
pub(crate) fn resolved<'a>(document: &'a Value, value: &'a Value) -> &'a Value {
    match value["$ref"].as_str() {
        Some(reference) => document.pointer(reference.trim_start_matches('#')).expect("the component is there"),
        None => value,
    }
}

/// The responses of an endpoint, each with its status.
pub(crate) fn responses<'a>(document: &'a Value, path: &str) -> Vec<(&'a str, &'a Value)> {
    let responses = document["paths"][path]["get"]["responses"].as_object().expect("the endpoint is there");
    responses.iter().map(|(status, response)| (&**status, resolved(document, response))).collect()
}

pub(crate) fn response<'a>(document: &'a Value, path: &str, status: &str) -> &'a Value {
    let mut responses = responses(document, path).into_iter();
    responses.find(|(other, _)| *other == status).unwrap_or_else(|| panic!("{path} has no {status}")).1
}

/// The content of a response that has one type of it.
pub(crate) fn content(response: &Value) -> &Value {
    let content = response["content"].as_object().expect("the response has content");
    assert_eq!(content.len(), 1, "{response}");
    content.values().next().expect("there is one")
}

/// A schema of the document.
pub(crate) fn validator(document: &Value, schema: &Value) -> Validator {
    let root = json!({"components": document["components"], "allOf": [schema]});
    jsonschema::draft202012::new(&root).expect("it is a schema")
}
