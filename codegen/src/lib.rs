//! Compiles an error catalogue, one `errors.yaml`, into Rust: an enum of codes, an error type with a constructor for each
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
//! [`Catalogue::load`], [`render_crate`], [`render_module`] and [`stale`] are the parts of [`generate`], for those who embed it.

mod build_script;
mod catalogue;
mod check;
mod diagnostics;
mod document;
#[path = "../runtime/hash.rs"]
mod hash;
#[path = "../runtime/layout.rs"]
#[cfg_attr(not(test), allow(dead_code, reason = "only tests read what is written"))]
mod layout;
mod load;
mod outputs;
mod read;
mod render;
mod source;

pub use build_script::generate;
pub use catalogue::{
    Attribute, AttributeId, AttributeType, AttributeValue, Catalogue, Code, CodeId, Deprecation, Feature, GrpcCode,
    Param, ParamId, ParamType, Piece, Template, Wire, WordId,
};
pub use diagnostics::{Diagnostic, Diagnostics, Place, RenderOptions, Severity, finding_ids};
pub use outputs::{Stale, stale};
pub use read::LoadError;
pub use render::{render_crate, render_module, render_summary};
