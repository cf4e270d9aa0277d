//! A log line for every error response.

use std::error::Error as StdError;
use std::iter;

use axum::extract::Request;
use axum::middleware::Next;
use axum::response::Response;
use vidu_errors::Error;

/// Logs a response's error before it is sent. The cause goes into the log only: the error is in the response's
/// extensions, which aren't sent.
pub(super) async fn errors(request: Request, next: Next) -> Response {
    // The path comes from the caller. Escaped, it can't contain anything that a terminal obeys.
    let endpoint = format!("{} {}", request.method(), request.uri().path().escape_debug());
    let response = next.run(request).await;
    if let Some(error) = response.extensions().get() {
        log(&endpoint, error);
    }
    response
}

fn log(endpoint: &str, error: &Error) {
    // Texts in fields are quoted and escaped. These contain what others sent, line breaks included.
    let (status, reason, message, cause) = (error.http_status(), error.reason(), error.to_string(), causes(error));
    if status >= 500 {
        tracing::error!(status, reason, error = message, cause, "{endpoint}");
    } else {
        tracing::info!(status, reason, error = message, cause, "{endpoint}");
    }
}

/// An error's cause, the cause of that, and so on.
fn causes(error: &Error) -> Option<String> {
    let causes: Vec<_> = iter::successors(error.source(), |&cause| cause.source()).map(ToString::to_string).collect();
    (!causes.is_empty()).then(|| causes.join(": "))
}
