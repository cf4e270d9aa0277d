//! Reading params from the text of a message.

use std::string::{String, ToString};
use std::vec::Vec;

use crate::message::read;
use crate::{Error, ErrorCode};

/// The params read from a message, as names and texts, sorted by name.
fn params(code: ErrorCode, message: &str) -> Vec<(&'static str, String)> {
    let params = read(code, message).into_iter();
    let mut params: Vec<_> = params.filter_map(|(name, value)| Some((name, value.as_value()?.to_string()))).collect();
    params.sort_unstable();
    params
}

fn texts<const N: usize>(params: [(&'static str, &str); N]) -> Vec<(&'static str, String)> {
    params.into_iter().map(|(name, text)| (name, text.to_string())).collect()
}

#[test]
fn a_message_is_read_as_it_was_shown() {
    let message = Error::mixed("task", -1, 3, false).to_string();
    let expected = texts([("left", "-1"), ("limit", "3"), ("name", "task"), ("strict", "false")]);
    assert_eq!(params(ErrorCode::Mixed, &message), expected);
    assert_eq!(params(ErrorCode::Listed, "wrong: a, b"), texts([("fields", "a, b")]));
}

#[test]
fn a_message_of_another_template_has_no_params() {
    for message in ["", "wrong", "wrong; a", "no access with [redacted] for me"] {
        assert_eq!(params(ErrorCode::Listed, message), texts([]), "{message}");
    }
}

#[test]
fn a_param_with_two_values_is_absent() {
    assert_eq!(params(ErrorCode::Mixed, "a: 1 of 3 left, strict: true. {{b}}"), texts([]));
}

#[test]
fn a_number_in_another_notation_is_absent() {
    for left in ["01", "+1", "", "x", "9223372036854775808"] {
        let message = std::format!("a: {left} of 3 left, strict: true. {{{{a}}}}");
        assert_eq!(params(ErrorCode::Mixed, &message), texts([]), "{message}");
    }
}

#[test]
fn an_ambiguous_message_has_no_params() {
    let message = "a: 1 of 2 left, strict: true. {{a: 1 of 2 left, strict: true. {{a}}";
    assert!(params(ErrorCode::Mixed, message).is_empty());
}

#[test]
fn absent_values_are_not_read() {
    assert_eq!(params(ErrorCode::Listed, "wrong: <fields>"), texts([]));
    assert_eq!(params(ErrorCode::Listed, "wrong: "), texts([]));
}

#[test]
fn a_cut_message_has_no_params() {
    assert!(params(ErrorCode::Listed, "wrong: a, b…").is_empty());
}
