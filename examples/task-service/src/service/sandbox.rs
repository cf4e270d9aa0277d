//! Errors on request, as in the sandboxes of many APIs, so that callers can test how they handle each.

use std::error::Error as StdError;
use std::{fmt, io};

use axum::extract::Request;
use axum::http::HeaderMap;
use axum::middleware::Next;
use axum::response::Response;
use vidu_errors::Error;

use super::tasks::DURATION;

/// The header that names the code to respond with.
const REQUEST_HEADER: &str = "simulate-error";

/// The header that names the code that a new task fails with.
const TASK_HEADER: &str = "simulate-task-error";

/// Responds with the error that the request asks for, if any.
pub(super) async fn simulate(request: Request, next: Next) -> Result<Response, Error> {
    match find_error(request.headers(), REQUEST_HEADER)? {
        Some(error) => Err(error.with_source(Outage(io::ErrorKind::ConnectionRefused.into()))),
        None => Ok(next.run(request).await),
    }
}

/// The error that the request's task should fail with.
pub(super) fn task_failure(headers: &HeaderMap) -> Result<Option<Error>, Error> {
    find_error(headers, TASK_HEADER)
}

fn find_error(headers: &HeaderMap, header: &'static str) -> Result<Option<Error>, Error> {
    let Some(name) = headers.get(header) else { return Ok(None) };
    let error = all_errors().into_iter().find(|error| error.reason() == name);
    error.map(Some).ok_or_else(|| Error::field_invalid([header]))
}

/// A cause as a real outage would have. It names a machine, which only the operator may know.
#[derive(Debug)]
struct Outage(io::Error);

impl fmt::Display for Outage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("db-3.internal does not answer")
    }
}

impl StdError for Outage {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        Some(&self.0)
    }
}

/// One error for each code.
fn all_errors() -> [Error; 38] {
    [
        Error::bad_request(),
        Error::field_lacking(["prompt"]),
        Error::field_unwanted(["colour"]),
        Error::field_item_count_out_of_range(["images"]),
        Error::page_size_out_of_range(),
        Error::image_download_failure(),
        Error::operation_in_process(),
        Error::image_format_invalid(),
        Error::audit_submit_illegal(),
        Error::credit_insufficient(),
        Error::creation_policy_violation(),
        Error::model_unavailable(),
        Error::user_cancelled(),
        Error::field_invalid(["model"]),
        Error::image_check_body_joints_failed(),
        Error::image_check_face_failed(),
        Error::image_objects_undetected(),
        Error::unauthorized(),
        Error::forbidden(),
        Error::task_not_found(),
        Error::creation_not_found(),
        Error::not_found(),
        Error::conflict(),
        Error::quota_exceeded(),
        Error::too_many_requests().with_retry_after(DURATION),
        Error::system_throttling().with_retry_after(DURATION),
        Error::canceled(),
        Error::internal_service_failure(),
        Error::unknown(),
        Error::face_detect_failure(),
        Error::video_download_failure(),
        Error::video_format_invalid(),
        Error::face_detect_not_pass(),
        Error::photo_audit_not_pass(),
        Error::no_face_detected(),
        Error::multi_face_detected(),
        Error::audit_failed(),
        Error::image_size_invalid(),
    ]
}
