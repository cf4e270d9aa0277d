//! The errors of a shop, with an error type for each of its operations.

use std::num::ParseIntError;

use self::operations::FindArticleError;

include!(concat!(env!("OUT_DIR"), "/errors.rs"));

/// In the crate that compiles the catalogue, an operation's error can be made from those of other crates.
impl From<ParseIntError> for FindArticleError {
    fn from(cause: ParseIntError) -> Self {
        Self::article_not_found("the number").with_source(cause)
    }
}

#[cfg(doctest)]
#[doc = include_str!("../../../docs/operations.md")]
struct Docs;
