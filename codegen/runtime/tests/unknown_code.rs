//! The error for an unknown name.

use std::format;
use std::string::ToString;

use crate::{ErrorCode, UnknownErrorCode};

#[test]
fn names_of_any_length_are_kept() {
    for len in [0, 1, 29, 30, 31, 1000] {
        let name = "é-".repeat(len).chars().take(len).collect::<std::string::String>();
        for name in [&*name, &*"x".repeat(len)] {
            assert_eq!(UnknownErrorCode::new(name).as_str(), name);
        }
    }
}

#[test]
fn it_is_shown_with_its_name() {
    let unknown = "no\tcode".parse::<ErrorCode>().expect_err("there is none");
    assert_eq!(unknown.to_string(), "unknown error code \"no\\tcode\"");
    assert_eq!(format!("{unknown:?}"), "UnknownErrorCode(\"no\\tcode\")");
}

#[test]
fn errors_with_equal_names_are_equal() {
    assert_eq!(UnknownErrorCode::new("a"), UnknownErrorCode::new("a"));
    assert_ne!(UnknownErrorCode::new("a"), UnknownErrorCode::new("a\0"));
}
