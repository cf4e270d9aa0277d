//! Reading HTTP responses: any response is an error.

use ::http::response::Parts;

use super::code::ErrorCode;
use super::error::{self, Error};
use super::http::{self, HttpStatus};
use super::wire_settings;

const FALLBACK: ErrorCode = wire_settings::FALLBACK.expect("this file is for catalogues with a fallback");

impl Error {
    /// Reads the error in a response, from its status and its body.
    ///
    /// The body may be in any format that errors are written in. If it has no code, or one that the catalogue doesn't
    /// know, the error has the catalogue's fallback, the response's status and what the body says;
    /// [`is_known`](Self::is_known) is then `false`. [`raw_body`](Self::raw_body) returns the start of the body.
    pub fn from_response_parts(status: impl HttpStatus, body: &[u8]) -> Self {
        // With a fallback there is always a code.
        http::read(status.number(), body).unwrap_or_else(|_unknown| error::plain(FALLBACK))
    }

    /// Reads the error in a response as [`from_response_parts`](Self::from_response_parts) does, and what the headers say:
    /// how long to wait ([`retry_after`](Self::retry_after)), and the ids of the request (`x-request-id` and
    /// `traceparent`), which become metadata.
    ///
    /// A date in `Retry-After` counts from the response's `Date`; without a `Date` it is ignored. A longer wait than 68
    /// years is read as 68 years.
    pub fn from_response(parts: &Parts, body: &[u8]) -> Self {
        http::with_headers(Self::from_response_parts(parts.status, body), &parts.headers)
    }

    /// The first 8 KiB of the response's body, if the error was read from a response.
    #[must_use]
    pub fn raw_body(&self) -> Option<&[u8]> {
        error::received(self)?.raw_body.as_deref()
    }
}
