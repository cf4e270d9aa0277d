//! Internal errors go out as the fallback, and stay what they are in the service.

use std::error::Error as _;
use std::time::Duration;

use axum_core::response::IntoResponse;
use integrations::{internal, internal_envelope, internal_problem};
use internal::{Error, ErrorCode};
use serde::Serialize;
use serde_json::json;
use tonic::{Code, Status};
use tonic_types::StatusExt;

fn shard_lost() -> Error {
    let error = Error::shard_lost("db-3").with_source("connection reset").with_retry_after(Duration::from_secs(7));
    error.with_metadata("x-request-id", "r-1").with_metadata("host", "db-3")
}

#[test]
fn the_body_is_the_fallbacks_in_every_format() {
    let kratos = json!({"code": 503, "reason": "Unavailable", "message": "try again later", "metadata": {"x-request-id": "r-1"}});
    assert_eq!(serde_json::to_value(shard_lost()).expect("it can be written"), kratos);
    let problem = json!({"type": "about:blank", "title": "Unavailable", "status": 503, "detail": "try again later", "code": "Unavailable"});
    assert_eq!(serde_json::to_value(internal_problem::Error::shard_lost("db-3")).expect("it can be written"), problem);
    let envelope = json!({"error": {"type": "Unknown", "details": {}}});
    assert_eq!(serde_json::to_value(internal_envelope::Error::corrupt()).expect("it can be written"), envelope);
}

#[test]
fn a_response_has_the_fallbacks_status_and_keeps_the_error_for_logs() {
    let response = shard_lost().into_response();
    assert_eq!(response.status(), 503);
    assert_eq!(response.headers()["retry-after"], "7");
    assert_eq!(response.headers()["x-request-id"], "r-1");
    let logged = response.extensions().get::<Error>().expect("the error is there");
    assert_eq!((logged.code(), logged.to_string()), (ErrorCode::ShardLost, "lost db-3".to_owned()));
    assert_eq!(logged.source().expect("it has a cause").to_string(), "connection reset");

    assert_eq!(Error::corrupt().into_response().status(), 500);
    assert_eq!(Error::corrupt().http_status(), 422);
    let response = actix_web::ResponseError::error_response(&Error::corrupt());
    assert_eq!(response.status().as_u16(), 500);
    assert_eq!(actix_web::ResponseError::status_code(&Error::corrupt()).as_u16(), 500);
}

#[test]
fn a_grpc_status_is_the_fallbacks_and_its_source_the_error() {
    let status = Status::from(shard_lost());
    assert_eq!((status.code(), status.message()), (Code::Unavailable, "try again later"));
    let info = status.get_details_error_info().expect("the status has an ErrorInfo");
    assert_eq!((&*info.reason, info.metadata.len()), ("Unavailable", 1));
    let logged = status.source().and_then(|source| source.downcast_ref::<Error>()).expect("the error is the source");
    assert_eq!(logged.code(), ErrorCode::ShardLost);
}

#[test]
fn a_field_has_the_fallbacks_name() {
    #[derive(Serialize)]
    struct Task {
        #[serde(with = "internal::wire::optional")]
        error: Option<Error>,
    }
    let task = Task { error: Some(Error::corrupt()) };
    assert_eq!(serde_json::to_value(task).expect("it can be written"), json!({"error": "Unknown"}));
}

#[test]
fn one_that_was_received_is_not_passed_on() {
    let body = br#"{"code":503,"reason":"ShardLost","message":"lost db-3","metadata":{"shard":"db-3"}}"#;
    let received = Error::from_response_parts(503, body);
    assert_eq!((received.code(), received.shard()), (ErrorCode::ShardLost, Some("db-3")));
    let sent = serde_json::to_string(&received).expect("it can be written");
    assert!(!sent.contains("db-3") && sent.contains("Unavailable"), "{sent}");
}
