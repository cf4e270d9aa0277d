//! Errors from a grpcio server to a grpcio client, through tonic servers.

use crate::from_python::cases;
use crate::rpc::{self, Answer};

#[tokio::test(flavor = "multi_thread")]
async fn a_relay_passes_on_what_a_python_server_says() {
    let Some((_peer, server, client)) = rpc::python_server().await else { return };
    let relay = rpc::serve(Answer::Relay(client));
    let requests = || cases().map(|(status, _)| status.to_string());
    let direct = rpc::python_client(server, requests());
    let relayed = rpc::python_client(relay, requests());
    for (a, b) in direct.unwrap().iter().zip(relayed.unwrap()) {
        println!("{a}\n{b}\n");
    }
}
