//! Errors between servers and clients over TCP, and in `OpenAPI`.

mod actix;
mod bodies;
mod codes;
mod grpc;
mod grpc_relays;
mod grpc_sizes;
mod internal;
mod odd_names;
mod openapi;
mod rpc;
mod wide;
mod wire;
