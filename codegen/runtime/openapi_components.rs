//! What the error responses of a service have in common, in one place of its OpenAPI document.

use ::serde_json::Value as Json;
use ::utoipa::Modify;
use ::utoipa::openapi::example::Example;
use ::utoipa::openapi::path::{Operation, PathItem};
use ::utoipa::openapi::schema::{AnyOfBuilder, Components, Schema};
use ::utoipa::openapi::{Content, OpenApi, Ref, RefOr, Response};

use super::alloc::collections::{BTreeMap, BTreeSet};
use super::alloc::string::{String, ToString};
use super::alloc::vec::Vec;
use super::code::ErrorCode;
use super::openapi_body::{example, schema};
use super::utoipa::{ERRORS, response};
use super::wire_settings::DOMAIN;

/// Gives each operation a response for each HTTP status of its errors: `#[openapi(paths(…), modifiers(&ErrorComponents))]`.
///
/// Schemas, examples and responses become components, and are referred to. A response that the handler has itself for the
/// status of an error stays: its content is either its own or the error's.
#[derive(Clone, Copy, Debug)]
pub struct ErrorComponents;

/// The codes of an operation by status.
type ByStatus = BTreeMap<u16, Errors>;

#[derive(Default)]
struct Errors {
    codes: Vec<ErrorCode>,
    /// The catalogue's operations that they come from, sorted.
    operations: BTreeSet<String>,
}

impl Modify for ErrorComponents {
    fn modify(&self, openapi: &mut OpenApi) {
        let mut components = openapi.components.take().unwrap_or_default();
        let webhooks = openapi.webhooks.iter_mut().flat_map(|webhooks| webhooks.paths.values_mut());
        for path in openapi.paths.paths.values_mut().chain(webhooks) {
            for operation in operations(path) {
                complete(&mut operation.responses.responses, &mut components);
            }
        }
        openapi.components = (components != Components::default()).then_some(components);
    }
}

fn operations(path: &mut PathItem) -> impl Iterator<Item = &mut Operation> {
    let PathItem { get, put, post, delete, options, head, patch, trace, query, .. } = path;
    // In edition 2018 an array's `into_iter` borrows.
    IntoIterator::into_iter([get, put, post, delete, options, head, patch, trace, query]).flatten()
}

/// Adds a response for each status of the errors that the responses are marked with, and takes the marks away.
fn complete(responses: &mut BTreeMap<String, RefOr<Response>>, components: &mut Components) {
    let mut by_status = ByStatus::new();
    responses.retain(|_, response| !take_errors(response, &mut by_status));
    for (status, errors) in by_status {
        let Components { schemas, examples, .. } = components;
        let schema_of = |code| insert(schemas, "schemas", &name_of(code), schema(code).into());
        let example_of = |code| insert(examples, "examples", &name_of(code), example(code).into());
        let response = response(&errors.codes, schema_of, example_of);
        let response = match responses.remove(&status.to_string()) {
            Some(own) => merged(own, response, components),
            None => shared(status, &errors, response, components),
        };
        responses.insert(status.to_string(), response);
    }
}

/// The errors that a response is marked with; whether it is, by this catalogue.
fn take_errors(response: &RefOr<Response>, by_status: &mut ByStatus) -> bool {
    let RefOr::T(Response { extensions: Some(extensions), .. }) = response else { return false };
    let Some(errors) = extensions.get(ERRORS).filter(|errors| errors["domain"] == DOMAIN) else { return false };
    let names = errors["codes"].as_array().into_iter().flatten().filter_map(Json::as_str);
    for code in names.filter_map(|name| name.parse::<ErrorCode>().ok()) {
        let errors_of_status = by_status.entry(code.http_status()).or_default();
        if !errors_of_status.codes.contains(&code) {
            errors_of_status.codes.push(code);
        }
        errors_of_status.operations.extend(errors["operation"].as_str().map(String::from));
    }
    true
}

/// The response as a component, if another operation can have the same.
fn shared(status: u16, errors: &Errors, response: Response, components: &mut Components) -> RefOr<Response> {
    let operations: Vec<_> = errors.operations.iter().filter(|name| !name.is_empty()).map(|name| &**name).collect();
    let name = match (&*errors.codes, &*operations) {
        ([code], _) => name_of(*code),
        (_, names) => super::alloc::format!("{}Error{status}", names.iter().copied().map(pascal).collect::<String>()),
    };
    insert(&mut components.responses, "responses", &name, response.into())
}

/// Adds a component, unless it is there. If its name is another's, it gets a longer one.
fn insert<T: PartialEq>(
    components: &mut BTreeMap<String, RefOr<T>>,
    section: &str,
    name: &str,
    component: RefOr<T>,
) -> RefOr<T> {
    let mut name = String::from(name);
    while components.get(&name).is_some_and(|other| *other != component) {
        name.push('_');
    }
    let reference = Ref::new(super::alloc::format!("#/components/{section}/{name}"));
    components.insert(name, component);
    RefOr::Ref(reference)
}

/// The name of a code's components, as in the catalogue's own document.
fn name_of(code: ErrorCode) -> String {
    super::alloc::format!("{}Error", pascal(code.as_str()))
}

/// A name in `PascalCase`, in letters and digits.
fn pascal(name: &str) -> String {
    let mut pascal = String::new();
    for word in name.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()) {
        let is_shouted = !word.bytes().any(|byte| byte.is_ascii_lowercase());
        let (first, rest) = word.split_at(1);
        pascal.push_str(&first.to_ascii_uppercase());
        pascal.push_str(&if is_shouted { rest.to_ascii_lowercase() } else { rest.into() });
    }
    pascal
}

/// A response whose content is either the handler's own or that of an error.
fn merged(own: RefOr<Response>, error: Response, components: &Components) -> RefOr<Response> {
    let Some(mut merged) = resolved(&own, components).cloned() else { return own };
    let descriptions = [&*merged.description, &*error.description];
    merged.description = descriptions.iter().filter(|text| !text.is_empty()).copied().collect::<Vec<_>>().join("\n");
    for (content_type, content) in error.content {
        let content = match (merged.content.swap_remove(&content_type), content) {
            (Some(RefOr::T(own)), RefOr::T(error)) => merged_content(own, error).into(),
            (Some(own), _) => own,
            (None, error) => error,
        };
        merged.content.insert(content_type, content);
    }
    merged.into()
}

/// The response that is meant, if it is there.
fn resolved<'a>(mut response: &'a RefOr<Response>, components: &'a Components) -> Option<&'a Response> {
    // One can refer to another, and these to each other.
    for _ in 0..=components.responses.len() {
        match response {
            RefOr::T(response) => return Some(response),
            RefOr::Ref(other) => {
                let name = other.ref_location.strip_prefix("#/components/responses/")?;
                response = components.responses.get(name)?;
            }
        }
    }
    None
}

fn merged_content(mut own: Content, error: Content) -> Content {
    // A content without a schema is anything.
    own.schema = own.schema.zip(error.schema).map(|schemas| any_of(schemas.0, schemas.1));
    if let Some(value) = own.example.take() {
        own.examples.insert("own".to_string(), Example::builder().value(Some(value)).build().into());
    }
    own.examples.extend(error.examples);
    own
}

/// An own schema may allow the bodies of errors too, so that it is not one of the two.
fn any_of(own: RefOr<Schema>, other: RefOr<Schema>) -> RefOr<Schema> {
    let errors = match other {
        RefOr::T(Schema::OneOf(one_of)) => one_of.items,
        single => super::alloc::vec![single],
    };
    errors.into_iter().fold(AnyOfBuilder::new().item(own), AnyOfBuilder::item).into()
}
