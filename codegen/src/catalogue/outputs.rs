//! The outputs of a catalogue.

use std::path::{Path, PathBuf};

use crate::words::Words;

/// What is generated from a catalogue.
#[derive(Clone, Debug, Default)]
pub(crate) struct Outputs {
    /// Whether outputs may be outside the repository.
    pub(crate) outside: bool,
    pub(crate) rust: RustOutput,
    pub(crate) documents: Vec<Document>,
}

/// A document to generate from a catalogue.
///
/// ```
/// use errcat::DocumentFormat;
///
/// let text = "errcat: 1\ncatalogue: {name: Shop}\noutputs: {markdown: ERRORS.md, json: {internal: true}}\ncodes:\n  SoldOut: {http_status: 409, message: sold out}\n";
/// let catalogue = errcat::Catalogue::parse("errors.yaml", text.as_bytes())?;
/// let [markdown, json] = catalogue.documents() else { panic!("two documents") };
/// assert_eq!((markdown.format, markdown.path.to_str()), (DocumentFormat::Markdown, Some("ERRORS.md")));
/// assert_eq!((json.path.to_str(), json.internal), (Some("generated/errors.json"), true));
/// # Ok::<(), errcat::Diagnostics>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Document {
    /// Its format.
    pub format: DocumentFormat,
    /// Its path, relative to the folder of the catalogue's file.
    pub path: PathBuf,
    /// Whether internal codes are in it.
    pub internal: bool,
    /// The accent colour of a web page.
    pub accent: Option<Colour>,
}

/// A colour of sRGB.
///
/// ```
/// use errcat::Colour;
///
/// let text = "errcat: 1\ncatalogue: {name: Shop}\noutputs: {html: {accent: '#0a7'}}\ncodes:\n  SoldOut: {http_status: 409, message: sold out}\n";
/// let catalogue = errcat::Catalogue::parse("errors.yaml", text.as_bytes())?;
/// assert_eq!(catalogue.documents()[0].accent, Some(Colour { red: 0x00, green: 0xaa, blue: 0x77 }));
/// # Ok::<(), errcat::Diagnostics>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour {
    /// From 0 to 255.
    pub red: u8,
    /// From 0 to 255.
    pub green: u8,
    /// From 0 to 255.
    pub blue: u8,
}

impl Colour {
    /// The colour that `#rgb` or `#rrggbb` stands for, with or without the `#`.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#').unwrap_or(text);
        if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        let part = |at: usize| match digits.len() {
            3 => u8::from_str_radix(&digits[at..=at].repeat(2), 16).ok(),
            6 => u8::from_str_radix(&digits[2 * at..2 * at + 2], 16).ok(),
            _ => None,
        };
        Some(Self { red: part(0)?, green: part(1)?, blue: part(2)? })
    }
}

/// The format of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DocumentFormat {
    /// A page for a forge or a wiki.
    Markdown,
    /// A page for the web.
    Html,
    /// Everything that the catalogue says, for other programs.
    Json,
    /// Components for the OpenAPI description of an API.
    OpenApi(OpenApiVersion),
    /// A module for front ends.
    TypeScript,
}

/// The version of OpenAPI of a document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OpenApiVersion {
    /// OpenAPI 3.0, whose schemas are its own.
    V3_0,
    /// OpenAPI 3.1, whose schemas are JSON Schema.
    #[default]
    V3_1,
}

impl Words for OpenApiVersion {
    const WORDS: &'static [(&'static str, Self)] = &[("3.1", Self::V3_1), ("3.0", Self::V3_0)];
}

impl OpenApiVersion {
    /// The number in a document.
    #[must_use]
    pub fn number(self) -> &'static str {
        match self {
            Self::V3_0 => "3.0.3",
            Self::V3_1 => "3.1.0",
        }
    }
}

impl Words for DocumentFormat {
    /// With the keys of `outputs`.
    const WORDS: &'static [(&'static str, Self)] = &[
        ("markdown", Self::Markdown),
        ("html", Self::Html),
        ("json", Self::Json),
        ("openapi", Self::OpenApi(OpenApiVersion::V3_1)),
        ("typescript", Self::TypeScript),
    ];
}

impl DocumentFormat {
    /// The path of a document for which the catalogue sets none.
    #[must_use]
    pub fn default_path(self) -> &'static Path {
        Path::new(match self {
            Self::Markdown => "generated/ERRORS.md",
            Self::Html => "generated/errors.html",
            Self::Json => "generated/errors.json",
            Self::OpenApi(_) => "generated/openapi.json",
            Self::TypeScript => "generated/errors.ts",
        })
    }
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
