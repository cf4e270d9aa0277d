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

/// Errors of Kafka's protocol.
pub mod kafka {
    include!(concat!(env!("OUT_DIR"), "/kafka.rs"));
}

/// Return codes of `WeChat`, in Chinese.
pub mod wechat {
    include!(concat!(env!("OUT_DIR"), "/wechat.rs"));
}

/// Error conditions of `PySpark`.
pub mod pyspark {
    include!(concat!(env!("OUT_DIR"), "/pyspark.rs"));
}

/// Rules of Ruff, with descriptions in Markdown.
pub mod ruff {
    include!(concat!(env!("OUT_DIR"), "/ruff.rs"));
}

/// `NTSTATUS` values of Windows.
pub mod ntstatus {
    include!(concat!(env!("OUT_DIR"), "/ntstatus.rs"));
}

/// JSON error codes of Discord, some of which share a number.
pub mod discord {
    include!(concat!(env!("OUT_DIR"), "/discord.rs"));
}
