//! The ids of a request: metadata, and headers or trailers of the same names.

use super::alloc::string::{String, ToString};
use super::error::Error;

const NAMES: [&str; 2] = ["x-request-id", "traceparent"];

/// The names and values of the ids that an error has.
pub(super) fn of(error: &Error) -> impl Iterator<Item = (&'static str, String)> + '_ {
    let id = move |name: &'static str| Some((name, error.metadata().find(|(key, _)| *key == name)?.1.to_string()));
    NAMES.iter().filter_map(move |name| id(name))
}

/// Adds the ids that came in headers, unless the error has them already.
pub(super) fn add<'h>(mut error: Error, header: impl Fn(&str) -> Option<&'h str>) -> Error {
    for name in NAMES.iter().copied() {
        let is_present = error.metadata().any(|(key, _)| key == name);
        if let Some(id) = header(name).filter(|_| !is_present) {
            error = error.with_metadata(name, id.to_string());
        }
    }
    error
}
