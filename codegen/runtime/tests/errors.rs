//! Errors that the program creates itself.

use std::error::Error as _;
use std::format;
use std::string::ToString;
use std::vec::Vec;

use crate::{Error, ErrorCode, Value};

fn mixed() -> Error {
    Error::mixed("task", -1, 3, true)
}

#[test]
#[allow(deprecated, reason = "deprecated codes work like any other")]
fn params_are_shown_in_the_message() {
    assert_eq!(Error::plain().to_string(), "nothing to fill in");
    assert_eq!(Error::listed(["a", "b"]).to_string(), "wrong: a, b");
    assert_eq!(mixed().to_string(), "task: -1 of 3 left, strict: true. {{task}}");
    let gone = Error::gone(7, "it").to_string();
    assert!(gone.starts_with("gone for good and without") && gone.ends_with("one hundred bytes: it"), "{gone}");
}

#[test]
fn a_width_does_not_apply_to_numbers_in_a_message() {
    assert_eq!(format!("{:5}", mixed()), mixed().to_string());
}

#[test]
fn params_are_found_by_name_and_listed_in_order() {
    let error = mixed();
    assert_eq!(
        (error.name(), error.left(), error.limit(), error.strict()),
        (Some("task"), Some(-1), Some(3), Some(true))
    );
    assert_eq!(error.fields(), None);
    let params: Vec<_> = error.params().collect();
    let expected = [
        ("name", Value::Str("task")),
        ("left", Value::Int(-1)),
        ("limit", Value::Uint(3)),
        ("strict", Value::Bool(true)),
    ];
    assert_eq!(params, expected);
}

#[test]
fn a_sensitive_param_is_never_shown() {
    let error = Error::secret("me", "hunter2").with_metadata("token", "hunter2");
    assert_eq!(error.to_string(), "no access with [redacted] for me");
    assert!(!format!("{error:?}").contains("hunter2"), "{error:?}");
    assert_eq!(error.token(), Some("hunter2"));
    assert_eq!(error.params().map(|(name, _)| name).collect::<Vec<_>>(), ["name"]);
    assert_eq!(error.metadata().count(), 0);
}

#[test]
fn metadata_keeps_its_order_and_the_last_value() {
    let error = Error::listed(["a"]).with_metadata("b", "1").with_metadata("a", "2").with_metadata("b", "3");
    let error = error.with_metadata("fields", "not a param's");
    assert_eq!(error.metadata().collect::<Vec<_>>(), [("b", "3"), ("a", "2")]);
}

#[test]
fn the_cause_is_only_for_logs() {
    let error = Error::plain().with_source("the disk is full");
    assert_eq!(error.source().map(ToString::to_string).as_deref(), Some("the disk is full"));
    assert_eq!(error.to_string(), "nothing to fill in");
    assert!(format!("{error:?}").contains("the disk is full"));
}

#[test]
fn a_created_error_has_the_facts_of_its_code() {
    let error = mixed();
    assert_eq!((error.code(), error.reason(), error.http_status()), (ErrorCode::Mixed, "Mixed", 409));
    assert!(error.is_known());
    assert_eq!(size_of::<Error>(), 16);
    assert_eq!(size_of::<ErrorCode>(), 1);
}
