//! A code on the page.

use std::borrow::Cow;

use askama::Template;

use super::escape;
use super::{filters, snippets, status};
use crate::catalogue::{
    Attribute, AttributeType, AttributeValue, Catalogue, Code, CodeId, Operation, Param, ParamType, Piece,
};
use crate::phrases;
use crate::render::body::Example;
use crate::render::documents::Published;

/// The codes, each made into an entry when it is written: there may be many.
pub(super) struct Entries<'c> {
    published: Published<'c>,
    /// The attribute in the rows of the list.
    shown: Option<usize>,
}

#[derive(Template)]
#[template(path = "entry.html")]
pub(super) struct Entry<'c> {
    code: &'c Code,
    message: Vec<Part<'c>>,
    /// The attribute that rows show.
    tag: Option<Fact<'c>>,
    params: Vec<&'c Param>,
    /// The others.
    attributes: Vec<Fact<'c>>,
    replacement: Option<&'c str>,
    page: Option<&'c str>,
    operations: Vec<&'c Operation>,
    body: String,
    rust: String,
    typescript: String,
}

/// A piece of a message.
enum Part<'c> {
    Text(&'c str),
    Param(&'c str),
}

/// What an attribute says about a code.
struct Fact<'c> {
    label: Cow<'c, str>,
    facet: String,
    value: Cow<'c, str>,
    meaning: Option<&'c str>,
}

impl<'c> Entries<'c> {
    pub(super) fn new(published: Published<'c>) -> Self {
        Self { published, shown: shown(published.catalogue.attributes()) }
    }

    pub(super) fn each(&self) -> impl Iterator<Item = Entry<'_>> {
        self.published.codes().map(|(id, code)| self.entry(id, code))
    }

    fn entry<'e>(&'e self, id: CodeId, code: &'c Code) -> Entry<'e> {
        let catalogue = self.published.catalogue;
        let message = code.message.pieces().map(|piece| match piece {
            Piece::Text(text) => Part::Text(text),
            Piece::Param(param) => Part::Param(&catalogue[param].name),
        });
        let attributes = catalogue.attributes().iter().zip(&code.attributes);
        let mut facts: Vec<_> = attributes.map(|(attribute, value)| Fact::of(attribute, value)).collect();
        let tag = self.shown.map(|at| facts.remove(at));
        facts.retain(|fact| !fact.value.is_empty());
        let names = &self.published.shared.names;
        Entry {
            code,
            message: message.collect(),
            tag,
            params: code.params.iter().map(|&param| &catalogue[param]).collect(),
            attributes: facts,
            replacement: self.published.replacement(code),
            page: code.docs_url.as_deref().filter(|page| escape::is_web_page(page)),
            operations: self.published.operations_with(id).collect(),
            body: body(catalogue, id),
            rust: snippets::rust(code, &names.codes[id.index()], &names.params, catalogue),
            typescript: snippets::typescript(code, catalogue),
        }
    }
}

impl<'c> Fact<'c> {
    fn of(attribute: &'c Attribute, value: &'c AttributeValue) -> Self {
        Self {
            label: filters::in_words(&attribute.name),
            facet: filters::attribute_facet(attribute, value),
            value: filters::attribute_in_words(attribute, value),
            meaning: attribute.meaning(value),
        }
    }
}

/// The attribute that says most about a code in a word: whether a retry helps, or else the first one with words.
fn shown(attributes: &[Attribute]) -> Option<usize> {
    let mut words = attributes.iter().enumerate().filter(|(_, it)| matches!(it.kind, AttributeType::Words(_)));
    let first = words.clone().next();
    words.find(|(_, attribute)| attribute.name == "retry").or(first).map(|(at, _)| at)
}

impl Entry<'_> {
    fn class(&self) -> u16 {
        status::class(self.code.http_status)
    }

    fn class_in_words(&self) -> &'static str {
        status::class_in_words(self.class())
    }

    fn has_tags(&self) -> bool {
        self.tag.is_some() || self.code.deprecated.is_some() || self.code.internal
    }

    fn phrase(&self) -> &'static str {
        phrases::phrase(self.code.http_status).unwrap_or_default()
    }
}

fn body(catalogue: &Catalogue, id: CodeId) -> String {
    serde_json::to_string_pretty(&Example::of(catalogue, id)).expect("all keys are texts")
}

/// The type of a param as people say it.
#[allow(clippy::trivially_copy_pass_by_ref, reason = "a template passes references")]
fn type_in_words(kind: &ParamType) -> &'static str {
    match kind {
        ParamType::String => "text",
        ParamType::Integer | ParamType::Unsigned => "whole number",
        ParamType::Float => "number",
        ParamType::Boolean => "true or false",
        ParamType::List => "list of texts",
        ParamType::Violations => "fields, each with what is wrong",
    }
}
