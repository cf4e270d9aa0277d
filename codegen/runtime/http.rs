//! Errors as HTTP responses.

use ::http::header::{CONTENT_TYPE, DATE, HeaderMap, HeaderName, HeaderValue, RETRY_AFTER};
use ::http::{Response, StatusCode};

use super::alloc::boxed::Box;
use super::alloc::vec::Vec;
use super::code::ErrorCode;
use super::deserialize::Body;
use super::error::{self, Error, Received};
use super::wire_settings::CONTENT_TYPE as BODY_TYPE;
use super::{received, retry_after};

impl From<ErrorCode> for StatusCode {
    fn from(code: ErrorCode) -> Self {
        Self::from_u16(code.http_status()).unwrap_or(Self::INTERNAL_SERVER_ERROR)
    }
}

/// The response to send: status, content type, `Retry-After` and body. Its extensions contain the error itself, with its
/// cause, for logging.
impl From<Error> for Response<Vec<u8>> {
    fn from(error: Error) -> Self {
        let mut response = Self::new(::serde_json::to_vec(&error).unwrap_or_default());
        let status = StatusCode::from_u16(error::status_to_answer(&error));
        *response.status_mut() = status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(BODY_TYPE));
        if let Some(wait) = error.retry_after() {
            response.headers_mut().insert(RETRY_AFTER, retry_after::seconds(wait).into());
        }
        response.extensions_mut().insert(error);
        response
    }
}

/// An HTTP status: a number, or the type in the `http` crate, which HTTP clients use.
pub trait HttpStatus {
    /// The number.
    fn number(self) -> u16;
}

impl HttpStatus for u16 {
    fn number(self) -> u16 {
        self
    }
}

impl HttpStatus for StatusCode {
    fn number(self) -> u16 {
        self.as_u16()
    }
}

/// Reads the error in a response's body; `Err` contains what is known if it is not an error body.
pub(super) fn read(status: impl HttpStatus, body: &[u8]) -> Result<Error, Received> {
    let own = received::http_status(status.number().into());
    if let Ok(Body(error)) = ::serde_json::from_slice(body) {
        return Ok(error::or_http_status(error, own));
    }
    let start = body.get(..RAW_BODY_LIMIT).unwrap_or(body);
    Err(Received { http_status: own, raw_body: Some(Box::from(start)), ..Received::default() })
}

/// Adds what a response's headers say about its error.
pub(super) fn with_headers(error: Error, headers: &HeaderMap) -> Error {
    let text = |name: HeaderName| headers.get(name)?.to_str().ok();
    match text(RETRY_AFTER).and_then(|wait| retry_after::wait(wait, text(DATE))) {
        Some(wait) => error.with_retry_after(wait),
        None => error,
    }
}

/// How much of a body to keep, in bytes.
const RAW_BODY_LIMIT: usize = 8192;
