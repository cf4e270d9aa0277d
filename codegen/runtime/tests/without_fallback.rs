//! Reading without a fallback, and codes with numbers.

use std::string::ToString;

use ::serde_json::json;
use ::tonic::{Code, Status};

use crate::{Error, ErrorCode};

#[test]
fn without_floats_an_error_equals_itself() {
    fn is_eq<T: Eq>(_: &T) {}
    is_eq(&Error::plain());
    assert_eq!(Error::plain(), Error::plain());
}

#[test]
fn codes_are_found_by_their_numbers() {
    for &code in ErrorCode::ALL {
        assert_eq!(ErrorCode::from_number(code.number()), Some(code));
    }
    assert_eq!(ErrorCode::Named.number(), 4_000_000_000);
    assert_eq!(ErrorCode::from_number(8), None);
}

#[test]
fn a_code_without_a_page_has_none() {
    assert_eq!(ErrorCode::Plain.docs_url(), None);
}

#[test]
fn an_error_is_a_problem() {
    let body = ::serde_json::to_value(Error::named("x")).expect("an error is JSON");
    let expected = json!({
        "type": "about:blank", "title": "With a param.", "status": 429, "detail": "x again", "code": "Named", "name": "x",
    });
    assert_eq!(body, expected);
}

#[test]
fn a_response_is_read_as_its_error_or_none() {
    let sent = Error::named("x");
    let body = ::serde_json::to_vec(&sent).expect("an error is JSON");
    let read = Error::from_response_parts(429, &body).expect("it is an error");
    assert_eq!((read.code(), read.name()), (ErrorCode::Named, Some("x")));
    assert!(Error::from_response_parts(502, b"bad gateway").is_err());
    assert!(Error::from_response_parts(500, br#"{"type": "about:blank", "title": "?", "code": "Other"}"#).is_err());
}

#[test]
fn a_status_is_read_as_its_error_or_returned() {
    let read = Error::try_from(Status::from(Error::named("x"))).expect("it is an error");
    assert_eq!((read.code(), read.to_string()), (ErrorCode::Named, "x again".into()));
    let status = Error::try_from(Status::new(Code::Unavailable, "no route")).expect_err("it is none");
    assert_eq!((status.code(), status.message()), (Code::Unavailable, "no route"));
}
