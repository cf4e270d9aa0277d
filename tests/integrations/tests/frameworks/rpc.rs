//! A tonic server that always fails, and its client, over TCP.

use std::pin::Pin;

use tokio_stream::{self as stream, Stream};
use tonic::transport::server::TcpIncoming;
use tonic::transport::{Channel, Server};
use tonic::{Request, Response, Status};
use tonic_health::pb::health_client::HealthClient;
use tonic_health::pb::health_server::{Health, HealthServer};
use tonic_health::pb::{HealthCheckRequest, HealthCheckResponse};

/// The status for a client's request.
pub type Answer = fn(&str) -> Status;

struct Failing(Answer);

#[tonic::async_trait]
impl Health for Failing {
    /// Fails at once, so that the status is in the response's headers.
    async fn check(&self, request: Request<HealthCheckRequest>) -> Result<Response<HealthCheckResponse>, Status> {
        Err((self.0)(&request.get_ref().service))
    }

    type WatchStream = Pin<Box<dyn Stream<Item = Result<HealthCheckResponse, Status>> + Send>>;

    /// Fails after a message, so that the status is in the response's trailers.
    async fn watch(&self, request: Request<HealthCheckRequest>) -> Result<Response<Self::WatchStream>, Status> {
        let status = (self.0)(&request.get_ref().service);
        Ok(Response::new(Box::pin(stream::iter([Ok(HealthCheckResponse::default()), Err(status)]))))
    }
}

/// A client of a server that answers with this.
pub async fn client(answer: Answer) -> HealthClient<Channel> {
    let incoming = TcpIncoming::bind(([127, 0, 0, 1], 0).into()).expect("a port is free");
    let address = incoming.local_addr().expect("it is bound");
    tokio::spawn(Server::builder().serve_with_incoming(HealthServer::new(Failing(answer)), incoming));
    let channel = Channel::from_shared(format!("http://{address}")).expect("it is an address").connect().await;
    HealthClient::new(channel.expect("the server listens"))
}

/// What the server answers to this, in its headers.
pub async fn check(client: &mut HealthClient<Channel>, what: &str) -> Status {
    client.check(HealthCheckRequest { service: what.to_owned() }).await.expect_err("the server only fails")
}

/// What the server answers to this, in its trailers.
pub async fn watch(client: &mut HealthClient<Channel>, what: &str) -> Status {
    let response = client.watch(HealthCheckRequest { service: what.to_owned() }).await.expect("the stream starts");
    let mut messages = response.into_inner();
    messages.message().await.expect("it starts with a message");
    messages.message().await.expect_err("it ends with a status")
}
