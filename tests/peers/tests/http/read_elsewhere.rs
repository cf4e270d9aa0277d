//! Programs in other languages read the problems of an axum server.

use std::net::SocketAddr;

use axum::Router;
use axum::extract::Path;
use axum::routing::get;
use peers::{Language, Peer, SECRET, example};
use serde_json::{Map, Value, json};
use tokio::net::TcpListener;
use tokio::task::spawn_blocking;

use crate::get::read;

/// Starts a server in this process.
async fn serve(router: Router) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port is free");
    let address = listener.local_addr().expect("it is bound");
    tokio::spawn(async { axum::serve(listener, router).await });
    address
}

/// The examples, and what else is in the problem of each: the status, the title, the text, the params and the metadata.
fn expected() -> [(&'static str, u16, &'static str, &'static str, Value); 9] {
    let errors = json!([
        {"pointer": "#/amount", "detail": "is 0; at least 1"},
        {"pointer": "#/items/0/size", "detail": "is empty"},
    ]);
    let stock = json!({"article": "pen", "available": 3});
    let invalid = json!({"errors": errors, "x-request-id": "r-1"});
    let colours = json!({"colours": ["röt", "a, b"], "note": "\u{1f600} \"quoted\"\n50 % \u{2028}"});
    let credit = json!({"express": true, "balance": -9_007_199_254_740_993_i64, "price": 0.1});
    let (fields, refused) = ("the order is invalid: amount, items.0.size", "the card [redacted] was refused");
    let too_expensive = "0.1 is more than -9007199254740993";
    [
        ("OutOfStock", 409, "The shop has too few of an article", "only 3 of pen left", stock),
        ("OrderInvalid", 422, "Something in the order is wrong", fields, invalid),
        ("ColourUnknown", 400, "The article is not made in this colour", "no such colours: röt, a, b", colours),
        ("CreditInsufficient", 402, "The customer must pay in first", too_expensive, credit),
        ("CardRefused", 403, "The bank refused the card", refused, json!({})),
        ("OrderNotFound", 404, "There is no such order", "order not found", json!({})),
        ("TooManyRequests", 429, "The client must slow down", "too many requests", json!({})),
        ("Unavailable", 503, "The shop can't answer now", "the shop is unavailable", json!({})),
        ("Unknown", 500, "An error of another program", "unknown error", json!({})),
    ]
}

/// The problem with the members that every problem has, and others.
fn problem(name: &str, status: u16, title: &str, detail: &str, others: Value) -> Value {
    let page = format!("https://shop.example/errors#{name}");
    let mut problem = json!({"type": page, "title": title, "status": status, "detail": detail, "code": name});
    let Value::Object(others) = others else { panic!("not an object: {others}") };
    problem.as_object_mut().expect("it is an object").extend(others);
    problem
}

fn headers(name: &str) -> Value {
    let mut headers = Map::new();
    headers.insert("content-type".to_owned(), "application/problem+json".into());
    match name {
        "OrderInvalid" => headers.insert("x-request-id".to_owned(), "r-1".into()),
        "TooManyRequests" => headers.insert("retry-after".to_owned(), "2".into()),
        _ => None,
    };
    headers.into()
}

/// Checks what a program reads of every example.
async fn every_problem_is_read(language: Language, reader: &str, of_language: fn(Value) -> Value) {
    let router = Router::new().route("/{name}", get(async |Path(name): Path<String>| example(&name)));
    let server = serve(router).await;
    let urls = expected().map(|(name, ..)| format!("http://{server}/{name}"));
    let Some(reader) = language.start(reader, &urls) else { return };
    let read = reader.into_values();
    assert_eq!(read.len(), expected().len());
    for (read, (name, status, title, detail, others)) in read.into_iter().zip(expected()) {
        assert!(!read.to_string().contains(SECRET), "{read}");
        let problem = of_language(problem(name, status, title, detail, others));
        assert_eq!(read, json!({"status": status, "headers": headers(name), "problem": problem}));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn httpx_and_a_model_of_problems_read_every_problem() {
    every_problem_is_read(Language::Python, "problem_reader.py", |problem| problem).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn http_problem_details_reads_every_problem() {
    every_problem_is_read(Language::Node, "problem_reader.js", |mut problem| {
        // JavaScript's numbers have 53 bits.
        if let Some(balance) = problem.get_mut("balance") {
            *balance = json!(-9_007_199_254_740_992_i64);
        }
        problem
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_relay_passes_on_the_problems_of_others() {
    let Some(peer) = Language::Python.start("http_server.py", &[]) else { return };
    let server = peer.address();
    let relay = async move |Path(path): Path<String>| {
        spawn_blocking(move || read(server, &format!("/{path}"), None)).await.expect("the server answers")
    };
    let relay = serve(Router::new().route("/{*path}", get(relay))).await;
    let paths =
        ["problem/foreign", "problem/busy", "problem-details/foreign", "problem-details/crash", "connexion/crash"];
    let seen_at = |server: SocketAddr| {
        let urls = paths.map(|path| format!("http://{server}/{path}"));
        Language::Python.start("problem_reader.py", &urls).map(Peer::into_values)
    };
    let (Some(direct), Some(relayed)) = (seen_at(server), seen_at(relay)) else { return };
    assert_eq!((direct.len(), relayed.len()), (paths.len(), paths.len()));
    for (direct, relayed) in direct.iter().zip(&relayed) {
        assert_eq!((&relayed["status"], &relayed["headers"]), (&direct["status"], &direct["headers"]));
        for member in ["type", "title", "status", "detail", "instance"] {
            assert_eq!(relayed["problem"][member], direct["problem"][member], "{member} of {direct}");
        }
    }
    // Other members are texts.
    assert_eq!(relayed[0]["problem"]["account"], r#"{"id":7}"#);
}
