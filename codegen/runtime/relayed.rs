//! What of a received gRPC status is passed on: its trailers, and the details that the error doesn't say anew.

use ::core::time::Duration;

use ::tonic::Status;
use ::tonic::metadata::MetadataMap;
use ::tonic_types::{ErrorInfo, RetryInfo, StatusExt};

use super::alloc::string::{String, ToString};
use super::alloc::vec::Vec;
use super::error::{self, Error};
use super::formats::VIOLATIONS;
use super::protobuf::Fields;
use super::rpc;
use super::text::Joined;
use super::tonic::{self, Room};
use super::value::Value;

/// The status that an error was received as.
pub(super) struct Origin<'e> {
    pub(super) status: &'e Status,
    /// Whether its `BadRequest` says what the error says.
    pub(super) has_violations: bool,
    /// Whether its `RetryInfo` says what the error says.
    pub(super) has_wait: bool,
}

impl<'e> Origin<'e> {
    pub(super) fn of(error: &'e Error) -> Option<Self> {
        let status: &Status = error::received(error)?.origin.as_ref()?.downcast_ref()?;
        let violations = tonic::violations(status);
        let has_violations = violations.is_some() && violations == violations_of(error);
        let has_wait = error.retry_after().is_some() && error.retry_after() == wait(status);
        Some(Self { status, has_violations, has_wait })
    }

    /// Whether an `ErrorInfo` says more than the status without it.
    pub(super) fn lacks(&self, info: &ErrorInfo) -> bool {
        !info.reason.is_empty()
            || info.metadata.iter().any(|(key, value)| tonic::trailer(self.status, key) != Some(value))
    }

    /// Adds what is passed on to a status, as far as there is room.
    pub(super) fn add_to(&self, status: &Status, room: &mut Room) -> Status {
        let mut details = status.details().to_vec();
        let fields = Fields(self.status.details()).filter(|field| field.number == DETAILS);
        let mut kept: Vec<_> = fields.filter(|field| self.passes_on(field.content)).collect();
        kept.sort_by_key(|field| ::core::matches!(Kind::of(field.content), Kind::Other));
        for detail in kept {
            if room.take(detail.whole.len()) {
                details.extend_from_slice(detail.whole);
            }
        }
        let trailers = self.status.metadata();
        let len = trailers.as_ref().iter().map(|(name, value)| name.as_str().len() + value.len());
        let trailers = if room.take_entries(len) { trailers.clone() } else { MetadataMap::new() };
        Status::with_details_and_metadata(status.code(), status.message(), details.into(), trailers)
    }

    fn passes_on(&self, detail: &[u8]) -> bool {
        match Kind::of(detail) {
            Kind::Info => false,
            Kind::Violations => self.has_violations,
            Kind::Wait => self.has_wait,
            Kind::Other => true,
        }
    }
}

/// The violations that an error says, as they are read of a status: a param or metadata.
fn violations_of(error: &Error) -> Option<String> {
    let param = error::sent_params(error).map(|(_, value)| value).find(|value| value.as_violations().is_some());
    let metadata = || error.metadata().find(|(key, _)| *key == VIOLATIONS).map(|(_, text)| text.to_string());
    param.map(|value: Value<'_>| Joined(value).to_string()).or_else(metadata)
}

/// How long a status asks to wait, at most as long as protobuf allows. A caller can add that to the time without overflow.
pub(super) fn wait(status: &Status) -> Option<Duration> {
    Some(status.get_details_retry_info()?.retry_delay?.min(RetryInfo::MAX_RETRY_DELAY))
}

/// The number of `details` in a `google.rpc.Status`: its parts are appended to those of another to become one message.
const DETAILS: u64 = 3;

/// What a detail, a `google.protobuf.Any`, is to an error.
enum Kind {
    /// An `ErrorInfo` of this catalogue.
    Info,
    Violations,
    Wait,
    Other,
}

impl Kind {
    fn of(detail: &[u8]) -> Self {
        let part = |number| Fields(detail).find(|field| field.number == number).map(|field| field.content);
        match part(1).and_then(|url| url.rsplit(|byte| *byte == b'/').next()) {
            Some(b"google.rpc.BadRequest") => Self::Violations,
            Some(b"google.rpc.RetryInfo") => Self::Wait,
            Some(b"google.rpc.ErrorInfo") => {
                let domain = Fields(part(2).unwrap_or_default()).find(|field| field.number == 2);
                if rpc::is_own_domain(domain.map_or(b"", |field| field.content)) { Self::Info } else { Self::Other }
            }
            _ => Self::Other,
        }
    }
}
