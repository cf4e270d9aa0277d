//! What leaves the program.

use super::alloc::borrow::Cow;
use super::code::ErrorCode;
use super::error::{self, Error};
use super::received::fallback;
use super::request_ids;
use super::wire_settings::is_internal;

/// The error to send: an internal one is sent as the fallback, with nothing of its own but the ids of the request and how
/// long to wait.
pub(super) fn of(error: &Error) -> Cow<'_, Error> {
    let code = code(error.code(), error.http_status());
    if code == error.code() {
        return Cow::Borrowed(error);
    }
    let mut sent = request_ids::of(error).fold(error::plain(code), |sent, (name, id)| sent.with_metadata(name, id));
    if let Some(wait) = error.retry_after() {
        sent = sent.with_retry_after(wait);
    }
    Cow::Owned(sent)
}

/// The code to send for one with this status.
#[inline]
pub(super) fn code(code: ErrorCode, http_status: u16) -> ErrorCode {
    if is_internal(code) { fallback(Some(http_status)).unwrap_or(code) } else { code }
}
