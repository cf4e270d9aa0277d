//! A catalogue of a shop with 20 operations, in each wire format.

#![allow(missing_docs, reason = "not every code needs a description here")]

/// Errors in the format of go-kratos.
#[cfg(feature = "frameworks")]
pub mod kratos {
    include!(concat!(env!("OUT_DIR"), "/kratos.rs"));
}

/// Errors as problems of RFC 9457.
#[cfg(feature = "frameworks")]
pub mod problem {
    include!(concat!(env!("OUT_DIR"), "/problem.rs"));
}

/// Errors in an envelope of the shop's own.
#[cfg(feature = "frameworks")]
pub mod envelope {
    include!(concat!(env!("OUT_DIR"), "/envelope.rs"));
}
