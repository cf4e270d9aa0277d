//! Comparing errors.

use super::alloc::string::ToString;
use super::error::{self, Error};

/// Whether two errors say the same, for tests: the code, `reason`, `http_status`, the params (sensitive ones included),
/// the metadata in any order, `retry_after` and the message. The cause and `raw_body` don't count.
///
/// It is `Eq` too, unless the catalogue has a param of the type `float`, which may not be a number.
impl PartialEq for Error {
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        self.code() == other.code()
            && self.reason() == other.reason()
            && self.http_status() == other.http_status()
            && self.retry_after() == other.retry_after()
            && error::values(self).eq(error::values(other))
            && has_same_metadata(self, other)
            && self.to_string() == other.to_string()
    }
}

/// No key occurs twice in an error.
fn has_same_metadata(one: &Error, other: &Error) -> bool {
    one.metadata().count() == other.metadata().count()
        && one.metadata().all(|entry| other.metadata().any(|present| present == entry))
}
