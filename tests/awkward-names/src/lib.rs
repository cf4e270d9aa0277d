//! A catalogue of names and texts that are hard to turn into Rust, under the strictest lints.

#![deny(warnings, missing_docs, clippy::all, clippy::pedantic, rustdoc::all)]

/// The catalogue as a public module.
pub mod errors {
    include!(concat!(env!("OUT_DIR"), "/errors.rs"));
}

// Some of clippy's lints skip public items.
mod private {
    include!(concat!(env!("OUT_DIR"), "/errors.rs"));
}
