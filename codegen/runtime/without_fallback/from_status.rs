//! Reading gRPC statuses, if they are errors of the catalogue.

use ::tonic::Status;

use super::error::Error;
use super::tonic;

/// A status without an `ErrorInfo` of this catalogue, or with the reason of an unknown code, is returned unchanged. The
/// error's `source()` is the status.
impl ::core::convert::TryFrom<Status> for Error {
    type Error = Status;

    fn try_from(status: Status) -> Result<Self, Status> {
        tonic::read(status)
    }
}
