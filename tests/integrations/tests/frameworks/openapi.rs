//! The `OpenAPI` of a handler that answers with the catalogue's errors.

use std::collections::BTreeSet;

use every_vidu_error::every_vidu_error;
use jsonschema::Validator;
use serde_json::{Map, Value, json};
use utoipa::OpenApi;
use vidu_errors::{Error, ErrorCode, ErrorComponents};

use crate::codes;

/// The tasks of the caller.
#[utoipa::path(get, path = "/tasks", responses((status = 200, description = "the tasks", body = [String]), Error))]
async fn tasks() -> Result<String, Error> {
    std::future::ready(Err(Error::task_not_found())).await
}

#[derive(OpenApi)]
#[openapi(paths(tasks), modifiers(&ErrorComponents))]
struct Api;

fn document() -> Value {
    serde_json::to_value(Api::openapi()).expect("the document is JSON")
}

/// The responses of the handler, each in place of the reference to it.
fn responses(document: &Value) -> Map<String, Value> {
    let responses = document["paths"]["/tasks"]["get"]["responses"].as_object().expect("the handler has responses");
    responses.iter().map(|(status, response)| (status.clone(), resolved(document, response).clone())).collect()
}

/// What is meant by a value that may be a reference.
fn resolved<'a>(document: &'a Value, value: &'a Value) -> &'a Value {
    match value["$ref"].as_str() {
        Some(reference) => document.pointer(reference.trim_start_matches('#')).expect("the component is there"),
        None => value,
    }
}

/// The schema of a response's body.
fn validator(document: &Value, response: &Value) -> Validator {
    let schema = &response["content"]["application/json"]["schema"];
    let schema = json!({"components": document["components"], "allOf": [schema]});
    jsonschema::draft202012::new(&schema).expect("it is a schema")
}

/// The names of the codes in a schema.
fn names<'a>(document: &'a Value, schema: &'a Value) -> Vec<&'a str> {
    let schemas = schema["oneOf"].as_array().map_or_else(|| vec![schema], |schemas| schemas.iter().collect());
    let name = |schema| resolved(document, schema)["properties"]["reason"]["const"].as_str();
    schemas.into_iter().map(|schema| name(schema).expect("a schema has the code's name")).collect()
}

#[test]
fn each_status_has_a_response_with_its_codes() {
    let document = document();
    let mut seen: Vec<ErrorCode> = Vec::new();
    for (status, response) in &responses(&document) {
        if status == "200" {
            continue;
        }
        let codes: Vec<_> =
            ErrorCode::ALL.iter().copied().filter(|code| code.http_status().to_string() == *status).collect();
        assert!(!codes.is_empty(), "{status}");
        let description = response["description"].as_str().expect("a response has a description");
        let lines: Vec<_> = codes.iter().map(|code| format!("- `{code}`: {}", code.description())).collect();
        assert_eq!(description.lines().collect::<Vec<_>>(), lines);
        let content = response["content"].as_object().expect("a response has content");
        assert_eq!(content.keys().collect::<Vec<_>>(), ["application/json"]);
        let expected: Vec<_> = codes.iter().map(|code| code.as_str()).collect();
        assert_eq!(names(&document, &content["application/json"]["schema"]), expected);
        seen.extend(codes);
    }
    assert_eq!(seen.iter().collect::<BTreeSet<_>>().len(), ErrorCode::ALL.len());
    assert_eq!(seen.len(), ErrorCode::ALL.len());
}

#[test]
fn examples_are_bodies_of_the_codes() {
    let document = document();
    let mut count = 0;
    for (status, response) in responses(&document).iter().filter(|(status, _)| *status != "200") {
        let validator = validator(&document, response);
        let examples = response["content"]["application/json"]["examples"].as_object().expect("there are examples");
        for (name, example) in examples {
            let value = &resolved(&document, example)["value"];
            validator.validate(value).unwrap_or_else(|error| panic!("{name}: {error}"));
            assert_eq!((value["reason"].as_str(), &value["code"].to_string()), (Some(&**name), status));
            count += 1;
        }
    }
    assert_eq!(count, ErrorCode::ALL.len());
}

#[test]
fn examples_are_what_the_server_sends() {
    let document = document();
    let errors = every_vidu_error!(Error, ["one", "two"]);
    assert_eq!(errors.len(), ErrorCode::ALL.len());
    for error in errors {
        let name = error.reason().to_owned();
        let (parts, body) = http::Response::<Vec<u8>>::from(error).into_parts();
        let responses = responses(&document);
        let response = &responses[parts.status.as_str()];
        let content = &response["content"][parts.headers["content-type"].to_str().expect("it is text")];
        let body: Value = serde_json::from_slice(&body).expect("the body is JSON");
        assert_eq!(resolved(&document, &content["examples"][&name])["value"], body);
    }
}

#[test]
fn a_body_matches_only_the_schema_of_its_status() {
    let document = document();
    for error in codes::errors() {
        let body = serde_json::to_value(&error).expect("the body is JSON");
        for (status, response) in responses(&document).iter().filter(|(status, _)| *status != "200") {
            let is_own = *status == error.http_status().to_string();
            assert_eq!(validator(&document, response).is_valid(&body), is_own, "{status}: {body}");
        }
    }
}

#[test]
fn schemas_reject_other_bodies() {
    let document = document();
    let validator = validator(&document, &responses(&document)["404"]);
    let body = json!({"code": 404, "reason": "TaskNotFound", "message": "task not found", "metadata": {}});
    assert!(validator.is_valid(&body));
    for member in ["code", "reason", "message", "metadata"] {
        let mut without = body.clone();
        without.as_object_mut().expect("it is an object").remove(member);
        assert!(!validator.is_valid(&without), "{without}");
        let mut with_other = body.clone();
        with_other[member] = json!(["another type"]);
        assert!(!validator.is_valid(&with_other), "{with_other}");
    }
}

#[test]
fn a_handler_fails_with_the_error_itself() {
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime can be created");
    let error = runtime.block_on(tasks()).expect_err("it fails");
    assert_eq!(error.code(), ErrorCode::TaskNotFound);
}
