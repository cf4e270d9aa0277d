//! Errors as responses of axum handlers.

use ::axum_core::body::Body;
use ::axum_core::response::{IntoResponse, Response};

use super::alloc::vec::Vec;
use super::error::Error;

/// The response to send. Its extensions contain the error itself, with its cause, for a layer that logs it.
impl IntoResponse for Error {
    fn into_response(self) -> Response {
        ::http::Response::<Vec<u8>>::from(self).map(Body::from)
    }
}
