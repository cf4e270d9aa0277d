//! The catalogue of `integrations` in edition 2021, ready for edition 2024.

#![deny(warnings, missing_docs, unnameable_types, clippy::all, clippy::pedantic, rustdoc::all, rust_2024_compatibility)]

/// The catalogue with errors in the format of go-kratos.
#[cfg(feature = "frameworks")]
pub mod kratos {
    include!(concat!(env!("OUT_DIR"), "/kratos.rs"));
}

/// The catalogue with errors as problems of RFC 9457.
#[cfg(feature = "frameworks")]
pub mod problem {
    include!(concat!(env!("OUT_DIR"), "/problem.rs"));
}
