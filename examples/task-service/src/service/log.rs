//! A log line for every error response.

use std::error::Error as StdError;

use axum::extract::Request;
use axum::middleware::Next;
use axum::response::Response;
use vidu_errors::Error;

/// Logs a response's error before it is sent. The cause goes into the log only: the error is in the response's
/// extensions, which aren't sent.
pub(super) async fn errors(request: Request, next: Next) -> Response {
    let endpoint = format!("{} {}", request.method(), request.uri().path());
    let response = next.run(request).await;
    if let Some(error) = response.extensions().get() {
        log(&endpoint, error);
    }
    response
}

fn log(endpoint: &str, error: &Error) {
    let (status, reason, message, cause) = (error.http_status(), error.reason(), error.to_string(), error.source());
    // As a field the message is quoted: it contains what the caller sent, line breaks included.
    if status >= 500 {
        tracing::error!(status, reason, error = message, cause, "{endpoint}");
    } else {
        tracing::info!(status, reason, error = message, cause, "{endpoint}");
    }
}
