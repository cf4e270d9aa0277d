//! Errors between tonic and grpcio, in both directions.

mod from_python;
mod relay;
mod rpc;
mod to_python;
