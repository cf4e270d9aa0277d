//! Codes that a source has in one place, where it isn't a table.

use super::builder::RawCode;
use crate::source::Span;

/// The codes of an enum or of a document.
pub(super) struct Group {
    pub(super) title: String,
    pub(super) span: Span,
    pub(super) codes: Vec<RawCode>,
}

/// What a source has.
#[derive(Default)]
pub(super) struct Found {
    /// Whether it is a document that errcat wrote, in which nothing has to be guessed.
    pub(super) is_ours: bool,
    /// The name of the whole.
    pub(super) name: Option<String>,
    pub(super) tables: Vec<super::table::Table>,
    pub(super) groups: Vec<Group>,
}
