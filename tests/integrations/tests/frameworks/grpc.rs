//! Errors between a tonic server and a tonic client.

use std::collections::HashMap;
use std::time::Duration;

use prost::Message;
use prost_types::Any;
use tonic::{Code, Status};
use vidu_errors::{Error, ErrorCode};

use crate::codes::{self, SECRET};
use crate::rpc;

/// `google.rpc.Status`, as in its definition.
#[derive(Message)]
pub struct RpcStatus {
    #[prost(int32, tag = "1")]
    pub code: i32,
    #[prost(string, tag = "2")]
    pub message: String,
    #[prost(message, repeated, tag = "3")]
    pub details: Vec<Any>,
}

/// `google.rpc.ErrorInfo`, as in its definition.
#[derive(Message)]
pub struct ErrorInfo {
    #[prost(string, tag = "1")]
    pub reason: String,
    #[prost(string, tag = "2")]
    pub domain: String,
    #[prost(map = "string, string", tag = "3")]
    pub metadata: HashMap<String, String>,
}

/// `google.rpc.RetryInfo`, as in its definition.
#[derive(Message)]
pub struct RetryInfo {
    #[prost(message, tag = "1")]
    pub retry_delay: Option<prost_types::Duration>,
}

/// A status whose only detail is a `RetryInfo`.
pub fn waiting(seconds: i64) -> RpcStatus {
    let value = RetryInfo { retry_delay: Some(prost_types::Duration { seconds, nanos: 0 }) }.encode_to_vec();
    let details = vec![Any { type_url: "type.googleapis.com/google.rpc.RetryInfo".to_owned(), value }];
    RpcStatus { code: Code::NotFound as i32, message: "later".to_owned(), details }
}

/// The content of `grpc-status-details-bin`: the status once more, with one detail.
pub fn details(status: &Status) -> (RpcStatus, ErrorInfo) {
    let rpc = RpcStatus::decode(status.details()).expect("the details are a google.rpc.Status");
    assert_eq!(rpc.details.len(), 1);
    assert_eq!(rpc.details[0].type_url, "type.googleapis.com/google.rpc.ErrorInfo");
    let info = ErrorInfo::decode(&*rpc.details[0].value).expect("the detail is an ErrorInfo");
    (rpc, info)
}

/// The mapping in `docs/wire.md`, from HTTP to gRPC.
pub fn code_for(http_status: u16) -> Code {
    match http_status {
        400 | 415 | 422 => Code::InvalidArgument,
        401 => Code::Unauthenticated,
        402 | 412 => Code::FailedPrecondition,
        403 => Code::PermissionDenied,
        404 | 410 => Code::NotFound,
        405 | 501 => Code::Unimplemented,
        409 => Code::Aborted,
        413 | 429 => Code::ResourceExhausted,
        499 => Code::Cancelled,
        500 => Code::Internal,
        502 | 503 => Code::Unavailable,
        504 => Code::DeadlineExceeded,
        _ => Code::Unknown,
    }
}

fn answer(reason: &str) -> Status {
    codes::error(reason).expect("there is such an error").into()
}

fn assert_is(status: Status, error: &Error) {
    let code = error.code();
    assert_eq!(status.code(), code_for(code.http_status()), "{code}");
    assert_eq!(Code::from(code), status.code());
    assert_eq!(status.message(), error.to_string());
    let (rpc, info) = details(&status);
    assert_eq!((rpc.code, &*rpc.message), (status.code() as i32, status.message()));
    assert_eq!((&*info.reason, &*info.domain), (code.as_str(), "Vidu API"));
    let mut metadata = HashMap::from([("trace_id".to_owned(), "4bf92f35, 77b34da6".to_owned())]);
    if code.message().contains("{{.fields}}") {
        metadata.insert("fields".to_owned(), "prompt, a\\, b".to_owned());
    }
    assert_eq!(info.metadata, metadata, "{code}");
    // Nothing else was sent: the remaining headers are HTTP's.
    assert!(!format!("{status:?}").contains(SECRET), "{status:?}");
    assert!(!String::from_utf8_lossy(status.details()).contains(SECRET));

    let read = Error::from(status);
    assert_eq!((read.code(), read.reason(), read.to_string()), (code, code.as_str(), error.to_string()));
    assert_eq!(read.http_status(), code.http_status());
    assert_eq!(read.params().collect::<Vec<_>>(), error.params().collect::<Vec<_>>());
    assert_eq!(read.metadata().collect::<Vec<_>>(), error.metadata().collect::<Vec<_>>());
    assert_eq!(read, *error);
}

#[tokio::test]
async fn each_code_comes_back_from_headers_and_from_trailers() {
    let mut client = rpc::client(answer).await;
    let errors: Vec<_> = codes::errors().collect();
    assert_eq!(errors.len(), ErrorCode::ALL.len());
    for error in errors {
        assert_is(rpc::check(&mut client, error.reason()).await, &error);
        assert_is(rpc::watch(&mut client, error.reason()).await, &error);
    }
}

#[tokio::test]
async fn a_wait_is_a_retry_info_and_comes_back() {
    const WAIT: Duration = Duration::from_millis(1200);
    fn throttled() -> Error {
        Error::system_throttling().with_metadata("k", "v").with_retry_after(WAIT)
    }
    let status = Status::from(throttled());
    let rpc = RpcStatus::decode(status.details()).expect("the details are a google.rpc.Status");
    let detail =
        |name: &str| rpc.details.iter().find(|detail| detail.type_url == format!("type.googleapis.com/{name}"));
    assert!(rpc.details.len() == 2 && detail("google.rpc.ErrorInfo").is_some());
    let info =
        RetryInfo::decode(&*detail("google.rpc.RetryInfo").expect("it is there").value).expect("it is a RetryInfo");
    assert_eq!(info.retry_delay, Some(prost_types::Duration { seconds: 1, nanos: 200_000_000 }));
    let mut client = rpc::client(|_| throttled().into()).await;
    for status in [status, rpc::check(&mut client, "").await, rpc::watch(&mut client, "").await] {
        assert_eq!(Error::from(status), throttled());
    }
}

#[tokio::test]
async fn a_status_of_another_server_may_ask_to_wait() {
    let mut client = rpc::client(foreign).await;
    for (seconds, expected) in [(7, 7), (0, 0), (-7, 0)] {
        let error = Error::from(rpc::check(&mut client, &format!("wait {seconds}")).await);
        assert_eq!((error.code(), error.http_status(), &*error.to_string()), (ErrorCode::Unknown, 404, "later"));
        assert_eq!(error.retry_after(), Some(Duration::from_secs(expected)));
    }
}

#[test]
fn a_status_has_the_error_and_its_cause_as_its_source() {
    let status = answer("TaskNotFound");
    let error = std::error::Error::source(&status).expect("the error is the source");
    assert_eq!(error.downcast_ref::<Error>().map(Error::code), Some(ErrorCode::TaskNotFound));
    assert_eq!(error.source().map(ToString::to_string).as_deref(), Some(SECRET));
}

/// Statuses with errors that are not in this catalogue.
fn foreign(what: &str) -> Status {
    let number = what.parse().unwrap_or(Code::NotFound as i32);
    let code = Code::from_i32(number);
    if what == "info" {
        let metadata = HashMap::from([("fields".to_owned(), "a, b".to_owned()), ("k".to_owned(), "v".to_owned())]);
        let info = ErrorInfo { reason: "FromTheFuture".to_owned(), domain: "Vidu API".to_owned(), metadata };
        let value = info.encode_to_vec();
        let details = vec![Any { type_url: "type.googleapis.com/google.rpc.ErrorInfo".to_owned(), value }];
        let rpc = RpcStatus { code: number, message: "no such thing, é %".to_owned(), details };
        return Status::with_details(code, "no such thing, é %", rpc.encode_to_vec().into());
    }
    if let Some(seconds) = what.strip_prefix("wait ") {
        return Status::with_details(code, "later", waiting(seconds.parse().expect("a number")).encode_to_vec().into());
    }
    if what == "broken" {
        return Status::with_details(code, "no such thing, é %", vec![0xFF; 8].into());
    }
    Status::new(code, "no such thing, é %")
}

#[tokio::test]
async fn an_unknown_reason_is_the_fallback_with_everything_received() {
    let mut client = rpc::client(foreign).await;
    let error = Error::from(rpc::check(&mut client, "info").await);
    assert_eq!((error.code(), error.reason()), (ErrorCode::Unknown, "FromTheFuture"));
    assert_eq!((error.http_status(), &*error.to_string()), (404, "no such thing, é %"));
    assert_eq!(error.metadata().collect::<Vec<_>>(), [("fields", "a, b"), ("k", "v")]);
    assert_eq!(error.params().count(), 0);
}

#[tokio::test]
async fn a_status_without_details_is_the_fallback_with_the_http_status_for_its_code() {
    let statuses = [499, 500, 400, 504, 404, 409, 403, 429, 400, 409, 400, 501, 500, 503, 500, 401];
    let mut client = rpc::client(foreign).await;
    for (number, http_status) in (1..).zip(statuses) {
        let error = Error::from(rpc::check(&mut client, &format!("{number}")).await);
        assert_eq!((error.code(), error.reason(), error.http_status()), (ErrorCode::Unknown, "Unknown", http_status));
        assert_eq!(error.to_string(), "no such thing, é %");
    }
    let error = Error::from(rpc::check(&mut client, "broken").await);
    assert_eq!(
        (error.code(), error.http_status(), &*error.to_string()),
        (ErrorCode::Unknown, 404, "no such thing, é %")
    );
}

#[tokio::test]
async fn a_forwarded_error_is_unchanged() {
    let mut client = rpc::client(foreign).await;
    for what in ["info", "5", "8", "14"] {
        let received = rpc::check(&mut client, what).await;
        let code = received.code();
        let error = Error::from(received);
        let passed_on = Status::from(error.clone());
        assert_eq!((passed_on.code(), passed_on.message()), (code, "no such thing, é %"));
        let again = Error::from(passed_on);
        assert_eq!((again.reason(), again.http_status()), (error.reason(), error.http_status()));
    }
}
