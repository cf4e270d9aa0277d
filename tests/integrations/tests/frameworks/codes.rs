//! Every error of the Vidu catalogue, created as on a server.

use every_vidu_error::every_vidu_error;
use vidu_errors::Error;

/// What must never leave a server.
pub const SECRET: &str = "password=hunter2";

/// An error of each code, with metadata for the recipient and a cause for the logs.
pub fn errors() -> impl Iterator<Item = Error> {
    let errors = every_vidu_error!(Error, ["prompt", "a, b"]);
    errors.into_iter().map(|error| error.with_metadata("trace_id", "4bf92f35, 77b34da6").with_source(SECRET))
}

/// The error of the code with this name.
pub fn error(reason: &str) -> Option<Error> {
    errors().find(|error| error.reason() == reason)
}
