//! How the service responds to bad requests.
#![cfg(unix)]

mod running;

use std::io::{Read, Write};
use std::net::TcpStream;
use std::thread::sleep;
use std::time::Duration;

use serde_json::json;
use task_service::api::{IDEMPOTENCY_KEY, State, Task};
use ureq::Agent;
use ureq::http::{Request, Response};
use vidu_errors::{Error, ErrorCode, Retry};

use self::running::Server;

/// Sends a request. Returns its response, and the whole of it as text.
fn send(server: &Server, request: &str, headers: &[(&str, &str)], body: &[u8]) -> (Response<Vec<u8>>, String) {
    let (method, path) = request.split_once(' ').expect("a method and a path");
    let mut request = Request::builder().method(method).uri(format!("http://{}{path}", server.address));
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let agent: Agent = Agent::config_builder().http_status_as_error(false).proxy(None).build().into();
    let (parts, mut body) = agent.run(request.body(body).expect("a request")).expect("a response").into_parts();
    let body = body.read_to_vec().expect("a complete response");
    let shown = format!("{parts:?} {}", String::from_utf8_lossy(&body));
    (Response::from_parts(parts, body), shown)
}

/// Sends a request that fails, and reads the error.
fn request_error(server: &Server, request: &str, headers: &[(&str, &str)], body: &[u8]) -> Error {
    let (response, shown) = send(server, request, headers, body);
    let error = Error::from_response_parts(response.status(), response.body());
    assert_eq!(response.headers()["content-type"], "application/json", "{shown}");
    assert_eq!(response.status(), error.code().http_status(), "{shown}");

    error
}

#[test]
fn every_code_can_be_provoked_and_no_cause_is_sent() {
    let server = Server::start();
    for &code in ErrorCode::ALL {
        let (response, shown) = send(&server, "GET /tasks/1", &[("simulate-error", code.as_str())], b"");
        assert_eq!(response.status(), code.http_status(), "{shown}");
        assert_eq!(response.headers()["content-type"], "application/json", "{shown}");
        assert!(!shown.contains("db-3") && !shown.contains("refused"), "{shown}");

        let error = Error::from_response_parts(response.status(), response.body());
        assert_eq!(error.code(), code);

        assert_eq!(error.fields().is_some(), code.message().contains("{{.fields}}"), "{shown}");

        let wait = response.headers().get("retry-after").map(|value| value.to_str().expect("text"));
        match code {
            ErrorCode::SystemThrottling | ErrorCode::TooManyRequests => assert_eq!(wait, Some("2")),
            _ => assert_eq!(wait, None),
        }
        assert!(wait.is_none() || code.retry() == Retry::Backoff);
    }
    server.interrupt();
    let log = server.wait().stderr;
    assert_eq!(log.lines().count(), ErrorCode::ALL.len());
    for (line, code) in log.lines().zip(ErrorCode::ALL) {
        assert!(line.contains(&format!("reason=\"{code}\"")), "{line}");
        assert!(line.ends_with(r#" cause="db-3.internal does not answer: connection refused""#), "{line}");
    }
}

#[test]
fn a_bad_request_is_answered_with_what_is_wrong() {
    let server = Server::start();
    let request_error = |request: &str, body: &[u8]| request_error(&server, request, &[], body);
    let fields = |error: &Error| error.fields().map(|fields| fields.join("+"));

    for body in [&b""[..], b"{", b"[]", b"\xff"] {
        assert_eq!(request_error("POST /tasks", body).code(), ErrorCode::BadRequest);
    }
    for (body, code, expected) in [
        (r"{}", ErrorCode::FieldLacking, "model+prompt"),
        (r#"{"model":"vidu2.0","prompt":""}"#, ErrorCode::FieldLacking, "prompt"),
        (r#"{"model":null,"prompt":"a"}"#, ErrorCode::FieldLacking, "model"),
        (r#"{"model":2,"prompt":["a"]}"#, ErrorCode::FieldInvalid, "model+prompt"),
        (r#"{"model":"vidu2.0","prompt":"a","colour, or\nso":1}"#, ErrorCode::FieldUnwanted, "colour, or\nso"),
    ] {
        let error = request_error("POST /tasks", body.as_bytes());
        assert_eq!((error.code(), fields(&error).as_deref()), (code, Some(expected)), "{body}");
    }
    let error = request_error("POST /tasks", br#"{"model":"vidu0.1","prompt":"a"}"#);
    assert_eq!(error.code(), ErrorCode::ModelUnavailable);
    assert_eq!(error.metadata().collect::<Vec<_>>(), [("model", "vidu2.0")]);

    for id in ["0", "1", "-1", "one", "99999999999999999999999"] {
        assert_eq!(request_error(&format!("GET /tasks/{id}"), b"").code(), ErrorCode::TaskNotFound);
    }
    assert_eq!(request_error("GET /", b"").code(), ErrorCode::NotFound);
    assert_eq!(request_error("DELETE /tasks/1", b"").code(), ErrorCode::NotFound);

    server.interrupt();
    let log = server.wait().stderr;
    assert_eq!(log.lines().count(), 17, "one line per request:\n{log}");
    assert!(log.contains(r#"cause="invalid digit found in string""#), "{log}");
}

#[test]
fn the_same_key_gives_the_same_task() {
    let server = Server::start();
    let create = |key: &str, prompt: &str| {
        let body = json!({"model": "vidu2.0", "prompt": prompt}).to_string();
        send(&server, "POST /tasks", &[(IDEMPOTENCY_KEY, key)], body.as_bytes()).0
    };
    let first = create("a", "a kite");
    assert_eq!(first.status(), 201);
    let again = create("a", "a kite");
    assert_eq!((again.status(), again.body()), (first.status(), first.body()));
    let error = Error::from_response_parts(409, create("a", "a boat").body());
    assert_eq!(error.code(), ErrorCode::Conflict, "the key names another task");
    let second: Task = serde_json::from_slice(create("b", "a kite").body()).expect("a task");
    assert_eq!(second.id, 2);

    // A request that made no task leaves its key free.
    let throttled = create("c", "a kite");
    assert_eq!(throttled.status(), 429);
    sleep(Duration::from_secs(2));
    let third: Task = serde_json::from_slice(create("c", "a boat").body()).expect("a task");
    assert_eq!(third.id, 3);

    for key in ["", &"k".repeat(65), "\u{e9}"] {
        let error = Error::from_response_parts(400, create(key, "a kite").body());
        assert_eq!((error.code(), error.fields()), (ErrorCode::FieldInvalid, Some(&[IDEMPOTENCY_KEY.into()][..])));
    }
}

#[test]
fn the_server_logs_nothing_that_a_terminal_obeys() {
    let server = Server::start();
    let body = br#"{"model":"vidu2.0","prompt":"a","\u001b[2J\r\nERROR \u009b1m":1}"#;
    assert_eq!(request_error(&server, "POST /tasks", &[], body).code(), ErrorCode::FieldUnwanted);
    let mut connection = TcpStream::connect(&server.address).expect("the server listens");
    write!(connection, "GET /\u{9b}1m HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n")
        .expect("the server listens");
    connection.read_to_string(&mut String::new()).expect("the server answers");

    server.interrupt();
    let log = server.wait().stderr;
    assert!(log.contains(r"unwanted field: \u{1b}[2J\r\nERROR \u{9b}1m"), "{log}");
    assert!(log.contains(r"GET /\u{9b}1m "), "{log}");
    assert_eq!(log.lines().count(), 2, "{log}");
    assert!(log.chars().all(|c| c == '\n' || !c.is_control()), "{log:?}");
}

#[test]
fn an_unknown_simulated_code_is_rejected() {
    let server = Server::start();
    for header in ["simulate-error", "simulate-task-error"] {
        let body = json!({"model": "vidu2.0", "prompt": "a"}).to_string();
        let error = request_error(&server, "POST /tasks", &[(header, "NoSuchCode")], body.as_bytes());
        assert_eq!((error.code(), error.fields()), (ErrorCode::FieldInvalid, Some(&[header.into()][..])));
    }
}

#[test]
fn a_failed_task_carries_every_code() {
    for &code in ErrorCode::ALL {
        let body = format!(r#"{{"id":1,"state":"failed","err_code":"{code}"}}"#);
        let task: Task = serde_json::from_str(&body).expect("a task");
        assert_eq!(task.state, State::Failed);
        assert_eq!(task.err_code.as_ref().map(Error::code), Some(code));
        assert_eq!(serde_json::to_string(&task).expect("a body"), body);
    }
    for body in [r#"{"id":1,"state":"success","err_code":""}"#, r#"{"id":1,"state":"success"}"#] {
        let task: Task = serde_json::from_str(body).expect("a task");
        assert!(task.err_code.is_none());
    }
}

/// A request that started before the shutdown is answered; then the server exits.
#[test]
fn shutdown_waits_for_requests_in_flight() {
    let server = Server::start();
    let mut connection = TcpStream::connect(&server.address).expect("the server listens");
    let body = r#"{"model":"vidu2.0","prompt":"a kite"}"#;
    let head = "POST /tasks HTTP/1.1\r\nhost: localhost\r\nexpect: 100-continue\r\ncontent-length";
    write!(connection, "{head}: {}\r\n\r\n", body.len()).expect("the server listens");
    // The server is waiting for the body.
    let mut go_ahead = [0; "HTTP/1.1 100 Continue\r\n\r\n".len()];
    connection.read_exact(&mut go_ahead).expect("the server answers");
    server.interrupt();
    let is_closed = (0..1000).any(|_| {
        sleep(Duration::from_millis(10));
        TcpStream::connect(&server.address).is_err()
    });
    assert!(is_closed, "the server still accepts connections");
    connection.write_all(body.as_bytes()).expect("the server still listens");
    let mut answer = String::new();
    connection.read_to_string(&mut answer).expect("the server answers and closes");
    assert!(answer.starts_with("HTTP/1.1 201 Created\r\n"), "{answer}");
    assert!(answer.ends_with(r#"{"id":1,"state":"processing","err_code":""}"#), "{answer}");
    assert_eq!(server.wait().stdout.lines().last(), Some("stopped"));
}
