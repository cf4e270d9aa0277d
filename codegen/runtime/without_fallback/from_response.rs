//! Errors from HTTP responses, if they are errors of the catalogue.

use super::error::Error;
use super::http::{self, HttpStatus};

impl Error {
    /// The error that a response stands for, from its status and its body; `None` where the body is no error body or
    /// names a code that this catalogue doesn't know.
    ///
    /// The body may be in either format, that of go-kratos or that of RFC 9457.
    #[must_use]
    pub fn from_response_parts(status: impl HttpStatus, body: &[u8]) -> Option<Self> {
        http::read(status, body).ok()
    }
}
