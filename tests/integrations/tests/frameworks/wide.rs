//! Names of 256 bytes and with `/`, numbers that are negative, shared or over 32 bits, a status for the whole catalogue, and
//! params of the type `float`, through everything that an error is made into.

use integrations::wide::{Error, ErrorCode};
use serde_json::{Value, json};
use tonic::{Code, Status};
use utoipa::openapi::ResponsesBuilder;

#[test]
fn names_and_numbers_are_found() {
    assert_eq!("system/overload".parse(), Ok(ErrorCode::SystemOverload));
    assert_eq!(ErrorCode::Long.as_str().len(), 256);
    assert_eq!(ErrorCode::Long.as_str().parse(), Ok(ErrorCode::Long));
    assert_eq!((ErrorCode::Long.number(), ErrorCode::SystemOverload.number()), (i64::MAX, -0x8000_0001));
    let shared = [ErrorCode::SystemOverload, ErrorCode::SystemOverloadAgain];
    assert_eq!(ErrorCode::from_number(-0x8000_0001), shared);
    assert_eq!(ErrorCode::from_number(i64::MAX), [ErrorCode::Long]);
    // Reserved.
    assert!(ErrorCode::from_number(i64::MIN).is_empty());
    assert!("disk/full".parse::<ErrorCode>().is_err());
}

#[test]
fn a_code_without_a_status_has_that_of_the_catalogue() {
    assert_eq!(ErrorCode::ALL.iter().map(|code| code.http_status()).collect::<Vec<_>>(), [422, 503, 422]);
}

#[test]
fn a_float_arrives_over_http() {
    for (load, shown) in [(0.1, "0.1"), (-0.0, "-0"), (1e21, "1000000000000000000000"), (f64::INFINITY, "Infinity")] {
        let sent = Error::system_overload(load);
        assert_eq!(sent.to_string(), format!("the load is {shown}"));
        let body = serde_json::to_vec(&sent).expect("the body is JSON");
        let read = Error::from_response_parts(422, &body).expect("the body is an error");
        assert_eq!(read, sent, "{}", String::from_utf8_lossy(&body));
        assert_eq!(read.load(), Some(load));
    }
}

#[test]
fn a_float_and_a_long_name_arrive_over_grpc() {
    let status = Status::from(Error::system_overload(2.5));
    assert_eq!((status.code(), status.message()), (Code::InvalidArgument, "the load is 2.5"));
    let read = Error::try_from(status).expect("the status is an error");
    assert_eq!((read.code(), read.load()), (ErrorCode::SystemOverload, Some(2.5)));
    let read = Error::try_from(Status::from(Error::long())).expect("the status is an error");
    assert_eq!(read.code(), ErrorCode::Long);
}

#[test]
fn openapi_has_a_number_and_all_names() {
    let responses = ResponsesBuilder::new().responses_from_into_responses::<Error>().build();
    let document: Value = serde_json::to_value(responses).expect("the document is JSON");
    let keys: Vec<_> = document.as_object().expect("they are by class").keys().collect();
    assert_eq!(keys, ["4XX", "5XX", "x-errors Metering API"]);
    let content = &document["4XX"]["content"]["application/problem+json"];
    let names: Vec<_> = (0..2).map(|at| &content["schema"]["oneOf"][at]["properties"]["code"]["const"]).collect();
    assert_eq!(names, ["system/overload", ErrorCode::Long.as_str()]);
    assert_eq!(content["examples"]["system/overload"]["value"]["load"], json!(1.5));
}
