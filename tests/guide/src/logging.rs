//! The code of `docs/logging.md` for logs.

use std::error::Error as _;

use axum::response::Response;
use vidu_errors::Error;

/// Logs the error of a response, if it has one: `Router::layer(axum::middleware::map_response(log_error))`.
pub async fn log_error(response: Response) -> Response {
    if let Some(error) = response.extensions().get::<Error>() {
        log(error);
    }
    response
}

/// Logs an error with what can be searched for as fields.
pub fn log(error: &Error) {
    let params: Vec<_> = error.params().map(|(name, value)| format!("{name}={value}")).collect();
    let params = params.join(" ");
    let cause = error.source().map(ToString::to_string);
    let (kind, code, message) = (error.reason(), error.http_status(), error.to_string());
    if error.http_status() >= 500 {
        tracing::error!(error.type = kind, error.code = code, ?params, ?cause, ?message);
    } else {
        tracing::info!(error.type = kind, error.code = code, ?params, ?cause, ?message);
    }
}
