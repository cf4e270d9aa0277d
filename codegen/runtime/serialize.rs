//! Serialization that is the same for all formats.

use ::core::fmt;
use ::serde::ser::{Serialize, SerializeMap, Serializer};

use super::code::ErrorCode;
use super::text::Pointer;
use super::value::Value;
use super::violation::Violation;

/// The code's name.
impl Serialize for ErrorCode {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

/// A value, serialized as its `Display` text.
pub(super) struct Shown<T>(pub(super) T);

impl<T: fmt::Display> Serialize for Shown<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

/// A param with its own type.
pub(super) struct Json<'a>(pub(super) Value<'a>);

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
