//! What all error responses have in common: a line in the log, and when to retry.

use std::error::Error as StdError;
use std::time::SystemTime;

use axum::extract::Request;
use axum::http::HeaderValue;
use axum::http::header::RETRY_AFTER;
use axum::middleware::Next;
use axum::response::Response;
use vidu_errors::{Error, ErrorCode};

use super::tasks::DURATION;

/// Logs an error response and adds the retry headers before it is sent.
pub(super) async fn finish(request: Request, next: Next) -> Response {
    let asked = format!("{} {}", request.method(), request.uri().path());
    let mut response = next.run(request).await;
    let Some(error) = response.extensions().get::<Error>() else { return response };
    log(&asked, error);
    if let Some(wait) = retry_after(error.code()) {
        response.headers_mut().insert(RETRY_AFTER, wait);
    }
    response
}

/// Logs the error with its cause. The cause isn't sent: the error is only in the response's extensions.
fn log(asked: &str, error: &Error) {
    let (status, reason, message, cause) = (error.http_status(), error.reason(), error.to_string(), error.source());
    // As a field the message is quoted: it contains what the caller sent, including line breaks.
    if status >= 500 {
        tracing::error!(status, reason, error = message, cause, "{asked}");
    } else {
        tracing::info!(status, reason, error = message, cause, "{asked}");
    }
}

/// When a retry makes sense. HTTP has two ways to say so, and clients must know both.
fn retry_after(code: ErrorCode) -> Option<HeaderValue> {
    match code {
        ErrorCode::SystemThrottling => Some(DURATION.as_secs().into()),
        ErrorCode::TooManyRequests => httpdate::fmt_http_date(SystemTime::now() + DURATION).try_into().ok(),
        _ => None,
    }
}
