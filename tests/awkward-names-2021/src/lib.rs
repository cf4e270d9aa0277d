//! The catalogue of `awkward-names` in edition 2021, ready for edition 2024.

#![deny(warnings, missing_docs, clippy::all, clippy::pedantic, rustdoc::all, rust_2024_compatibility)]

/// The catalogue as a public module.
pub mod errors {
    include!(concat!(env!("OUT_DIR"), "/errors.rs"));
}

// Some of clippy's lints skip public items.
mod private {
    include!(concat!(env!("OUT_DIR"), "/errors.rs"));
}
