//! A tonic client reads the statuses of a grpcio server.

use peers::describe;
use peers::errors::Error;
use serde_json::{Value, json};
use tonic::Code;

use crate::rpc;

const INFO: &str = "type.googleapis.com/google.rpc.ErrorInfo";
const BAD_REQUEST: &str = "type.googleapis.com/google.rpc.BadRequest";
const RETRY_INFO: &str = "type.googleapis.com/google.rpc.RetryInfo";
const HELP: &str = "type.googleapis.com/google.rpc.Help";

/// Every gRPC code without details, and what it becomes.
fn plain() -> impl Iterator<Item = (Value, Value)> {
    let http_statuses = [499, 500, 400, 504, 404, 409, 403, 429, 400, 409, 400, 501, 500, 503, 500, 401];
    (1..).zip(http_statuses).map(|(code, http_status)| {
        let fallback = match http_status {
            429 => "TooManyRequests",
            500.. => "Unavailable",
            _ => "Unknown",
        };
        let said = json!({"code": fallback, "is_known": false, "http_status": http_status, "message": "naïve\n😀"});
        (json!({"code": code, "message": "naïve\n😀"}), said)
    })
}

fn status(code: Code, details: Value) -> Value {
    with(json!({"code": code as i32, "message": "as sent"}), "details", details)
}

fn own_info(domain: &str) -> Value {
    let metadata = json!({"article": "pen", "available": "3", "shard": "7"});
    json!({"@type": INFO, "reason": "OutOfStock", "domain": domain, "metadata": metadata})
}

/// Statuses with details, and what is read of each.
fn detailed() -> Vec<(Value, Value)> {
    let foreign = json!({"@type": INFO, "reason": "OutOfStock", "domain": "googleapis.com", "metadata": {"a": "1"}});
    let bad_request = json!({"@type": BAD_REQUEST, "fieldViolations": [{"field": "size", "description": "is 0; no"}]});
    let help = json!({"@type": HELP, "links": [{"description": "how to", "url": "https://example.com"}]});
    let others = json!([
        help,
        {"@type": "type.googleapis.com/google.rpc.LocalizedMessage", "locale": "de", "message": "Weg"},
        {"@type": "type.googleapis.com/google.rpc.QuotaFailure", "violations": [{"subject": "a", "description": "b"}]},
        {"@type": "type.googleapis.com/google.rpc.DebugInfo", "stackEntries": ["a", "b"], "detail": "c"},
        {"@type": "type.googleapis.com/google.protobuf.Struct", "value": {"depth": 1}},
    ]);
    let wait = |delay: &str| json!({"@type": RETRY_INFO, "retryDelay": delay});
    let out_of_stock = |http_status: u16| {
        let params = json!({"article": "pen", "available": 3});
        let metadata = json!({"shard": "7"});
        let told = json!({"code": "OutOfStock", "http_status": http_status, "message": "as sent", "params": params});
        with(told, "metadata", metadata)
    };
    let wait_read = |seconds: f64| with(unknown("TooManyRequests", 429), "retry_after", json!(seconds));
    let new = json!({"@type": INFO, "reason": "New", "domain": "shop.example"});
    let invalid = json!([{"@type": INFO, "reason": "OrderInvalid"}, bad_request]);
    let invalid_read = json!({
        "code": "OrderInvalid", "http_status": 422, "message": "as sent", "params": {"invalid": [["size", "is 0; no"]]},
    });
    vec![
        (status(Code::Aborted, json!([own_info("shop.example")])), out_of_stock(409)),
        // As go-kratos writes it.
        (status(Code::Aborted, json!([own_info("")])), out_of_stock(409)),
        // Not the gRPC code that this catalogue would send.
        (status(Code::DataLoss, json!([own_info("shop.example")])), out_of_stock(500)),
        (status(Code::PermissionDenied, json!([foreign])), unknown("Unknown", 403)),
        (status(Code::Aborted, json!([foreign, own_info("shop.example")])), out_of_stock(409)),
        (status(Code::NotFound, json!([new])), with(unknown("Unknown", 404), "reason", json!("New"))),
        (
            status(Code::InvalidArgument, json!([bad_request])),
            with(unknown("Unknown", 400), "metadata", json!({"errors": r"size: is 0\; no"})),
        ),
        (status(Code::InvalidArgument, invalid), invalid_read),
        (status(Code::Unavailable, others), unknown("Unavailable", 503)),
        (status(Code::ResourceExhausted, json!([wait("1.5s"), help])), wait_read(1.5)),
        (status(Code::ResourceExhausted, json!([wait("-2s")])), wait_read(0.0)),
        (status(Code::ResourceExhausted, json!([wait("315576000000s")])), wait_read(315_576_000_000.0)),
    ]
}

/// What is read of a status whose `ErrorInfo` is not of this catalogue, or lacks.
fn unknown(fallback: &str, http_status: u16) -> Value {
    json!({"code": fallback, "is_known": false, "http_status": http_status, "message": "as sent"})
}

fn with(mut object: Value, member: &str, value: Value) -> Value {
    object[member] = value;
    object
}

/// Statuses with trailers, and what is read of each.
fn with_trailers() -> Vec<(Value, Value)> {
    let status =
        |code: Code, trailers: Value| with(json!({"code": code as i32, "message": "as sent"}), "trailers", trailers);
    let ids = json!({"x-shard": "7", "x-request-id": "r-1", "x-trace-bin": "bytes"});
    vec![
        (status(Code::NotFound, ids), with(unknown("Unknown", 404), "metadata", json!({"x-request-id": "r-1"}))),
        (status(Code::Unknown, json!({"x-http-status": "402"})), unknown("Unknown", 402)),
        // That would be a success.
        (status(Code::Unknown, json!({"x-http-status": "200"})), unknown("Unavailable", 500)),
    ]
}

/// All statuses that the Python server sends, and what is read of each.
pub fn cases() -> impl Iterator<Item = (Value, Value)> {
    plain().chain(detailed()).chain(with_trailers())
}

#[tokio::test]
async fn a_python_servers_statuses_are_read() {
    let Some((_peer, _, mut client)) = rpc::python_server().await else { return };
    for (status, expected) in cases() {
        let request = status.to_string();
        for received in [rpc::check(&mut client, &request).await, rpc::watch(&mut client, &request).await] {
            assert_eq!(describe(&Error::from(received)), expected, "{request}");
        }
    }
}
