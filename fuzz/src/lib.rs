//! What the fuzz targets share: what must hold of findings and of generated Rust, and catalogues to try it on.

mod findings;
mod model;
mod runtime;
mod rust;
mod yaml;

pub use findings::check_findings;
pub use model::Model;
pub use rust::{Row, Rust};
pub use yaml::quoted;
