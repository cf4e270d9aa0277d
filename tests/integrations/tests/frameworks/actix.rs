//! What a client of an actix-web server receives.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use actix_web::rt::{self, System};
use actix_web::{App, HttpServer, web};
use serde_json::{Value, json};
use vidu_errors::{Error, ErrorCode};

use crate::codes::{self, SECRET};

async fn fail(reason: web::Path<String>) -> Result<&'static str, Error> {
    if *reason == "Later" {
        return Err(Error::system_throttling().with_retry_after(Duration::from_millis(1200)));
    }
    codes::error(&reason).map_or(Ok("there is no such error"), Err)
}

/// A response, as received.
struct Response {
    status: u16,
    head: String,
    body: String,
}

impl Response {
    fn header(&self, name: &str) -> Option<&str> {
        let headers = self.head.lines().filter_map(|line| line.split_once(": "));
        headers.into_iter().find(|(header, _)| header.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }
}

/// An HTTP/1.1 request by hand, independent of the server's framework.
fn get(server: SocketAddr, path: &str) -> Response {
    let mut stream = TcpStream::connect(server).expect("the server listens");
    write!(stream, "GET {path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n").expect("the server reads");
    let mut text = String::new();
    stream.read_to_string(&mut text).expect("the server answers");
    let (head, body) = text.split_once("\r\n\r\n").expect("a response has a head");
    let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).expect("a response has a status");
    Response { status, head: head.to_owned(), body: body.to_owned() }
}

/// The responses of a Vidu API server to these paths.
fn answers(paths: Vec<String>) -> Vec<Response> {
    System::new().block_on(async {
        let server = HttpServer::new(|| App::new().route("/{reason}", web::get().to(fail))).workers(1);
        let server = server.bind(("127.0.0.1", 0)).expect("a port is free");
        let address = server.addrs()[0];
        let server = server.disable_signals().run();
        let handle = server.handle();
        rt::spawn(server);
        let answers = web::block(move || paths.iter().map(|path| get(address, path)).collect());
        let answers = answers.await.expect("the client gets answers");
        handle.stop(true).await;
        answers
    })
}

#[test]
fn each_code_is_answered_with_its_status_and_its_body() {
    let errors: Vec<_> = codes::errors().collect();
    assert_eq!(errors.len(), ErrorCode::ALL.len());
    let answers = answers(errors.iter().map(|error| format!("/{}", error.reason())).collect());
    for (error, response) in errors.iter().zip(&answers) {
        let code = error.code();
        assert_eq!(response.status, code.http_status(), "{code}");
        assert_eq!(response.header("content-type"), Some("application/json"), "{code}");
        assert_eq!(response.header("retry-after"), None, "{code}");
        assert_eq!(response.header("content-length"), Some(&*response.body.len().to_string()), "{code}");
        let mut metadata = json!({"trace_id": "4bf92f35, 77b34da6"});
        if code.message().contains("{{.fields}}") {
            metadata["fields"] = json!("prompt, a\\, b");
        }
        let expected = json!({
            "code": code.http_status(),
            "reason": code.as_str(),
            "message": code.message().replace("{{.fields}}", "prompt, a, b"),
            "metadata": metadata,
        });
        let body: Value = serde_json::from_str(&response.body).expect("the body is JSON");
        assert_eq!(body, expected);
        for text in [&response.head, &response.body] {
            assert!(!text.contains(SECRET), "{text}");
        }
        // And back.
        let read: Error = serde_json::from_str(&response.body).expect("the body is an error");
        assert_eq!((read.code(), read.to_string(), read.http_status()), (code, error.to_string(), error.http_status()));
        assert_eq!(read.params().collect::<Vec<_>>(), error.params().collect::<Vec<_>>());
        assert_eq!(read.metadata().collect::<Vec<_>>(), error.metadata().collect::<Vec<_>>());
    }
}

#[test]
fn a_wait_is_a_header() {
    let answers = answers(vec!["/Later".to_owned()]);
    assert_eq!((answers[0].status, answers[0].header("retry-after")), (429, Some("2")));
    let read: Error = serde_json::from_str(&answers[0].body).expect("the body is an error");
    assert_eq!(read, Error::system_throttling());
}

#[test]
fn a_response_without_an_error_is_left_alone() {
    let answers = answers(vec!["/Nothing".to_owned()]);
    assert_eq!((answers[0].status, &*answers[0].body), (200, "there is no such error"));
}
