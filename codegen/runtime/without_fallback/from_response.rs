//! Reading HTTP responses, if they are errors of the catalogue.

use ::core::fmt;
use ::http::response::Parts;

use super::alloc::boxed::Box;
use super::alloc::string::String;
use super::error::{self, Error};
use super::http::{self, HttpStatus};
use super::received::Unknown;

impl Error {
    /// Reads the error in a response, from its status and its body, which may be in any format that errors are written
    /// in. [`raw_body`](Self::raw_body) returns the start of the body.
    ///
    /// # Errors
    ///
    /// The body has no code of this catalogue. What it says instead is in the [`Unrecognised`].
    pub fn from_response_parts(status: impl HttpStatus, body: &[u8]) -> Result<Self, Unrecognised> {
        let http_status = status.number();
        let raw_body = || http::start_of(body).into();
        http::read(http_status, body).map_err(|unknown| Unrecognised { unknown, http_status, raw_body: raw_body() })
    }

    /// Reads the error in a response as [`from_response_parts`](Self::from_response_parts) does, and what the headers say:
    /// how long to wait ([`retry_after`](Self::retry_after)), and the ids of the request (`x-request-id` and
    /// `traceparent`), which become metadata.
    ///
    /// A date in `Retry-After` counts from the response's `Date`; without a `Date` it is ignored. A longer wait than 68
    /// years is read as 68 years.
    ///
    /// # Errors
    ///
    /// The body has no code of this catalogue. What it says instead is in the [`Unrecognised`].
    pub fn from_response(parts: &Parts, body: &[u8]) -> Result<Self, Unrecognised> {
        let error = Self::from_response_parts(parts.status, body)?;
        Ok(http::with_headers(error, &parts.headers))
    }

    /// The first 8 KiB of the response's body, if the error was read from a response.
    #[must_use]
    pub fn raw_body(&self) -> Option<&[u8]> {
        error::received(self)?.raw_body.as_deref()
    }
}

/// What a response says that is not an error of this catalogue.
#[derive(Clone)]
pub struct Unrecognised {
    unknown: Unknown,
    http_status: u16,
    raw_body: Box<[u8]>,
}

impl Unrecognised {
    /// The name of the code, which the catalogue doesn't know, or `""` if the body has none.
    #[must_use]
    pub fn reason(&self) -> &str {
        &self.unknown.reason
    }

    /// The response's status.
    #[must_use]
    pub const fn http_status(&self) -> u16 {
        self.http_status
    }

    /// The message, if the body has one.
    #[must_use]
    pub fn message(&self) -> Option<&str> {
        self.unknown.message.as_deref()
    }

    /// The first 8 KiB of the response's body.
    #[must_use]
    pub const fn raw_body(&self) -> &[u8] {
        &self.raw_body
    }
}

impl fmt::Display for Unrecognised {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.unknown.fmt(f)
    }
}

#[allow(clippy::missing_fields_in_debug, reason = "what its fields say is shown instead")]
impl fmt::Debug for Unrecognised {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut debug = f.debug_struct("Unrecognised");
        debug.field("reason", &self.reason()).field("http_status", &self.http_status).field("message", &self.message());
        if !self.unknown.is_secret {
            debug.field("raw_body", &String::from_utf8_lossy(&self.raw_body));
        }
        debug.finish()
    }
}

impl ::core::error::Error for Unrecognised {}
