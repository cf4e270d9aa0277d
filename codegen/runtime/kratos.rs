//! Errors written as the objects of go-kratos: `{"code":400,"reason":"…","message":"…","metadata":{…}}`.

use ::serde::ser::{Serialize, SerializeMap, Serializer};

use super::error::{self, Error};
use super::outgoing;
use super::serialize::Shown;
use super::text::Joined;

/// An object with `code`, `reason`, `message` and `metadata`, which includes the params.
impl Serialize for Error {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let error = &*outgoing::of(self);
        let mut map = serializer.serialize_map(Some(4))?;
        map.serialize_entry("code", &error.http_status())?;
        map.serialize_entry("reason", error::sent_reason(error))?;
        map.serialize_entry("message", &Shown(error))?;
        map.serialize_entry("metadata", &Metadata(error))?;
        map.end()
    }
}

struct Metadata<'a>(&'a Error);

impl Serialize for Metadata<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let len = error::sent_params(self.0).count() + self.0.metadata().count();
        let mut map = serializer.serialize_map(Some(len))?;
        for (name, value) in error::sent_params(self.0) {
            map.serialize_entry(name, &Shown(Joined(value)))?;
        }
        for (key, value) in self.0.metadata() {
            map.serialize_entry(key, value)?;
        }
        map.end()
    }
}
