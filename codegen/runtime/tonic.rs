//! Errors as gRPC statuses, with a `google.rpc.ErrorInfo` and a `google.rpc.RetryInfo` in the details.

use ::core::iter::once;

use ::tonic::{Code, Status};
use ::tonic_types::{BadRequest, ErrorInfo, FieldViolation, RetryInfo, StatusExt};

use super::alloc::collections::BTreeMap;
use super::alloc::string::{String, ToString};
use super::alloc::sync::Arc;
use super::alloc::vec::Vec;
use super::code::ErrorCode;
use super::error::Error;
use super::parse::{self, UnknownErrorCode};
use super::received::{Parts, Raw};
use super::tables::CELLS;
use super::text::Joined;
use super::violation::Violation;
use super::wire_settings::DOMAIN;
use super::{message, row};

/// The HTTP statuses of the gRPC error codes, in the order of their numbers from 1 on, as in `google/rpc/code.proto`.
const HTTP_STATUSES: [u16; 16] = [499, 500, 400, 504, 404, 409, 403, 429, 400, 409, 400, 501, 500, 503, 500, 401];

/// The gRPC code for an HTTP status.
fn grpc_code(http_status: u16) -> Code {
    match http_status {
        400 => Code::InvalidArgument,
        401 => Code::Unauthenticated,
        403 => Code::PermissionDenied,
        404 => Code::NotFound,
        409 => Code::Aborted,
        429 => Code::ResourceExhausted,
        499 => Code::Cancelled,
        500 => Code::Internal,
        501 => Code::Unimplemented,
        503 => Code::Unavailable,
        504 => Code::DeadlineExceeded,
        _ => Code::Unknown,
    }
}

/// The catalogue's `grpc`, or else the gRPC code for the HTTP status.
impl From<ErrorCode> for Code {
    fn from(code: ErrorCode) -> Self {
        row::cell(code, CELLS.grpc).parse().map_or_else(|_| grpc_code(code.http_status()), Self::from_i32)
    }
}

/// The status to send. Its source, which is not sent, is the error itself with its cause.
///
/// A status is sent in headers, and clients limit their size, some to 8 KiB by default: beyond the limit a client loses
/// the whole error, or even the connection. A message that is too long is therefore cut and ends in `…`, and params and
/// metadata that no longer fit are not sent.
impl From<Error> for Status {
    fn from(error: Error) -> Self {
        let message = shortened(error.to_string());
        let reason = if error.reason().len() > REASON_LIMIT { error.code().as_str() } else { error.reason() };
        let wait = error.retry_after().map(|wait| RetryInfo::new(Some(wait)));
        let fixed = reason.len() + DOMAIN.len() + if wait.is_some() { RETRY_INFO_LEN } else { 0 };
        let mut room = LIMIT.saturating_sub(message_len(&message) + base64_len(fixed));
        let violations = error.params().find_map(|(_, value)| value.as_violations()).map(bad_request);
        let violations = violations.filter(|violations| {
            let len = |violation: &FieldViolation| violation.field.len() + violation.description.len() + ENTRY_LEN;
            take(&mut room, violations.iter().map(len).sum())
        });
        let params = error.params().filter(|(_, value)| value.as_violations().is_none());
        let params = params.map(|(name, value)| (name.to_string(), Joined(value).to_string()));
        let metadata = error.metadata().map(|(key, value)| (key.to_string(), value.to_string()));
        let sent = params.chain(metadata).filter(|(key, value)| take(&mut room, key.len() + value.len() + ENTRY_LEN));
        let info = ErrorInfo { reason: reason.to_string(), domain: DOMAIN.to_string(), metadata: sent.collect() };
        let violations = violations.map(|violations| BadRequest::new(violations).into());
        let details = once(info.into()).chain(violations).chain(wait.map(Into::into));
        let mut status = Self::with_error_details_vec(code(&error), message, details);
        status.set_source(Arc::new(error));
        status
    }
}

/// In bytes of headers: what is left of 8 KiB after the frameworks' own headers.
const LIMIT: usize = 7 * 1024;
/// How much of that the message can take.
const MESSAGE_LIMIT: usize = 4 * 1024;
/// Longer than any name in a catalogue.
const REASON_LIMIT: usize = 256;
/// What a `RetryInfo` takes, at most.
const RETRY_INFO_LEN: usize = 64;
/// What an entry of the metadata takes besides its texts, at most.
const ENTRY_LEN: usize = 16;

/// Takes the room for so many bytes of details, if there is as much.
fn take(room: &mut usize, bytes: usize) -> bool {
    let left = room.checked_sub(base64_len(bytes));
    *room = left.unwrap_or(*room);
    left.is_some()
}

fn bad_request(violations: &[Violation]) -> Vec<FieldViolation> {
    violations.iter().map(|violation| FieldViolation::new(violation.field(), violation.reason())).collect()
}

/// The gRPC code for the received status, if the catalogue doesn't set one.
fn code(error: &Error) -> Code {
    let (code, http_status) = (error.code(), error.http_status());
    if http_status == code.http_status() { code.into() } else { grpc_code(http_status) }
}

/// The message, cut if it is too long.
fn shortened(mut message: String) -> String {
    let mut len = 0;
    let first_beyond = message.char_indices().find(|(start, char)| {
        len += header_len(*char);
        len + base64_len(start + char.len_utf8()) > MESSAGE_LIMIT
    });
    if let Some((end, _)) = first_beyond {
        message.truncate(end);
        message.push(message::CUT);
    }
    message
}

/// How much a message takes, in its own header and in the details.
fn message_len(message: &str) -> usize {
    message.chars().map(header_len).sum::<usize>() + base64_len(message.len())
}

/// How much a character takes in a header at most: most characters that aren't letters are escaped.
fn header_len(char: char) -> usize {
    if char.is_ascii_alphanumeric() { 1 } else { 3 * char.len_utf8() }
}

fn base64_len(bytes: usize) -> usize {
    bytes.div_ceil(3) * 4
}

/// Reads the error in a status, and how long it asks to wait.
pub(super) fn read(status: &Status) -> Result<Error, UnknownErrorCode> {
    let error = parts(status).into_error()?;
    let wait = status.get_details_retry_info().and_then(|info| info.retry_delay);
    Ok(match wait {
        Some(wait) => error.with_retry_after(wait),
        None => error,
    })
}

/// What a status says: its `ErrorInfo`, or else its message and the HTTP status for its code.
fn parts(status: &Status) -> Parts {
    let mut parts = Parts { message: Some(status.message().to_string()), is_text: true, ..Parts::default() };
    if let Some(info) = status.get_details_error_info() {
        parts.reason = info.reason;
        // The order of a `HashMap` differs between processes.
        let metadata: BTreeMap<_, _> = info.metadata.into_iter().collect();
        parts.metadata = metadata.into_iter().map(|(key, value)| (key, Raw::Text(value))).collect();
    }
    parts.violations = status.get_details_bad_request().map(|bad_request| {
        let violations = bad_request.field_violations.into_iter();
        Raw::Violations(violations.map(|violation| Violation::new(violation.field, violation.description)).collect())
    });
    if parse::with_name(&parts.reason).is_none() {
        let at = i32::from(status.code()).checked_sub(1).and_then(|at| ::core::convert::TryFrom::try_from(at).ok());
        parts.http_status = at.and_then(|at: usize| HTTP_STATUSES.get(at).copied());
    }
    parts
}
