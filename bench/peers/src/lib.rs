//! The Rust code that alternatives to errcat produce for a catalogue: this repository's, or a synthetic one.

mod catalogue;
mod matches;
mod phf;
mod rust;
mod samples;
mod snafu;
mod today;
mod vidu;

pub use catalogue::{Catalogue, Code};

/// A way to implement errors in Rust without errcat.
pub struct Peer {
    /// Its name in the tables.
    pub name: &'static str,
    /// The name of its package.
    pub package: &'static str,
    /// The lines under `[dependencies]`.
    pub dependencies: &'static str,
    /// The Rust code for a catalogue: a whole module, or a crate.
    pub source: fn(&Catalogue) -> String,
}

/// Competent handwritten code: a thiserror enum, a strum enum of codes, a `match` for status and description.
pub static TODAY: Peer = Peer {
    name: "thiserror + strum",
    package: "with-thiserror",
    dependencies: "strum = { version = \"0.28\", features = [\"derive\"] }\nthiserror = \"2\"\n",
    source: today::source,
};

/// The same with snafu instead of thiserror.
pub static SNAFU: Peer = Peer {
    name: "snafu + strum",
    package: "with-snafu",
    dependencies: "snafu = \"0.9\"\nstrum = { version = \"0.28\", features = [\"derive\"] }\n",
    source: snafu::source,
};

/// The same without dependencies, as a simple generator would write it: everything is a `match`.
pub static MATCHES: Peer =
    Peer { name: "generated `match`es", package: "with-matches", dependencies: "", source: matches::source };

/// The same with a perfect hash function for the lookup by name.
pub static PHF: Peer = Peer {
    name: "`match`es + phf",
    package: "with-phf",
    dependencies: "phf = { version = \"0.14\", features = [\"macros\"] }\n",
    source: phf::source,
};
