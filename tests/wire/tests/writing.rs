//! Written errors, byte for byte, and as other libraries read them.

#![allow(clippy::unwrap_used, reason = "a panic fails the test")]

use std::collections::HashMap;

use problem_details::ProblemDetails;
use serde::Deserialize;
use wire::{envelope, kratos, numbered, problem};

#[test]
fn kratos_bodies() {
    use kratos::Error;
    for (error, body) in [
        (Error::plain(), r#"{"code":404,"reason":"Plain","message":"not found","metadata":{}}"#),
        (
            Error::missing(["a", "b, c", "d\\"]).with_metadata("trace_id", "t-1"),
            r#"{"code":400,"reason":"Missing","message":"missing: a, b, c, d\\","metadata":{"fields":"a, b\\, c, d\\\\","trace_id":"t-1"}}"#,
        ),
        (Error::missing([""]), r#"{"code":400,"reason":"Missing","message":"missing: ","metadata":{"fields":"\\"}}"#),
        (Error::missing([""; 0]), r#"{"code":400,"reason":"Missing","message":"missing: ","metadata":{"fields":""}}"#),
        (
            Error::sent(1, u64::MAX, i64::MIN, true, ["x"], "n\"\n"),
            r#"{"code":402,"reason":"Sent","message":"not enough","metadata":{"count":"1","limit":"18446744073709551615","delta":"-9223372036854775808","flag":"true","fields":"x","name":"n\"\n"}}"#,
        ),
        (
            Error::invalid(["x"], 0.5, [("items.0.size", "too large: 5; at most 3"), ("a:b", "c\\")]),
            r#"{"code":400,"reason":"Invalid","message":"0.5 invalid: items.0.size, a:b","metadata":{"errors":"x","ratio":"0.5","wrong":"items.0.size: too large: 5\\; at most 3; a\\:b: c\\\\"}}"#,
        ),
        (
            Error::invalid([""; 0], f64::NEG_INFINITY, [("", ""); 0]),
            r#"{"code":400,"reason":"Invalid","message":"-Infinity invalid: ","metadata":{"errors":"","ratio":"-Infinity","wrong":""}}"#,
        ),
    ] {
        assert_eq!(serde_json::to_string(&error).unwrap(), body);
    }
    assert_eq!(serde_json::to_string(&kratos::ErrorCode::Code22e01).unwrap(), r#""22E01""#);
}

#[test]
fn problems() {
    use problem::Error;
    for (error, body) in [
        (
            Error::plain(),
            r#"{"type":"https://example.org/errors#Plain","title":"There is no such thing","status":404,"detail":"not found","code":"Plain"}"#,
        ),
        (
            Error::named("n").with_metadata("status", "s").with_metadata("status_", "u").with_metadata("instance", "i"),
            r#"{"type":"https://example.org/named","title":"Named","status":400,"detail":"no `n` here","code":"Named","name":"n","status_":"s","status__":"u","instance":"i"}"#,
        ),
        (
            Error::sent(1, u64::MAX, i64::MIN, true, ["x", "y"], "n"),
            r#"{"type":"https://example.org/errors#Sent","title":"Sent","status":402,"detail":"not enough","code":"Sent","count":1,"limit":18446744073709551615,"delta":-9223372036854775808,"flag":true,"fields":["x","y"],"name":"n"}"#,
        ),
        (
            Error::invalid(["x"], 1e21, [("items.0.size", "too large"), ("a/b é", "c"), ("", "empty")]),
            r##"{"type":"https://example.org/errors#Invalid","title":"Invalid","status":400,"detail":"1000000000000000000000 invalid: items.0.size, a/b é, ","code":"Invalid","errors_":["x"],"ratio":1e+21,"errors":[{"pointer":"#/items/0/size","detail":"too large"},{"pointer":"#/a~1b%20%C3%A9","detail":"c"},{"pointer":"#","detail":"empty"}]}"##,
        ),
        (
            Error::members("r", "m", ["d"], "t", 1, "c", "d"),
            r#"{"type":"https://example.org/errors#Members","title":"Members","status":499,"detail":"members","code":"Members","reason":"r","message":"m","metadata":["d"],"type_":"t","status_":1,"code_":"c","detail_":"d"}"#,
        ),
    ] {
        assert_eq!(serde_json::to_string(&error).unwrap(), body);
    }
}

#[test]
fn envelopes() {
    let error = envelope::Error::invalid(["x"], 0.5, [("size", "is too large")]).with_metadata("trace_id", "t-1");
    assert_eq!(
        serde_json::to_string(&error).unwrap(),
        r##"{"errors":[{"status":400,"type":"Invalid","message":"0.5 invalid: size","details":{"errors":["x"],"ratio":0.5,"wrong":[{"pointer":"#/size","detail":"is too large"}],"trace_id":"t-1"}}]}"##
    );
    assert_eq!(serde_json::to_string(&numbered::Error::plain()).unwrap(), r#"{"code":-2,"msg":"not found","data":{}}"#);
    // A number that only a newer server knows is passed on.
    let body = r#"{"code":10001,"msg":"new","data":{"a":"1"}}"#;
    let error: numbered::Error = serde_json::from_str(body).unwrap();
    assert_eq!((error.code(), error.reason(), error.is_known()), (numbered::ErrorCode::Unknown, "10001", false));
    assert_eq!(serde_json::to_string(&error).unwrap(), body);
}

#[test]
fn a_width_does_not_affect_the_message() {
    let error = kratos::Error::typed("x", 7, -1, true);
    assert_eq!(format!("{error:>30} {error:+} {error:05}"), "7true-1 of x 7true-1 of x 7true-1 of x");
}

/// An error, as declared in go-kratos.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Status {
    code: i32,
    reason: String,
    message: String,
    metadata: HashMap<String, String>,
}

#[test]
fn a_kratos_client_reads_them() {
    let error = kratos::Error::typed("x", 7, -1, true).with_metadata("trace_id", "t-1");
    let status: Status = serde_json::from_slice(http::Response::<Vec<u8>>::from(error).body()).unwrap();
    assert_eq!((status.code, &*status.reason, &*status.message), (422, "Typed", "7true-1 of x"));
    let metadata = [("count", "7"), ("flag", "true"), ("delta", "-1"), ("name", "x"), ("trace_id", "t-1")];
    assert_eq!(status.metadata, metadata.map(|(key, value)| (key.to_owned(), value.to_owned())).into());
}

#[test]
fn a_reader_of_problems_reads_them() {
    let error = problem::Error::members("r", "m", ["d"], "t", 1, "c", "d").with_metadata("trace_id", "t-1");
    let response = http::Response::<Vec<u8>>::from(error);
    assert_eq!(response.headers()["content-type"], "application/problem+json");
    let details: ProblemDetails<HashMap<String, serde_json::Value>> = serde_json::from_slice(response.body()).unwrap();
    assert_eq!(details.status, Some(http::StatusCode::from_u16(499).unwrap()));
    // Its type for URLs drops fragments.
    assert_eq!(details.r#type.unwrap().to_string(), "https://example.org/errors");
    assert_eq!((details.title.as_deref(), details.detail.as_deref()), (Some("Members"), Some("members")));
    assert_eq!(details.instance, None);
    assert_eq!((&details.extensions["code"], &details.extensions["trace_id"]), (&"Members".into(), &"t-1".into()));
    assert_eq!((&details.extensions["code_"], &details.extensions["status_"]), (&"c".into(), &1.into()));
}

#[test]
fn a_response_contains_its_error_only_for_logs() {
    let error = kratos::Error::plain().with_source("the password is hunter2");
    let response = http::Response::<Vec<u8>>::from(error);
    assert_eq!(response.status(), 404);
    assert_eq!(response.headers()["content-type"], "application/json");
    let error = response.extensions().get::<kratos::Error>().unwrap();
    assert_eq!(std::error::Error::source(error).unwrap().to_string(), "the password is hunter2");
    assert!(!format!("{:?} {}", response.headers(), String::from_utf8_lossy(response.body())).contains("hunter2"));
    assert_eq!(http::StatusCode::from(kratos::ErrorCode::Members).as_u16(), 499);
}
