//! Random error catalogues, for tests, fuzz targets and benchmarks.
//!
//! [`Catalogue::random`] makes a valid catalogue from [`Choices`], which come from a seed or from a fuzzer's bytes;
//! [`Catalogue::synthetic`] makes one of any size, the same in each run. Both are typed values. [`Catalogue::yaml`]
//! writes one as a person would, and [`Catalogue::edit`] makes the next version of it; [`Catalogue::tree`] and [`write()`] write one in all the ways that YAML has.

mod catalogue;
mod choices;
mod code;
mod edits;
mod plain;
mod random;
mod scalars;
mod synthetic;
mod to_tree;
mod tree;
mod words;
mod yaml;

pub use catalogue::{
    Attribute, AttributeType, AttributeValue, Catalogue, Fallback, Operation, Param, RustOutput, Wire,
};
pub use choices::{Choices, shrink};
pub use code::{Code, Deprecation, Piece};
pub use random::{Random, Taste};
pub use scalars::quoted;
pub use tree::{Mark, Node, Value};
pub use words::{LINTS_OF_A_CODE, NAMES};
pub use yaml::{Written, write};
