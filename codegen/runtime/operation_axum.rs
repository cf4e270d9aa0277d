//! Errors of operations as responses of axum handlers.

use ::axum_core::response::{IntoResponse, Response};

use super::error::Error;
use super::operation::ErrorOf;

/// The response to send, as of an [`Error`].
impl<Op> IntoResponse for ErrorOf<Op> {
    fn into_response(self) -> Response {
        // A code may have the constructor `from`.
        let error: Error = self.into();
        error.into_response()
    }
}
