//! Every error, as a client reads it over one connection.

use std::net::SocketAddr;
use std::time::Duration;

use over_tcp::expected::{Code, Wire, codes};
use over_tcp::{FIELDS, METADATA, Server, Tap, agent};
use ureq::Agent;
use ureq::http::Response;

fn whole(answer: Response<ureq::Body>) -> Response<Vec<u8>> {
    let (parts, mut body) = answer.into_parts();
    Response::from_parts(parts, body.read_to_vec().expect("the response is complete"))
}

fn get(agent: &Agent, server: SocketAddr, wire: Wire, code: &Code) -> Response<Vec<u8>> {
    let url = format!("http://{server}/{}/{}", wire.path(), code.name);
    whole(agent.get(url).call().expect("there is a response"))
}

fn occurrences(bytes: &[u8], text: &str) -> usize {
    bytes.windows(text.len()).filter(|window| *window == text.as_bytes()).count()
}

/// What a client for one wire format reads from responses in either.
macro_rules! read {
    ($wire:ident) => {
        mod $wire {
            use super::*;
            use over_tcp::$wire::{Error, ErrorCode, Value};

            #[test]
            fn every_error_arrives_complete_and_without_its_cause() {
                let server = Server::start(env!("CARGO_BIN_EXE_error-server"));
                let tap = Tap::before(server.address);
                let agent = agent();
                let codes = codes();
                assert_eq!(codes.len(), 38);
                for wire in Wire::ALL {
                    for (code, expected) in ErrorCode::ALL.iter().zip(&codes) {
                        let answer = get(&agent, tap.address, wire, expected);
                        assert_eq!(answer.status(), expected.cells.http_status);
                        assert_eq!(answer.headers()["content-type"], wire.content_type());

                        let error = Error::from_response_parts(answer.status(), answer.body());
                        assert_eq!(error.code(), *code);
                        assert_eq!(error.reason(), expected.name);
                        assert_eq!(error.to_string(), expected.message());
                        assert_eq!(error.http_status(), expected.cells.http_status);
                        assert_eq!(error.metadata().collect::<Vec<_>>(), METADATA);
                        assert_eq!(error.raw_body(), Some(&**answer.body()));
                        let fields = FIELDS.map(Into::into);
                        let fields = expected.has_fields().then_some(&fields[..]);
                        assert_eq!(error.fields(), fields);
                        let params: Vec<_> = fields.map(|fields| ("fields", Value::List(fields))).into_iter().collect();
                        assert_eq!(error.params().collect::<Vec<_>>(), params);
                    }
                }
                let connections = tap.sent();
                assert_eq!(connections.len(), 1, "the connection is used again");
                assert_eq!(occurrences(&connections[0], "HTTP/1.1 "), 2 * codes.len());
                let [(_, trace_id)] = METADATA;
                assert_eq!(occurrences(&connections[0], trace_id), 2 * codes.len());
                for secret in ["postgres", "errcat", "hunter2", "db-3", "\"source\"", "\"cause\""] {
                    assert_eq!(occurrences(&connections[0], secret), 0, "{secret} is on the wire");
                }
            }

            #[test]
            fn a_wait_arrives_in_whole_seconds() {
                let server = Server::start(env!("CARGO_BIN_EXE_error-server"));
                for wire in Wire::ALL {
                    for (millis, seconds) in [(0, 0), (1, 1), (2000, 2), (u64::MAX, 1 << 31)] {
                        let url = format!("http://{}/{}/wait/{millis}", server.address, wire.path());
                        let (parts, body) = whole(agent().get(url).call().expect("there is a response")).into_parts();
                        let error = Error::from_response(&parts, &body);
                        let sent = Error::system_throttling().with_retry_after(Duration::from_secs(seconds));
                        assert_eq!(error, sent, "{millis}");
                    }
                }
            }

            #[test]
            fn any_list_of_fields_arrives_unchanged() {
                let server = Server::start(env!("CARGO_BIN_EXE_error-server"));
                let agent = agent();
                let long = "x".repeat(100_000);
                let lists: [&[&str]; 10] = [
                    &[],
                    &[""],
                    &["", ""],
                    &["a, b", "c"],
                    &["a,b", " c ", ","],
                    &["\\", "\\,", ", \\"],
                    &["\"quoted\"", "</script>", "{{.fields}}"],
                    &["line\r\nbreak", "nul\0", "\u{1b}[31m"],
                    &["提示词", "é", "🪁", "\u{202e}"],
                    &[&long],
                ];
                for list in lists {
                    for wire in Wire::ALL {
                        let url = format!("http://{}/{}", server.address, wire.path());
                        let body = serde_json::to_string(list).expect("a list of texts");
                        let request = agent.post(url).header("content-type", "application/json");
                        let answer = whole(request.send(body).expect("there is a response"));
                        assert_eq!(answer.headers().len(), 3, "type, length and date: {:?}", answer.headers());

                        let error = Error::from_response_parts(answer.status(), answer.body());
                        assert_eq!(error.code(), ErrorCode::FieldInvalid);
                        assert_eq!(error.fields().expect("the fields"), list);
                        assert_eq!(error.to_string(), format!("invalid field: {}", list.join(", ")));
                        assert_eq!(error.metadata().count(), 0);
                    }
                }
            }
        }
    };
}

read!(kratos);
read!(problem);
