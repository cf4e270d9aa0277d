//! Checks that the fuzz targets share: of findings, of generated Rust and of the errors that were read.

#[path = "../../codegen/tests/random/facts.rs"]
pub mod facts;
mod findings;
mod printed;
mod rust;

pub use findings::check_findings;
pub use printed::{check_printed, check_summary};
pub use rust::check_rust;
