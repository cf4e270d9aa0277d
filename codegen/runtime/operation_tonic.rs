//! Errors of operations as gRPC statuses.

use ::tonic::Status;

use super::error::Error;
use super::operation::ErrorOf;

/// The status to send, as of an [`Error`].
impl<Op> From<ErrorOf<Op>> for Status {
    fn from(error: ErrorOf<Op>) -> Self {
        // A code may have the constructor `from`.
        let error: Error = error.into();
        error.into()
    }
}
