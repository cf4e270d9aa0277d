//! Compiles an error catalogue (`errors.yaml`) into Rust: an enum of codes, an error type with a constructor for each
//! code, messages and HTTP statuses.
//!
//! In a `build.rs`, with `errcat` among the build-dependencies:
//!
//! ```no_run
//! // build.rs
//! errcat::generate("errors.yaml");
//! ```
//!
//! and in the crate:
//!
//! ```ignore
//! mod errors {
//!     include!(concat!(env!("OUT_DIR"), "/errors.rs"));
//! }
//! ```
//!
//! [`Catalogue::load`], [`outputs`], [`render_module`] and [`compare`] are the steps of [`generate`], to embed errcat.

extern crate alloc;

mod build_script;
mod catalogue;
mod decode;
mod diagnostics;
#[cfg(feature = "diff")]
mod diff;
#[cfg(any(feature = "diff", feature = "documents"))]
#[path = "../runtime/float.rs"]
mod float;
mod format;
#[path = "../runtime/hash.rs"]
mod hash;
#[cfg(feature = "import")]
mod import;
mod include;
#[path = "../runtime/layout.rs"]
#[cfg_attr(not(test), allow(dead_code, reason = "only tests read the tables"))]
mod layout;
mod lint;
#[cfg(feature = "openapi")]
mod openapi;
#[cfg(any(feature = "documents", feature = "import"))]
mod phrases;
mod printable;
mod read;
#[cfg(feature = "documents")]
mod recognise;
mod render;
mod resolve;
mod rules;
mod source;
#[cfg(any(feature = "diff", feature = "documents"))]
#[path = "../runtime/split.rs"]
#[cfg_attr(not(feature = "documents"), allow(dead_code, reason = "a part of it is only for pasted messages"))]
mod split;
mod words;
mod write;
mod yaml;

pub use build_script::generate;
pub use catalogue::{
    Acceptance, Attribute, AttributeId, AttributeType, AttributeValue, Catalogue, Code, CodeId, Colour, Deprecation,
    Document, DocumentFormat, Envelope, Fallback, Feature, Group, GroupId, GrpcCode, Numbers, OpenApiVersion,
    Operation, OperationId, Param, ParamId, ParamType, PathStep, Piece, Template, Wire, WordId,
};
pub use diagnostics::suggest::nearest;
pub use diagnostics::{Diagnostics, Finding, Location, Related, RenderOptions};
#[cfg(feature = "diff")]
pub use diff::{Breaks, Bump, Change, ChangeRule, Diff, Part, Sent, Side, Witness, change_rules, diff};
#[cfg(feature = "documents")]
pub use format::render_schema;
pub use format::{Key, format_keys};
#[cfg(feature = "import")]
pub use import::{EditError, ImportOptions, Imported, NewCode, SourceFormat, Updated, add_code, import, update};
#[cfg(feature = "openapi")]
pub use openapi::check_openapi;
pub use printable::printable;
pub use read::LoadError;
#[cfg(feature = "documents")]
pub use recognise::{Recognised, RecognisedBy, recognise};
pub use render::{Artifact, outputs, render_crate, render_module, render_summary};
#[cfg(feature = "documents")]
pub use render::{render_example, render_json_lines};
pub use rules::{Level, Rule, RuleKind, Severity, rules};
pub use write::{Comparison, Lock, Stale, compare, lock};

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
