//! What the fuzz targets share: what must hold of findings, of generated Rust, and of what was read.

#[path = "../../codegen/tests/random/facts.rs"]
pub mod facts;
mod findings;
mod rust;

pub use findings::check_findings;
pub use rust::check_rust;
