//! The errors of this repository's catalogue in both wire formats, and support for sending them over TCP.

#![deny(missing_docs, clippy::pedantic)]

pub mod errors;
pub mod expected;
mod server;
mod tap;

use std::time::Duration;

use ureq::Agent;

/// The crate itself: errors in the format of go-kratos.
pub use vidu_errors as kratos;

pub use self::server::{Server, answering};
pub use self::tap::Tap;

/// A client that treats error responses as responses.
#[must_use]
pub fn agent() -> Agent {
    let config = Agent::config_builder().http_status_as_error(false).timeout_global(Some(Duration::from_secs(60)));
    config.proxy(None).build().into()
}

/// The same catalogue with errors in the format of RFC 9457.
pub mod problem {
    include!(concat!(env!("OUT_DIR"), "/problem.rs"));
}

/// No response may contain any part of this: it is in the cause of each error that the server sends.
pub const SECRET: &str = "postgres://errcat:hunter2@db-3.internal";

/// The metadata of each error that the server sends.
pub const METADATA: [(&str, &str); 1] = [("trace_id", "4bf92f3577b34da6")];

/// The fields of each error that names any.
pub const FIELDS: [&str; 2] = ["prompt", "model"];
