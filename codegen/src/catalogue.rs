//! A catalogue without mistakes: what the renderers read.

use std::path::Path;

use crate::diagnostics::Diagnostics;

/// A catalogue of error codes that has been checked: whatever is rendered from it compiles.
#[derive(Debug)]
pub struct Catalogue {
    pub(crate) name: String,
    pub(crate) description: String,
    pub(crate) docs_url: String,
    /// Where the Rust crate goes, relative to the catalogue's file; `None` for a module in `OUT_DIR`.
    pub(crate) rust_path: Option<String>,
    /// The integrations that the generated code has.
    pub(crate) features: Vec<Feature>,
    pub(crate) wire: Wire,
    /// The variant that stands for a code on the wire that is none of these.
    pub(crate) fallback: Option<String>,
    pub(crate) params: Vec<Param>,
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) codes: Vec<Code>,
    pub(crate) warnings: Option<Diagnostics>,
}

impl Catalogue {
    /// What the lints have found, though the catalogue can be used as it is; `None` where they have found nothing.
    #[must_use]
    pub fn warnings(&self) -> Option<&Diagnostics> {
        self.warnings.as_ref()
    }

    /// The names of the codes on the wire, in the catalogue's order.
    #[must_use]
    pub fn code_names(&self) -> impl ExactSizeIterator<Item = &str> {
        self.codes.iter().map(|code| &*code.name)
    }

    /// The folder for the sources of a whole crate (`outputs.rust.path`), relative to the catalogue's file. `None`
    /// where the catalogue is for a module of its user's crate.
    #[must_use]
    pub fn rust_path(&self) -> Option<&Path> {
        self.rust_path.as_deref().map(Path::new)
    }
}

/// An integration with another crate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Feature {
    Serde,
    Http,
    Axum,
    ActixWeb,
    Tonic,
    Utoipa,
}

impl Feature {
    /// The features by their names, which are those of the crates.
    pub(crate) const WORDS: &[(&str, Self)] = &[
        ("serde", Self::Serde),
        ("http", Self::Http),
        ("axum", Self::Axum),
        ("actix-web", Self::ActixWeb),
        ("tonic", Self::Tonic),
        ("utoipa", Self::Utoipa),
    ];

    pub(crate) fn word(self) -> &'static str {
        word(self, Self::WORDS)
    }

    /// The features that come with it.
    pub(crate) fn implied(self) -> &'static [Self] {
        match self {
            Self::Serde | Self::Tonic => &[],
            Self::Http | Self::ActixWeb | Self::Utoipa => &[Self::Serde],
            Self::Axum => &[Self::Serde, Self::Http],
        }
    }
}

/// The format of errors on the wire.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Wire {
    #[default]
    Kratos,
    /// RFC 9457.
    Problem,
}

impl Wire {
    pub(crate) const WORDS: &[(&str, Self)] = &[("kratos", Self::Kratos), ("problem", Self::Problem)];
}

/// The word for a value in a catalogue.
fn word<T: Copy + PartialEq>(value: T, words: &[(&'static str, T)]) -> &'static str {
    words.iter().find(|(_, known)| *known == value).map_or("", |(word, _)| word)
}

#[derive(Debug)]
pub(crate) struct Param {
    pub(crate) name: String,
    pub(crate) kind: ParamType,
    pub(crate) description: String,
    pub(crate) sensitive: bool,
    /// The accessor on `Error`.
    pub(crate) accessor: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ParamType {
    String,
    Integer,
    Unsigned,
    Boolean,
    List,
}

impl ParamType {
    /// The types by their words in a catalogue.
    pub(crate) const WORDS: &[(&str, Self)] = &[
        ("string", Self::String),
        ("integer", Self::Integer),
        ("unsigned", Self::Unsigned),
        ("boolean", Self::Boolean),
        ("list", Self::List),
    ];

    pub(crate) fn word(self) -> &'static str {
        word(self, Self::WORDS)
    }
}

#[derive(Debug)]
pub(crate) struct Attribute {
    pub(crate) name: String,
    pub(crate) description: String,
    pub(crate) kind: AttributeType,
    /// The accessor on `ErrorCode`.
    pub(crate) accessor: String,
}

#[derive(Debug)]
pub(crate) enum AttributeType {
    /// An enum of its own.
    Words {
        rust_type: String,
        words: Vec<Word>,
    },
    String,
    Integer,
    Unsigned,
    Boolean,
}

/// One of the values of an attribute.
#[derive(Debug)]
pub(crate) struct Word {
    pub(crate) text: String,
    pub(crate) variant: String,
}

#[derive(Debug)]
pub(crate) struct Code {
    pub(crate) name: String,
    pub(crate) variant: String,
    /// The constructor on `Error`.
    pub(crate) constructor: String,
    pub(crate) http_status: u16,
    pub(crate) message: String,
    pub(crate) description: String,
    /// The params in the order of the constructor's arguments, as indices into the catalogue's.
    pub(crate) params: Vec<usize>,
    /// The text of each attribute's value, in the order of the catalogue's attributes.
    pub(crate) attributes: Vec<String>,
    pub(crate) deprecated: Option<Deprecation>,
    pub(crate) aliases: Vec<String>,
    pub(crate) number: Option<u32>,
    pub(crate) docs_url: String,
    /// The name of the gRPC code, or `""` where it follows from the HTTP status.
    pub(crate) grpc: &'static str,
}

#[derive(Debug, Default)]
pub(crate) struct Deprecation {
    pub(crate) since: String,
    pub(crate) note: String,
    /// The name of the code to use instead.
    pub(crate) replaced_by: String,
}
