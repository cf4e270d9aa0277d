//! The code of `docs/logging.md` for metrics.

use vidu_errors::Error;

/// Counts an error under its code.
pub fn count(error: &Error) {
    metrics::counter!("errors_total", "code" => error.code().as_str()).increment(1);
}
