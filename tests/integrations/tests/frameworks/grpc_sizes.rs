//! Errors that are too long for headers.

use std::time::Duration;

use tonic::Status;
use vidu_errors::{Error, ErrorCode, Value};

use crate::rpc;

/// An error that is long in some way.
fn error(what: &str) -> Error {
    let (kind, len) = what.split_once(' ').expect("a kind and a length");
    let len = len.parse().expect("a length");
    match kind {
        "letters" => Error::field_lacking(["x".repeat(len)]),
        "wide" => Error::field_lacking(["é".repeat(len)]),
        "escaped" => Error::field_lacking(vec![","; len]),
        "metadata" => Error::task_not_found().with_metadata("long", "x".repeat(len)),
        "entries" => (0..len.min(1000)).fold(Error::conflict(), |error, key| error.with_metadata(key.to_string(), "")),
        _ => unreachable!("{kind}"),
    }
    .with_metadata("trace_id", "4bf92f35")
    .with_retry_after(Duration::new(1 << 31, 999_999_999))
}

fn answer(what: &str) -> Status {
    error(what).into()
}

/// As HTTP/2 counts them.
fn headers_len(status: Status) -> usize {
    let response = status.into_http::<()>();
    response.headers().iter().map(|(name, value)| name.as_str().len() + value.len() + 32).sum()
}

#[tokio::test]
async fn long_errors_arrive_with_their_code_and_whatever_fits() {
    let mut client = rpc::client(answer).await;
    for kind in ["letters", "wide", "escaped", "metadata", "entries"] {
        for len in [1, 100, 500, 1000, 1500, 2000, 3000, 5000, 10_000, 100_000] {
            let what = format!("{kind} {len}");
            let sent = error(&what);
            let headers_len = headers_len(sent.clone().into());
            assert!(headers_len < 8000, "{what}: {headers_len}");
            for status in [rpc::check(&mut client, &what).await, rpc::watch(&mut client, &what).await] {
                let read = Error::from(status);
                assert_eq!((read.code(), read.reason()), (sent.code(), sent.code().as_str()), "{what}");
                assert_eq!(read.retry_after(), sent.retry_after(), "{what}");
                let (whole, message) = (sent.to_string(), read.to_string());
                match message.strip_suffix('…') {
                    None => assert_eq!(message, whole, "{what}"),
                    Some(start) => assert!(whole.starts_with(start) && start.len() > 500, "{what}: {message}"),
                }
                // Each param and each entry is either complete or missing.
                let params: Vec<_> = read.params().collect();
                assert!(params.is_empty() || params == sent.params().collect::<Vec<_>>(), "{what}: {params:?}");
                let all: Vec<_> = sent.metadata().collect();
                assert!(read.metadata().all(|entry| all.contains(&entry)), "{what}");
                if kind != "entries" {
                    assert!(read.metadata().any(|entry| entry == ("trace_id", "4bf92f35")), "{what}");
                }
                if len <= 500 && kind != "entries" {
                    assert_eq!(read.metadata().count(), all.len(), "{what}");
                    assert_eq!(params, sent.params().collect::<Vec<_>>(), "{what}");
                }
            }
        }
    }
}

#[test]
fn a_cut_message_has_no_params() {
    let cut = "field is missing or empty: prompt, mod…";
    let body = format!(r#"{{"code":400,"reason":"FieldLacking","message":"{cut}","metadata":{{}}}}"#);
    let error: Error = serde_json::from_str(&body).expect("it is an error");
    assert_eq!((error.code(), error.fields(), &*error.to_string()), (ErrorCode::FieldLacking, None, cut));
    let body = body.replace("{}", r#"{"fields":"prompt, model"}"#);
    let error: Error = serde_json::from_str(&body).expect("it is an error");
    assert_eq!(error.params().collect::<Vec<_>>(), [("fields", Value::List(&["prompt".into(), "model".into()]))]);
}

#[test]
fn a_received_reason_that_is_too_long_for_a_code_is_not_sent() {
    let error: Error = serde_json::from_str(&format!("{:?}", "x".repeat(100_000))).expect("it is an unknown reason");
    assert_eq!(error.reason().len(), 100_000);
    let status = Status::from(error);
    assert_eq!(Error::from(status.clone()).reason(), "Unknown");
    assert!(headers_len(status) < 8000);
}
