//! What the client makes of a network and a service that misbehave.
#![cfg(unix)]

mod proxy;
mod running;

use std::error::Error as StdError;
use std::io::{self, Write};
use std::net::TcpStream;
use std::process::Command;
use std::sync::Arc;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use task_service::client::{Client, Failure, new_key};
use vidu_errors::ErrorCode;

use self::proxy::{Fault, Proxy};
use self::running::Server;

fn kite() -> Value {
    json!({"model": "vidu2.0", "prompt": "a kite in the rain"})
}

fn client(address: &str) -> Client {
    Client::new(address, |_, _| {})
}

/// How many tasks there are.
fn tasks(server: &Server) -> usize {
    let client = client(&server.address);
    (1..10).take_while(|id| client.task(*id, &[]).is_ok()).count()
}

#[test]
fn a_refused_connection_is_retried() {
    let server = Server::start();
    let proxy = Arc::new(Proxy::bind(&server, &[]));
    let listen = {
        let proxy = proxy.clone();
        move |failure: &Failure, _| {
            assert!(failure.to_string().to_lowercase().contains("connection refused"), "{failure}");
            proxy.listen();
        }
    };
    let task = Client::new(&proxy.address, listen).create(&new_key(), &kite(), &[]).expect("a task");
    assert_eq!((task.id, proxy.requests(), tasks(&server)), (1, 1, 1));

    let proxy = Proxy::bind(&server, &[]);
    let failure = client(&proxy.address).task(1, &[]).expect_err("nobody ever listens");
    assert!(matches!(failure, Failure::NoResponse(_)), "{failure}");
}

/// The service has made the task each time, and the client can't know.
#[test]
fn a_retry_makes_no_second_task() {
    let faults: [Fault; 7] = [
        proxy::fail,
        proxy::gateway_page,
        proxy::close,
        proxy::reset,
        proxy::reset_in_the_body,
        proxy::cut_the_head,
        proxy::cut_the_body,
    ];
    for (index, fault) in faults.into_iter().enumerate() {
        let server = Server::start();
        let proxy = Proxy::start(&server, &[fault, fault]);
        let task = client(&proxy.address).create(&new_key(), &kite(), &[]);
        assert_eq!(task.expect("a task").id, 1, "fault {index}");
        assert_eq!((proxy.requests(), tasks(&server)), (3, 1), "fault {index}");
    }
}

#[test]
fn after_giving_up_the_same_key_finds_the_task() {
    let server = Server::start();
    let proxy = Proxy::start(&server, &[proxy::fail as Fault; 4]);
    let client = client(&proxy.address);
    let key = new_key();
    let failure = client.create(&key, &kite(), &[]).expect_err("the service fails each time");
    assert_eq!(failure.to_string(), "500 InternalServiceFailure: internal service failure");
    assert_eq!((proxy.requests(), tasks(&server)), (4, 1));

    assert_eq!(client.create(&key, &kite(), &[]).expect("the task").id, 1);
    assert_eq!(client.create(&new_key(), &kite(), &[]).expect("another task").id, 2);
}

#[test]
fn a_long_retry_after_ends_the_call_at_once() {
    let throttle: Fault = |client, _| {
        client.write_all(b"HTTP/1.1 429 \r\nretry-after: 99999999999999999999\r\nconnection: close\r\n\r\n")
    };
    let server = Server::start();
    let proxy = Proxy::start(&server, &[throttle]);
    let failure = client(&proxy.address).task(1, &[]).expect_err("the wait is too long");
    let Failure::ErrorResponse(error) = failure else { panic!("{failure}") };
    assert_eq!(error.http_status(), 429);
    assert!(error.retry_after() > Some(Duration::from_secs(60)), "{error:?}");
    assert_eq!(proxy.requests(), 1);
}

#[test]
fn a_cut_page_keeps_its_status() {
    let cut: Fault =
        |client, _| client.write_all(b"HTTP/1.1 502 Bad Gateway\r\ncontent-length: 5000\r\n\r\n<html>bad gateway");
    let server = Server::start();
    let proxy = Proxy::start(&server, &[cut; 4]);
    let failure = client(&proxy.address).task(1, &[]).expect_err("the page is an error");
    let Failure::ErrorResponse(error) = failure else { panic!("{failure}") };
    assert_eq!((error.code(), error.is_known(), error.http_status()), (ErrorCode::Unknown, false, 502));
    assert_eq!(error.raw_body(), Some(&b"<html>bad gateway"[..]));
    assert!(error.source().is_some_and(<dyn StdError>::is::<io::Error>), "{error:?}");
    assert_eq!(proxy.requests(), 4);
}

/// Sends a page that never ends.
fn send_endlessly(client: &mut TcpStream, status: u16) -> io::Result<()> {
    write!(client, "HTTP/1.1 {status} \r\n\r\n")?;
    loop {
        client.write_all(&[b'<'; 4096])?;
    }
}

#[test]
fn an_oversized_page_keeps_its_status() {
    let server = Server::start();
    let proxy =
        Proxy::start(&server, &[|client, _| send_endlessly(client, 403), |client, _| send_endlessly(client, 201)]);
    let client = client(&proxy.address);
    let start = Instant::now();

    let failure = client.task(1, &[]).expect_err("the page is an error");
    assert!(failure.to_string().ends_with("(the body is longer than 64 KiB)"), "{failure}");
    let Failure::ErrorResponse(error) = failure else { panic!("{failure}") };
    assert_eq!((error.is_known(), error.http_status()), (false, 403));
    assert!(error.raw_body().is_some_and(|body| body.starts_with(b"<<<")));

    let failure = client.create(&new_key(), &kite(), &[]).expect_err("the page is no task");
    assert_eq!(failure.to_string(), "201 Created, but the body is longer than 64 KiB");

    assert_eq!(proxy.requests(), 2, "the same page would be as long again");
    assert!(start.elapsed() < Duration::from_secs(5), "the client read on");
}

#[test]
fn a_redirect_is_not_followed() {
    let redirect: Fault = |client, _| {
        client.write_all(b"HTTP/1.1 307 \r\nlocation: http://127.0.0.1:1/login\r\nconnection: close\r\n\r\n")
    };
    let server = Server::start();
    let proxy = Proxy::start(&server, &[redirect; 4]);
    let failure = client(&proxy.address).create(&new_key(), &kite(), &[]).expect_err("no task");
    assert!(matches!(failure, Failure::ErrorResponse(_)), "{failure}");
}

#[test]
fn the_client_prints_nothing_that_a_terminal_obeys() {
    let send: Fault = |client, _| {
        let body =
            r#"{"reason":"\u001b[2J","message":"\u001b]0;title\u0007\r\n  task 1: Success\u009b1m","metadata":{}}"#;
        write!(client, "HTTP/1.1 400 \r\nconnection: close\r\ncontent-length: {}\r\n\r\n{body}", body.len())
    };
    let server = Server::start();
    let proxy = Proxy::start(&server, &[send]);
    let client = Command::new(env!("CARGO_BIN_EXE_client")).arg(&proxy.address).output().expect("the client starts");
    let printed = String::from_utf8(client.stdout).expect("text");
    let first = printed.lines().nth(1).expect("two lines");
    assert_eq!(first, r"  400 \u{1b}[2J: \u{1b}]0;title\u{7}\r\n  task 1: Success\u{9b}1m");
    assert!(printed.chars().all(|c| c == '\n' || !c.is_control()), "{printed:?}");
}
