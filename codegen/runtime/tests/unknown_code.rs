//! The error for a name that is unknown.

use std::format;
use std::string::ToString;

use crate::{ErrorCode, UnknownErrorCode};

#[test]
fn the_name_is_kept_whatever_its_length() {
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
fn two_are_equal_by_their_names() {
    assert_eq!(UnknownErrorCode::new("a"), UnknownErrorCode::new("a"));
    assert_ne!(UnknownErrorCode::new("a"), UnknownErrorCode::new("a\0"));
}
