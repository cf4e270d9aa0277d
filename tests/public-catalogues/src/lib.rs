//! Public error catalogues, compiled by errcat. For their sources, see `README.md`.
//!
//! The compiled modules are checked with the strict lints that errcat promises to satisfy.

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
