//! Errors as HTTP responses.

use ::http::header::{CONTENT_TYPE, HeaderMap, HeaderValue};
use ::http::{Response, StatusCode};

use super::alloc::vec::Vec;
use super::code::ErrorCode;
use super::deserialize::Body;
use super::error::{self, Error};
use super::raw::is_error_status;
use super::received::{Parts, Unknown};
use super::wire_settings::CONTENT_TYPE as BODY_TYPE;
use super::{formats, headers, outgoing, repair, request_ids, retry_after};

impl From<ErrorCode> for StatusCode {
    fn from(code: ErrorCode) -> Self {
        Self::from_u16(code.http_status()).unwrap_or(Self::INTERNAL_SERVER_ERROR)
    }
}

/// The response to send: status, content type, `Retry-After` and body. Its extensions contain the error itself, with its
/// cause, for logging.
impl From<Error> for Response<Vec<u8>> {
    fn from(error: Error) -> Self {
        let mut response = response(&outgoing::of(&error));
        response.extensions_mut().insert(error);
        response
    }
}

fn response(error: &Error) -> Response<Vec<u8>> {
    let mut response = Response::new(::serde_json::to_vec(error).unwrap_or_default());
    let status = StatusCode::from_u16(error.http_status());
    *response.status_mut() = status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(BODY_TYPE));
    for (name, value) in headers::of(error) {
        let Ok(value) = HeaderValue::from_str(&value) else { continue };
        response.headers_mut().insert(name, value);
    }
    response
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

/// Reads the error in a response.
pub(super) fn read(status: u16, body: &[u8]) -> Result<Error, Unknown> {
    let repaired;
    let parse = |text| ::serde_json::from_str(text).ok().map(|Body(members)| members);
    let mut members = ::core::str::from_utf8(body).ok().and_then(parse);
    if members.is_none() {
        repaired = repair::repaired(body);
        members = parse(&repaired);
    }
    let mut parts = members.map_or_else(Parts::default, formats::parts);
    parts.http_status = Some(status).filter(|status| is_error_status(*status)).or(parts.http_status);
    let mut error = parts.into_error()?;
    error::received_mut(&mut error).raw_body = Some(start_of(body).into());
    Ok(error)
}

/// As much of a body as an error keeps: the first 8 KiB.
pub(super) fn start_of(body: &[u8]) -> &[u8] {
    body.get(..8192).unwrap_or(body)
}

/// Adds what a response's headers say about its error.
pub(super) fn with_headers(mut error: Error, headers: &HeaderMap) -> Error {
    let text = |name: &str| headers.get(name)?.to_str().ok();
    if let Some(wait) = text("retry-after").and_then(|wait| retry_after::wait(wait, text("date"))) {
        error = error.with_retry_after(wait);
    }
    request_ids::add(error, text)
}
