//! Histories of random catalogues: servers, relays and clients that are of different versions.

#[macro_use]
mod peer;
mod sent;
mod values;

pub use peer::{Outcome, Peer};
pub use sent::{Received, Sent};
pub use values::{Value, Values};

include!(concat!(env!("OUT_DIR"), "/histories.rs"));
