//! Errors of operations on the wire.

use ::serde::ser::{Serialize, Serializer};

use super::operation::ErrorOf;

/// As an [`Error`](super::error::Error).
impl<Op> Serialize for ErrorOf<Op> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Serialize::serialize(&**self, serializer)
    }
}
