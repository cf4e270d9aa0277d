//! A tonic server that always fails, and a client of such servers.

use std::net::SocketAddr;
use std::pin::Pin;

use peers::errors::Error;
use peers::{Language, Peer, example};
use serde_json::Value;
use tokio_stream::{self as stream, Stream};
use tonic::transport::server::TcpIncoming;
use tonic::transport::{Channel, Server};
use tonic::{Request, Response, Status};
use tonic_health::pb::health_client::HealthClient;
use tonic_health::pb::health_server::{Health, HealthServer};
use tonic_health::pb::{HealthCheckRequest, HealthCheckResponse};

pub type Client = HealthClient<Channel>;

/// What a server answers.
pub enum Answer {
    /// The example that the request names.
    Example,
    /// What another server answers to the same request.
    Relay(Client),
}

#[tonic::async_trait]
impl Health for Answer {
    /// Fails at once, so that the status is in the response's headers.
    async fn check(&self, request: Request<HealthCheckRequest>) -> Result<Response<HealthCheckResponse>, Status> {
        let error = match self {
            Self::Example => example(&request.get_ref().service),
            Self::Relay(client) => Error::from(check(&mut client.clone(), &request.get_ref().service).await),
        };
        Err(error.into())
    }

    type WatchStream = Pin<Box<dyn Stream<Item = Result<HealthCheckResponse, Status>> + Send>>;

    /// Fails after a message, so that the status is in the response's trailers.
    async fn watch(&self, request: Request<HealthCheckRequest>) -> Result<Response<Self::WatchStream>, Status> {
        let error = match self {
            Self::Example => example(&request.get_ref().service),
            Self::Relay(client) => Error::from(watch(&mut client.clone(), &request.get_ref().service).await),
        };
        Ok(Response::new(Box::pin(stream::iter([Ok(HealthCheckResponse::default()), Err(error.into())]))))
    }
}

/// Starts a server in this process.
pub fn serve(answer: Answer) -> SocketAddr {
    let incoming = TcpIncoming::bind(([127, 0, 0, 1], 0).into()).expect("a port is free");
    let address = incoming.local_addr().expect("it is bound");
    tokio::spawn(Server::builder().serve_with_incoming(HealthServer::new(answer), incoming));
    address
}

/// Starts the Python server, which fails with the `google.rpc.Status` that a request contains as JSON.
pub async fn python_server() -> Option<(Peer, SocketAddr, Client)> {
    let server = Language::Python.start("grpc_server.py", &[])?;
    let address = server.address();
    Some((server, address, client(address).await))
}

/// A client of the server at this address.
pub async fn client(server: SocketAddr) -> Client {
    let channel = Channel::from_shared(format!("http://{server}")).expect("it is an address").connect().await;
    HealthClient::new(channel.expect("the server listens"))
}

/// What the Python client reads of a server's answers to these requests.
pub fn python_client(server: SocketAddr, requests: &[String]) -> Option<Vec<Value>> {
    let arguments = [&[server.to_string()], requests].concat();
    let answers = Language::Python.start("grpc_client.py", &arguments)?.into_values();
    assert_eq!(answers.len(), requests.len());
    let answer = |mut answer: Value| {
        assert_eq!(answer["in_headers"], answer["in_trailers"]);
        answer["in_headers"].take()
    };
    Some(answers.into_iter().map(answer).collect())
}

/// What a server answers to this, in its headers.
pub async fn check(client: &mut Client, request: &str) -> Status {
    client.check(HealthCheckRequest { service: request.to_owned() }).await.expect_err("the server only fails")
}

/// What a server answers to this, in its trailers.
pub async fn watch(client: &mut Client, request: &str) -> Status {
    let response = client.watch(HealthCheckRequest { service: request.to_owned() }).await.expect("the stream starts");
    let mut messages = response.into_inner();
    messages.message().await.expect("it starts with a message");
    messages.message().await.expect_err("it ends with a status")
}
