//! A grpcio client reads the errors of a tonic server.

use peers::SECRET;
use serde_json::{Value, json};

use crate::rpc::{self, Answer};

/// The examples, and what Python sees of each: the gRPC code, the message, the metadata of the `ErrorInfo`, the other
/// details and the trailers.
fn expected() -> [(&'static str, &'static str, &'static str, Value, Value, Value); 9] {
    let none = || json!({});
    let only_info = || json!([]);
    let bad_request = json!([{
        "@type": "type.googleapis.com/google.rpc.BadRequest",
        "fieldViolations": [
            {"field": "amount", "description": "is 0; at least 1"},
            {"field": "items.0.size", "description": "is empty"},
        ],
    }]);
    let wait = json!([{"@type": "type.googleapis.com/google.rpc.RetryInfo", "retryDelay": "1.500s"}]);
    let id = || json!({"x-request-id": "r-1"});
    let stock = json!({"article": "pen", "available": "3"});
    let colours = json!({"colours": r"röt, a\, b", "note": "\u{1f600} \"quoted\"\n50 % \u{2028}"});
    let credit = json!({"express": "true", "balance": "-9007199254740993", "price": "0.1"});
    let fields = "the order is invalid: amount, items.0.size";
    let too_expensive = "0.1 is more than -9007199254740993";
    let refused = "the card [redacted] was refused";
    [
        ("OutOfStock", "ABORTED", "only 3 of pen left", stock, only_info(), none()),
        ("OrderInvalid", "INVALID_ARGUMENT", fields, id(), bad_request, id()),
        ("ColourUnknown", "INVALID_ARGUMENT", "no such colours: röt, a, b", colours, only_info(), none()),
        ("CreditInsufficient", "FAILED_PRECONDITION", too_expensive, credit, only_info(), none()),
        ("CardRefused", "PERMISSION_DENIED", refused, none(), only_info(), none()),
        ("OrderNotFound", "NOT_FOUND", "order not found", none(), only_info(), none()),
        ("TooManyRequests", "RESOURCE_EXHAUSTED", "too many requests", none(), wait, none()),
        ("Unavailable", "UNAVAILABLE", "the shop is unavailable", none(), only_info(), none()),
        ("Unknown", "INTERNAL", "unknown error", none(), only_info(), none()),
    ]
}

#[tokio::test(flavor = "multi_thread")]
async fn a_python_client_reads_every_error() {
    let server = rpc::serve(Answer::Example);
    let names = expected().map(|(name, ..)| name.to_owned());
    let Some(read) = rpc::python_client(server, &names) else { return };
    for ((name, code, message, metadata, others, trailers), mut read) in expected().into_iter().zip(read) {
        assert!(!read.to_string().contains(SECRET), "{read}");
        let mut details = read["details"].take();
        let mut info = details.as_array_mut().expect("it is a list").remove(0);
        // An empty member is not in the JSON of protobuf.
        assert_eq!(
            info.as_object_mut().expect("an object").remove("metadata").unwrap_or(json!({})),
            metadata,
            "{name}"
        );
        let kind = "type.googleapis.com/google.rpc.ErrorInfo";
        assert_eq!(info, json!({"@type": kind, "reason": name, "domain": "shop.example"}));
        assert_eq!(details, others, "{name}");
        assert_eq!(read, json!({"code": code, "message": message, "details": null, "trailers": trailers}), "{name}");
    }
}
