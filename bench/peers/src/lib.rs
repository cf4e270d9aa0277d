//! The Rust that others than errcat would make of a catalogue: of the one of this repository, or of a synthetic one.

mod catalogue;
mod matches;
mod phf;
mod rust;
mod samples;
mod snafu;
mod today;
mod vidu;

pub use catalogue::{Catalogue, Code};

/// A way to write errors in Rust other than with errcat.
pub struct Peer {
    /// What the tables call it.
    pub name: &'static str,
    /// What a package of it is called.
    pub package: &'static str,
    /// The lines below `[dependencies]`.
    pub dependencies: &'static str,
    /// The Rust of a catalogue: a whole module, or a crate.
    pub source: fn(&Catalogue) -> String,
}

/// What a competent person writes by hand: a thiserror enum, a strum enum of codes, a `match` for status and description.
pub static TODAY: Peer = Peer {
    name: "thiserror + strum",
    package: "with-thiserror",
    dependencies: "strum = { version = \"0.28\", features = [\"derive\"] }\nthiserror = \"2\"\n",
    source: today::source,
};

/// The same with snafu in place of thiserror.
pub static SNAFU: Peer = Peer {
    name: "snafu + strum",
    package: "with-snafu",
    dependencies: "snafu = \"0.9\"\nstrum = { version = \"0.28\", features = [\"derive\"] }\n",
    source: snafu::source,
};

/// The same without a dependency, as one would generate it: all is a `match`.
pub static MATCHES: Peer =
    Peer { name: "generated `match`es", package: "with-matches", dependencies: "", source: matches::source };

/// The same with a perfect hash function for the lookup by name.
pub static PHF: Peer = Peer {
    name: "`match`es + phf",
    package: "with-phf",
    dependencies: "phf = { version = \"0.14\", features = [\"macros\"] }\n",
    source: phf::source,
};
