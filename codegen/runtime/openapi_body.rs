//! The bodies of errors in `OpenAPI`: an example of each code's, and the schema that it shows.

use ::core::fmt;

use ::serde_json::{Map, Value as Json};
use ::utoipa::openapi::example::Example;
use ::utoipa::openapi::schema::{
    AdditionalProperties, ArrayBuilder, Object, ObjectBuilder, Schema, Type as SchemaType,
};
use ::utoipa::openapi::{Ref, RefOr};

use super::alloc::string::{String, ToString as _};
use super::code::ErrorCode;
use super::error::{self, Error};
use super::value::Type;
use super::wire_settings::{ENVELOPE, IS_PROBLEM, type_of};

/// What of a body is the same for all errors of a code.
#[derive(Clone, Copy)]
struct Layout {
    /// The way from the body to the object with the members.
    at: &'static [&'static str],
    /// The member with the code's name, if it is sent.
    name: Option<&'static str>,
    /// Those with the status and the number.
    numbers: [Option<&'static str>; 2],
}

const LAYOUT: Layout = match ENVELOPE {
    Some(own) => Layout { at: own.at, name: own.code, numbers: [own.status, own.number] },
    None if IS_PROBLEM => Layout { at: &[], name: Some("code"), numbers: [Some("status"), None] },
    None => Layout { at: &[], name: Some("reason"), numbers: [Some("code"), None] },
};

/// An example of a code's body: that of an error with a value for each param.
pub(super) fn example(code: ErrorCode) -> Example {
    Example::builder().summary(title(code, code)).value(Some(body(code))).build()
}

/// A code's name, as it is shown, and what the code means.
pub(super) fn title(code: ErrorCode, name: impl fmt::Display) -> String {
    match code.description() {
        "" => name.to_string(),
        description => super::alloc::format!("{name}: {description}"),
    }
}

/// The schema of a code's body: what identifies the code is constant, and the params have their types.
pub(super) fn schema(code: ErrorCode) -> Schema {
    match around(&body(code), LAYOUT.at, &constant) {
        Schema::Object(object) if !code.description().is_empty() => {
            ObjectBuilder::from(object).description(Some(code.description())).into()
        }
        other => other,
    }
}

/// The schema of any code's body, whose name has the schema `ErrorCode`.
pub(super) fn schema_of_any() -> Schema {
    let example = ErrorCode::ALL.first().map_or(Json::Null, |&code| json(error::plain(code)));
    around(&example, LAYOUT.at, &|value| match value {
        Json::String(_) => Ref::from_schema_name("ErrorCode").into(),
        _ => like(value),
    })
}

/// The schema of the names of codes.
pub(super) fn schema_of_names(codes: impl Iterator<Item = ErrorCode>) -> Schema {
    let names = codes.map(ErrorCode::as_str);
    ObjectBuilder::new().schema_type(SchemaType::String).enum_values(Some(names)).into()
}

fn body(code: ErrorCode) -> Json {
    json(error::param_names(code).fold(error::plain(code), with_example))
}

/// The error's body. Its members have texts as names, and nothing else can fail.
fn json(error: Error) -> Json {
    ::serde_json::to_value(error).unwrap_or_default()
}

/// Adds a param with an example of its type; a text is the name of the param.
fn with_example(error: Error, param: &'static str) -> Error {
    match type_of(param) {
        Some(Type::Int) => error::integer(error, param, 3),
        Some(Type::Uint) => error::unsigned(error, param, 3),
        Some(Type::Float) => error::float(error, param, 1.5),
        Some(Type::Bool) => error::boolean(error, param, true),
        Some(Type::List) => error::list(error, param, ["one", "two"]),
        Some(Type::Violations) => error::violations(error, param, [("one", "is missing"), ("two", "is too long")]),
        Some(Type::Str) | None => error::string(error, param, param),
    }
}

/// The schema of the object with the members, within what is around it; `identity` gives those of what identifies the code.
fn around(example: &Json, at: &[&str], identity: &dyn Fn(&Json) -> RefOr<Schema>) -> Schema {
    match (example, at) {
        (Json::Array(list), ["0", at @ ..]) => {
            let first = list.first().map(|first| around(first, at, identity));
            ArrayBuilder::new().items(RefOr::T(first.unwrap_or_default())).min_items(Some(1)).into()
        }
        (Json::Object(members), [name, at @ ..]) => {
            object(
                members,
                |member, value| {
                    if member == *name { around(value, at, identity).into() } else { like(value) }
                },
            )
        }
        (Json::Object(members), []) => object(members, |member, value| {
            let is_identity = LAYOUT.name == Some(member) || LAYOUT.numbers.contains(&Some(member));
            if is_identity { identity(value) } else { like(value) }
        }),
        _ => Schema::default(),
    }
}

/// An object that has all these members.
fn object(members: &Map<String, Json>, mut schema_of: impl FnMut(&str, &Json) -> RefOr<Schema>) -> Schema {
    let object = ObjectBuilder::new().schema_type(SchemaType::Object);
    members
        .iter()
        .fold(object, |object, (name, value)| object.property(name, schema_of(name, value)).required(name))
        .into()
}

/// Exactly this value.
fn constant(value: &Json) -> RefOr<Schema> {
    let mut object = Object::with_type(kind(value));
    // utoipa has no member for it.
    object.extensions = Some(::core::iter::once(("const", value.clone())).collect());
    Schema::Object(object).into()
}

/// Any value of the same type.
fn like(example: &Json) -> RefOr<Schema> {
    let schema = match example {
        Json::Array(list) => ArrayBuilder::new().items(list.first().map(like).unwrap_or_default()).into(),
        Json::Object(members) => params(members),
        _ => Schema::Object(Object::with_type(kind(example))),
    };
    schema.into()
}

/// The object of params, which may have metadata too.
fn params(members: &Map<String, Json>) -> Schema {
    let are_texts = ENVELOPE.is_none() && !IS_PROBLEM;
    let metadata = if are_texts {
        AdditionalProperties::RefOr(Schema::Object(Object::with_type(SchemaType::String)).into())
    } else {
        AdditionalProperties::FreeForm(true)
    };
    match object(members, |_, value| like(value)) {
        Schema::Object(object) => ObjectBuilder::from(object).additional_properties(Some(metadata)).into(),
        other => other,
    }
}

fn kind(value: &Json) -> SchemaType {
    match value {
        Json::Bool(_) => SchemaType::Boolean,
        Json::Number(number) if number.is_f64() => SchemaType::Number,
        Json::Number(_) => SchemaType::Integer,
        Json::Object(_) => SchemaType::Object,
        Json::Array(_) => SchemaType::Array,
        Json::String(_) => SchemaType::String,
        Json::Null => SchemaType::Null,
    }
}
