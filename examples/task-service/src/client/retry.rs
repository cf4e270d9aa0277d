//! Whether to retry a request, and when.

use std::fmt;
use std::time::Duration;

use vidu_errors::{Error, Retry};

/// How long to wait before a retry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wait {
    /// As long as the server asks for.
    Requested(Duration),
    /// A random time up to this, so that clients that failed together don't all retry at once.
    UpTo(Duration),
}

const MAX_ATTEMPTS: u32 = 4;
const FIRST_WAIT: Duration = Duration::from_millis(100);
/// No single response makes a caller wait longer than this.
const MAX_WAIT: Duration = Duration::from_secs(60);

impl Wait {
    /// The wait before a retry, if one makes sense after this many attempts.
    pub(super) fn after(error: &Error, attempts: u32) -> Option<Self> {
        if attempts >= MAX_ATTEMPTS || !may_succeed_later(error) {
            return None;
        }
        match error.retry_after() {
            Some(wait) => (wait <= MAX_WAIT).then_some(Self::Requested(wait)),
            None => Some(Self::UpTo(MAX_WAIT.min(FIRST_WAIT * 2_u32.pow(attempts)))),
        }
    }

    pub(super) fn duration(self) -> Duration {
        match self {
            Self::Requested(wait) => wait,
            Self::UpTo(wait) => wait.mul_f64(fastrand::f64()),
        }
    }
}

/// Whether the same request may succeed later.
fn may_succeed_later(error: &Error) -> bool {
    if error.is_known() {
        error.code().retry() == Retry::Backoff
    } else {
        // A newer server sent it, or something in between: only the status says anything.
        error.http_status() == 429 || error.http_status() >= 500
    }
}

impl fmt::Display for Wait {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Requested(wait) => write!(f, "in {wait:?}, as the server asks"),
            Self::UpTo(wait) => write!(f, "within {wait:?}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use vidu_errors::ErrorCode;

    use super::*;

    const SECOND: Duration = Duration::from_secs(1);

    #[test]
    fn waits_as_the_server_asks() {
        let asking = |wait| Error::system_throttling().with_retry_after(wait);
        assert_eq!(Wait::after(&asking(2 * SECOND), 1), Some(Wait::Requested(2 * SECOND)));
        assert_eq!(Wait::after(&asking(61 * SECOND), 1), None);
    }

    #[test]
    fn backs_off_and_gives_up() {
        let error = Error::internal_service_failure();
        let waits: Vec<_> = (1..=MAX_ATTEMPTS).map(|attempts| Wait::after(&error, attempts)).collect();
        let up_to = |millis| Some(Wait::UpTo(Duration::from_millis(millis)));
        assert_eq!(waits, [up_to(200), up_to(400), up_to(800), None]);
        let wait = Wait::UpTo(SECOND);
        assert!((0..100).all(|_| wait.duration() <= SECOND));
        assert!((0..100).any(|_| wait.duration() != wait.duration()));
    }

    #[test]
    fn retries_only_what_may_succeed_later() {
        for &code in ErrorCode::ALL {
            let error = Error::from_response_parts(400_u16, format!(r#"{{"reason":"{code}"}}"#).as_bytes());
            assert_eq!(error.code(), code);
            assert_eq!(Wait::after(&error, 1).is_some(), code.retry() == Retry::Backoff, "{code}");
        }
        for (status, is_retried) in [(400_u16, false), (404, false), (429, true), (500, true), (502, true)] {
            for body in [&br#"{"reason":"FromTheFuture"}"#[..], b"<html>", b""] {
                let error = Error::from_response_parts(status, body);
                assert_eq!(Wait::after(&error, 1).is_some(), is_retried, "{error:?}");
            }
        }
    }
}
