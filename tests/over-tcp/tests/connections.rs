//! Many clients at once, each with its own persistent connection.

use std::sync::Barrier;
use std::thread;

use over_tcp::expected::{Wire, codes};
use over_tcp::kratos::Error;
use over_tcp::{SECRET, Server, Tap, agent};

const CLIENTS: usize = 200;
const REQUESTS: usize = 5;

#[test]
fn two_hundred_at_once() {
    let server = Server::start(env!("CARGO_BIN_EXE_error-server"));
    let tap = Tap::before(server.address);
    let codes = codes();
    let all_are_connected = Barrier::new(CLIENTS);
    let ask = |client: usize| {
        let agent = agent();
        for request in 0..REQUESTS {
            let code = &codes[(client + request * 7) % codes.len()];
            let wire = Wire::ALL[(client + request) % 2];
            let url = format!("http://{}/{}/{}", tap.address, wire.path(), code.name);
            let answer = agent.get(url).call();
            // Before anything that may panic: otherwise the others would wait forever.
            if request == 0 {
                all_are_connected.wait();
            }
            let mut answer = answer.expect("there is a response");
            let body = answer.body_mut().read_to_vec().expect("the response is complete");
            assert_eq!(String::from_utf8_lossy(&body), code.body(wire));
            assert_eq!(Error::from_response_parts(answer.status(), &body).reason(), code.name);
        }
    };
    thread::scope(|scope| {
        for client in 0..CLIENTS {
            scope.spawn(move || ask(client));
        }
    });

    // Each connection has all responses of a client, so all were still open when the last client connected.
    let connections = tap.sent();
    assert_eq!(connections.len(), CLIENTS);
    for sent in connections {
        let sent = String::from_utf8(sent).expect("all bodies are text");
        assert_eq!(sent.matches("HTTP/1.1 ").count(), REQUESTS);
        assert!(!sent.contains(SECRET));
    }
}
