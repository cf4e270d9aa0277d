//! The codes that a response names: in schemas and examples, where the wire format has the code.

use std::collections::HashSet;

use super::document::Document;
use crate::catalogue::{Catalogue, PathStep, Wire};
use crate::diagnostics::Sink;
use crate::rules::RuleId;
use crate::source::Span;
use crate::yaml::Node;

/// Where a body has the code.
pub(super) struct Place {
    steps: Vec<PathStep>,
    /// Whether it is the code's number there.
    pub(super) is_number: bool,
}

impl Place {
    pub(super) fn of(catalogue: &Catalogue) -> Self {
        let member = |name: &str| vec![PathStep::Member(name.to_owned())];
        let (steps, is_number) = match catalogue.wire() {
            Wire::Kratos => (member("reason"), false),
            Wire::Problem => (member("code"), false),
            Wire::Envelope(envelope) => {
                let name = envelope.code.as_ref().or(envelope.number.as_ref());
                let last = name.map(|name| PathStep::Member(name.clone()));
                (envelope.at.iter().cloned().chain(last).collect(), envelope.code.is_none())
            }
        };
        Self { steps, is_number }
    }
}

/// A code that a response names.
#[derive(Clone, Copy)]
pub(super) struct Named<'d> {
    pub(super) text: &'d str,
    pub(super) span: Span,
}

/// How many schemas are looked at in a document: a short one can combine them in very many ways.
const MAX_STEPS: usize = 1_000_000;

/// How deep schemas are nested that describe one body.
const MAX_DEPTH: usize = 200;

pub(super) struct Reader<'d, 's> {
    document: &'s mut Document<'d>,
    place: &'s Place,
    steps: usize,
    /// The schemas of this response, with how many steps are left from them.
    seen: HashSet<(*const Node<'d>, usize)>,
    named: Vec<Named<'d>>,
}

impl<'d, 's> Reader<'d, 's> {
    pub(super) fn new(document: &'s mut Document<'d>, place: &'s Place) -> Self {
        Self { document, place, steps: MAX_STEPS, seen: HashSet::new(), named: Vec::new() }
    }

    /// The codes that a response names, in the order of the document.
    pub(super) fn codes(&mut self, response: &'d Node<'d>, sink: &mut Sink) -> Vec<Named<'d>> {
        let place = self.place;
        self.seen.clear();
        for content in response.get("content").map(Node::entries).unwrap_or_default() {
            if let Some(schema) = content.value.get("schema") {
                self.schema(schema, &place.steps, MAX_DEPTH, sink);
            }
            self.example(content.value.get("example"), &place.steps);
            for example in content.value.get("examples").map(Node::entries).unwrap_or_default() {
                if let Some(example) = self.document.resolve(&example.value, sink) {
                    self.example(example.get("value"), &place.steps);
                }
            }
        }
        let mut named = std::mem::take(&mut self.named);
        named.sort_by_key(|named| named.span);
        named.dedup_by_key(|named| named.span);
        named
    }

    fn schema(&mut self, schema: &'d Node<'d>, steps: &[PathStep], depth: usize, sink: &mut Sink) {
        let (Some(depth), Some(left)) = (depth.checked_sub(1), self.steps.checked_sub(1)) else {
            let message = "the schemas of the responses are too large together to be compared";
            sink.report(RuleId::TooLarge, Span::at(schema.span.file, 0), message);
            return;
        };
        self.steps = left;
        let Some(schema) = self.document.resolve(schema, sink) else { return };
        if !self.seen.insert((std::ptr::from_ref(schema), steps.len())) {
            return;
        }
        for combined in ["allOf", "oneOf", "anyOf"] {
            for part in schema.get(combined).map(Node::elements).unwrap_or_default() {
                self.schema(part, steps, depth, sink);
            }
        }
        self.example(schema.get("example"), steps);
        for example in schema.get("examples").map(Node::elements).unwrap_or_default() {
            self.example(Some(example), steps);
        }
        match steps {
            [] => {
                let values = schema.get("enum").map(Node::elements).unwrap_or_default();
                values.iter().chain(schema.get("const")).for_each(|value| self.name(value));
            }
            [PathStep::Member(name), steps @ ..] => {
                if let Some(member) = schema.get("properties").and_then(|properties| properties.get(name)) {
                    self.schema(member, steps, depth, sink);
                }
            }
            [PathStep::First, steps @ ..] => {
                let first = schema.get("prefixItems").and_then(|items| items.elements().first());
                if let Some(first) = first.or_else(|| schema.get("items")) {
                    self.schema(first, steps, depth, sink);
                }
            }
        }
    }

    fn example(&mut self, example: Option<&'d Node<'d>>, steps: &[PathStep]) {
        let code = steps.iter().try_fold(example, |value, step| match step {
            PathStep::Member(name) => Some(value?.get(name)),
            PathStep::First => Some(value?.elements().first()),
        });
        if let Some(Some(code)) = code {
            self.name(code);
        }
    }

    fn name(&mut self, code: &'d Node<'d>) {
        if let Some(text) = code.text() {
            self.named.push(Named { text, span: code.span });
        }
    }
}
