//! Errors written as problems of RFC 9457: `{"type":"…","title":"…","status":400,"detail":"…","code":"…",…}`.

use ::serde::ser::{Serialize, SerializeMap, Serializer};

use super::alloc::borrow::Cow;
use super::error::Error;
use super::received::{self, VIOLATIONS};
use super::serialize::Shown;
use super::text::Pointer;
use super::value::Value;
use super::violation::Violation;

/// An object with `type`, `title`, `status`, `detail`, `code`, and the params and the metadata as extension members.
impl Serialize for Error {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let code = self.code();
        let len = 5 + self.params().count() + self.metadata().count();
        let mut map = serializer.serialize_map(Some(len))?;
        map.serialize_entry("type", code.docs_url().as_deref().unwrap_or("about:blank"))?;
        map.serialize_entry("title", if code.description().is_empty() { code.as_str() } else { code.description() })?;
        map.serialize_entry("status", &self.http_status())?;
        map.serialize_entry("detail", &Shown(self))?;
        map.serialize_entry("code", self.reason())?;
        for (name, value) in self.params() {
            let is_violations = ::core::matches!(value, Value::Violations(_));
            map.serialize_entry(&*if is_violations { VIOLATIONS.into() } else { member(name) }, &Json(value))?;
        }
        for (key, value) in self.metadata() {
            map.serialize_entry(&member(key), value)?;
        }
        map.end()
    }
}

/// A name, made different from the problem's own members.
fn member(name: &str) -> Cow<'_, str> {
    if received::is_taken(name) { Cow::Owned(super::alloc::format!("{name}_")) } else { Cow::Borrowed(name) }
}

/// A param with its own type.
struct Json<'a>(Value<'a>);

impl Serialize for Json<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Value::Str(text) => serializer.serialize_str(text),
            Value::Int(number) => serializer.serialize_i64(number),
            Value::Uint(number) => serializer.serialize_u64(number),
            Value::Float(number) if number.is_finite() => serializer.serialize_f64(number),
            // JSON has no number for it.
            Value::Float(_) => serializer.collect_str(&self.0),
            Value::Bool(flag) => serializer.serialize_bool(flag),
            Value::List(elements) => serializer.collect_seq(elements),
            Value::Violations(violations) => serializer.collect_seq(violations.iter().map(JsonViolation)),
        }
    }
}

/// `{"pointer": "#/age", "detail": "must be a positive integer"}`, as in RFC 9457.
struct JsonViolation<'a>(&'a Violation);

impl Serialize for JsonViolation<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(2))?;
        map.serialize_entry("pointer", &Shown(Pointer(self.0.field())))?;
        map.serialize_entry("detail", self.0.reason())?;
        map.end()
    }
}
