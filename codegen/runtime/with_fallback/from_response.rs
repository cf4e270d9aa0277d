//! Reading HTTP responses: any response is an error.

use ::http::response::Parts;

use super::alloc::vec::Vec;
use super::code::ErrorCode;
use super::error::{self, Error};
use super::http::{self, HttpStatus};
use super::wire_settings;

const FALLBACK: ErrorCode = wire_settings::FALLBACK.expect("this file is for catalogues with a fallback");

impl Error {
    /// Reads the error in a response, from its status and its body.
    ///
    /// The body may be in the format of go-kratos or of RFC 9457. Any other body, such as a gateway's page or a part
    /// of an error body, becomes the catalogue's fallback with the response's status; `raw_body` returns its start.
    pub fn from_response_parts(status: impl HttpStatus, body: &[u8]) -> Self {
        http::read(status, body).unwrap_or_else(|received| error::from_wire(FALLBACK, Vec::new(), Vec::new(), received))
    }

    /// Reads the error in a response as [`from_response_parts`](Self::from_response_parts) does, and how long to wait
    /// from the header `Retry-After`: see [`retry_after`](Self::retry_after).
    ///
    /// A date in that header counts from the response's `Date`; without a `Date` it is ignored. A longer wait than 68
    /// years is read as 68 years.
    pub fn from_response(parts: &Parts, body: &[u8]) -> Self {
        http::with_headers(Self::from_response_parts(parts.status, body), &parts.headers)
    }

    /// The first 8 KiB of a response's body, if it was not an error body.
    #[must_use]
    pub fn raw_body(&self) -> Option<&[u8]> {
        error::received(self)?.raw_body.as_deref()
    }
}
