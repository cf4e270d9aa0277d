//! Errors in the OpenAPI document of a service.

use ::utoipa::IntoResponses;
use ::utoipa::openapi::example::Example;
use ::utoipa::openapi::schema::{AdditionalProperties, Object, ObjectBuilder, Type as SchemaType};
use ::utoipa::openapi::{ContentBuilder, RefOr, Response, ResponseBuilder};

use super::alloc::collections::BTreeMap;
use super::alloc::string::{String, ToString};
use super::alloc::vec::Vec;
use super::code::ErrorCode;
use super::error::{self, Error};
use super::value::Type;
use super::wire_settings::{CONTENT_TYPE, IS_PROBLEM, type_of};

/// A response for each HTTP status of the catalogue, with its codes and an example of each:
/// `#[utoipa::path(…, responses((status = 200, …), Error))]`.
impl IntoResponses for Error {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        responses_of(ErrorCode::ALL)
    }
}

/// A response for each HTTP status of these codes.
pub(super) fn responses_of(codes: &[ErrorCode]) -> BTreeMap<String, RefOr<Response>> {
    let mut by_status = BTreeMap::<u16, Vec<ErrorCode>>::new();
    for &code in codes {
        by_status.entry(code.http_status()).or_default().push(code);
    }
    by_status.into_iter().map(|(status, codes)| (status.to_string(), response(status, &codes).into())).collect()
}

fn response(status: u16, codes: &[ErrorCode]) -> Response {
    let lines = codes.iter().map(|code| super::alloc::format!("- `{code}`: {}", code.description()));
    let examples = codes.iter().map(|&code| (code.to_string(), example(code)));
    let content = ContentBuilder::new().schema(Some(body(status, codes))).examples_from_iter(examples);
    let description = lines.collect::<Vec<_>>().join("\n");
    ResponseBuilder::new().description(description).content(CONTENT_TYPE, content.build()).build()
}

/// An example of a code's response body: that of an error with a value for each param.
fn example(code: ErrorCode) -> Example {
    let error = error::param_names(code).fold(error::plain(code), with_example);
    Example::builder().summary(code.description()).value(::serde_json::to_value(error).ok()).build()
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

fn body(status: u16, codes: &[ErrorCode]) -> ObjectBuilder {
    let text = || Object::with_type(SchemaType::String);
    let names =
        ObjectBuilder::new().schema_type(SchemaType::String).enum_values(Some(codes.iter().map(ErrorCode::as_ref)));
    let status = ObjectBuilder::new().schema_type(SchemaType::Integer).enum_values(Some([status]));
    let body = ObjectBuilder::new();
    if IS_PROBLEM {
        let body = body.property("type", text()).property("title", text()).property("status", status);
        body.property("detail", text()).property("code", names).required("status").required("detail").required("code")
    } else {
        let metadata = ObjectBuilder::new().additional_properties(Some(AdditionalProperties::RefOr(text().into())));
        let body = body.property("code", status).property("reason", names).property("message", text());
        body.property("metadata", metadata).required("code").required("reason").required("message").required("metadata")
    }
}
