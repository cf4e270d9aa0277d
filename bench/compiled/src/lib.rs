//! Synthetic catalogues compiled to Rust by errcat and its peers, side by side.
//!
//! They are in their own crate, as errors usually are, so that the compiler can inline no more than usual.

/// A catalogue of 38 codes.
#[cfg(not(feature = "large"))]
#[rustfmt::skip]
pub mod small {
    include!(concat!(env!("OUT_DIR"), "/small.rs"));
}

/// A catalogue of 10,000 codes.
#[cfg(feature = "large")]
#[rustfmt::skip]
pub mod large {
    include!(concat!(env!("OUT_DIR"), "/large.rs"));
}
