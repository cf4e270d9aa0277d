//! Errors that are passed on: from one gRPC server to the next, and between gRPC and HTTP.

use std::collections::HashMap;
use std::error::Error as _;
use std::time::{Duration, Instant};

use http::StatusCode;
use prost::Message;
use prost_types::Any;
use tonic::metadata::MetadataMap;
use tonic::{Code, Status};
use tonic_types::{ErrorDetails, StatusExt};
use vidu_errors::{Error, ErrorCode};

use crate::grpc::RpcStatus;

/// Every error code, as tonic numbers them.
fn codes() -> impl Iterator<Item = Code> {
    (1..=16).map(Code::from_i32)
}

fn passed_on(status: Status) -> Status {
    Status::from(Error::from(status))
}

#[test]
fn a_relay_keeps_the_grpc_code() {
    for code in codes() {
        assert_eq!(passed_on(Status::new(code, "m")).code(), code);
        let details = ErrorDetails::with_error_info("TaskNotFound", "Vidu API", HashMap::new());
        let status = passed_on(Status::with_error_details(code, "m", details));
        assert_eq!((status.code(), Error::from(status).code()), (code, ErrorCode::TaskNotFound));
    }
}

#[test]
fn a_relay_keeps_details_and_trailers() {
    let unknown = Any { type_url: "type.example/shop.Extra".to_owned(), value: vec![8, 1] };
    let mut details = ErrorDetails::with_error_info("TaskNotFound", "Vidu API", HashMap::new());
    details.set_help(vec![]).add_help_link("how to", "https://example.com").set_localized_message("de", "Weg ist sie");
    let status = Status::with_error_details(Code::NotFound, "gone", details);
    let mut rpc = RpcStatus::decode(status.details()).expect("a google.rpc.Status");
    rpc.details.insert(0, unknown.clone());
    let mut trailers = MetadataMap::new();
    trailers.insert("x-shard", "7".parse().expect("a value"));
    let status = Status::with_details_and_metadata(Code::NotFound, "gone", rpc.encode_to_vec().into(), trailers);

    let status = passed_on(passed_on(status));
    assert_eq!(status.metadata().get("x-shard").expect("it is kept"), "7");
    let rpc = RpcStatus::decode(status.details()).expect("a google.rpc.Status");
    let kinds: Vec<_> = rpc.details.iter().map(|any| any.type_url.rsplit('/').next().unwrap_or_default()).collect();
    assert_eq!(kinds, ["google.rpc.ErrorInfo", "shop.Extra", "google.rpc.Help", "google.rpc.LocalizedMessage"]);
    assert_eq!(rpc.details[1], unknown);
    assert_eq!(status.get_details_help().expect("it is kept").links.len(), 1);
}

#[test]
fn a_relay_says_nothing_new() {
    let mut details = ErrorDetails::new();
    // There is no param for it: it is read as metadata.
    details.add_bad_request_violation("size", "is 0; at least 1").set_retry_info(Some(Duration::from_secs(5)));
    for status in [Status::aborted("m"), Status::with_error_details(Code::Aborted, "m", details)] {
        let error = Error::from(status.clone());
        let relayed = Status::from(error.clone());
        let details = |status: &Status| RpcStatus::decode(status.details()).expect("a google.rpc.Status").details;
        assert_eq!(details(&relayed), details(&status));
        assert_eq!(Error::from(relayed), error);
        // What the relay adds is sent, and replaces what it contradicts.
        let error = error.with_metadata("errors", "none").with_retry_after(Duration::from_secs(7));
        let relayed = Status::from(error.clone());
        assert!(relayed.get_details_bad_request().is_none());
        assert_eq!(Error::from(relayed), error);
    }
}

#[test]
fn a_wait_is_never_longer_than_protobuf_allows() {
    let rpc = crate::grpc::waiting(i64::MAX);
    let status = Status::with_details(Code::Unavailable, "m", rpc.encode_to_vec().into());
    let wait = Error::from(status).retry_after().expect("it asks to wait");
    assert_eq!(wait.as_secs(), 315_576_000_000);
    assert!(Instant::now().checked_add(wait).is_some());
}

#[test]
fn the_status_is_the_source() {
    let mut status = Status::unavailable("refused");
    status.set_source(std::sync::Arc::new(std::io::Error::other("connection reset")));
    let error = Error::from(status);
    let status = error.source().and_then(|source| source.downcast_ref::<Status>()).expect("it is the status");
    assert_eq!(status.source().expect("it has a source").to_string(), "connection reset");
    // With a cause of its own, the error still knows what it was received as.
    let error = error.with_source("another");
    assert_eq!(error.source().expect("it has a source").to_string(), "another");
    assert_eq!(Status::from(error.with_metadata("k", "v")).code(), Code::Unavailable);
}

#[test]
fn an_error_info_of_another_domain_is_not_of_this_catalogue() {
    for (domain, is_known) in [("Vidu API", true), ("", true), ("googleapis.com", false)] {
        let details = ErrorDetails::with_error_info("TaskNotFound", domain, HashMap::from([("k".into(), "v".into())]));
        let status = Status::with_error_details(Code::PermissionDenied, "m", details);
        let error = Error::from(status.clone());
        assert_eq!((error.is_known(), error.metadata().count()), (is_known, usize::from(is_known)), "{domain}");
        assert_eq!(error.http_status(), 403);
        // It is passed on as what it is.
        let info = passed_on(status).get_details_error_info().expect("it is kept");
        assert_eq!(info.domain, if is_known { "Vidu API" } else { domain });
    }
}

#[test]
fn an_http_status_survives_a_relay_over_grpc() {
    for status in (400..600_u16).filter_map(|status| StatusCode::from_u16(status).ok()) {
        for body in [&br#"{"reason":"TaskNotFound","message":"m"}"#[..], br#"{"reason":"New"}"#, b"{}", b"<html>"] {
            let error = Error::from_response_parts(status, body);
            let again = Error::from(Status::from(error.clone()));
            assert_eq!((again.http_status(), &again), (status.as_u16(), &error));
            let response = http::Response::from(again);
            assert_eq!(response.status(), status);
            assert_eq!(Error::from_response_parts(status, response.body()), error);
        }
    }
}

#[test]
fn other_http_statuses_have_the_nearest_grpc_code() {
    let code = |status: u16| Status::from(Error::from_response_parts(status, b"")).code();
    for (status, expected) in [
        (402, Code::FailedPrecondition),
        (405, Code::Unimplemented),
        (410, Code::NotFound),
        (412, Code::FailedPrecondition),
        (413, Code::ResourceExhausted),
        (415, Code::InvalidArgument),
        (422, Code::InvalidArgument),
        (502, Code::Unavailable),
        (418, Code::Unknown),
    ] {
        assert_eq!(code(status), expected, "{status}");
    }
}

#[test]
fn ids_of_the_request_are_headers_and_trailers_too() {
    let trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    let error = Error::task_not_found().with_metadata("x-request-id", "r-1").with_metadata("traceparent", trace);
    let (parts, body) = http::Response::from(error.clone()).into_parts();
    assert_eq!(
        (&parts.headers["x-request-id"], &parts.headers["traceparent"]),
        (&"r-1".parse().expect("a value"), &trace.parse().expect("a value"))
    );
    assert_eq!(Error::from_response(&parts, &body), error);
    // Most servers say it only there.
    let (mut parts, ()) = http::Response::new(()).into_parts();
    parts.headers.insert("x-request-id", "r-2".parse().expect("a value"));
    let read = Error::from_response(&parts, br#"{"reason":"TaskNotFound"}"#);
    assert_eq!(read.metadata().collect::<Vec<_>>(), [("x-request-id", "r-2")]);
    let read = Error::from_response(&parts, br#"{"reason":"TaskNotFound","metadata":{"x-request-id":"r-3"}}"#);
    assert_eq!(read.metadata().collect::<Vec<_>>(), [("x-request-id", "r-3")]);

    let status = Status::from(error);
    assert_eq!(status.metadata().get("x-request-id").expect("it is a trailer"), "r-1");
    let mut status = Status::not_found("m");
    status.metadata_mut().insert("x-request-id", "r-4".parse().expect("a value"));
    assert_eq!(Error::from(status).metadata().collect::<Vec<_>>(), [("x-request-id", "r-4")]);
    // What a header can't contain is only in the body.
    let error = Error::task_not_found().with_metadata("x-request-id", "two\nlines");
    assert!(http::Response::from(error.clone()).headers().get("x-request-id").is_none());
    assert_eq!(Error::from(Status::from(error.clone())), error);
}
