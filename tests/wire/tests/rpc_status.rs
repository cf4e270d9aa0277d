//! Reading a `google.rpc.Status` as JSON: what grpc-gateway, Google's APIs and Connect send.

#![allow(clippy::unwrap_used, reason = "a panic fails the test")]

use std::time::Duration;

use serde_json::{Value as Json, json};
use wire::kratos::{Error, ErrorCode, Violation};
use wire::{envelope, numbered, problem};

const INFO: &str = "type.googleapis.com/google.rpc.ErrorInfo";

fn read(body: Json) -> Error {
    serde_json::from_value(body).unwrap()
}

/// The code with its params, and whether the catalogue has it.
fn named(body: Json) -> (ErrorCode, Option<String>, bool) {
    let error = read(body);
    (error.code(), error.name().map(str::to_owned), error.is_known())
}

#[test]
fn a_status_as_json_is_read() {
    let info =
        json!({"@type": INFO, "reason": "Named", "domain": "Wire", "metadata": {"name": "n", "trace_id": "t-1"}});
    let help = json!({"@type": "type.googleapis.com/google.rpc.Help", "links": []});
    for body in [
        json!({"code": 9, "message": "m", "details": [help, info]}),
        json!({"error": {"code": 412, "status": "FAILED_PRECONDITION", "message": "m", "details": [info]}}),
    ] {
        let error = read(body.clone());
        assert_eq!((error.code(), error.is_known(), error.name()), (ErrorCode::Named, true, Some("n")), "{body}");
        assert_eq!(error.metadata().collect::<Vec<_>>(), [("trace_id", "t-1")]);
        assert_eq!(error.to_string(), "m");
        // A number below 400 is not an HTTP status.
        assert_eq!(error.http_status(), if body.get("error").is_some() { 412 } else { 400 });
        // Whatever the catalogue's own format is.
        let text = body.to_string();
        assert_eq!(problem::Error::from_response_parts(400, text.as_bytes()).name(), Some("n"));
        assert_eq!(envelope::Error::from_response_parts(400, text.as_bytes()).name(), Some("n"));
    }
    assert_eq!(
        numbered::Error::from_response_parts(400, json!({"details": [info]}).to_string().as_bytes()).name(),
        Some("n")
    );
}

#[test]
fn the_details_of_connect_are_read() {
    // A `google.rpc.ErrorInfo` with `Named`, `Wire` and two entries.
    let value = "CgVOYW1lZBIEV2lyZRoJCgRuYW1lEgFuGg8KCHRyYWNlX2lkEgN0LTE";
    let debug = json!({"reason": "Named", "domain": "Wire", "metadata": {"name": "n", "trace_id": "t-1"}});
    for detail in [
        json!({"type": "google.rpc.ErrorInfo", "value": value}),
        json!({"type": "google.rpc.ErrorInfo", "value": format!("{value}="), "debug": {"reason": "Plain"}}),
        json!({"type": "google.rpc.ErrorInfo", "value": value, "debug": debug}),
        json!({"type": "google.rpc.ErrorInfo", "value": "?", "debug": debug}),
        json!({"type": "google.rpc.ErrorInfo", "debug": debug}),
    ] {
        let body = json!({"code": "invalid_argument", "message": "m", "details": [detail]});
        let error = read(body.clone());
        assert_eq!((error.code(), error.is_known(), error.name()), (ErrorCode::Named, true, Some("n")), "{body}");
        assert_eq!(
            (error.to_string(), error.metadata().collect::<Vec<_>>()),
            ("m".to_owned(), vec![("trace_id", "t-1")])
        );
        let error: problem::Error = serde_json::from_value(body).unwrap();
        assert_eq!(error.name(), Some("n"));
    }
}

#[test]
fn violations_and_the_wait_are_read() {
    let info = json!({"@type": INFO, "reason": "Invalid", "metadata": {"ratio": "0.5"}});
    let violations = json!([{"field": "size", "description": "is too large"}]);
    let bad_request = "type.googleapis.com/google.rpc.BadRequest";
    let retry_info = "type.googleapis.com/google.rpc.RetryInfo";
    for details in [
        json!([
            info,
            {"@type": bad_request, "fieldViolations": violations},
            {"@type": retry_info, "retryDelay": "1.500s"},
        ]),
        json!([
            {"type": "google.rpc.RetryInfo", "value": "CgUIARCAyrXuAQ", "debug": {"retryDelay": "1.500s"}},
            {"type": "google.rpc.BadRequest", "value": "ChQKBHNpemUSDGlzIHRvbyBsYXJnZQ"},
            {"type": "google.rpc.ErrorInfo", "value": "CgdJbnZhbGlkGgwKBXJhdGlvEgMwLjU"},
        ]),
    ] {
        let error = read(json!({"code": 3, "message": "m", "details": details}));
        assert_eq!((error.code(), error.ratio_()), (ErrorCode::Invalid, Some(0.5)), "{details}");
        assert_eq!(error.wrong(), Some(&[Violation::new("size", "is too large")][..]), "{details}");
        assert_eq!(error.retry_after(), Some(Duration::from_millis(1500)));
    }
    for (delay, wait) in
        [("30s", Some(30)), ("-1s", Some(0)), ("99999999999s", Some(1 << 31)), ("30", None), ("NaNs", None)]
    {
        let error = read(json!({"details": [info, {"@type": retry_info, "retryDelay": delay}]}));
        assert_eq!(error.retry_after(), wait.map(Duration::from_secs), "{delay}");
    }
}

#[test]
fn an_error_info_of_another_domain_has_no_code_of_this_catalogue() {
    for detail in [
        json!({"@type": INFO, "reason": "Named", "domain": "googleapis.com"}),
        json!({"@type": "type.googleapis.com/google.rpc.Help", "reason": "Named"}),
        json!({"@type": INFO, "reason": ""}),
        json!({"type": "google.rpc.ErrorInfo", "value": "CgVOYW1lZBIOZ29vZ2xlYXBpcy5jb20"}),
        json!("google.rpc.ErrorInfo"),
    ] {
        let error = read(json!({"code": 5, "message": "m", "details": [detail]}));
        assert_eq!((error.code(), error.is_known()), (ErrorCode::Unknown, false), "{detail}");
        assert_eq!(error.to_string(), "m");
        assert!(error.metadata().any(|(key, _)| key == "details"));
    }
    let body = |details: Json| json!({"code": 5, "details": details});
    let own = json!({"@type": INFO, "reason": "Named", "metadata": {"name": "first"}});
    let second = json!({"@type": INFO, "reason": "Plain"});
    assert_eq!(named(body(json!([own, second]))), (ErrorCode::Named, Some("first".to_owned()), true));
}
