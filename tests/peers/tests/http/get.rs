//! A client that reads errors.

use std::net::SocketAddr;
use std::time::Duration;

use peers::describe;
use peers::errors::Error;
use serde_json::{Value, json};
use ureq::Agent;

/// What the answer to a request says: a `GET` without a body, else a `POST` of JSON.
pub fn read(server: SocketAddr, path: &str, body: Option<&str>) -> Error {
    let settings = Agent::config_builder().http_status_as_error(false).proxy(None);
    let agent = Agent::new_with_config(settings.timeout_global(Some(Duration::from_secs(30))).build());
    let url = format!("http://{server}{path}");
    let response = match body {
        None => agent.get(&url).call(),
        Some(body) => agent.post(&url).header("content-type", "application/json").send(body),
    };
    let (head, mut body) = response.expect("the server answers").into_parts();
    Error::from_response(&head, &body.read_to_vec().expect("the body is complete"))
}

/// Checks what is read of a server's answers to these paths.
pub fn expect(server: SocketAddr, expected: impl IntoIterator<Item = (&'static str, Value)>) {
    for (path, expected) in expected {
        assert_eq!(describe(&read(server, path, None)), expected, "{path}");
    }
}

/// What is read of another program's `OutOfStock`.
pub fn out_of_stock() -> Value {
    json!({
        "code": "OutOfStock",
        "http_status": 409,
        "message": "only 3 of pen left",
        "params": {"article": "pen", "available": 3},
    })
}

/// What is read of an error that has no code, whose status has this fallback.
pub fn unknown(fallback: &str, http_status: u16, message: &str, metadata: Value) -> Value {
    let mut error = json!({"code": fallback, "is_known": false, "http_status": http_status, "message": message});
    if metadata != json!({}) {
        error["metadata"] = metadata;
    }
    error
}

/// What is read of a problem with all of RFC 9457's members and some others.
pub fn not_yours() -> Value {
    let metadata = json!({
        "type": "/not-yours",
        "title": "Not yours",
        "instance": "/accounts/7",
        "account": r#"{"id":7}"#,
        "tries": "[1,2]",
    });
    unknown("Unknown", 403, "account 7 is another's", metadata)
}
