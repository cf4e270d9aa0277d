//! How long a response asks to wait.

#![allow(clippy::unwrap_used, reason = "a panic fails the test")]

use std::time::{Duration, SystemTime};

use http::Response;
use http::response::{Builder, Parts};
use proptest::prelude::*;
use wire::kratos::{Error, ErrorCode};
use wire::strict;

const BODY: &[u8] = br#"{"code":404,"reason":"Plain","message":"not found"}"#;

fn parts(builder: Builder) -> Parts {
    builder.status(404).body(()).unwrap().into_parts().0
}

fn wait(retry_after: &str, date: Option<&str>) -> Option<Duration> {
    let builder = Response::builder().header("Retry-After", retry_after);
    let parts = parts(date.into_iter().fold(builder, |builder, date| builder.header("Date", date)));
    let error = Error::from_response(&parts, BODY);
    assert_eq!(strict::Error::from_response(&parts, BODY).unwrap().retry_after(), error.retry_after());
    let expected = error.retry_after().map_or(Error::plain(), |wait| Error::plain().with_retry_after(wait));
    assert_eq!(error, expected);
    error.retry_after()
}

#[test]
fn seconds_and_dates_are_read() {
    let date = Some("Fri, 31 Dec 1999 23:59:59 GMT");
    assert_eq!(wait("120", None), Some(Duration::from_secs(120)));
    assert_eq!(wait("Sat, 01 Jan 2000 00:00:00 GMT", date), Some(Duration::from_secs(1)));
    assert_eq!(wait("Sat, 01 Jan 2000 00:00:00 GMT", None), None);
    assert_eq!(wait("soon", date), None);
    assert_eq!(wait("\u{e9}", date), None);
}

#[test]
fn a_gateways_page_asks_to_wait_too() {
    let parts = parts(Response::builder().header("retry-after", "7"));
    let error = Error::from_response(&parts, b"<html>");
    assert_eq!((error.code(), error.retry_after()), (ErrorCode::Unknown, Some(Duration::from_secs(7))));
    assert_eq!(error.raw_body(), Some(&b"<html>"[..]));
    assert!(strict::Error::from_response(&parts, b"<html>").is_err());
}

#[test]
fn a_relay_passes_it_on() {
    let received = Error::from_response(&parts(Response::builder().header("retry-after", "7")), BODY);
    let passed_on = Response::<Vec<u8>>::from(received);
    assert_eq!(passed_on.headers()["retry-after"], "7");
    assert_eq!(Response::<Vec<u8>>::from(Error::plain()).headers().get("retry-after"), None);
}

#[test]
fn a_part_of_a_second_is_rounded_up() {
    let response = Response::<Vec<u8>>::from(Error::plain().with_retry_after(Duration::from_millis(1200)));
    assert_eq!(response.headers()["retry-after"], "2");
}

/// The three formats of a date that a client has to understand (RFC 9110, section 5.6.7).
fn formats(date: &str) -> [String; 3] {
    let [day, month, year] = [5..7, 8..11, 12..16].map(|at| date[at].to_owned());
    let (weekday, time) = (&date[..3], &date[17..25]);
    [
        date.to_owned(),
        format!("{weekday}day, {day}-{month}-{} {time} GMT", &year[2..]),
        format!("{weekday} {month} {:>2} {time} {year}", day.trim_start_matches('0')),
    ]
}

proptest! {
    #[test]
    fn any_date_counts_from_any_other(
        from in 0..2_208_988_800_u64,
        after in prop_oneof![0..100_000_u64, 0..1_000_000_000_u64],
        forms in (0..3_usize, 0..3_usize),
    ) {
        let date = |seconds| httpdate::fmt_http_date(SystemTime::UNIX_EPOCH + Duration::from_secs(seconds));
        // Years with two digits are unambiguous until 2069.
        let until = (from + after).min(3_155_759_999);
        let [date, retry_after] = [(from, forms.0), (until, forms.1)].map(|(at, form)| formats(&date(at))[form].clone());
        let expected = Duration::from_secs(until - from);
        prop_assert_eq!(wait(&retry_after, Some(&date)), Some(expected), "{} {}", retry_after, date);
        if from < until {
            prop_assert_eq!(wait(&date, Some(&retry_after)), Some(Duration::ZERO), "it is over");
        }
    }

    #[test]
    fn any_header_gives_an_error(retry_after in "[ -~]{0,40}", date in "[ -~]{0,40}") {
        let _ = wait(&retry_after, Some(&date));
    }
}
