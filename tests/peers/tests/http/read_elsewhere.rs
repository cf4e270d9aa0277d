//! Programs in other languages read the problems of an axum server.

use std::net::SocketAddr;

use axum::Router;
use axum::extract::Path;
use axum::routing::get;
use peers::{Language, SECRET, example};
use serde_json::{Value, json};
use tokio::net::TcpListener;

/// Starts a server in this process, which answers with the example that a path names.
async fn serve() -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port is free");
    let address = listener.local_addr().expect("it is bound");
    let router = Router::new().route("/{name}", get(async |Path(name): Path<String>| example(&name)));
    tokio::spawn(async { axum::serve(listener, router).await });
    address
}

#[tokio::test(flavor = "multi_thread")]
async fn all() {
    let server = serve().await;
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
    for (language, reader) in [(Language::Python, "problem_reader.py"), (Language::Node, "problem_reader.js")] {
        let urls = names.map(|name| format!("http://{server}/{name}"));
        let Some(reader) = language.start(reader, &urls) else { continue };
        for v in reader.into_values() {
            println!("{v}");
        }
    }
}
