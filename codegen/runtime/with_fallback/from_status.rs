//! Reading gRPC statuses: any status is an error.

use ::tonic::Status;

use super::code::ErrorCode;
use super::error::{self, Error};
use super::{tonic, wire_settings};

const FALLBACK: ErrorCode = wire_settings::FALLBACK.expect("this file is for catalogues with a fallback");

/// A status without an `ErrorInfo` of this catalogue, or with the reason of an unknown code, becomes the catalogue's
/// fallback. The error's `source()` is the status.
impl From<Status> for Error {
    fn from(status: Status) -> Self {
        // With a fallback there is always a code.
        tonic::read(status).unwrap_or_else(|_status| error::plain(FALLBACK))
    }
}
