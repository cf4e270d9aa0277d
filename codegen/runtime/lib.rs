//! The part of the generated code that is the same for every catalogue.
//!
//! The generator copies these modules unchanged, except for this file and the tests. Here they are compiled, linted and
//! tested in place: the packages `tests/runtime` and `tests/runtime-without-fallback` are this crate plus the modules
//! generated from their catalogues.
//!
//! As a part of somebody else's crate they can rely on little: the crate may have macros with the names of the prelude's,
//! so macros are called by their paths, and in edition 2018 `TryFrom` is not in the prelude and an array's `into_iter`
//! borrows.

#![no_std]
#![forbid(unsafe_code)]
#![allow(dead_code, reason = "not every catalogue needs all of the runtime")]

extern crate alloc;
#[cfg(test)]
extern crate std;

// The modules that depend on the catalogue.
include!(concat!(env!("OUT_DIR"), "/catalogue.rs"));

mod envelope;
mod equality;
mod error;
mod float;
mod hash;
mod layout;
mod operation;
mod or_error;
mod parse;
mod pieces;
mod row;
mod value;
mod violation;

#[cfg(feature = "frameworks")]
mod actix_web;
#[cfg(feature = "frameworks")]
mod axum;
#[cfg(feature = "frameworks")]
#[cfg_attr(not(any(problem, enveloped)), path = "kratos.rs")]
#[cfg_attr(enveloped, path = "enveloped.rs")]
#[cfg_attr(problem, path = "problem.rs")]
mod body;
#[cfg(feature = "frameworks")]
mod deserialize;
#[cfg(feature = "frameworks")]
mod envelopes;
#[cfg(feature = "frameworks")]
mod foreign;
#[cfg(feature = "frameworks")]
mod formats;
#[cfg(feature = "frameworks")]
#[cfg_attr(fallback, path = "with_fallback/from_response.rs")]
#[cfg_attr(not(fallback), path = "without_fallback/from_response.rs")]
mod from_response;
#[cfg(feature = "frameworks")]
#[cfg_attr(fallback, path = "with_fallback/from_response_body.rs")]
#[cfg_attr(not(fallback), path = "without_fallback/from_response_body.rs")]
mod from_response_body;
#[cfg(feature = "frameworks")]
#[cfg_attr(fallback, path = "with_fallback/from_status.rs")]
#[cfg_attr(not(fallback), path = "without_fallback/from_status.rs")]
mod from_status;
#[cfg(feature = "frameworks")]
mod headers;
#[cfg(feature = "frameworks")]
mod http;
#[cfg(feature = "frameworks")]
mod http_body;
#[cfg(feature = "frameworks")]
mod message;
#[cfg(feature = "frameworks")]
mod openapi_body;
#[cfg(feature = "frameworks")]
mod openapi_components;
#[cfg(feature = "frameworks")]
mod operation_actix_web;
#[cfg(feature = "frameworks")]
mod operation_axum;
#[cfg(feature = "frameworks")]
mod operation_http;
#[cfg(feature = "frameworks")]
mod operation_serialize;
#[cfg(feature = "frameworks")]
mod operation_tonic;
#[cfg(feature = "frameworks")]
mod operation_utoipa;
#[cfg(feature = "frameworks")]
mod outgoing;
#[cfg(feature = "frameworks")]
mod protobuf;
#[cfg(feature = "frameworks")]
mod raw;
#[cfg(feature = "frameworks")]
mod received;
#[cfg(feature = "frameworks")]
mod relayed;
#[cfg(feature = "frameworks")]
mod repair;
#[cfg(feature = "frameworks")]
mod request_ids;
#[cfg(feature = "frameworks")]
mod retry_after;
#[cfg(feature = "frameworks")]
mod rpc;
#[cfg(feature = "frameworks")]
mod serialize;
#[cfg(feature = "frameworks")]
mod split;
#[cfg(feature = "frameworks")]
mod text;
#[cfg(feature = "frameworks")]
mod tonic;
#[cfg(feature = "frameworks")]
mod utoipa;
#[cfg(feature = "frameworks")]
pub mod wire;

pub use self::attributes::Retry;
pub use self::code::ErrorCode;
pub use self::error::Error;
#[cfg(all(feature = "frameworks", not(fallback)))]
pub use self::from_response::Unrecognised;
#[cfg(feature = "frameworks")]
pub use self::http::HttpStatus;
#[cfg(feature = "frameworks")]
pub use self::openapi_components::ErrorComponents;
pub use self::or_error::{ResultExt, TakesCause};
pub use self::parse::UnknownErrorCode;
pub use self::value::Value;
pub use self::violation::Violation;

#[cfg(test)]
mod tests;
