//! What every error response gets: a log line, and `Retry-After` where it helps.

use std::error::Error as StdError;
use std::time::SystemTime;

use axum::extract::Request;
use axum::http::HeaderValue;
use axum::http::header::RETRY_AFTER;
use axum::middleware::Next;
use axum::response::Response;
use vidu_errors::{Error, ErrorCode};

use super::tasks::DURATION;

/// Logs a response's error, and adds `Retry-After`, before it is sent.
pub(super) async fn finish(request: Request, next: Next) -> Response {
    let endpoint = format!("{} {}", request.method(), request.uri().path());
    let mut response = next.run(request).await;
    let Some(error) = response.extensions().get::<Error>() else { return response };
    log(&endpoint, error);
    if let Some(wait) = retry_after(error.code()) {
        response.headers_mut().insert(RETRY_AFTER, wait);
    }
    response
}

/// The cause goes into the log only: the error is in the response's extensions, which aren't sent.
fn log(endpoint: &str, error: &Error) {
    let (status, reason, message, cause) = (error.http_status(), error.reason(), error.to_string(), error.source());
    // As a field the message is quoted: it contains what the caller sent, line breaks included.
    if status >= 500 {
        tracing::error!(status, reason, error = message, cause, "{endpoint}");
    } else {
        tracing::info!(status, reason, error = message, cause, "{endpoint}");
    }
}

/// When to retry. HTTP has two ways to say so, and clients have to understand both.
fn retry_after(code: ErrorCode) -> Option<HeaderValue> {
    match code {
        ErrorCode::SystemThrottling => Some(DURATION.as_secs().into()),
        ErrorCode::TooManyRequests => httpdate::fmt_http_date(SystemTime::now() + DURATION).try_into().ok(),
        _ => None,
    }
}
