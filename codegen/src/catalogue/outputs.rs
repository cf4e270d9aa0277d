//! The outputs of a catalogue.

use crate::words::Words;

/// What is generated from a catalogue.
#[derive(Clone, Debug, Default)]
pub(crate) struct Outputs {
    /// Whether outputs may be outside the repository.
    pub(crate) outside: bool,
    pub(crate) rust: RustOutput,
}

/// The generated Rust.
#[derive(Clone, Debug, Default)]
pub(crate) struct RustOutput {
    /// The folder for a whole crate, relative to the catalogue's file; `None` for a module in `OUT_DIR`.
    pub(crate) path: Option<String>,
    /// The integrations to generate.
    pub(crate) features: Vec<Feature>,
    /// Whether other crates can match all codes without a `_`.
    pub(crate) exhaustive: bool,
}

/// An integration with another crate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Feature {
    /// Errors to and from any self-describing format.
    Serde,
    /// Errors to and from HTTP responses.
    Http,
    /// Errors read from the bodies of HTTP responses.
    HttpBody,
    /// Errors as responses of axum handlers.
    Axum,
    /// Errors as responses of actix-web handlers.
    ActixWeb,
    /// Errors to and from gRPC statuses.
    Tonic,
    /// Error responses in OpenAPI.
    Utoipa,
}

impl Words for Feature {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("serde", Self::Serde),
        ("http", Self::Http),
        ("http-body", Self::HttpBody),
        ("axum", Self::Axum),
        ("actix-web", Self::ActixWeb),
        ("tonic", Self::Tonic),
        ("utoipa", Self::Utoipa),
    ];
}

impl Feature {
    /// The name in a catalogue, such as `actix-web`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.word()
    }

    /// The features that it enables.
    pub(crate) fn implied(self) -> &'static [Self] {
        match self {
            Self::Serde | Self::Tonic => &[],
            Self::Http | Self::ActixWeb | Self::Utoipa => &[Self::Serde],
            Self::HttpBody | Self::Axum => &[Self::Serde, Self::Http],
        }
    }
}
