//! Errors made from those of other crates.

use core::error::Error as _;
use std::boxed::Box;
use std::fs;
use std::string::{String, ToString};

use crate::{Error, ErrorCode, ResultExt};

fn read(path: &str) -> Result<String, Error> {
    let text = fs::read_to_string(path).or_error(Error::plain)?;
    Ok(text)
}

#[test]
fn an_error_of_another_crate_becomes_the_cause() {
    let error = read("/no/such/file").expect_err("there is no such file");
    assert_eq!((error.code(), &*error.to_string()), (ErrorCode::Plain, "nothing to fill in"));
    let cause = error.source().and_then(|cause| cause.downcast_ref::<std::io::Error>());
    assert_eq!(cause.map(std::io::Error::kind), Some(std::io::ErrorKind::NotFound));
}

#[test]
fn anything_that_can_be_a_cause_is_replaced() {
    let name = String::from("me");
    let error = "x".parse::<u8>().or_error(|| Error::listed([name])).expect_err("it is no number");
    assert_eq!(error, Error::listed(["me"]));
    let boxed: Box<dyn core::error::Error + Send + Sync> = "boxed".into();
    for cause in [Err::<(), _>("a text").or_error(Error::plain), Err(boxed).or_error(Error::plain)] {
        assert!(cause.is_err_and(|error| error.source().is_some()));
    }
    // An error of the catalogue too, which the new one hides from the caller.
    let error = Err::<(), _>(Error::secret("me", "x")).or_error(Error::plain).expect_err("it is an error");
    assert_eq!(error.source().map(ToString::to_string).as_deref(), Some("no access with [redacted] for me"));
}

#[test]
fn without_an_error_nothing_is_made() {
    let value = Ok::<_, std::io::Error>(7).or_error(|| -> Error { unreachable!("there is no error") });
    assert_eq!(value.ok(), Some(7));
}
