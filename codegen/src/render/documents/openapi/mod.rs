//! OpenAPI: components for the description of an API, which refers to them.

mod node;
mod responses;
mod schemas;
mod text;

use std::collections::HashSet;

use self::node::{Node, Object};
use super::Published;
use crate::catalogue::{Catalogue, Code, CodeId, OpenApiVersion, Wire};
use crate::render::body::{Layout, Part};
use crate::render::rust::names::Names;

/// The version of the document that it describes; the catalogue has none.
const DOCUMENT_VERSION: &str = "1";

pub(super) fn render(published: Published<'_>, version: OpenApiVersion, mark: &str) -> String {
    let catalogue = published.catalogue;
    let internal = catalogue.codes().iter().enumerate().filter(|(_, code)| code.internal);
    let stand_ins = internal.map(|(at, _)| catalogue.sent(CodeId::new(at))).collect();
    let writer = Writer { published, catalogue, version, names: &published.shared.names, stand_ins };
    let info = Object::new()
        .with("title", format!("{}: error codes", catalogue.name()))
        .with_some("description", catalogue.description().map(text::prose))
        .with("version", DOCUMENT_VERSION);
    let components = Object::new()
        .with("schemas", writer.schemas())
        .with("responses", writer.responses())
        .with("headers", responses::headers())
        .with("examples", writer.examples());
    let document = Object::new()
        .with("x-generated", mark.to_owned())
        .with("openapi", version.number())
        .with("info", info)
        .with_some("externalDocs", catalogue.docs_url.as_deref().and_then(external_docs))
        .with("paths", Object::new())
        .with("components", components);
    serde_json::to_string_pretty(&document).expect("all keys are texts") + "\n"
}

struct Writer<'c> {
    published: Published<'c>,
    catalogue: &'c Catalogue,
    version: OpenApiVersion,
    names: &'c Names,
    /// The codes that are sent in place of internal ones, and then without params.
    stand_ins: HashSet<CodeId>,
}

impl<'c> Writer<'c> {
    /// The codes that can be in a body.
    fn codes(&self) -> impl Iterator<Item = (CodeId, &'c Code)> {
        self.published.codes().filter(|(_, code)| !code.internal)
    }

    /// The name of a code's components.
    fn component(&self, code: CodeId) -> String {
        format!("{}Error", self.names.codes[code.index()].variant)
    }

    /// A schema for one value.
    fn only(&self, schema: Object<'c>, value: impl Into<Node<'c>>) -> Object<'c> {
        match self.version {
            OpenApiVersion::V3_1 => schema.with("const", value),
            OpenApiVersion::V3_0 => schema.with("enum", vec![value.into()]),
        }
    }

    /// The name of the member with the code's name, if there is one.
    fn name_member(&self) -> Option<String> {
        self.member(|part| matches!(part, Part::Name))
    }

    fn member(&self, is_it: impl Fn(Part<'_>) -> bool) -> Option<String> {
        let members = Layout::of(self.catalogue.wire(), std::iter::empty()).members;
        members.into_iter().find(|(_, part)| is_it(*part)).map(|(name, _)| name.into_owned())
    }
}

/// The content type of a body.
fn content_type(wire: &Wire) -> &'static str {
    if *wire == Wire::Problem { "application/problem+json" } else { "application/json" }
}

/// A link to a page, if it is one.
fn external_docs<'c>(url: &str) -> Option<Object<'c>> {
    let is_page = ["https://", "http://"].iter().any(|start| url.starts_with(start));
    let is_in_urls = |byte: u8| byte.is_ascii_graphic() && !b"\"<>\\^`{|}".contains(&byte);
    (is_page && url.bytes().all(is_in_urls)).then(|| Object::new().with("url", url.to_owned()))
}
