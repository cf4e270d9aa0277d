//! The responses: for each status, of the whole catalogue and of each operation.

use std::collections::{BTreeMap, HashSet};

use super::node::{Node, Object};
use super::{Writer, content_type, text};
use crate::catalogue::CodeId;
use crate::render::body::Example;

/// The headers that a server sets, each if the error has what it says.
const HEADERS: [(&str, &str, &str); 3] = [
    ("Retry-After", "RetryAfter", "How long to wait before a retry, in seconds."),
    ("x-request-id", "RequestId", "The id of the request."),
    ("traceparent", "TraceParent", "The trace that the request is part of."),
];

pub(super) fn headers<'c>() -> Object<'c> {
    let schema = |name| {
        if name == "Retry-After" {
            Object::of_type("integer").with("minimum", 0_i64)
        } else {
            Object::of_type("string")
        }
    };
    let headers = HEADERS.map(|(name, component, description)| {
        (component, Object::new().with("description", description).with("schema", schema(name)))
    });
    headers.into_iter().collect()
}

impl<'c> Writer<'c> {
    pub(super) fn responses(&self) -> Object<'c> {
        let all: Vec<_> = self.codes().map(|(id, _)| id).collect();
        let is_exhaustive = self.catalogue.is_exhaustive();
        let mut responses = Object::new().with("Error", self.response(&all, is_exhaustive));
        for (status, codes) in self.by_status(&all) {
            responses = responses.with(format!("Error{status}"), self.response(&codes, is_exhaustive));
        }
        for (operation, names) in self.catalogue.operations().iter().zip(&self.names.operations) {
            for (status, codes) in self.by_status(&operation.errors) {
                let response = self.response(&codes, is_exhaustive || operation.exhaustive);
                responses = responses.with(format!("{}{status}", names.error), response);
            }
        }
        responses
    }

    /// The codes that are sent for these, by their statuses.
    fn by_status(&self, codes: &[CodeId]) -> BTreeMap<u16, Vec<CodeId>> {
        let mut by_status = BTreeMap::<u16, Vec<CodeId>>::new();
        let mut seen = HashSet::new();
        for code in codes.iter().map(|&code| self.catalogue.sent(code)).filter(|code| seen.insert(*code)) {
            by_status.entry(self.catalogue[code].http_status).or_default().push(code);
        }
        by_status
    }

    fn response(&self, codes: &[CodeId], is_closed: bool) -> Object<'c> {
        let lines = codes.iter().map(|&code| {
            let code = &self.catalogue[code];
            let description = code.description.as_deref().map(text::prose);
            format!(
                "- {}: {}",
                text::code(&code.name),
                description.unwrap_or_else(|| text::code(code.message.as_str()))
            )
        });
        let lines: Vec<_> = lines.map(|line| line.replace('\n', "\n  ")).collect();
        let headers = HEADERS.map(|(name, component, _)| (name, Object::reference("headers", component)));
        let examples = codes
            .iter()
            .map(|&code| (&*self.catalogue[code].name, Object::reference("examples", &self.component(code))));
        let content = Object::new()
            .with("schema", self.body(codes, is_closed))
            .with("examples", examples.collect::<Object<'_>>());
        Object::new()
            .with("description", lines.join("\n"))
            .with("headers", headers.into_iter().collect::<Object<'_>>())
            .with("content", Object::new().with(content_type(self.catalogue.wire()), content))
    }

    pub(super) fn examples(&self) -> Object<'c> {
        let examples = self.codes().map(|(id, code)| {
            let example = Object::new()
                .with_some("summary", code.description.as_ref().map(|text| format!("{}: {text}", code.name)))
                .with("value", Node::Example(Example::of(self.catalogue, id)));
            (self.component(id), example)
        });
        examples.collect()
    }
}
