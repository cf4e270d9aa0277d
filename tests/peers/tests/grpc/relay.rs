//! Errors from a grpcio server to a grpcio client, through tonic servers.

use serde_json::{Value, json};

use crate::from_python::cases;
use crate::rpc::{self, Answer};

/// The details in some order, as a relay may change it. An `ErrorInfo` without a domain gets that of the catalogue.
fn details(answer: &Value) -> Vec<String> {
    let mut details = answer["details"].as_array().expect("it is a list").clone();
    for detail in &mut details {
        if detail.get("reason").is_some() && detail.get("domain").is_none() {
            detail["domain"] = json!("shop.example");
        }
    }
    let mut details: Vec<_> = details.iter().map(Value::to_string).collect();
    details.sort();
    details
}

#[tokio::test(flavor = "multi_thread")]
async fn a_python_client_sees_what_a_python_server_said_through_two_relays() {
    let Some((_peer, server, client)) = rpc::python_server().await else { return };
    let first = rpc::serve(Answer::Relay(client));
    let second = rpc::serve(Answer::Relay(rpc::client(first).await));
    let requests: Vec<_> = cases().map(|(status, _)| status.to_string()).collect();
    let Some(direct) = rpc::python_client(server, &requests) else { return };
    let Some(relayed) = rpc::python_client(second, &requests) else { return };
    for (request, (direct, relayed)) in requests.iter().zip(direct.iter().zip(&relayed)) {
        for what in ["code", "message", "trailers"] {
            assert_eq!(relayed[what], direct[what], "{what} of {request}");
        }
        assert_eq!(details(relayed), details(direct), "{request}");
    }
}
