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
    /// The params in the order of the constructor's arguments, each once: those that the code lists, then the others that
    /// the message shows, in the order of their declarations.
    pub params: Vec<ParamId>,
    /// The value of each of the catalogue's attributes, in their order.
    pub attributes: Vec<AttributeValue>,
    /// Why the code is no longer to be used.
    pub deprecated: Option<Deprecation>,
    /// Other names by which the code is known on the wire.
    pub aliases: Vec<String>,
    /// The number. All codes of a catalogue have one, or none has.
    pub number: Option<u32>,
    /// The code's own page; [`Catalogue::docs_url_of`](super::Catalogue::docs_url_of) knows the catalogue's page too.
    pub docs_url: Option<String>,
    /// The gRPC code, where it isn't the one that goes with the HTTP status.
    pub grpc: Option<GrpcCode>,
    /// The name of the variant in Rust, where it isn't the one that follows from the name.
    pub rust_name: Option<String>,
}

/// Why a code is no longer to be used. Any of it may be missing.
#[derive(Debug, Default)]
#[non_exhaustive]
pub struct Deprecation {
    /// The version of the service since when.
    pub since: Option<String>,
    /// What to know about it.
    pub note: Option<String>,
    /// The code to use instead.
    pub replaced_by: Option<CodeId>,
}

/// A code of gRPC for an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GrpcCode(&'static str);

impl Words for GrpcCode {
    /// The gRPC codes by their names in `google/rpc/code.proto` and in its order, without that of success.
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
        // That of success is 0.
        Self::WORDS.iter().take_while(|(_, known)| *known != self).count() + 1
    }

    /// The name in `google/rpc/code.proto`, such as `NOT_FOUND`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        self.0
    }
}
