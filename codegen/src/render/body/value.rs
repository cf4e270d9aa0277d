//! Examples of the values of params.

use serde::ser::{Serialize, Serializer};

#[cfg(feature = "documents")]
use crate::catalogue::{Param, ParamType};

/// An example of a param's value.
#[derive(Clone)]
pub(crate) enum Value<'c> {
    Text(&'c str),
    Integer(i64),
    Float(f64),
    Boolean(bool),
    List(Vec<&'c str>),
    /// Fields, each with what is wrong with it.
    Violations(Vec<(&'c str, &'static str)>),
}

/// The same values as in the documentation of the generated crate. That of a text is the name of the param.
#[cfg(feature = "documents")]
pub(crate) fn value(param: &Param) -> Value<'_> {
    match param.kind {
        ParamType::String => Value::Text(&param.name),
        ParamType::Integer | ParamType::Unsigned => Value::Integer(3),
        ParamType::Float => Value::Float(1.5),
        ParamType::Boolean => Value::Boolean(true),
        ParamType::List => Value::List(vec!["one", "two"]),
        ParamType::Violations => Value::Violations(vec![("one", "is missing"), ("two", "is too long")]),
    }
}

impl Value<'_> {
    /// The value in metadata of texts.
    pub(super) fn to_text(&self) -> String {
        match self {
            Self::Text(text) => (*text).to_owned(),
            Self::Integer(number) => number.to_string(),
            Self::Float(number) => number.to_string(),
            Self::Boolean(flag) => flag.to_string(),
            Self::List(elements) => elements.join(", "),
            Self::Violations(found) => {
                let found = found.iter().map(|(field, reason)| format!("{field}: {reason}"));
                found.collect::<Vec<_>>().join("; ")
            }
        }
    }
}

impl Serialize for Value<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => serializer.serialize_str(text),
            Self::Integer(number) => serializer.serialize_i64(*number),
            Self::Float(number) => serializer.serialize_f64(*number),
            Self::Boolean(flag) => serializer.serialize_bool(*flag),
            Self::List(elements) => serializer.collect_seq(elements),
            Self::Violations(found) => serializer.collect_seq(found.iter().map(Violation)),
        }
    }
}

struct Violation<'v>(&'v (&'v str, &'static str));

impl Serialize for Violation<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (field, reason) = self.0;
        serializer.collect_map([("pointer", &*format!("#/{field}")), ("detail", reason)])
    }
}
