//! A grpcio client reads the errors of a tonic server.

use peers::SECRET;
use serde_json::{Value, json};

use crate::rpc::{self, Answer};

const INFO: &str = "type.googleapis.com/google.rpc.ErrorInfo";
const BAD_REQUEST: &str = "type.googleapis.com/google.rpc.BadRequest";
const RETRY_INFO: &str = "type.googleapis.com/google.rpc.RetryInfo";

/// The examples, and what Python sees of each.
fn expected() -> Vec<(&'static str, Value)> {
    vec![("OutOfStock", json!({}))]
}

#[tokio::test(flavor = "multi_thread")]
async fn a_python_client_reads_every_error() {
    let server = rpc::serve(Answer::Example);
    let names = [
        "OutOfStock",
        "OrderInvalid",
        "ColourUnknown",
        "CreditInsufficient",
        "CardRefused",
        "OrderNotFound",
        "TooManyRequests",
        "Unavailable",
        "Unknown",
    ];
    let Some(read) = rpc::python_client(server, names.map(str::to_owned)) else { return };
    for r in read {
        println!("{r}");
    }
}
