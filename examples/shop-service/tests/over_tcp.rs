//! The server and a client, over TCP.

mod server;

use std::error::Error as _;
use std::net::SocketAddr;
use std::thread;

use serde_json::{Value, json};
use server::Server;
use shop_service::errors::operations::{FindArticleError, OrderCode, OrderError};
use shop_service::errors::{Error, ErrorCode};
use shop_service::{Article, Stock, router};
use ureq::Agent;

fn agent() -> Agent {
    Agent::config_builder().http_status_as_error(false).proxy(None).build().into()
}

/// What the server answers.
fn get(address: &str, path: &str) -> (u16, String) {
    let mut response = agent().get(format!("{address}{path}")).call().expect("the server answers");
    (response.status().as_u16(), response.body_mut().read_to_string().expect("the body is text"))
}

fn post(address: &str, body: &str) -> (u16, String) {
    let request = agent().post(format!("{address}/orders")).header("content-type", "application/json");
    let mut response = request.send(body).expect("the server answers");
    (response.status().as_u16(), response.body_mut().read_to_string().expect("the body is text"))
}

/// The client of `order`.
fn order(address: &str, article: &str, count: u32) -> Result<Article, Error> {
    let (status, body) = post(address, &json!({"article": article, "count": count}).to_string());
    match status {
        200 => Ok(serde_json::from_str(&body).expect("an article")),
        _ => Err(Error::from_response_parts(status, body.as_bytes())),
    }
}

/// A server that answers every request with these bytes, once.
fn answering(response: &'static str) -> String {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port is free");
    let address = listener.local_addr().expect("it has an address");
    thread::spawn(move || {
        use std::io::{Read, Write};

        let (mut stream, _) = listener.accept().expect("a client connects");
        let mut request = [0; 4096];
        while !String::from_utf8_lossy(&request).contains("\"count\"") {
            let _ = stream.read(&mut request).expect("the request can be read");
        }
        stream.write_all(response.as_bytes()).expect("the response can be sent");
    });
    format!("http://{address}")
}

#[test]
fn an_error_of_an_operation_arrives_as_the_type_of_that_operation() {
    let server = Server::start();
    assert_eq!(order(&server.address, "umbrella", 1), Ok(Article { article: "umbrella".to_owned(), left: 1 }));
    let error = order(&server.address, "umbrella", 2).expect_err("there is one left");
    let error = OrderError::try_from(error).expect("the operation has the code");
    assert_eq!(error, OrderError::out_of_stock("umbrella", 1));
    assert!(matches!(OrderCode::from(&error), OrderCode::OutOfStock));
    order(&server.address, "umbrella", 1).expect("there is one left");
    let error = order(&server.address, "umbrella", 1).expect_err("there is none left");
    assert_eq!(OrderError::try_from(error), Ok(OrderError::sold_out("umbrella")));
    let (status, body) = get(&server.address, "/articles/hat");
    let error = FindArticleError::try_from(Error::from_response_parts(status, body.as_bytes()));
    assert_eq!(error, Ok(FindArticleError::article_not_found("hat")));
}

#[test]
fn an_undeclared_code_arrives_as_any_error() {
    // A code of the catalogue that the operation doesn't have, and one that only a newer server knows.
    let unknown = r#"{"code":500,"reason":"Unknown","message":"something went wrong","metadata":{}}"#;
    let newer = r#"{"code":410,"reason":"ShopClosed","message":"we are closed","metadata":{}}"#;
    for (status, body, reason) in [("500 Oops", unknown, "Unknown"), ("410 Gone", newer, "ShopClosed")] {
        let response =
            format!("HTTP/1.1 {status}\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{body}", body.len());
        let address = answering(response.leak());
        let error = order(&address, "umbrella", 1).expect_err("the server fails");
        let error = OrderError::try_from(error).expect_err("the operation doesn't have the code");
        assert_eq!((error.code(), error.reason()), (ErrorCode::Unknown, reason));
    }
}

#[test]
fn what_the_validator_finds_arrives_as_violations() {
    let server = Server::start();
    let error = order(&server.address, "", 11).expect_err("the order is invalid");
    let expected = [("article", "is missing"), ("count", "must be from 1 to 10")];
    let violations = error.fields().unwrap_or_default().iter();
    assert_eq!(violations.map(|it| (it.field(), it.reason())).collect::<Vec<_>>(), expected);
    let (status, body) = post(&server.address, "{");
    assert_eq!((status, Error::from_response_parts(status, body.as_bytes()).code()), (400, ErrorCode::OrderUnreadable));
}

#[test]
fn a_cause_in_the_database_is_attached_and_not_sent() {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("a runtime can be created");
    let address: SocketAddr = runtime.block_on(async {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port is free");
        let address = listener.local_addr().expect("it has an address");
        let stock = Stock::open().await.expect("the stock can be opened");
        stock.close().await;
        let error = stock.find("kite".to_owned()).await.expect_err("the database is closed");
        let cause = error.source().and_then(|cause| cause.downcast_ref::<sqlx::Error>());
        assert!(matches!(cause, Some(sqlx::Error::PoolClosed)), "{error:?}");
        tokio::spawn(async { axum::serve(listener, router(stock)).await });
        address
    });
    let (status, body) = get(&format!("http://{address}"), "/articles/kite");
    assert_eq!(status, 503);
    assert_eq!(serde_json::from_str::<Value>(&body).expect("the body is JSON")["reason"], "DatabaseDown");
    assert!(!body.contains("closed"), "{body}");
}

#[test]
fn the_readme_shows_what_the_server_sends() {
    let server = Server::start();
    let (_, body) = post(&server.address, r#"{"article": "umbrella", "count": 3}"#);
    assert!(include_str!("../README.md").contains(&format!("```json\n{body}\n```\n")), "{body}");
}

#[test]
fn the_service_describes_itself() {
    let server = Server::start();
    let (status, body) = get(&server.address, "/openapi.json");
    let document: Value = serde_json::from_str(&body).expect("the document is JSON");
    assert_eq!(status, 200);
    let statuses = |path: &str, method: &str| -> Vec<String> {
        let responses = document["paths"][path][method]["responses"].as_object().expect("the endpoint is there");
        responses.keys().cloned().collect()
    };
    assert_eq!(statuses("/articles/{article}", "get"), ["200", "404", "503"]);
    assert_eq!(statuses("/orders", "post"), ["200", "400", "404", "409", "422", "503"]);
    assert!(get(&server.address, "/").1.contains("openapi.json"));
}
