//! The headers of a response besides its content type.

use super::alloc::string::{String, ToString};
use super::error::Error;
use super::{request_ids, retry_after};

/// Names and values: `Retry-After`, and the ids of the request among the metadata.
pub(super) fn of(error: &Error) -> impl Iterator<Item = (&'static str, String)> + '_ {
    let wait = error.retry_after().map(|wait| ("retry-after", retry_after::seconds(wait).to_string()));
    request_ids::of(error).chain(wait)
}
