//! Reading gRPC statuses, if they are errors of the catalogue.

use ::tonic::Status;

use super::error::Error;
use super::tonic;

/// A status without an `ErrorInfo`, or with the reason of an unknown code, is returned unchanged.
impl ::core::convert::TryFrom<Status> for Error {
    type Error = Status;

    fn try_from(status: Status) -> Result<Self, Status> {
        tonic::read(&status).map_err(|_unknown| status)
    }
}
