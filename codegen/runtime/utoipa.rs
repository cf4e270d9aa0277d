//! Errors in the OpenAPI document of a service.

use ::serde_json::json;
use ::utoipa::openapi::example::Example;
use ::utoipa::openapi::schema::{OneOfBuilder, Schema};
use ::utoipa::openapi::{ContentBuilder, RefOr, Response, ResponseBuilder};
use ::utoipa::{IntoResponses, PartialSchema, ToSchema};

use super::alloc::borrow::Cow;
use super::alloc::collections::BTreeMap;
use super::alloc::string::{String, ToString};
use super::alloc::vec::Vec;
use super::code::ErrorCode;
use super::error::Error;
use super::openapi_body::{example, schema, schema_of_any, schema_of_names, title};
use super::outgoing;
use super::wire_settings::{CONTENT_TYPE, DOMAIN, is_internal};

/// The member of a response with the codes of errors that [`ErrorComponents`](super::openapi_components::ErrorComponents)
/// makes a response for each HTTP status of.
pub(super) const ERRORS: &str = "x-errors";

/// Responses with all codes of the catalogue: `#[utoipa::path(…, responses((status = 200, …), Error))]`.
///
/// There is one for client errors and one for server errors, which leave the responses of a handler's own statuses alone.
/// [`ErrorComponents`](super::openapi_components::ErrorComponents) makes one for each status of them.
impl IntoResponses for Error {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        responses_of("", ErrorCode::ALL)
    }
}

/// Responses that no other response of an operation replaces: a mark that keeps the codes, and one for each class of
/// statuses.
pub(super) fn responses_of(operation: &str, codes: &[ErrorCode]) -> BTreeMap<String, RefOr<Response>> {
    let mut classes = BTreeMap::<u16, Vec<ErrorCode>>::new();
    for code in sent(codes) {
        classes.entry(code.http_status() / 100).or_default().push(code);
    }
    let mark = super::alloc::format!("{ERRORS} {DOMAIN} {operation}");
    let mark = (mark.trim_end().to_string(), marked(Response::default(), operation, codes));
    let classes = classes.into_iter().map(|(class, codes)| {
        let response = response(&codes, |code| schema(code).into(), |code| example(code).into());
        (super::alloc::format!("{class}XX"), marked(response, operation, &codes))
    });
    classes.chain([mark]).map(|(status, response)| (status, response.into())).collect()
}

/// The response with the codes that it has.
fn marked(mut response: Response, operation: &str, codes: &[ErrorCode]) -> Response {
    let names: Vec<_> = sent(codes).into_iter().map(ErrorCode::as_str).collect();
    let errors = json!({"domain": DOMAIN, "operation": operation, "codes": names});
    response.extensions = Some(::core::iter::once((ERRORS, errors)).collect());
    response
}

/// The codes that are sent for these, each once.
fn sent(codes: &[ErrorCode]) -> Vec<ErrorCode> {
    let mut sent = Vec::new();
    for &code in codes {
        let code = outgoing::code(code, code.http_status());
        if !sent.contains(&code) {
            sent.push(code);
        }
    }
    sent
}

/// The response with the bodies of these codes.
pub(super) fn response(
    codes: &[ErrorCode],
    mut schema_of: impl FnMut(ErrorCode) -> RefOr<Schema>,
    mut example_of: impl FnMut(ErrorCode) -> RefOr<Example>,
) -> Response {
    let lines = codes.iter().map(|&code| super::alloc::format!("- {}", title(code, ::core::format_args!("`{code}`"))));
    let description = lines.collect::<Vec<_>>().join("\n");
    let schema = match codes {
        [code] => schema_of(*code),
        _ => codes.iter().fold(OneOfBuilder::new(), |one_of, &code| one_of.item(schema_of(code))).into(),
    };
    let examples = codes.iter().map(|&code| (code.to_string(), example_of(code)));
    let content = ContentBuilder::new().schema(Some(schema)).examples_from_iter(examples);
    ResponseBuilder::new().description(description).content(CONTENT_TYPE, content.build()).build()
}

/// The schema `ErrorCode`: the names of the codes.
impl PartialSchema for ErrorCode {
    fn schema() -> RefOr<Schema> {
        schema_of_names(Self::ALL.iter().copied().filter(|&code| !is_internal(code))).into()
    }
}

impl ToSchema for ErrorCode {
    fn name() -> Cow<'static, str> {
        "ErrorCode".into()
    }
}

/// The schema `Error`: the body of an error with any code. An operation's responses say more.
impl PartialSchema for Error {
    fn schema() -> RefOr<Schema> {
        schema_of_any().into()
    }
}

impl ToSchema for Error {
    fn name() -> Cow<'static, str> {
        "Error".into()
    }

    fn schemas(schemas: &mut Vec<(String, RefOr<Schema>)>) {
        schemas.push((ErrorCode::name().into(), ErrorCode::schema()));
    }
}
