//! Reading HTTP responses, if they are errors of the catalogue.

use ::http::response::Parts;

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
    /// Reads the error in a response as [`from_response_parts`](Self::from_response_parts) does, and how long to wait
    /// from the header `Retry-After`: see [`retry_after`](Self::retry_after).
    ///
    /// A date in that header counts from the response's `Date`; without a `Date` it is ignored. A longer wait than 68
    /// years is read as 68 years.
    #[must_use]
    pub fn from_response(parts: &Parts, body: &[u8]) -> Option<Self> {
        Some(http::with_headers(Self::from_response_parts(parts.status, body)?, &parts.headers))
    }
}
