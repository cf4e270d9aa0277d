//! Errors of operations.

use core::error::Error as _;
use core::time::Duration;
use std::format;
use std::string::ToString;

use crate::operations::{
    Access, Change, ChangeCode, ChangeError, CheckError, Common, ErrorOf, FindError, List, ListError, Operation,
};
use crate::{Error, ErrorCode};

fn find(is_there: bool) -> Result<u8, FindError> {
    if is_there { Ok(7) } else { Err(FindError::plain()) }
}

/// The codes of the operation within are codes of this one.
fn change(is_there: bool) -> Result<u8, ChangeError> {
    Ok(find(is_there)? + list(is_there)?)
}

fn list(is_there: bool) -> Result<u8, ListError> {
    authorize::<List>(is_there)?;
    find(is_there).map_err(ListError::from)
}

/// A step of all operations that have the group.
fn authorize<Op: Access>(is_there: bool) -> Result<(), ErrorOf<Op>> {
    if is_there { Ok(()) } else { Err(ErrorOf::secret("me", "x")) }
}

fn anything(is_there: bool) -> Result<u8, Error> {
    Ok(change(is_there)?)
}

#[test]
fn a_question_mark_turns_the_error_of_a_narrower_operation_into_that_of_a_wider_one() {
    assert_eq!(change(true), Ok(14));
    assert_eq!(change(false), Err(ChangeError::plain()));
    assert_eq!(list(false), Err(ListError::secret("me", "x")));
    assert_eq!(anything(false), Err(Error::plain()));
}

#[allow(deprecated, reason = "the operation has a deprecated code")]
#[test]
fn an_operation_has_the_name_and_the_codes_of_the_catalogue() {
    fn codes_of_common<Op: Common>() -> &'static [ErrorCode] {
        Op::CODES
    }
    assert_eq!((List::NAME, List::CODES), ("list", &[ErrorCode::Plain, ErrorCode::Secret][..]));
    assert_eq!(codes_of_common::<Change>()[2..], [ErrorCode::Listed, ErrorCode::Mixed, ErrorCode::Gone]);
}

#[test]
fn an_error_with_an_undeclared_code_is_given_back() {
    let error = ChangeError::try_from(Error::listed(["a"])).expect("the operation has the code");
    assert_eq!((error.code(), error.fields().map(<[_]>::len)), (ErrorCode::Listed, Some(1)));
    assert_eq!(FindError::try_from(Error::listed(["a"])), Err(Error::listed(["a"])));
    assert_eq!(Error::from(error), Error::listed(["a"]));
}

#[test]
fn an_error_of_an_operation_shows_and_keeps_all_that_the_error_does() {
    let error = ChangeError::mixed("me", -1, 2, true).with_source("the cause").with_metadata("trace", "1");
    let error = error.with_retry_after(Duration::from_secs(3)).clone();
    let plain = Error::mixed("me", -1, 2, true).with_metadata("trace", "1").with_retry_after(Duration::from_secs(3));
    assert_eq!(*error, plain);
    assert_eq!(error.to_string(), plain.to_string());
    assert_eq!(format!("{error:?}"), format!("{:?}", plain.with_source("the cause")));
    assert_eq!(error.source().map(ToString::to_string).as_deref(), Some("the cause"));
    assert_eq!(size_of::<ChangeError>(), size_of::<Error>());
}

#[test]
fn the_codes_of_an_exhaustive_operation_are_matched_without_a_wildcard() {
    let kind = |error: &ChangeError| match ChangeCode::from(error) {
        ChangeCode::Plain | ChangeCode::Secret => 1,
        ChangeCode::Listed => 2,
        ChangeCode::Mixed => 3,
        ChangeCode::Gone => 4,
    };
    let errors = [ChangeError::plain(), ChangeError::listed([""; 0]), ChangeError::mixed("", 0, 0, false)];
    assert_eq!(errors.each_ref().map(kind), [1, 2, 3]);
    for &code in Change::CODES {
        let error = ChangeError::try_from(crate::error::plain(code)).expect("it is one of its codes");
        assert_eq!(ErrorCode::from(ChangeCode::from(&error)), code);
    }
}

#[cfg(feature = "frameworks")]
#[test]
fn a_received_code_that_the_catalogue_does_not_have_is_no_error_of_an_operation_with_the_fallback() {
    assert!(CheckError::try_from(Error::unknown()).is_ok());
    let received = Error::from_response_parts(500_u16, br#"{"code": 500, "reason": "New", "message": "?"}"#);
    assert_eq!(received.code(), ErrorCode::Unknown);
    assert_eq!(CheckError::try_from(received.clone()), Err(received));
}

#[cfg(feature = "frameworks")]
#[test]
fn frameworks_answer_with_the_error_of_an_operation_as_with_the_error() {
    use actix_web::ResponseError as _;
    use axum_core::response::IntoResponse as _;
    use utoipa::IntoResponses as _;

    let error = || ChangeError::secret("me", "x");
    assert_eq!(error().into_response().status(), 401);
    assert_eq!(error().error_response().status().as_u16(), 401);
    assert_eq!(tonic::Status::from(error()).code(), tonic::Code::Unauthenticated);
    assert_eq!(serde_json::to_string(&error()).ok(), serde_json::to_string(&Error::from(error())).ok());
    assert!(ChangeError::responses().contains_key("4XX"));
}
