//! A tonic client reads the statuses of a grpcio server.

use peers::describe;
use peers::errors::Error;
use serde_json::{Value, json};
use tonic::Code;

use crate::rpc;

pub const INFO: &str = "type.googleapis.com/google.rpc.ErrorInfo";
pub const BAD_REQUEST: &str = "type.googleapis.com/google.rpc.BadRequest";
pub const RETRY_INFO: &str = "type.googleapis.com/google.rpc.RetryInfo";
pub const HELP: &str = "type.googleapis.com/google.rpc.Help";

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
    json!({"code": code as i32, "message": "as sent", "details": details})
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
    vec![
        (status(Code::Aborted, json!([own_info("shop.example")])), json!({})),
        // As go-kratos writes it.
        (status(Code::Aborted, json!([own_info("")])), json!({})),
        // Not the gRPC code that this catalogue would send.
        (status(Code::DataLoss, json!([own_info("shop.example")])), json!({})),
        (status(Code::PermissionDenied, json!([foreign])), json!({})),
        (status(Code::Aborted, json!([foreign, own_info("shop.example")])), json!({})),
        (status(Code::NotFound, json!([{"@type": INFO, "reason": "New", "domain": "shop.example"}])), json!({})),
        (status(Code::InvalidArgument, json!([bad_request])), json!({})),
        (status(Code::InvalidArgument, json!([{"@type": INFO, "reason": "OrderInvalid"}, bad_request])), json!({})),
        (status(Code::Unavailable, others), json!({})),
        (status(Code::ResourceExhausted, json!([wait("1.5s"), help])), json!({})),
        (status(Code::ResourceExhausted, json!([wait("-2s")])), json!({})),
        (status(Code::ResourceExhausted, json!([wait("315576000000s")])), json!({})),
    ]
}

/// Statuses with trailers, and what is read of each.
fn with_trailers() -> Vec<(Value, Value)> {
    let trailers = json!({"x-shard": "7", "x-request-id": "r-1", "x-trace-bin": "bytes"});
    vec![
        (json!({"code": 5, "message": "gone", "trailers": trailers}), json!({})),
        (json!({"code": 2, "message": "pay", "trailers": {"x-http-status": "402"}}), json!({})),
        (json!({"code": 2, "message": "odd", "trailers": {"x-http-status": "200"}}), json!({})),
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
            println!("{request}\n    {}", describe(&Error::from(received)));
        }
    }
}
