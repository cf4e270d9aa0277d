//! A small service that makes videos in name only, and its client. Both speak the Vidu error codes.

pub mod api;
pub mod client;
pub mod service;
