//! Error catalogues that others wrote, compiled by errcat. Where they are from: `README.md`.
//!
//! The compiled modules are held to what errcat promises a crate that is strict with itself.

#![deny(missing_docs, clippy::pedantic)]

/// The SQLSTATEs of `PostgreSQL`.
pub mod postgresql {
    include!(concat!(env!("OUT_DIR"), "/postgresql.rs"));
}

/// Diagnostics of the `TypeScript` compiler, in German.
pub mod typescript {
    include!(concat!(env!("OUT_DIR"), "/typescript.rs"));
}

/// Errors of five AWS services.
pub mod botocore {
    include!(concat!(env!("OUT_DIR"), "/botocore.rs"));
}
