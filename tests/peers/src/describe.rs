//! What an error says, as JSON to compare.

use serde_json::{Map, Value as Json, json};

use crate::errors::{Error, Value};

/// Everything that an error says about itself, without what it doesn't have.
#[must_use]
pub fn describe(error: &Error) -> Json {
    let mut told = Map::new();
    let mut tell = |name: &str, value: Json| told.insert(name.to_owned(), value);
    tell("code", error.code().as_str().into());
    if !error.is_known() {
        tell("is_known", false.into());
    }
    if error.reason() != error.code().as_str() {
        tell("reason", error.reason().into());
    }
    tell("http_status", error.http_status().into());
    tell("message", error.to_string().into());
    let params: Map<_, _> = error.params().map(|(name, value)| (name.to_owned(), json(value))).collect();
    if !params.is_empty() {
        tell("params", params.into());
    }
    let metadata: Map<_, _> = error.metadata().map(|(key, value)| (key.to_owned(), value.into())).collect();
    if !metadata.is_empty() {
        tell("metadata", metadata.into());
    }
    if let Some(wait) = error.retry_after() {
        tell("retry_after", wait.as_secs_f64().into());
    }
    told.into()
}

fn json(value: Value<'_>) -> Json {
    match value {
        Value::Int(number) => number.into(),
        Value::Uint(number) => number.into(),
        Value::Float(number) => number.into(),
        Value::Bool(flag) => flag.into(),
        Value::List(elements) => elements.iter().map(|element| Json::from(&**element)).collect(),
        Value::Violations(found) => found.iter().map(|one| json!([one.field(), one.reason()])).collect(),
        text => text.to_string().into(),
    }
}
