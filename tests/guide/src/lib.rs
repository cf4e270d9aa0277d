//! The chapters of the guide whose Rust uses the catalogue of this repository.

#![allow(clippy::unused_async, reason = "a layer of axum is an async function")]

pub mod logging;
pub mod metrics;

#[cfg(doctest)]
#[doc = include_str!("../../../docs/kratos.md")]
struct Kratos;

#[cfg(doctest)]
#[doc = include_str!("../../../docs/retry.md")]
struct Retry;

#[cfg(doctest)]
#[doc = include_str!("../../../docs/testing.md")]
struct Testing;
