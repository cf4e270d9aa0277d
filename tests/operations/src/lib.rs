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

/// A `match` of an exhaustive operation needs all of its codes, and no `_`:
///
/// ```
/// use operations_tests::operations::{BuyCode, BuyError};
///
/// fn is_the_shops_fault(error: &BuyError) -> bool {
///     match BuyCode::from(error) {
///         BuyCode::OutOfStock | BuyCode::TooManyRequests => true,
///         BuyCode::ArticleNotFound | BuyCode::Unauthorized | BuyCode::CardDeclined => false,
///     }
/// }
///
/// assert!(!is_the_shops_fault(&BuyError::card_declined()));
/// ```
///
/// ```compile_fail,E0004
/// use operations_tests::operations::{BuyCode, BuyError};
///
/// fn is_the_shops_fault(error: &BuyError) -> bool {
///     match BuyCode::from(error) {
///         BuyCode::OutOfStock | BuyCode::TooManyRequests => true,
///         BuyCode::ArticleNotFound | BuyCode::Unauthorized => false,
///     }
/// }
/// ```
#[cfg(doctest)]
struct Exhaustive;

#[cfg(doctest)]
#[doc = include_str!("../../../docs/operations.md")]
struct Docs;
