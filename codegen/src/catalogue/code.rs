//! Codes: what can go wrong.

use super::{AttributeValue, CodeId, ParamId, Template};
use crate::words::Words;

/// An error code and what the catalogue says about it.
#[derive(Debug)]
#[non_exhaustive]
pub struct Code {
    /// The name on the wire.
    pub name: String,
    /// The HTTP status, from 200 to 599.
    pub http_status: u16,
    /// The message.
    pub message: Template,
    /// What the code means.
    pub description: Option<String>,
    /// What the caller can do about it.
    pub help: Option<String>,
    /// Whether the code is left out of documents, unless one asks for it.
    pub internal: bool,
    /// The params in the order of the constructor's arguments, each once: those that the code lists, then the others that
    /// the message shows, in the order of their declarations.
    pub params: Vec<ParamId>,
    /// The value of each of the catalogue's attributes, in the order of their declarations.
    pub attributes: Vec<AttributeValue>,
    /// Why the code should no longer be used.
    pub deprecated: Option<Deprecation>,
    /// Other names that are read as this code.
    pub aliases: Vec<String>,
    /// The number. Either all codes in a catalogue have one or none does.
    pub number: Option<i64>,
    /// The code's own page; [`Catalogue::docs_url_of`](super::Catalogue::docs_url_of) also knows the catalogue's.
    pub docs_url: Option<String>,
    /// The gRPC code, if it differs from the one for the HTTP status.
    pub grpc: Option<GrpcCode>,
    /// The name of the variant in Rust, if it isn't derived from the name.
    pub rust_name: Option<String>,
}

/// Whether codes may share their numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Numbers {
    /// Each number is that of one code.
    #[default]
    Unique,
    /// Several codes may have the same number.
    Shared,
}

impl Words for Numbers {
    const WORDS: &'static [(&'static str, Self)] = &[("unique", Self::Unique), ("shared", Self::Shared)];
}

/// Why a code should no longer be used. All fields are optional.
#[derive(Debug, Default)]
#[non_exhaustive]
pub struct Deprecation {
    /// The version of the service that deprecated it.
    pub since: Option<String>,
    /// What callers should know about it.
    pub note: Option<String>,
    /// The code to use instead.
    pub replaced_by: Option<CodeId>,
}

/// A gRPC error code. Which HTTP status goes with it is in `runtime/tonic.rs`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GrpcCode(&'static str);

impl Words for GrpcCode {
    /// Declares the gRPC codes with the names and the order of `google/rpc/code.proto`, without `OK`.
    #[rustfmt::skip]
    const WORDS: &'static [(&'static str, Self)] = &[
        ("CANCELLED", Self("CANCELLED")), ("UNKNOWN", Self("UNKNOWN")), ("INVALID_ARGUMENT", Self("INVALID_ARGUMENT")),
        ("DEADLINE_EXCEEDED", Self("DEADLINE_EXCEEDED")), ("NOT_FOUND", Self("NOT_FOUND")),
        ("ALREADY_EXISTS", Self("ALREADY_EXISTS")), ("PERMISSION_DENIED", Self("PERMISSION_DENIED")),
        ("RESOURCE_EXHAUSTED", Self("RESOURCE_EXHAUSTED")), ("FAILED_PRECONDITION", Self("FAILED_PRECONDITION")),
        ("ABORTED", Self("ABORTED")), ("OUT_OF_RANGE", Self("OUT_OF_RANGE")), ("UNIMPLEMENTED", Self("UNIMPLEMENTED")),
        ("INTERNAL", Self("INTERNAL")), ("UNAVAILABLE", Self("UNAVAILABLE")), ("DATA_LOSS", Self("DATA_LOSS")),
        ("UNAUTHENTICATED", Self("UNAUTHENTICATED")),
    ];
}

impl GrpcCode {
    /// The number in `google/rpc/code.proto`.
    #[must_use]
    pub fn number(self) -> usize {
        // `OK` is 0.
        Self::WORDS.iter().take_while(|(_, known)| *known != self).count() + 1
    }

    /// The name in `google/rpc/code.proto`, such as `NOT_FOUND`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        self.0
    }
}
