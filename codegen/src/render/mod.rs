//! Catalogue to text. Nothing here reads, judges or writes: a checked catalogue can't fail to render.

pub(crate) mod rust;
mod summary;

pub(crate) use rust::CRATE_HEADER;
pub use rust::{render_crate, render_module};
pub use summary::render_summary;
