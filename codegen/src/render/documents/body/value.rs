//! Examples of the values of params.

use serde::ser::{Serialize, Serializer};

use crate::catalogue::{Param, ParamType};

/// An example of a param's value.
#[derive(Clone, Copy)]
pub(in crate::render::documents) enum Value<'c> {
    Text(&'c str),
    Integer(i64),
    Float(f64),
    Boolean(bool),
    List([&'static str; 2]),
    /// Fields, each with what is wrong with it.
    Violations([(&'static str, &'static str); 2]),
}

/// The same values as in the documentation of the generated crate. That of a text is the name of the param.
pub(in crate::render::documents) fn value(param: &Param) -> Value<'_> {
    match param.kind {
        ParamType::String => Value::Text(&param.name),
        ParamType::Integer | ParamType::Unsigned => Value::Integer(3),
        ParamType::Float => Value::Float(1.5),
        ParamType::Boolean => Value::Boolean(true),
        ParamType::List => Value::List(["one", "two"]),
        ParamType::Violations => Value::Violations([("one", "is missing"), ("two", "is too long")]),
    }
}

impl Value<'_> {
    /// The value in metadata of texts.
    pub(super) fn to_text(self) -> String {
        match self {
            Self::Text(text) => text.to_owned(),
            Self::Integer(number) => number.to_string(),
            Self::Float(number) => number.to_string(),
            Self::Boolean(flag) => flag.to_string(),
            Self::List(elements) => elements.join(", "),
            Self::Violations(found) => found.map(|(field, reason)| format!("{field}: {reason}")).join("; "),
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
            Self::Violations(found) => serializer.collect_seq(
                found.iter().map(|&(field, reason)| Violation { pointer: format!("#/{field}"), detail: reason }),
            ),
        }
    }
}

#[derive(serde::Serialize)]
struct Violation {
    pointer: String,
    detail: &'static str,
}
