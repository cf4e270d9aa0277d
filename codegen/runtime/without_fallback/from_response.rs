//! Reading HTTP responses, if they are errors of the catalogue.

use super::error::Error;
use super::http::{self, HttpStatus};

impl Error {
    /// Reads the error in a response, from its status and its body; `None` if the body is not an error body or its code
    /// is not in this catalogue.
    ///
    /// The body may be in the format of go-kratos or of RFC 9457.
    #[must_use]
    pub fn from_response_parts(status: impl HttpStatus, body: &[u8]) -> Option<Self> {
        http::read(status, body).ok()
    }
}
