//! Errors written as problems of RFC 9457: `{"type":"…","title":"…","status":400,"detail":"…","code":"…",…}`.

use ::serde::ser::{Serialize, SerializeMap, Serializer};

use super::alloc::borrow::Cow;
use super::alloc::string::String;
use super::code::ErrorCode;
use super::error::{self, Error};
use super::formats::{VIOLATIONS, is_taken};
use super::outgoing;
use super::serialize::{Json, Shown};
use super::value::Value;

/// An object with `type`, `title`, `status`, `detail`, `code`, and the params and the metadata as extension members.
///
/// What the catalogue says about a code says nothing about an unknown one, so its `type` and `title` are those that were
/// received.
impl Serialize for Error {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let error = &*outgoing::of(self);
        let is_known = error.is_known();
        let received = |name: &str| error.metadata().find(|(key, _)| !is_known && *key == name).map(|(_, value)| value);
        let len = 5 + error::sent_params(error).count() + error.metadata().count();
        let mut map = serializer.serialize_map(Some(len))?;
        let page = if is_known { error.code().docs_url() } else { received("type").map(String::from) };
        map.serialize_entry("type", page.as_deref().unwrap_or("about:blank"))?;
        if let Some(title) = if is_known { Some(title(error.code())) } else { received("title") } {
            map.serialize_entry("title", title)?;
        }
        map.serialize_entry("status", &error.http_status())?;
        map.serialize_entry("detail", &Shown(error))?;
        map.serialize_entry("code", error::sent_reason(error))?;
        for (name, value) in error::sent_params(error) {
            let is_violations = ::core::matches!(value, Value::Violations(_));
            map.serialize_entry(&*if is_violations { VIOLATIONS.into() } else { member(name) }, &Json(value))?;
        }
        for (key, value) in error.metadata() {
            if is_known || !["type", "title"].contains(&key) {
                // The reader takes what isn't escaped for metadata.
                map.serialize_entry(&*if key == "instance" { key.into() } else { member(key) }, value)?;
            }
        }
        map.end()
    }
}

fn title(code: ErrorCode) -> &'static str {
    if code.description().is_empty() { code.as_str() } else { code.description() }
}

/// A name, made different from the problem's own members.
fn member(name: &str) -> Cow<'_, str> {
    if is_taken(name) { Cow::Owned(super::alloc::format!("{name}_")) } else { Cow::Borrowed(name) }
}
