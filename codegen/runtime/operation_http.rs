//! Errors of operations as HTTP responses.

use ::http::Response;

use super::alloc::vec::Vec;
use super::error::Error;
use super::operation::ErrorOf;

/// The response to send, as of an [`Error`].
impl<Op> From<ErrorOf<Op>> for Response<Vec<u8>> {
    fn from(error: ErrorOf<Op>) -> Self {
        // A code may have the constructor `from`.
        let error: Error = error.into();
        error.into()
    }
}
