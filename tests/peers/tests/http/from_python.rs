//! What Python's frameworks and their libraries for problems write.

use std::net::SocketAddr;

use peers::{Language, describe};
use serde_json::{Value, json};

use crate::get::{expect, not_yours, out_of_stock, read, unknown};

/// What pydantic finds in an order for no pieces of nothing.
const INVALID: &str = concat!(
    r#"[{"type":"missing","loc":["body","article"],"msg":"Field required","input":{"amount":0}},"#,
    r#"{"type":"greater_than","loc":["body","amount"],"msg":"Input should be greater than 0","input":0,"ctx":{"gt":0}}]"#,
);

#[test]
fn errors_of_python_frameworks_are_read() {
    let Some(server) = Language::Python.start("http_server.py", &[]) else { return };
    let address = server.address();
    expect(address, plain());
    expect(address, problem());
    expect(address, problem_details());
    expect(address, connexion());
    invalid_orders(address);
}

/// `FastAPI` itself.
fn plain() -> [(&'static str, Value); 5] {
    let mut busy = unknown("TooManyRequests", 429, "slow down", json!({"x-request-id": "r-1"}));
    busy["retry_after"] = json!(30.0);
    let object = json!({"detail": r#"{"code":"OutOfStock","message":"only 3 of pen left"}"#});
    [
        ("/plain/not-found", unknown("Unknown", 404, "order 7 not found", json!({}))),
        ("/plain/nowhere", unknown("Unknown", 404, "Not Found", json!({}))),
        ("/plain/busy", busy),
        // Not JSON.
        ("/plain/crash", unknown("Unavailable", 500, "the shop is unavailable", json!({}))),
        ("/plain/object", unknown("Unknown", 409, "only 3 of pen left", object)),
    ]
}

/// fastapi-problem.
fn problem() -> [(&'static str, Value); 6] {
    let title = |kind: &str, title: &str| json!({"type": kind, "title": title});
    let mut foreign = title("forbidden-problem", "Base http exception.");
    foreign["account"] = json!(r#"{"id":7}"#);
    foreign["tries"] = json!("[1,2]");
    let mut busy = title("http-too-many-requests", "Too Many Requests");
    busy["x-request-id"] = json!("r-1");
    let mut busy = unknown("TooManyRequests", 429, "slow down", busy);
    busy["retry_after"] = json!(30.0);
    let not_found = title("http-not-found", "Not Found");
    let crash = title("unhandled-exception", "Unhandled exception occurred.");
    [
        ("/problem/code", out_of_stock()),
        ("/problem/page", out_of_stock()),
        ("/problem/foreign", unknown("Unknown", 403, "not yours", foreign)),
        ("/problem/not-found", unknown("Unknown", 404, "order 7 not found", not_found)),
        ("/problem/busy", busy),
        ("/problem/crash", unknown("Unavailable", 500, "disk full", crash)),
    ]
}

/// fastapi-problem-details.
fn problem_details() -> [(&'static str, Value); 5] {
    let title = |title: &str| json!({"title": title});
    let crash = unknown("Unavailable", 500, "disk full", title("Internal Server Error"));
    [
        ("/problem-details/code", out_of_stock()),
        ("/problem-details/page", out_of_stock()),
        ("/problem-details/foreign", not_yours()),
        ("/problem-details/not-found", unknown("Unknown", 404, "order 7 not found", title("Not Found"))),
        ("/problem-details/crash", crash),
    ]
}

/// Connexion.
fn connexion() -> [(&'static str, Value); 3] {
    let crash = "The server encountered an internal error and was unable to complete your request. Either the server is \
                 overloaded or there is an error in the application.";
    [
        ("/connexion/code", out_of_stock()),
        ("/connexion/nowhere", unknown("Unknown", 404, "Not Found", json!({"title": "Not Found"}))),
        ("/connexion/crash", unknown("Unavailable", 500, crash, json!({"title": "Internal Server Error"}))),
    ]
}

/// What each framework finds in an invalid order.
fn invalid_orders(server: SocketAddr) {
    let problem = json!({"type": "request-validation-failed", "errors": INVALID});
    let problem_details = json!({"title": "Unprocessable Entity", "errors": INVALID});
    let connexion = json!({"title": "Bad Request"});
    for (framework, status, message, metadata) in [
        ("plain", 422, "Field required", json!({"detail": INVALID})),
        ("problem", 422, "Request validation error.", problem),
        ("problem-details", 422, "Request validation failed", problem_details),
        ("connexion", 400, "'article' is a required property", connexion),
    ] {
        let error = read(server, &format!("/{framework}/orders"), Some(r#"{"amount":0}"#));
        assert_eq!(describe(&error), unknown("Unknown", status, message, metadata), "{framework}");
    }
}
