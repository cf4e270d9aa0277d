//! Comparing errors.

use core::time::Duration;
use std::string::ToString;

use crate::Error;

fn mixed() -> Error {
    Error::mixed("task", -1, 3, true).with_metadata("a", "1").with_metadata("b", "2")
}

#[test]
fn errors_that_say_the_same_are_equal() {
    assert_eq!(mixed(), mixed().clone());
    assert_eq!(mixed(), Error::mixed("task", -1, 3, true).with_metadata("b", "2").with_metadata("a", "1"));
    assert_eq!(mixed(), mixed().with_source("the disk is full"));
    assert_eq!(Error::plain(), Error::plain().with_source("the disk is full"));
}

#[test]
fn each_thing_that_an_error_says_makes_a_difference() {
    let others = [
        Error::plain(),
        Error::mixed("other", -1, 3, true).with_metadata("a", "1").with_metadata("b", "2"),
        Error::mixed("task", -2, 3, true).with_metadata("a", "1").with_metadata("b", "2"),
        Error::mixed("task", -1, 4, true).with_metadata("a", "1").with_metadata("b", "2"),
        Error::mixed("task", -1, 3, false).with_metadata("a", "1").with_metadata("b", "2"),
        Error::mixed("task", -1, 3, true).with_metadata("a", "1"),
        mixed().with_metadata("a", "2"),
        mixed().with_metadata("c", "3"),
        mixed().with_retry_after(Duration::ZERO),
    ];
    for other in &others {
        assert!(mixed() != *other && *other != mixed(), "{other:?}");
    }
    assert_ne!(Error::listed(["a", "b"]), Error::listed(["a, b"]));
    assert_ne!(
        Error::plain().with_retry_after(Duration::from_secs(1)),
        Error::plain().with_retry_after(Duration::ZERO)
    );
    // Only the reason differs, which the message doesn't show.
    assert_ne!(Error::invalid(1.5, [("a", "b")]), Error::invalid(1.5, [("a", "c")]));
    // They look the same to everyone else.
    let (one, other) = (Error::secret("me", "hunter2"), Error::secret("me", "hunter3"));
    assert_eq!(one.to_string(), other.to_string());
    assert_ne!(one, other);
}

#[test]
fn a_number_that_is_none_does_not_equal_itself() {
    let wrong = |ratio| Error::invalid(ratio, [("a", "b")]);
    assert_eq!(wrong(f64::INFINITY), wrong(f64::INFINITY));
    assert_ne!(wrong(f64::NAN), wrong(f64::NAN));
}
