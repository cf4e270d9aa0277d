//! Reading HTTP responses: any response is an error.

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

    /// The first 8 KiB of a response's body, if it was not an error body.
    #[must_use]
    pub fn raw_body(&self) -> Option<&[u8]> {
        error::received(self)?.raw_body.as_deref()
    }
}
