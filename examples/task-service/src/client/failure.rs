//! Why a call failed.

use std::error::Error as StdError;
use std::fmt;
use std::io::{self, ErrorKind};

use ureq::http::StatusCode;
use vidu_errors::Error;

/// Why a call failed. Shown as received: what is at the other end may have sent control characters.
#[derive(Debug)]
pub enum Failure {
    /// The service, or something between it and the client, responded with an error. If its body is incomplete, the
    /// error's source says why.
    ErrorResponse(Error),
    /// No response arrived.
    NoResponse(ureq::Error),
    /// The request succeeded, but the response's body is incomplete or not what was expected.
    UnexpectedBody(StatusCode, io::Error),
}

impl Failure {
    /// Whether the rest of the response's body is missing because the connection broke.
    pub(super) fn is_cut(&self) -> bool {
        let cause = match self {
            Self::ErrorResponse(error) => error.source().and_then(|cause| cause.downcast_ref::<io::Error>()),
            Self::NoResponse(_) => None,
            Self::UnexpectedBody(_, cause) => Some(cause),
        };
        // Invalid data has arrived, and would be the same again.
        cause.is_some_and(|cause| cause.kind() != ErrorKind::InvalidData)
    }
}

impl From<ureq::Error> for Failure {
    fn from(error: ureq::Error) -> Self {
        Self::NoResponse(error)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::ErrorResponse(error) => {
                write!(f, "{} {}: {error}", error.http_status(), error.reason())?;
                error.source().map_or(Ok(()), |cause| write!(f, " ({cause})"))
            }
            Self::NoResponse(error) => write!(f, "no response: {error}"),
            Self::UnexpectedBody(status, cause) => write!(f, "{status}, but {cause}"),
        }
    }
}

impl StdError for Failure {}
