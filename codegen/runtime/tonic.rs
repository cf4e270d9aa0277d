//! Errors as gRPC statuses, with a `google.rpc.ErrorInfo` and a `google.rpc.RetryInfo` in the details.

use ::core::iter::once;

use ::tonic::{Code, Status};
use ::tonic_types::{BadRequest, ErrorDetail, ErrorInfo, FieldViolation, RetryInfo, StatusExt};

use super::alloc::borrow::Cow;
use super::alloc::collections::BTreeMap;
use super::alloc::string::{String, ToString};
use super::alloc::sync::Arc;
use super::alloc::vec::Vec;
use super::code::ErrorCode;
use super::error::{self, Error};
use super::formats::VIOLATIONS;
use super::parse;
use super::raw::{Raw, is_error_status};
use super::received::Parts;
use super::relayed::{self, Origin};
use super::tables::CELLS;
use super::text::Joined;
use super::violation::Violation;
use super::wire_settings::DOMAIN;
use super::{message, outgoing, request_ids, row, rpc};

/// The HTTP statuses of the gRPC error codes, in the order of their numbers from 1 on, as in `google/rpc/code.proto`.
const HTTP_STATUSES: [u16; 16] = [499, 500, 400, 504, 404, 409, 403, 429, 400, 409, 400, 501, 500, 503, 500, 401];

/// The gRPC code for an HTTP status.
fn grpc_code(http_status: u16) -> Code {
    match http_status {
        400 | 415 | 422 => Code::InvalidArgument,
        401 => Code::Unauthenticated,
        402 | 412 => Code::FailedPrecondition,
        403 => Code::PermissionDenied,
        404 | 410 => Code::NotFound,
        405 | 501 => Code::Unimplemented,
        409 => Code::Aborted,
        413 | 429 => Code::ResourceExhausted,
        499 => Code::Cancelled,
        500 => Code::Internal,
        502 | 503 => Code::Unavailable,
        504 => Code::DeadlineExceeded,
        _ => Code::Unknown,
    }
}

/// The HTTP status for a gRPC code.
fn http_status(code: Code) -> Option<u16> {
    let at: usize = ::core::convert::TryFrom::try_from(i32::from(code).checked_sub(1)?).ok()?;
    HTTP_STATUSES.get(at).copied()
}

/// The catalogue's `grpc`, or else the gRPC code for the HTTP status.
impl From<ErrorCode> for Code {
    fn from(code: ErrorCode) -> Self {
        row::cell(code, CELLS.grpc).parse().map_or_else(|_| grpc_code(code.http_status()), Self::from_i32)
    }
}

/// The status to send. Its source, which is not sent, is the error itself with its cause.
///
/// An error that was received as a status keeps that one's code, its trailers, and the details that are not the error's
/// own. A status is sent in headers, and clients limit their size, some to 8 KiB by default: beyond the limit a client
/// loses the whole error, or even the connection. A message that is too long is therefore cut and ends in `…`, and what
/// no longer fits is not sent: params, metadata, details and trailers.
impl From<Error> for Status {
    fn from(error: Error) -> Self {
        let mut status = status(&outgoing::of(&error));
        status.set_source(Arc::new(error));
        status
    }
}

fn status(error: &Error) -> Status {
    let message = shortened(error.to_string());
    let origin = Origin::of(error);
    let code = origin.as_ref().map_or_else(|| code(error), |origin| origin.status.code());
    let (has_violations, has_wait) =
        origin.as_ref().map_or((false, false), |origin| (origin.has_violations, origin.has_wait));
    let reason = Some(error::sent_reason(error)).filter(|reason| reason.len() <= REASON_LIMIT);
    let reason = reason.unwrap_or(error.code().as_str());
    let wait = error.retry_after().filter(|_| !has_wait).map(|wait| RetryInfo::new(Some(wait)));
    let fixed = reason.len() + DOMAIN.len() + if wait.is_some() { RETRY_INFO_LEN } else { 0 };
    let mut room = Room(LIMIT.saturating_sub(message_len(&message) + base64_len(fixed)));
    let violations = error::sent_params(error).find_map(|(_, value)| value.as_violations()).map(bad_request);
    let violations = violations.filter(|violations| {
        let len = |violation: &FieldViolation| violation.field.len() + violation.description.len();
        !has_violations && room.take_entries(violations.iter().map(len))
    });
    let params = error::sent_params(error).filter(|(_, value)| value.as_violations().is_none());
    let params = params.map(|(name, value)| (name.to_string(), Joined(value).to_string()));
    let metadata = error.metadata().filter(|(key, _)| !(has_violations && *key == VIOLATIONS));
    let metadata = metadata.map(|(key, value)| (key.to_string(), value.to_string()));
    let sent = params.chain(metadata).filter(|(key, value)| room.take_entries(once(key.len() + value.len())));
    let info = ErrorInfo { reason: reason.to_string(), domain: DOMAIN.to_string(), metadata: sent.collect() };
    let info = Some(info).filter(|info| origin.as_ref().is_none_or(|origin| origin.lacks(info)));
    let violations = violations.map(|violations| BadRequest::new(violations).into());
    let details = info.map(Into::into).into_iter().chain(violations).chain(wait.map(Into::into));
    let mut status = Status::with_error_details_vec(code, message, details);
    if let Some(origin) = origin {
        status = origin.add_to(&status, &mut room);
    }
    add_headers(&mut status, error);
    status
}

/// Adds what other programs look for in headers, and the HTTP status if the gRPC code doesn't imply it.
fn add_headers(status: &mut Status, error: &Error) {
    let implied = if error.is_known() && status.code() == error.code().into() {
        Some(error.code().http_status())
    } else {
        http_status(status.code())
    };
    let http_status = Some(error.http_status()).filter(|own| Some(*own) != implied).map(|own| own.to_string());
    for (name, value) in request_ids::of(error).chain(http_status.map(|status| (HTTP_STATUS, status))) {
        let Ok(value) = value.parse() else { continue };
        status.metadata_mut().insert(name, value);
    }
}

/// The trailer with an HTTP status.
const HTTP_STATUS: &str = "x-http-status";

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

/// How many bytes of headers may still be added.
pub(super) struct Room(usize);

impl Room {
    /// Takes the room for so many bytes of details, if there is as much.
    pub(super) fn take(&mut self, bytes: usize) -> bool {
        let left = self.0.checked_sub(base64_len(bytes));
        self.0 = left.unwrap_or(self.0);
        left.is_some()
    }

    /// The same for the texts of entries, all or none.
    pub(super) fn take_entries(&mut self, lens: impl Iterator<Item = usize>) -> bool {
        self.take(lens.map(|len| len + ENTRY_LEN).sum())
    }
}

fn bad_request(violations: &[Violation]) -> Vec<FieldViolation> {
    violations.iter().map(|violation| FieldViolation::new(violation.field(), violation.reason())).collect()
}

/// The gRPC code for the received status, if the catalogue doesn't set one.
fn code(error: &Error) -> Code {
    let (code, http_status) = (error.code(), error.http_status());
    if error.is_known() && http_status == code.http_status() { code.into() } else { grpc_code(http_status) }
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

/// Reads the error in a status, and how long it asks to wait; `Err` is the status if it is no error of this catalogue.
pub(super) fn read(status: Status) -> Result<Error, Status> {
    let Ok(mut error) = parts(&status).into_error() else { return Err(status) };
    if let Some(wait) = relayed::wait(&status) {
        error = error.with_retry_after(wait);
    }
    let error = request_ids::add(error, |name| trailer(&status, name));
    Ok(error::with_origin(error, status))
}

/// The value of a trailer, if it is a text.
pub(super) fn trailer<'s>(status: &'s Status, name: &str) -> Option<&'s str> {
    status.metadata().get(name)?.to_str().ok()
}

/// The violations in a status, as a text.
pub(super) fn violations(status: &Status) -> Option<String> {
    Some(parts(status).violations?.into_text()?.into_owned())
}

/// What a status says: its `ErrorInfo`, its message and the HTTP status for its code.
fn parts(status: &Status) -> Parts<'_> {
    let mut parts = Parts { message: Some(Cow::Borrowed(status.message())), is_text: true, ..Parts::default() };
    for detail in status.get_error_details_vec() {
        match detail {
            ErrorDetail::ErrorInfo(info) if parts.reason.is_none() && rpc::is_own_domain(info.domain.as_bytes()) => {
                parts.reason = Some(Cow::Owned(info.reason));
                // The order of a `HashMap` differs between processes.
                let metadata: BTreeMap<_, _> = info.metadata.into_iter().collect();
                let text = |(key, value)| (Cow::Owned(key), Raw::Text(Cow::Owned(value)));
                parts.metadata = metadata.into_iter().map(text).collect();
            }
            ErrorDetail::BadRequest(bad_request) => {
                parts.violations = Some(Raw::List(bad_request.field_violations.into_iter().map(violation).collect()));
            }
            _ => {}
        }
    }
    let known = parts.reason.as_deref().and_then(parse::with_name);
    let given =
        trailer(status, HTTP_STATUS).and_then(|status| status.parse().ok()).filter(|status| is_error_status(*status));
    let is_implied = known.is_some_and(|code| Code::from(code) == status.code());
    parts.http_status = given.or_else(|| if is_implied { None } else { http_status(status.code()) });
    parts
}

fn violation(violation: FieldViolation) -> Raw<'static> {
    let text = |name, text| (Cow::Borrowed(name), Raw::Text(Cow::Owned(text)));
    Raw::Map([text("field", violation.field), text("detail", violation.description)].into())
}
