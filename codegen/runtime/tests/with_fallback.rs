//! Reading with a fallback: every response is an error.

use std::string::ToString;

use ::tonic::{Code, Status};

use crate::{Error, ErrorCode};

#[test]
fn a_response_is_read_as_its_error() {
    let sent = Error::mixed("task", -1, 3, true).with_metadata("trace", "t1");
    let body = ::serde_json::to_vec(&sent).expect("an error is JSON");
    let read = Error::from_response_parts(409, &body);
    assert_eq!((read.code(), read.to_string()), (ErrorCode::Mixed, sent.to_string()));
    assert!(read.params().eq(sent.params()) && read.metadata().eq(sent.metadata()));
    assert_eq!(read.raw_body(), Some(&*body));
    assert!(read.is_known());
}

#[test]
fn any_other_response_is_the_fallback_with_the_start_of_its_body() {
    let body = "x".repeat(10_000);
    let read = Error::from_response_parts(502, body.as_bytes());
    assert_eq!((read.code(), read.http_status()), (ErrorCode::Unknown, 502));
    assert_eq!(read.raw_body(), Some(&body.as_bytes()[..8192]));
    assert!(!read.is_known());
}

#[test]
fn an_unknown_reason_is_the_fallback_and_is_kept() {
    let read = Error::from_response_parts(418, br#"{"code": 418, "reason": "Teapot", "message": "short and stout"}"#);
    assert_eq!((read.code(), read.reason(), read.http_status()), (ErrorCode::Unknown, "Teapot", 418));
    assert_eq!(read.to_string(), "short and stout");
    assert!(!read.is_known());
}

#[test]
fn an_error_survives_a_status() {
    let sent = Error::mixed("task", -1, 3, true);
    let status = Status::from(sent.clone());
    assert_eq!(status.code(), Code::Aborted);
    let read = Error::from(status);
    assert_eq!((read.code(), read.to_string()), (ErrorCode::Mixed, sent.to_string()));
    let other = Error::from(Status::new(Code::Unavailable, "no route"));
    assert_eq!((other.code(), other.http_status(), other.to_string()), (ErrorCode::Unknown, 503, "no route".into()));
    assert!(!other.is_known());
}
