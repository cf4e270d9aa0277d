//! Whether to retry a request, and when.

use std::fmt;
use std::time::Duration;

use ureq::http::Request;
use vidu_errors::Retry;

use super::Failure;
use crate::api::IDEMPOTENCY_KEY;

/// How long to wait before a retry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wait {
    /// As long as the server asks for.
    Requested(Duration),
    /// A random time up to this.
    UpTo(Duration),
}

const MAX_ATTEMPTS: u32 = 4;
const FIRST_WAIT: Duration = Duration::from_millis(200);
/// No single failure makes a caller wait longer than this. If the server asks for more, an earlier retry would fail too.
const MAX_WAIT: Duration = Duration::from_secs(60);

impl Wait {
    /// The wait before a retry, if one is safe and makes sense after this many attempts.
    pub(super) fn after<B>(request: &Request<B>, failure: &Failure, attempts: u32) -> Option<Self> {
        if attempts >= MAX_ATTEMPTS || !is_repeatable(request) || !may_succeed_later(failure) {
            return None;
        }
        let requested = match failure {
            Failure::ErrorResponse(error) => error.retry_after(),
            Failure::NoResponse(_) | Failure::UnexpectedBody(..) => None,
        };
        match requested {
            Some(wait) => (wait <= MAX_WAIT).then_some(Self::Requested(wait)),
            None => Some(Self::UpTo(MAX_WAIT.min(FIRST_WAIT * 2_u32.pow(attempts - 1)))),
        }
    }

    /// The time to sleep. It is random, so that clients that failed together don't all retry at once, and never shorter
    /// than the server asks for.
    pub(super) fn duration(self) -> Duration {
        match self {
            Self::Requested(wait) => wait + FIRST_WAIT.mul_f64(fastrand::f64()),
            Self::UpTo(wait) => wait.mul_f64(fastrand::f64()),
        }
    }
}

/// Whether the service does the same for two of these requests as for one. Of a request that failed, nobody knows
/// whether the service has done it.
fn is_repeatable<B>(request: &Request<B>) -> bool {
    request.method().is_idempotent() || request.headers().contains_key(IDEMPOTENCY_KEY)
}

/// Whether the same request may succeed later.
fn may_succeed_later(failure: &Failure) -> bool {
    match failure {
        _ if failure.is_cut() => true,
        Failure::ErrorResponse(error) if error.is_known() => error.code().retry() == Retry::Backoff,
        // A newer server sent it, or something in between: only the status says anything.
        Failure::ErrorResponse(error) => matches!(error.http_status(), 408 | 429 | 500..),
        Failure::NoResponse(error) => {
            matches!(error, ureq::Error::Io(_) | ureq::Error::Timeout(_) | ureq::Error::ConnectionFailed)
        }
        Failure::UnexpectedBody(..) => false,
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
    use std::io::{self, ErrorKind};

    use ureq::http::{Method, StatusCode};
    use vidu_errors::{Error, ErrorCode};

    use super::*;

    const SECOND: Duration = Duration::from_secs(1);

    fn request(method: Method) -> Request<()> {
        Request::builder().method(method).uri("/").body(()).expect("a request")
    }

    fn after_error(error: Error, attempts: u32) -> Option<Wait> {
        Wait::after(&request(Method::GET), &Failure::ErrorResponse(error), attempts)
    }

    #[test]
    fn waits_as_the_server_asks_but_not_for_ever() {
        let after = |wait| after_error(Error::system_throttling().with_retry_after(wait), 1);
        assert_eq!(after(2 * SECOND), Some(Wait::Requested(2 * SECOND)));
        assert_eq!(after(60 * SECOND), Some(Wait::Requested(60 * SECOND)));
        assert_eq!(after(61 * SECOND), None);
        assert_eq!(after(Duration::MAX), None);
    }

    #[test]
    fn backs_off_and_gives_up() {
        let waits: Vec<_> = (1..=4).map(|attempts| after_error(Error::internal_service_failure(), attempts)).collect();
        let up_to = |millis| Some(Wait::UpTo(Duration::from_millis(millis)));
        assert_eq!(waits, [up_to(200), up_to(400), up_to(800), None]);
    }

    #[test]
    fn waits_are_random_and_never_shorter_than_the_server_asks() {
        let durations = |wait: Wait| [(); 100].map(|()| wait.duration());
        let up_to = durations(Wait::UpTo(SECOND));
        let requested = durations(Wait::Requested(SECOND));
        assert!(up_to.iter().all(|wait| *wait <= SECOND));
        assert!(requested.iter().all(|wait| (SECOND..=SECOND + FIRST_WAIT).contains(wait)));
        assert!(up_to.iter().any(|wait| *wait != up_to[0]));
        assert!(requested.iter().any(|wait| *wait != requested[0]));
    }

    #[test]
    fn a_post_is_retried_only_with_a_key() {
        let failure = Failure::ErrorResponse(Error::internal_service_failure());
        let is_retried = |request: &Request<()>| Wait::after(request, &failure, 1).is_some();
        assert!(is_retried(&request(Method::GET)));
        let mut post = request(Method::POST);
        assert!(!is_retried(&post));
        post.headers_mut().insert(IDEMPOTENCY_KEY, "1".parse().expect("a header"));
        assert!(is_retried(&post));
    }

    #[test]
    fn retries_only_what_may_succeed_later() {
        for &code in ErrorCode::ALL {
            let error = Error::from_response_parts(400_u16, format!(r#"{{"reason":"{code}"}}"#).as_bytes());
            assert_eq!(error.code(), code);
            assert_eq!(after_error(error, 1).is_some(), code.retry() == Retry::Backoff, "{code}");
        }
        for (status, is_retried) in [(400_u16, false), (404, false), (408, true), (429, true), (500, true), (502, true)]
        {
            for body in [&br#"{"reason":"FromTheFuture"}"#[..], b"<html>", b""] {
                let error = Error::from_response_parts(status, body);
                assert_eq!(after_error(error, 1).is_some(), is_retried, "{status} {body:?}");
            }
        }
    }

    #[test]
    fn retries_when_a_body_was_cut_but_not_when_it_is_wrong() {
        for (kind, is_retried) in [
            (ErrorKind::UnexpectedEof, true),
            (ErrorKind::ConnectionReset, true),
            (ErrorKind::TimedOut, true),
            (ErrorKind::InvalidData, false),
        ] {
            let error = Error::from_response_parts(403_u16, b"<html>").with_source(io::Error::from(kind));
            assert_eq!(after_error(error, 1).is_some(), is_retried, "{kind}");
            let failure = Failure::UnexpectedBody(StatusCode::CREATED, kind.into());
            assert_eq!(Wait::after(&request(Method::GET), &failure, 1).is_some(), is_retried, "{kind}");
        }
    }
}
