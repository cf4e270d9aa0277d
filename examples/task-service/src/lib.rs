//! A small service that pretends to make videos, and its client. Both use the Vidu error codes.

pub mod api;
pub mod client;
pub mod service;
