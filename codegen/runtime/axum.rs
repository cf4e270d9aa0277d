//! Errors as answers of axum's handlers.

use ::axum_core::body::Body;
use ::axum_core::response::{IntoResponse, Response};

use super::alloc::vec::Vec;
use super::error::Error;

/// The response to send. The error itself, with its cause, is in the response's extensions, for a layer that logs it.
impl IntoResponse for Error {
    fn into_response(self) -> Response {
        ::http::Response::<Vec<u8>>::from(self).map(Body::from)
    }
}
