//! The header `Retry-After`.

use ::core::time::Duration;

use super::received::LONGEST_WAIT;

/// The seconds to send. They are rounded up, so that nobody retries too early.
pub(super) fn seconds(wait: Duration) -> u64 {
    wait.as_secs().saturating_add(u64::from(wait.subsec_nanos() > 0))
}

/// How long a response asks to wait, if it says so: `header` is a number of seconds, or a date.
///
/// A date counts from that of the response, `date`. So this needs no clock, and it doesn't matter if the clocks of the
/// client and the server differ.
pub(super) fn wait(header: &str, date: Option<&str>) -> Option<Duration> {
    let is_number = !header.is_empty() && header.bytes().all(|byte| byte.is_ascii_digit());
    let seconds = if is_number {
        // All that can go wrong is that it is too large.
        header.parse().unwrap_or(u64::MAX)
    } else {
        seconds_of_date(header)?.saturating_sub(seconds_of_date(date?)?)
    };
    Some(Duration::from_secs(seconds).min(LONGEST_WAIT))
}

const MONTHS: [&str; 12] = ["Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan", "Feb"];

/// The seconds from 1 March of the year 0 to a date in any of HTTP's formats:
///
/// - `Sun, 06 Nov 1994 08:49:37 GMT`
/// - `Sunday, 06-Nov-94 08:49:37 GMT`
/// - `Sun Nov  6 08:49:37 1994`
fn seconds_of_date(date: &str) -> Option<u64> {
    let mut words = date.split([' ', ',', '-']).filter(|word| !word.is_empty()).skip(1);
    let [first, second, third, fourth] = [words.next()?, words.next()?, words.next()?, words.next()?];
    let (day, month, year, time) = match words.next() {
        Some("GMT") => (first, second, third, fourth),
        None => (second, first, fourth, third),
        Some(_) => return None,
    };
    let day = number(day, 1..=31)?;
    let (_, month) = MONTHS.iter().zip(0..).find(|(name, _)| **name == month)?;
    let year = match (year.len(), number(year, 0..=9999)?) {
        (2, year @ ..70) => 2000 + year,
        (2, year) => 1900 + year,
        (_, year) => year,
    };
    // The year starts in March, so that a leap day is its last day.
    let year = if month < 10 { year } else { year.checked_sub(1)? };
    let days = 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day - 1;
    let mut parts = time.split(':');
    let mut part = |largest| number(parts.next()?, 0..=largest);
    let (hours, minutes, seconds) = (part(23)?, part(59)?, part(60)?);
    (words.next().is_none() && parts.next().is_none()).then_some(((days * 24 + hours) * 60 + minutes) * 60 + seconds)
}

fn number(digits: &str, range: ::core::ops::RangeInclusive<u64>) -> Option<u64> {
    let is_number = digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse().ok().filter(|number| is_number && range.contains(number))
}
