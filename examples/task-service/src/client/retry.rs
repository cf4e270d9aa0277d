//! Whether and when to retry.

use std::fmt;
use std::time::{Duration, SystemTime};

use vidu_errors::{Error, ErrorCode, Retry};

/// How long to wait before the next attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wait {
    /// As long as the server says.
    Asked(Duration),
    /// At random, up to this: clients that failed together should not retry together.
    UpTo(Duration),
}

const TRIES: u32 = 4;
const FIRST: Duration = Duration::from_millis(100);
/// No response should make a client wait longer than this.
const LONGEST: Duration = Duration::from_secs(60);

impl Wait {
    /// The wait before another attempt, if one makes sense after `tries`. `asked` is what the server asked for.
    pub(super) fn after(error: &Error, tries: u32, asked: Option<Duration>) -> Option<Self> {
        if tries >= TRIES || !may_succeed(error) {
            return None;
        }
        match asked {
            Some(asked) => (asked <= LONGEST).then_some(Self::Asked(asked)),
            None => Some(Self::UpTo(LONGEST.min(FIRST * 2_u32.pow(tries)))),
        }
    }

    pub(super) fn duration(self) -> Duration {
        match self {
            Self::Asked(wait) => wait,
            Self::UpTo(wait) => wait.mul_f64(fastrand::f64()),
        }
    }
}

/// Whether the same request may succeed later.
fn may_succeed(error: &Error) -> bool {
    match error.code() {
        // The error came from a newer server or a proxy: only its status is known.
        ErrorCode::Unknown => error.http_status() == 429 || error.http_status() >= 500,
        code => code.retry() == Retry::Backoff,
    }
}

impl fmt::Display for Wait {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Asked(wait) => write!(f, "in {wait:?}, as the server asks"),
            Self::UpTo(wait) => write!(f, "within {wait:?}"),
        }
    }
}

/// The value of a `Retry-After` header: seconds, or a date.
pub(super) fn retry_after(value: &str, now: SystemTime) -> Option<Duration> {
    match value.parse() {
        Ok(seconds) => Some(Duration::from_secs(seconds)),
        Err(_) => Some(httpdate::parse_http_date(value).ok()?.duration_since(now).unwrap_or_default()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND: Duration = Duration::from_secs(1);

    #[test]
    fn waits_as_the_server_asks() {
        let epoch = SystemTime::UNIX_EPOCH;
        assert_eq!(retry_after("2", epoch), Some(2 * SECOND));
        assert_eq!(retry_after("Thu, 01 Jan 1970 00:00:03 GMT", epoch), Some(3 * SECOND));
        assert_eq!(retry_after("Thu, 01 Jan 1970 00:00:03 GMT", epoch + 5 * SECOND), Some(Duration::ZERO));
        assert_eq!(retry_after("soon", epoch), None);
        assert_eq!(retry_after("-1", epoch), None);

        let error = Error::system_throttling();
        assert_eq!(Wait::after(&error, 1, Some(2 * SECOND)), Some(Wait::Asked(2 * SECOND)));
        assert_eq!(Wait::after(&error, 1, Some(61 * SECOND)), None);
    }

    #[test]
    fn waits_longer_each_time_but_not_forever() {
        let error = Error::internal_service_failure();
        let waits: Vec<_> = (1..=TRIES).map(|tries| Wait::after(&error, tries, None)).collect();
        let up_to = |millis| Some(Wait::UpTo(Duration::from_millis(millis)));
        assert_eq!(waits, [up_to(200), up_to(400), up_to(800), None]);
        let wait = Wait::UpTo(SECOND);
        assert!((0..100).all(|_| wait.duration() <= SECOND));
        assert!((0..100).any(|_| wait.duration() != wait.duration()));
    }

    #[test]
    fn retries_only_what_may_succeed() {
        for &code in ErrorCode::ALL.iter().filter(|code| **code != ErrorCode::Unknown) {
            let error = Error::from_response_parts(400_u16, format!(r#"{{"reason":"{code}"}}"#).as_bytes());
            assert_eq!(error.code(), code);
            assert_eq!(Wait::after(&error, 1, None).is_some(), code.retry() == Retry::Backoff, "{code}");
        }
        for (status, is_tried_again) in [(400_u16, false), (404, false), (429, true), (500, true), (502, true)] {
            for body in [&br#"{"reason":"OfTheFuture"}"#[..], b"<html>", b""] {
                let error = Error::from_response_parts(status, body);
                assert_eq!(Wait::after(&error, 1, Some(SECOND)).is_some(), is_tried_again, "{error:?}");
            }
        }
    }
}
