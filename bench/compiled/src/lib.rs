//! Synthetic catalogues in Rust, as errcat and its peers make it, side by side.
//!
//! In a crate of their own, as errors mostly are: what the compiler may not inline there, it may not inline here.

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
