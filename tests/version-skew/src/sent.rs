//! What goes over the wire, and what arrives.

use std::fmt;

use tonic::Status;

use crate::Value;

/// An error as sent, with what was said in it.
#[derive(Clone)]
pub struct Sent {
    /// The response's status.
    pub http_status: u16,
    /// The response's body.
    pub body: Vec<u8>,
    /// The same as a gRPC status.
    pub grpc: Status,
    /// The message.
    pub message: String,
    /// Params and metadata, without what is sensitive for the sender.
    pub values: Vec<(String, Value)>,
}

/// What a receiver has.
#[derive(Clone, Debug)]
pub struct Received {
    /// What it passes on, and what it has itself.
    pub sent: Sent,
    /// What it can show: the error in each way, and what it sends on.
    pub shown: Vec<String>,
    /// Whether it has a value for a sensitive param.
    pub has_secret: bool,
}

impl fmt::Debug for Sent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let body = String::from_utf8_lossy(&self.body);
        writeln!(f, "{} {body}\n{:?}\n{:?}", self.http_status, self.grpc, self.values)
    }
}
